import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { storePath } from '../../src/runtime/store-place.ts';
import { temporaryFolder } from '../llm/harness.ts';

const before = process.cwd();

describe('the store stands', () => {
  afterEach(() => {
    process.chdir(before);
    vi.unstubAllEnvs();
  });

  test('where FABULA_CACHE says', () => {
    vi.stubEnv('FABULA_CACHE', '/somewhere');
    expect(storePath()).toBe('/somewhere/fabula.db');
  });

  test('in cache/ of a checkout, which says that it is ours', () => {
    vi.stubEnv('FABULA_CACHE', '');
    vi.stubEnv('XDG_CACHE_HOME', undefined);
    const folder = temporaryFolder();
    process.chdir(folder);
    mkdirSync('cache');
    expect(storePath()).toBe(join(homedir(), '.cache', 'fabula', 'fabula.db'));
    writeFileSync(join('cache', 'README.md'), "# Fabula's store\n");
    expect(storePath()).toBe(join(process.cwd(), 'cache', 'fabula.db'));
  });

  test("else in the user's cache", () => {
    vi.stubEnv('FABULA_CACHE', '');
    vi.stubEnv('XDG_CACHE_HOME', '/xdg');
    process.chdir(temporaryFolder());
    expect(storePath()).toBe('/xdg/fabula/fabula.db');
  });
});
