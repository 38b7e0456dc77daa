import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import { openStore, type Store, type StoreOptions } from '../store/open-store.ts';

const OURS = "# Fabula's store";

/** The file that holds answers, ledger and budgets: in FABULA_CACHE, else in the cache/ of a checkout, else in the user's cache. */
export function storePath(): string {
  const { FABULA_CACHE: own, XDG_CACHE_HOME: xdg } = process.env;
  if (own) return resolve(own, 'fabula.db');
  if (isOurs(resolve('cache'))) return resolve('cache', 'fabula.db');
  return join(xdg ?? join(homedir(), '.cache'), 'fabula', 'fabula.db');
}

/** A folder named cache may be anybody's: ours says so. */
function isOurs(folder: string): boolean {
  try {
    return readFileSync(join(folder, 'README.md'), 'utf8').startsWith(OURS);
  } catch {
    return false;
  }
}

/** Opens the store of this machine. */
export async function openMachineStore(options: Omit<Partial<StoreOptions>, 'clock'> = {}): Promise<Store> {
  return openStore(storePath(), { clock: systemClock, ...options });
}

/** Opens the store for reading; undefined where there is none yet. */
export function readMachineStore(): Store | undefined {
  const path = storePath();
  return existsSync(path) ? openStore(path, { clock: systemClock, readOnly: true }) : undefined;
}

/** Reads a key from a file that only its owner can read. Throws UsageError where others can, or it cannot be read. */
export function readKeyFile(path: string): string {
  let mode: number;
  let text: string;
  try {
    mode = statSync(path).mode & 0o777;
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError('key-file', `the key file ${path} cannot be read`, {
      at: path,
      hint: 'check the path',
      cause,
    });
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new UsageError('key-file', `the key file ${path} can be read by others (mode ${mode.toString(8)})`, {
      at: path,
      hint: `run chmod 600 ${path}`,
    });
  return text;
}
