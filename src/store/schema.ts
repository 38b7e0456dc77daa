import type { Database } from 'better-sqlite3';

/** Version of the tables; `PRAGMA user_version` of the file. */
export const STORE_VERSION = 1;

/** One step for each version: from an empty file on. A shipped step never changes; a change is a new step. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE result (
    key TEXT PRIMARY KEY, body TEXT, failure TEXT, model TEXT NOT NULL, finish TEXT NOT NULL,
    provider TEXT NOT NULL, purpose TEXT NOT NULL, created_ms INTEGER NOT NULL
  );
  CREATE TABLE intent (
    key TEXT PRIMARY KEY, run TEXT NOT NULL, day TEXT NOT NULL, owner INTEGER NOT NULL, attempt INTEGER NOT NULL, reserved_uusd INTEGER NOT NULL,
    sent INTEGER NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL, purpose TEXT NOT NULL
  );
  CREATE TABLE owner (
    id INTEGER PRIMARY KEY AUTOINCREMENT, host TEXT NOT NULL, pid INTEGER NOT NULL, born TEXT NOT NULL, beat INTEGER NOT NULL
  );
  CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, run TEXT NOT NULL, key TEXT NOT NULL, attempt INTEGER NOT NULL,
    provider TEXT NOT NULL, model TEXT NOT NULL, purpose TEXT NOT NULL, status TEXT NOT NULL,
    input INTEGER, cache_read INTEGER, cache_write_5m INTEGER, cache_write_1h INTEGER, output INTEGER, reasoning INTEGER,
    estimated INTEGER NOT NULL DEFAULT 0, uusd INTEGER NOT NULL, price TEXT NOT NULL, request_id TEXT, http INTEGER,
    ms INTEGER NOT NULL, note TEXT
  );
  CREATE INDEX ledger_run ON ledger (run);
  CREATE TABLE budget (
    scope TEXT PRIMARY KEY, cap_uusd INTEGER, spent_uusd INTEGER NOT NULL DEFAULT 0, reserved_uusd INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE run (
    id TEXT PRIMARY KEY, job TEXT NOT NULL, pack TEXT NOT NULL, started_ms INTEGER NOT NULL, finished_ms INTEGER
  );
  CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL, shard TEXT NOT NULL, provider TEXT NOT NULL, remote_id TEXT,
    state TEXT NOT NULL, requests TEXT NOT NULL, reserved_uusd INTEGER NOT NULL, created_ms INTEGER NOT NULL,
    UNIQUE (run, shard)
  );
  CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `,
];

/** Brings the tables to this version, in one transaction. */
export function migrate(db: Database): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from >= STORE_VERSION) return;
  db.transaction(() => {
    for (const step of MIGRATIONS.slice(from)) db.exec(step);
    db.pragma(`user_version = ${STORE_VERSION}`);
  }).immediate();
}
