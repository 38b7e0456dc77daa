import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Clock } from '../core/clock.ts';
import { StoreError } from '../core/errors.ts';
import type { BatchStore } from '../core/model-calls.ts';
import { batchStore } from './batch-store.ts';
import { SqliteCallStore } from './call-store.ts';
import { openDatabase, whileOpening } from './database.ts';
import { GroupCommit, storeFault } from './group-commit.ts';
import { LedgerJournal } from './ledger-journal.ts';
import { Owners } from './owner.ts';
import { damageOf, salvage } from './salvage.ts';

/** How often a process shows that it lives. */
const BEAT_MS = 2_000;

export interface StoreOptions {
  readonly clock: Clock;
  /** Move a damaged file aside and rebuild what can be read, instead of refusing. */
  readonly salvage?: boolean;
  /** Open for reading only: no owner is entered and nothing may change. */
  readonly readOnly?: boolean;
  /** How long a locked or full file is tried again before a change fails; 30 seconds by default. */
  readonly patienceMs?: number;
  readonly onWarning?: (message: string) => void;
}

/** An open store file. */
export interface Store {
  readonly path: string;
  readonly db: Database;
  readonly calls: SqliteCallStore;
  readonly commits: GroupCommit;
  readonly batches: BatchStore;
  /** Writes out what waits, takes this process off the list and closes the file. */
  close(): Promise<void>;
}

/**
 * Opens the store of prompts, answers and money, making it where there is none. Throws StoreError where the file is newer
 * than this version, cannot be written, stands on a file system without locks, or is damaged (unless `salvage`).
 */
export function openStore(path: string, options: StoreOptions): Store {
  const journal = new LedgerJournal(`${path.replace(/\.db$/, '')}.ledger.jsonl`, options.onWarning);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw storeFault({ code: 'SQLITE_CANTOPEN', message: (cause as Error).message }, path);
  }
  const damage = damageOf(path, journal);
  if (damage) {
    if (!options.salvage)
      throw new StoreError('store-damaged', `the store ${damage}`, {
        at: path,
        hint: 'run fabula cache verify --salvage: it sets the file aside and keeps every row that can be read',
      });
    const rows = salvage(path, journal, options.clock);
    options.onWarning?.(`the store ${damage}; it was set aside and rebuilt with ${rows} rows`);
  }
  const db = openDatabase(path, options.readOnly);
  const commits = new GroupCommit(db, {
    patienceMs: options.patienceMs,
    onStart: () => journal.drop(),
    onCommitted: () => journal.flush(),
  });
  const owners = options.readOnly ? undefined : enter(db, options.clock, path);
  const beat = owners && setInterval(() => void commits.run(() => owners.beat()).catch(() => {}), BEAT_MS);
  beat?.unref();
  return {
    path,
    db,
    calls: new SqliteCallStore({ db, commits, journal, owners: owners ?? NO_OWNER, clock: options.clock }),
    commits,
    batches: batchStore(db, commits, options.clock),
    async close() {
      clearInterval(beat);
      await commits.flush();
      if (owners) await commits.run(() => owners.leave()).catch(() => {});
      db.close();
    },
  };
}

/** Of a store that is only read: nothing is claimed there. */
const NO_OWNER = { id: -1, isDead: () => false, clear: () => {} } as const;

function enter(db: Database, clock: Clock, path: string): Owners {
  try {
    return whileOpening(() => new Owners(db, clock));
  } catch (cause) {
    db.close();
    throw storeFault(cause, path);
  }
}
