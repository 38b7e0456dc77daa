import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import type { Clock } from '../core/clock.ts';
import { StoreError } from '../core/errors.ts';
import { sqliteCode } from './busy.ts';
import { openDatabase } from './database.ts';
import { storeFault } from './group-commit.ts';
import type { JournalRow, LedgerJournal } from './ledger-journal.ts';
import { runningOwners } from './owner.ts';

const MAGIC = 'SQLite format 3\0';
/** Tables whose rows are worth keeping; owners are gone, and the ledger is put together from two places. */
const TABLES = ['result', 'budget', 'run', 'note', 'batch', 'intent'] as const;
/** Rows that are read together; where one of them is damaged, they are read one by one. */
const STRIDE = 64;
/** More rows than one page of a table can hold. */
const ROWS_A_PAGE = 512;
/** The owner of calls that nobody owns: the numbers of real ones begin at 1. */
const NOBODY = 0;

/** What is wrong with a store's file, in words; undefined where it is fine or new. */
export function damageOf(path: string, journal: LedgerJournal): string | undefined {
  if (!existsSync(path) || statSync(path).size === 0)
    return journal.read().length > 0 ? 'is empty, and its ledger is not' : undefined;
  const head = Buffer.alloc(MAGIC.length);
  try {
    const file = openSync(path, 'r');
    readSync(file, head, 0, head.length, 0);
    closeSync(file);
  } catch (cause) {
    throw storeFault({ code: 'SQLITE_CANTOPEN', message: (cause as Error).message }, path);
  }
  if (head.toString('latin1') !== MAGIC) return 'is not a SQLite file';
  let db: Database | undefined;
  try {
    db = new Sqlite(path, { readonly: true, timeout: 2_000 });
    const found = db.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') return `is damaged (${String(found).split('\n')[0]})`;
    return booksNothing(db) && journal.read().length > 0 ? 'has lost its ledger' : undefined;
  } catch (error) {
    const code = sqliteCode(error);
    if (/CORRUPT|NOTADB/.test(code)) return `is damaged (${(error as Error).message})`;
    // Opening it for writing will tell what is the matter.
    if (/BUSY|LOCKED|CANTOPEN|READONLY/.test(code)) return undefined;
    throw storeFault(error, path);
  } finally {
    db?.close();
  }
}

function booksNothing(db: Database): boolean {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'ledger'").get();
  return !table || !db.prepare('SELECT 1 FROM ledger LIMIT 1').get();
}

/**
 * Rebuilds a damaged store from every row that can still be read and from the journal of its ledger, and puts it in the
 * place of the old file, which is set aside. Calls that were under way count on as reserved, for the next run to ask after.
 * Returns how many rows were kept. Throws StoreError while another process works with the file.
 */
export function salvage(path: string, journal: LedgerJournal, clock: Clock): number {
  const [running] = runningOwners(readable(path, 'owner'));
  if (running !== undefined)
    throw new StoreError('store-in-use', `the store is damaged, and process ${running} is working with it`, {
      at: path,
      hint: 'end that process, then run this again: what it writes into the old file would be lost',
    });
  const fresh = `${path}.salvage-${process.pid}`;
  for (const end of ['', '-wal', '-shm']) rmSync(fresh + end, { force: true });
  const db = openDatabase(fresh);
  let kept = 0;
  try {
    db.transaction(() => {
      for (const table of TABLES) kept += copyRows(db, table, readable(path, table));
      kept += copyRows(db, 'ledger', union(journal.read(), readable(path, 'ledger')));
      db.prepare('UPDATE intent SET owner = ?').run(NOBODY);
      countAgain(db);
    }).immediate();
  } finally {
    db.close();
  }
  const aside = `${path}.corrupt-${new Date(clock.nowMs()).toISOString().replace(/[:.]/g, '-')}`;
  for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, aside + end);
  renameSync(fresh, path);
  return kept;
}

/** Puts rows into a table, by the columns that it has; returns how many fitted. */
function copyRows(db: Database, table: string, rows: Iterable<JournalRow>): number {
  const columns = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[];
  const names = columns.filter((name) => table !== 'ledger' || name !== 'id');
  const insert = db.prepare(
    `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  let kept = 0;
  for (const row of rows) {
    if (table === 'result' && !isWhole(row)) continue;
    try {
      kept += insert.run(...names.map((name) => row[name] ?? null)).changes;
    } catch {
      // A row that does not fit is not worth the rest.
    }
  }
  return kept;
}

/** Whether damage left a result as it was: its key is one, and its answer can be read. */
function isWhole({ key, body }: JournalRow): boolean {
  if (!/^[0-9a-f]{64}$/.test(String(key))) return false;
  try {
    if (body !== null) JSON.parse(String(body));
    return true;
  } catch {
    return false;
  }
}

/** Ledger rows of both places, each as often as the place has it that has it more often. */
function* union(first: Iterable<JournalRow>, second: Iterable<JournalRow>): Generator<JournalRow> {
  const seen = new Map<string, number>();
  for (const row of first) {
    const name = nameOf(row);
    seen.set(name, (seen.get(name) ?? 0) + 1);
    yield row;
  }
  for (const row of second) {
    const name = nameOf(row);
    const left = seen.get(name) ?? 0;
    if (left > 0) seen.set(name, left - 1);
    else yield row;
  }
}

function nameOf({ run, key, attempt, status, at_ms, uusd }: JournalRow): string {
  return JSON.stringify([run, key, attempt, status, at_ms, uusd]);
}

/** Counts what is spent and reserved from the rows; a sum that was higher stays. */
function countAgain(db: Database): void {
  const scopes = { run: "'run:' || run", day: "'day:' || date(at_ms / 1000, 'unixepoch')" };
  for (const scope of Object.values(scopes))
    db.exec(`INSERT INTO budget (scope, spent_uusd) SELECT ${scope} AS scope, SUM(uusd) FROM ledger WHERE true GROUP BY 1
      ON CONFLICT (scope) DO UPDATE SET spent_uusd = MAX(spent_uusd, excluded.spent_uusd)`);
  db.exec('UPDATE budget SET reserved_uusd = 0');
  for (const column of Object.keys(scopes))
    db.exec(`INSERT INTO budget (scope, reserved_uusd)
      SELECT '${column}:' || ${column} AS scope, SUM(reserved_uusd) FROM intent WHERE true GROUP BY 1
      ON CONFLICT (scope) DO UPDATE SET reserved_uusd = excluded.reserved_uusd`);
}

/** The rows of a table of a damaged file that can be read. */
function* readable(path: string, table: string): Generator<JournalRow> {
  let db: Database | undefined;
  try {
    db = new Sqlite(path, { readonly: true, fileMustExist: true });
    // Only so does SQLite read a file that is shorter than its first page says.
    db.unsafeMode().pragma('writable_schema = ON');
    const rows = db.prepare(`SELECT * FROM ${table} WHERE rowid BETWEEN ? AND ?`);
    const last = lastRow(db, table);
    for (let from = 1; from <= last; from += STRIDE) {
      const some = tryAll(() => rows.all(from, from + STRIDE - 1) as JournalRow[]);
      if (some) yield* some;
      else for (let at = from; at < from + STRIDE; at++) yield* tryAll(() => rows.all(at, at) as JournalRow[]) ?? [];
    }
  } catch {
    // Nothing of the table can be read.
  } finally {
    db?.close();
  }
}

/** The highest row number of a table, or more than it can have. */
function lastRow(db: Database, table: string): number {
  const known = tryAll(() => db.prepare(`SELECT MAX(rowid) FROM ${table}`).pluck().get() as number | null);
  return known === undefined ? Number(db.pragma('page_count', { simple: true })) * ROWS_A_PAGE : (known ?? 0);
}

function tryAll<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
