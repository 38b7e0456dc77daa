import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ByteBuffer } from '../../src/formats/byte-buffer.ts';
import { createJsonlEncoder } from '../../src/formats/jsonl-encode.ts';
import { openJsonl } from '../../src/formats/jsonl-read.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const folder = makeTemporaryFolder();
const path = join(folder, 'table.jsonl');

async function read(text: string): Promise<unknown[]> {
  await writeFile(path, text);
  const source = await openJsonl(path);
  const rows: unknown[] = [source.columns];
  for await (const { line, values } of source.rows) rows.push([line, ...values]);
  return rows;
}

test('a row is one line of JSON with its keys in the order of the columns', () => {
  const encoder = createJsonlEncoder([
    { name: 'b', type: 'string', description: '' },
    { name: 'a "x"', type: 'number', description: '' },
    { name: 'c', type: 'boolean', description: '' },
  ]);
  const out = new ByteBuffer(1);
  encoder.appendRow(['line\nbreak', 1.5, true], out);
  encoder.appendRow(['', null, false], out);
  expect(out.toString()).toBe('{"b":"line\\nbreak","a \\"x\\"":1.5,"c":true}\n{"b":"","a \\"x\\"":null,"c":false}\n');
});

test('missing keys are missing values, blank lines are passed over and nested values come as text', async () => {
  expect(await read('{"a":1,"toString":{"x":[1]}}\r\n\n{"a":null}\n{"toString":"t"}')).toEqual([
    ['a', 'toString'],
    [1, 1, '{"x":[1]}'],
    [3, null, null],
    [4, null, 't'],
  ]);
});

test.each([
  ['broken JSON', '{"a":1}\n{"a":1 2}\n', 'jsonl-not-json', ':2:8'],
  ['a word that is not JSON', '{"a":1}\n{"a":x}\n', 'jsonl-not-json', ':2'],
  ['a line cut short', '{"a":1}\n{"a":', 'jsonl-not-json', ':2:6'],
  ['an array', '[1]\n', 'jsonl-not-an-object', ':1'],
  ['a new key', '{"score":1}\n{"scroe":1}\n', 'jsonl-unknown-key', ':2'],
])('%s is told with its place', async (_, text, code, place) => {
  await expect(read(text)).rejects.toMatchObject({ name: 'DatasetError', code, at: path + place });
});

test('a key that is nearly a known one gets a suggestion', async () => {
  await expect(read('{"score":1}\n{"scroe":1}\n')).rejects.toMatchObject({ hint: 'Did you mean "score"?' });
});
