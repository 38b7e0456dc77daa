import Sqlite, { type Database } from 'better-sqlite3';
import { StoreError } from '../core/errors.ts';
import { patiently } from './busy.ts';
import { storeFault } from './group-commit.ts';
import { migrate, STORE_VERSION } from './schema.ts';

/** How long opening waits for another process, in tries and pauses: five seconds. */
const OPENING = [200, 25] as const;

/** Opens a store file and brings its tables to this version. Throws StoreError where it cannot be used. */
export function openDatabase(path: string, readonly = false): Database {
  let db: Database;
  try {
    db = new Sqlite(path, { readonly, fileMustExist: readonly, timeout: 0 });
  } catch (cause) {
    throw storeFault(cause, path);
  }
  try {
    const version = Number(whileOpening(() => db.pragma('user_version', { simple: true })));
    if (version > STORE_VERSION)
      throw new StoreError('store-newer', `the store has version ${version}, and this program knows ${STORE_VERSION}`, {
        at: path,
        hint: 'use the newer fabula that wrote it, or name another FABULA_CACHE',
      });
    if (readonly) return db;
    const mode = whileOpening(() => db.pragma('journal_mode = WAL', { simple: true }));
    if (mode !== 'wal' && process.platform !== 'win32')
      throw new StoreError(
        'store-file-system',
        `the file system of the store cannot keep a write-ahead log (${mode})`,
        {
          at: path,
          hint: 'name a folder on a local disk with FABULA_CACHE',
        },
      );
    db.pragma('synchronous = NORMAL');
    whileOpening(() => migrate(db));
    return db;
  } catch (cause) {
    db.close();
    throw cause instanceof StoreError ? cause : storeFault(cause, path);
  }
}

/** Does what a process does once, when it opens a store: here another one's lock is waited for in place. */
export function whileOpening<T>(work: () => T): T {
  return patiently(work, ...OPENING);
}
