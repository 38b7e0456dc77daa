import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { kept, parseKept } from '../../src/runtime/kept.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fabula-kept-'));
  vi.stubEnv('FABULA_CACHE', folder);
});
afterEach(() => vi.unstubAllEnvs());

const path = (name: string) => join(folder, 'fabula', `${name}.json`);

test('what was made once is read the second time, under its own name only', () => {
  const make = vi.fn(() => ({ made: [1, 'two', null] }));
  expect(kept('a', make)).toEqual({ made: [1, 'two', null] });
  expect(kept('a', make)).toEqual({ made: [1, 'two', null] });
  expect(make).toHaveBeenCalledTimes(1);
  kept('b', make);
  expect(make).toHaveBeenCalledTimes(2);
  expect(readdirSync(join(folder, 'fabula')).sort()).toEqual(['a.json', 'b.json']);
});

test.each([
  ['half a file', '{"name":"a","value":{"ma'],
  ['another shape', '{}'],
  ['null', 'null'],
  ['what belongs elsewhere', '{"name":"b","value":{}}'],
])('%s is made anew', (_, content) => {
  kept('a', () => 'first');
  writeFileSync(path('a'), content);
  expect(kept('a', () => 'again')).toBe('again');
  expect(kept('a', () => 'third')).toBe('again');
});

test('a folder that cannot be written costs nothing but time', () => {
  writeFileSync(join(folder, 'file'), '');
  vi.stubEnv('FABULA_CACHE', join(folder, 'file'));
  expect(kept('a', () => 2)).toBe(2);
  expect(kept('a', () => 3)).toBe(3);
});

test('what cannot be made is not kept', () => {
  expect(() =>
    kept('a', () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(kept('a', () => 'yes')).toBe('yes');
});

test('YAML gives the same data the second time', () => {
  const text = 'words: [a, b]\nnested: {deep: 1}\n';
  expect(parseKept(text)).toEqual({ words: ['a', 'b'], nested: { deep: 1 } });
  expect(parseKept(text)).toEqual({ words: ['a', 'b'], nested: { deep: 1 } });
  expect(parseKept('words: [c]\n')).toEqual({ words: ['c'] });
});
