import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMissing, numberOf, readColumns } from '../../src/runtime/read-columns.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();
const paths = ['a', 'b'].map((name) => join(folder, `${name}.csv`));
writeFileSync(paths[0] as string, `id,x\n${Array.from({ length: 500 }, (_, i) => `${i},${i * 2}`).join('\n')}\n`);
writeFileSync(
  paths[1] as string,
  `x,id\n${Array.from({ length: 500 }, (_, i) => `${i * 2 + 1000},${i + 500}`).join('\n')}\n`,
);

test('files stand one behind another, their columns matched by name', async () => {
  const columns = await readColumns(paths);
  expect(columns).toMatchObject({ rows: 1000, rowsInFiles: 1000, names: ['id', 'x'] });
  expect(columns.cells('x', '--x').map(Number)).toEqual(Array.from({ length: 1000 }, (_, i) => i * 2));
  expect(columns.placeOf(501)).toBe(`${paths[1]}:3`);
});

test('rows are drawn by seed, evenly, and stay in their order', async () => {
  const ids = async (seed: number) => (await readColumns(paths, { rows: 100, seed })).cells('id', '--id').map(Number);
  const drawn = await ids(1);
  expect(drawn).toHaveLength(100);
  expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
  const late = drawn.filter((id) => id >= 500).length;
  expect(late).toBeGreaterThan(30);
  expect(late).toBeLessThan(70);
  expect(await ids(1)).toEqual(drawn);
  expect(await ids(2)).not.toEqual(drawn);
});

test('numbers and missing cells are told as people write them', () => {
  expect(['1.5', ' 2 ', '1e3', '', 'x', 'NaN', null, true].map(numberOf)).toEqual([
    1.5,
    2,
    1000,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(['', ' ', 'NaN', 'n/a', 'NULL', null, Number.NaN].every(isMissing)).toBe(true);
  expect(['0', 'nana', 0, false].some(isMissing)).toBe(false);
});
