import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile as writePlainly } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashBytes } from '../../src/core/hash.ts';
import { diskFault } from '../../src/formats/disk-fault.ts';
import { writeAtomically } from '../../src/formats/write-atomically.ts';
import { writeFile, writePieces } from '../../src/formats/write-file.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const folder = makeTemporaryFolder();

test('a file is written with the folders above it, and nothing else is left there', async () => {
  const path = join(folder, 'a/b/note.txt');
  expect(await writeFile(path, 'é')).toEqual({ bytes: 2, sha256: hashBytes('é') });
  expect(await readFile(path, 'utf8')).toBe('é');
  expect(await readdir(join(folder, 'a/b'))).toEqual(['note.txt']);
});

test('pieces are joined and hashed', async () => {
  const pieces = ['one ', 'two ', 'three'].map((text) => Buffer.from(text));
  const path = join(folder, 'pieces.txt');
  expect(await writePieces(path, pieces)).toEqual({ bytes: 13, sha256: hashBytes('one two three') });
  expect(await readFile(path, 'utf8')).toBe('one two three');
});

test('a write that fails half way leaves the old file and no temporary one', async () => {
  const inside = join(folder, 'half');
  const path = join(inside, 'note.txt');
  await writeFile(path, 'old');
  const failing = writeAtomically(path, async (temporaryPath) => {
    await writePlainly(temporaryPath, 'ne');
    throw new Error('the plug was pulled');
  });
  await expect(failing).rejects.toThrow('the plug was pulled');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(inside)).toEqual(['note.txt']);
});

test('what a killed run left is cleared by the next', async () => {
  const inside = join(folder, 'left');
  await mkdir(inside);
  await writePlainly(join(inside, '.note.txt.tmp'), 'torn');
  await writeFile(join(inside, 'note.txt'), 'new');
  expect(await readdir(inside)).toEqual(['note.txt']);
});

test.skipIf(!existsSync('/dev/full'))('a full disk is a StoreError with a hint', async () => {
  const path = join(folder, 'full.txt');
  await expect(writeAtomically(path, () => writePlainly('/dev/full', 'x'.repeat(9000)))).rejects.toMatchObject({
    name: 'StoreError',
    code: 'disk-full',
    exitCode: 4,
    at: path,
    hint: expect.stringContaining('Free some space'),
  });
});

test('a file where a folder should be is a StoreError', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(writeFile(join(folder, 'file/below.txt'), '')).rejects.toMatchObject({
    code: 'not-a-folder',
    exitCode: 4,
  });
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EROFS', 'disk-read-only'],
  ['ENOENT', 'path-missing'],
])('%s of the system is told as %s', (code, told) => {
  const cause = Object.assign(new Error(code), { code });
  expect(diskFault(cause, 'write', 'x.csv')).toMatchObject({ name: 'StoreError', code: told, cause });
});

test.each([
  ['IO Error: Could not write: No space left on device', 'disk-full'],
  ['IO Error: Cannot open file: Permission denied', 'no-permission'],
  ['IO Error: Cannot open file: Read-only file system', 'disk-read-only'],
])('"%s" of DuckDB is told as %s', (message, told) => {
  expect(diskFault(new Error(message), 'write', 'x.parquet')).toMatchObject({ code: told });
});

test("a fault that is not the disk's comes back as it is", () => {
  const cause = new Error('something else');
  expect(diskFault(cause, 'write', 'x')).toBe(cause);
});
