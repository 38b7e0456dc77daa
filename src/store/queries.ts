import { UsageError } from '../core/errors.ts';
import type { StoredOutcome } from '../core/model-calls.ts';
import type { Store } from './open-store.ts';

/** What spending can be grouped by, and the SQL that says so. */
const GROUPS = {
  run: 'run',
  model: "provider || ' ' || model",
  purpose: 'purpose',
  status: 'status',
  day: "date(at_ms / 1000, 'unixepoch')",
  pack: '(SELECT pack FROM run WHERE run.id = ledger.run)',
} as const;
export const COST_GROUPS = Object.keys(GROUPS) as readonly (keyof typeof GROUPS)[];

/** Spending of one group. */
export interface CostRow {
  readonly name: string;
  readonly attempts: number;
  readonly failed: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly uusd: number;
}

/** Spending by run, model, purpose, status, day or pack, the dearest first. */
export function costBy(store: Store, group: keyof typeof GROUPS): readonly CostRow[] {
  return store.db
    .prepare(
      `SELECT COALESCE(${GROUPS[group]}, '') AS name, COUNT(*) AS attempts, SUM(status IN ('failed', 'maybe_billed')) AS failed,
        COALESCE(SUM(input + cache_read + cache_write_5m + cache_write_1h), 0) AS inputTokens,
        COALESCE(SUM(output), 0) AS outputTokens, SUM(uusd) AS uusd
       FROM ledger GROUP BY 1 ORDER BY uusd DESC, attempts DESC`,
    )
    .all() as CostRow[];
}

/** Rows of any question to the store, read-only. Throws UsageError for what SQLite cannot read or what would write. */
export function querySql(store: Store, sql: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const statement = store.db.prepare(sql);
    if (!statement.reader || !statement.readonly) throw new Error('the statement does not only read');
    return statement.all() as Record<string, unknown>[];
  } catch (cause) {
    throw new UsageError('sql', `the query cannot run: ${(cause as Error).message}`, {
      at: '--sql',
      hint: 'tables: ledger, result, budget, run, intent, batch, note; one SELECT',
      cause,
    });
  }
}

/** Sizes of a store. */
export interface StoreStatistics {
  readonly results: number;
  readonly failures: number;
  readonly intents: number;
  readonly attempts: number;
  readonly bytes: number;
  readonly spentUusd: number;
}

export function storeStatistics(store: Store): StoreStatistics {
  const one = (sql: string) => Number((store.db.prepare(sql).get() as { n: number | null }).n ?? 0);
  return {
    results: one('SELECT COUNT(*) AS n FROM result WHERE body IS NOT NULL'),
    failures: one('SELECT COUNT(*) AS n FROM result WHERE body IS NULL'),
    intents: one('SELECT COUNT(*) AS n FROM intent'),
    attempts: one('SELECT COUNT(*) AS n FROM ledger'),
    bytes: one('SELECT page_count * page_size AS n FROM pragma_page_count(), pragma_page_size()'),
    spentUusd: one('SELECT SUM(uusd) AS n FROM ledger'),
  };
}

/** A kept outcome with where it comes from. */
export interface ResultRow extends StoredOutcome {
  readonly provider: string;
  readonly purpose: string;
  readonly createdMs: number;
}

interface RawResult {
  readonly key: string;
  readonly body: string | null;
  readonly failure: string | null;
  readonly model: string;
  readonly finish: string;
  readonly provider: string;
  readonly purpose: string;
  readonly created_ms: number;
}

function resultRow({ body, failure, created_ms, ...row }: RawResult): ResultRow {
  return { ...row, body: body ?? undefined, failure: failure ?? undefined, createdMs: created_ms };
}

/** Kept outcomes, the newest first. */
export function* listResults(
  store: Store,
  filter: {
    readonly purpose?: string | undefined;
    readonly failed?: boolean | undefined;
    readonly limit?: number | undefined;
  },
): Generator<ResultRow> {
  const rows = store.db
    .prepare(
      `SELECT * FROM result WHERE (? IS NULL OR purpose = ?) AND (? = 0 OR body IS NULL) ORDER BY created_ms DESC, key LIMIT ?`,
    )
    .iterate(filter.purpose ?? null, filter.purpose ?? null, filter.failed ? 1 : 0, filter.limit ?? -1);
  for (const row of rows) yield resultRow(row as RawResult);
}

/** The outcome whose key begins with `prefix`. Throws UsageError where none or several do. */
export function showResult(store: Store, prefix: string): ResultRow & { readonly ledger: readonly object[] } {
  const rows = store.db
    .prepare("SELECT * FROM result WHERE key LIKE ? || '%' LIMIT 2")
    .all(prefix.replace(/[%_]/g, '')) as RawResult[];
  if (rows.length !== 1)
    throw new UsageError(
      'no-result',
      rows.length === 0 ? `no answer has the key '${prefix}'` : `several keys begin with '${prefix}'`,
      {
        hint: 'fabula cache list shows the keys; give more of it',
      },
    );
  const row = rows[0] as RawResult;
  const ledger = store.db.prepare('SELECT * FROM ledger WHERE key = ? ORDER BY id').all(row.key) as object[];
  return { ...resultRow(row), ledger };
}

/** Takes outcomes out: those before a time, or all failures, so that they are asked for again. The ledger stays whole. */
export function pruneResults(
  store: Store,
  filter: { readonly beforeMs?: number | undefined; readonly failed?: boolean; readonly purpose?: string | undefined },
): Promise<number> {
  return store.commits.run(() => {
    const { changes } = store.db
      .prepare(
        'DELETE FROM result WHERE (? IS NULL OR created_ms < ?) AND (? = 0 OR body IS NULL) AND (? IS NULL OR purpose = ?)',
      )
      .run(
        filter.beforeMs ?? null,
        filter.beforeMs ?? null,
        filter.failed ? 1 : 0,
        filter.purpose ?? null,
        filter.purpose ?? null,
      );
    return changes;
  });
}

/** Takes in outcomes of another store; those that are known stay as they are. Returns how many were new. */
export async function importResults(
  store: Store,
  rows: Iterable<ResultRow>,
): Promise<{ readonly read: number; readonly added: number }> {
  let read = 0;
  let added = 0;
  let group: ResultRow[] = [];
  const put = () => {
    const batch = group;
    group = [];
    return store.commits.run(() => {
      for (const row of batch) {
        if (!store.calls.find(row.key)) added++;
        store.calls.putResult(row, row);
      }
    });
  };
  for (const row of rows) {
    read++;
    group.push(row);
    if (group.length >= 500) await put();
  }
  if (group.length > 0) await put();
  return { read, added };
}

/** What is wrong with a store, as sentences: damage, money that does not add up, calls that nobody owns. */
export function verifyStore(store: Store): readonly string[] {
  const { db } = store;
  const issues: string[] = [];
  const check = db.pragma('integrity_check', { simple: true });
  if (check !== 'ok') issues.push(`the file is damaged: ${check}`);
  const spent = db
    .prepare(
      `SELECT budget.scope, spent_uusd AS counted, COALESCE(SUM(ledger.uusd), 0) AS booked FROM budget
       LEFT JOIN ledger ON budget.scope = 'run:' || ledger.run WHERE budget.scope LIKE 'run:%' GROUP BY budget.scope
       HAVING counted <> booked`,
    )
    .all() as { scope: string; counted: number; booked: number }[];
  for (const { scope, counted, booked } of spent)
    issues.push(`${scope} counts ${counted} micro-dollars as spent, and its ledger ${booked}`);
  const over = db
    .prepare(
      'SELECT scope FROM budget WHERE cap_uusd IS NOT NULL AND spent_uusd + reserved_uusd > cap_uusd AND reserved_uusd > 0',
    )
    .all() as { scope: string }[];
  for (const { scope } of over) issues.push(`${scope} has more reserved than its cap allows`);
  const bad = db.prepare('SELECT COUNT(*) AS n FROM result WHERE body IS NOT NULL AND NOT json_valid(body)').get() as {
    n: number;
  };
  if (bad.n > 0) issues.push(`${bad.n} answers are not JSON`);
  return issues;
}
