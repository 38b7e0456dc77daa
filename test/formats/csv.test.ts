import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column, Row } from '../../src/core/record.ts';
import { ByteBuffer } from '../../src/formats/byte-buffer.ts';
import { createCsvEncoder } from '../../src/formats/csv-encode.ts';
import { openCsv } from '../../src/formats/csv-read.ts';
import { type CsvScan, scanCsvRecord } from '../../src/formats/csv-scan.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const folder = makeTemporaryFolder();
const path = join(folder, 'table.csv');

function column(name: string, type: Column['type'] = 'string'): Column {
  return { name, type, description: '' };
}

function encode(names: readonly string[], ...rows: readonly Row[]): string {
  const encoder = createCsvEncoder(names.map((name) => column(name)));
  const out = new ByteBuffer(1);
  for (const row of rows) encoder.appendRow(row, out);
  return Buffer.from(encoder.header).toString() + out.toString();
}

async function read(text: string | Uint8Array, columns: readonly Column[] = []): Promise<unknown[]> {
  await writeFile(path, text);
  const source = await openCsv(path, columns);
  const rows: unknown[] = [source.columns];
  for await (const { line, values } of source.rows) rows.push([line, ...values]);
  return rows;
}

test('cells are quoted only where they must be', () => {
  expect(encode(['a', 'b,c'], ['plain', 'it "is"'], ['', null], [' x ', 'a\nb'], [0, -1.5], [true, 'True'])).toBe(
    'a,"b,c"\nplain,"it ""is"""\n"",\n x ,"a\nb"\n0,-1.5\nTrue,True\n',
  );
});

test('numbers are written the shortest way that reads back', () => {
  expect(encode(['n'], [0.1 + 0.2], [1e21], [-0], [9], [10], [5e-324])).toBe(
    'n\n0.30000000000000004\n1e+21\n-0\n9\n10\n5e-324\n',
  );
});

test('other writers are understood: \\r\\n, a byte order mark, no last line end, blank lines, quotes inside', async () => {
  expect(await read('\uFEFFa,b\r\n1,"x\r\ny"\r\n\r\n5\' 3",\r\n,""')).toEqual([
    ['a', 'b'],
    [2, '1', 'x\r\ny'],
    [5, '5\' 3"', null],
    [6, null, ''],
  ]);
});

test('cells take the type of their column, and stay texts where they have not its form', async () => {
  const columns = [column('i', 'integer'), column('n', 'number'), column('b', 'boolean'), column('d', 'date')];
  expect(
    await read('i,n,b,d,x\n1,1.5,True,2024-01-02,3\n1.5,abc,yes,never,\n9007199254740993,1e999,,,\n', columns),
  ).toEqual([
    ['i', 'n', 'b', 'd', 'x'],
    [2, 1, 1.5, true, '2024-01-02', '3'],
    [3, '1.5', 'abc', 'yes', 'never', null],
    [4, '9007199254740993', '1e999', null, null, null],
  ]);
});

test.each([
  ['a quote never closed', 'a,b\n1,2\n3,"x\ny\n', 'csv-open-quote', ':3:3'],
  ['text after a quote', 'a,b\n"1\n2","x"y\n', 'csv-stray-text', ':3:7'],
  ['too many cells', 'a,b\n1,2\n1,2,3\n', 'csv-ragged-row', ':3'],
  ['too few cells', 'a,b\n"\n",2\n1\n', 'csv-ragged-row', ':4'],
  ['nothing at all', '', 'csv-no-header', ':1'],
  ['another encoding', Buffer.from('a,b\n1,caf\xe9\n', 'latin1'), 'not-utf8', ':2'],
  ['a character cut short', Buffer.from('a\nb\né').subarray(0, 5), 'not-utf8', ':3'],
])('%s is told with its place', async (_, text, code, place) => {
  await expect(read(text)).rejects.toMatchObject({ name: 'DatasetError', code, at: path + place });
});

test('a file that is not there is a fault of the disk', async () => {
  await expect(openCsv(join(folder, 'none.csv'))).rejects.toMatchObject({ name: 'StoreError', code: 'path-missing' });
});

test('a record cut anywhere is either asked to go on or read the same', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é'), maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), fc.nat(), (cells, cut) => {
      const text = encode(
        cells.map((_, i) => `c${i}`),
        cells,
      )
        .split('\n')
        .slice(1)
        .join('\n');
      const whole: CsvScan = { end: 0, lines: 0, fault: undefined, cells: [] };
      expect(scanCsvRecord(text, 0, false, whole)).toBe(true);
      expect(whole).toMatchObject({ cells, end: text.length, fault: undefined });
      const part: CsvScan = { end: 0, lines: 0, fault: undefined, cells: [] };
      expect(scanCsvRecord(text.slice(0, cut % text.length), 0, false, part)).toBe(false);
    }),
  );
});
