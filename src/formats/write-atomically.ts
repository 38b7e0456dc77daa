import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { diskFault } from './disk-fault.ts';

/** Makes the bytes at `path` outlive a power cut; a folder cannot be synchronised everywhere, so that is only tried. */
async function synchronise(path: string, mode: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, mode);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file whole or not at all: `write` fills a temporary file beside it, which is then synchronised and renamed.
 * Missing folders are made. The temporary name is fixed, so a later run clears what a killed one left; hence one writer per path.
 * Faults of the disk are thrown as StoreError.
 */
export async function writeAtomically(path: string, write: (temporaryPath: string) => Promise<void>): Promise<void> {
  const folder = dirname(path);
  const temporaryPath = join(folder, `.${basename(path)}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await rm(temporaryPath, { force: true });
    await write(temporaryPath);
    await synchronise(temporaryPath, 'r+');
    await rename(temporaryPath, path);
    await synchronise(folder, 'r').catch(() => undefined);
  } catch (cause) {
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw diskFault(cause, 'write', path);
  }
}
