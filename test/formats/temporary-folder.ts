import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes a folder that goes away when the tests of the file have run. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fabula-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
