import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashBytes, hashFile } from '../../src/core/hash.ts';

const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('the hash of "abc" is the one FIPS 180-2 gives', () => {
  expect(hashBytes('abc')).toBe(OF_ABC);
});

test('a file is hashed with its size, in more than one piece', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fabula-'));
  await writeFile(join(folder, 'abc'), 'abc');
  expect(await hashFile(join(folder, 'abc'))).toEqual({ bytes: 3, sha256: OF_ABC });
  const large = Buffer.alloc(3_000_001, 'é');
  await writeFile(join(folder, 'large'), large);
  expect(await hashFile(join(folder, 'large'))).toEqual({ bytes: large.length, sha256: hashBytes(large) });
});
