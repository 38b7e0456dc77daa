import { expect, test } from 'vitest';
import { FORMATS, formatOf, formatOfPath } from '../../src/formats/formats.ts';

test('every format is found by its id and by the ending of a file', () => {
  for (const format of FORMATS) {
    expect(formatOf(format.id)).toBe(format);
    expect(formatOfPath(`some.folder/part-00000${format.extension.toUpperCase()}`)).toBe(format);
    expect(Object.isFrozen(format)).toBe(true);
  }
});

test('an unknown format gets the nearest one as a hint', () => {
  expect(() => formatOf('parket')).toThrow(
    expect.objectContaining({ code: 'unknown-format', hint: 'Did you mean "parquet"?' }),
  );
  expect(() => formatOfPath('a.b/table')).toThrow(
    expect.objectContaining({ hint: 'Use one of .csv, .jsonl, .parquet.' }),
  );
});
