import { expect, test } from 'vitest';
import type { Row } from '../../src/core/record.ts';
import { featuresOf } from '../../src/language/features/features.ts';
import { packOf } from '../../src/packs/registry.ts';
import { resolveJob } from '../../src/runtime/config.ts';
import { readWordLists } from '../../src/runtime/features/read-lists.ts';
import { generateDataset } from '../../src/runtime/generate.ts';
import { verifyDataset } from '../../src/runtime/verify.ts';
import { widened } from '../../src/runtime/widened.ts';
import { openExtractor } from '../../src/stages/extract.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { rowsOf, sorted } from './read-dataset.ts';

const folder = makeTemporaryFolder();
const students = packOf('students');

async function rowsWith(view: string): Promise<Row[]> {
  const job = resolveJob({ pack: 'students', count: 120, seed: 3, view, format: 'jsonl' });
  await generateDataset(job, `${folder}/${view}`, { workers: 1, batchRows: 60 });
  expect((await verifyDataset(`${folder}/${view}`, 120)).issues).toEqual([]);
  return sorted(await rowsOf(`${folder}/${view}/data`, widened(students, view).table.columns));
}

test('a view that adds no features leaves the pack as it is', () => {
  expect(widened(students, 'default')).toBe(students);
  expect(widened(packOf('workplace'), 'default')).toBe(packOf('workplace'));
});

test('the wide view is the default one and, behind it, every other feature of the text', async () => {
  const narrow = await rowsWith('default');
  const wide = await rowsWith('wide');
  const own = students.table.columns.map(({ name }) => name);
  const added = featuresOf(['core', 'extended']).filter(({ name }) => !own.includes(name));
  expect(widened(students, 'wide').table.columns.map(({ name }) => name)).toEqual([
    ...own,
    ...added.map(({ name }) => name),
  ]);
  expect(wide.map((row) => row.slice(0, own.length))).toEqual(narrow);
  added.forEach(({ type, range: [least, most] }, i) => {
    for (const row of wide) {
      const value = row[own.length + i] as number;
      expect(type === 'integer' ? Number.isInteger(value) : Number.isFinite(value)).toBe(true);
      expect(value >= least && value <= (most ?? Number.POSITIVE_INFINITY)).toBe(true);
    }
  });
  const { extract } = await openExtractor({ lists: readWordLists(), features: added, profile: 'balanced' });
  for (const row of wide)
    extract(row[own.indexOf('response')] as string).forEach((value, i) => {
      expect(row[own.length + i]).toBeCloseTo(value, 6);
    });
});
