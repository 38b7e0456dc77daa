import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Column, Row } from '../../src/core/record.ts';
import { openDuckdb, sqlText } from '../../src/formats/open-duckdb.ts';
import { parquet } from '../../src/formats/parquet.ts';
import { writeTable } from '../../src/formats/write-table.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const folder = makeTemporaryFolder();
const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'integer', description: '' },
  { name: 'day', type: 'date', description: '' },
  { name: 'yes', type: 'boolean', description: '' },
];

test('the file has the types of the columns, zstd and row groups of 122,880', async () => {
  const path = join(folder, "it's.parquet");
  const rows = Array.from({ length: 130_000 }, (_, i): Row => [i, '2024-02-29', i % 2 === 0 ? 'True' : 'False']);
  await writeTable(path, parquet, COLUMNS, rows);
  const duckdb = await openDuckdb();
  const ask = async (sql: string) => Array.fromAsync((await duckdb.query(sql, path)).rows);
  expect(await ask(`SELECT column_type FROM (DESCRIBE SELECT * FROM ${sqlText(path)})`)).toEqual([
    ['BIGINT'],
    ['DATE'],
    ['BOOLEAN'],
  ]);
  expect(
    await ask(
      `SELECT DISTINCT compression, row_group_num_rows FROM parquet_metadata(${sqlText(path)}) ORDER BY 2 DESC`,
    ),
  ).toEqual([
    ['ZSTD', 122_880n],
    ['ZSTD', 7_120n],
  ]);
  duckdb.close();
});

test('a byte order mark at the start of a cell is in the file', async () => {
  const path = join(folder, 'mark.parquet');
  await writeTable(path, parquet, [{ name: 'text', type: 'string', description: '' }], [['\uFEFFmark']]);
  const duckdb = await openDuckdb();
  const { rows } = await duckdb.query(`SELECT length(text), unicode(text) FROM ${sqlText(path)}`, path);
  expect(await Array.fromAsync(rows)).toEqual([[5n, 0xfeff]]);
  duckdb.close();
});

test('a value that has not the type of its column stops the writing and leaves no file', async () => {
  const path = join(folder, 'wrong.parquet');
  await expect(writeTable(path, parquet, COLUMNS, [['x', null, null]])).rejects.toThrow();
  await expect(parquet.open(path)).rejects.toMatchObject({ name: 'StoreError', code: 'path-missing' });
});

test('a file that is not Parquet is told so', async () => {
  const path = join(folder, 'text.parquet');
  await writeFile(path, 'not Parquet at all');
  await expect(parquet.open(path)).rejects.toMatchObject({
    name: 'DatasetError',
    code: 'parquet-unreadable',
    at: path,
  });
});
