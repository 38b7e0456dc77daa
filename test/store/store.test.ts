import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import Sqlite, { type Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clock, createFixedClock, systemClock } from '../../src/core/clock.ts';
import { StoreError } from '../../src/core/errors.ts';
import type { ClaimRequest, LedgerEntry, StoredOutcome } from '../../src/core/model-calls.ts';
import { openStream, pickAt } from '../../src/core/random.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import { STORE_VERSION } from '../../src/store/schema.ts';
import { later, temporaryFolder } from '../llm/harness.ts';

const storePath = () => join(temporaryFolder(), 'fabula.db');

function open(path: string, options: Partial<StoreOptions> = {}): Store {
  const store = openStore(path, { clock: systemClock, ...options });
  later(() => (store.db.open ? store.close() : undefined));
  return store;
}

/** Ends a store as a kill would: nothing is written out, and its owner stays on the list as a process that is gone. */
function kill(store: Store): void {
  orphan(store);
  store.db.close();
}

/** Makes the store's owner a process that does not exist. */
function orphan(store: Store): void {
  store.db.prepare('UPDATE owner SET pid = ? WHERE pid = ?').run(noSuchProcess(), process.pid);
}

/** The number of a process that has ended. */
function noSuchProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

const keyOf = (n: number) => n.toString(16).padStart(64, '0');

function request(n: number, worstUusd = 100, run = 'run-1'): ClaimRequest {
  return { key: keyOf(n), run, provider: 'test', model: 'test-model', purpose: 'test', worstUusd };
}

function entry(n: number, uusd: number, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    run: 'run-1',
    key: keyOf(n),
    attempt: 1,
    provider: 'test',
    model: 'test-model',
    purpose: 'test',
    status: 'ok',
    usage: undefined,
    uusd,
    price: 'test',
    requestId: undefined,
    http: 200,
    ms: 1,
    note: undefined,
    ...more,
  };
}

function outcome(n: number, body = `{"n":${n}}`): StoredOutcome {
  return { key: keyOf(n), body, failure: undefined, model: 'test-model', finish: 'stop' };
}

/** Claims, sends and settles a call. */
async function pay({ calls }: Store, n: number, uusd: number, body?: string): Promise<void> {
  expect(await calls.claim(request(n))).toMatchObject({ state: 'won' });
  await calls.markSent(keyOf(n), 1);
  await calls.settle(outcome(n, body), entry(n, uusd));
}

const spentOf = ({ db }: Store) => db.prepare('SELECT COALESCE(SUM(uusd), 0) FROM ledger').pluck().get() as number;
const journalOf = (path: string) => path.replace(/\.db$/, '.ledger.jsonl');

describe('calls of several processes', () => {
  test('25: of two that claim a key at once one wins, and the other sees the answer once it is there', async () => {
    const path = storePath();
    const [a, b] = [open(path), open(path)];
    const claims = await Promise.all([a.calls.claim(request(1)), b.calls.claim(request(1))]);
    expect(claims.map(({ state }) => state).sort()).toEqual(['held', 'won']);
    const [winner, loser] = claims[0]?.state === 'won' ? [a, b] : [b, a];
    expect(winner.calls.budget('run:run-1').reservedUusd).toBe(100);
    await winner.calls.markSent(keyOf(1), 1);
    await winner.calls.settle(outcome(1), entry(1, 40));
    expect(await loser.calls.claim(request(1))).toEqual({ state: 'settled', outcome: outcome(1) });
    expect(loser.calls.find(keyOf(1))).toEqual(outcome(1));
    expect(loser.calls.budget('run:run-1')).toMatchObject({ spentUusd: 40, reservedUusd: 0 });
  });

  test('25: two processes on many keys: each key is won once', async () => {
    const path = storePath();
    const stores = [open(path), open(path)];
    const keys = Array.from({ length: 200 }, (_, n) => n);
    const won = await Promise.all(
      stores.map(async ({ calls }) => {
        const claims = await Promise.all(keys.map((n) => calls.claim(request(n))));
        return claims.filter(({ state }) => state === 'won').length;
      }),
    );
    expect(won.reduce((sum, n) => sum + n)).toBe(200);
    expect(stores[0]?.calls.budget('run:run-1').reservedUusd).toBe(200 * 100);
  });

  test('25: what belongs to another process cannot be booked, sent, settled or given up', async () => {
    const path = storePath();
    const [a, b] = [open(path), open(path)];
    await a.calls.claim(request(1));
    for (const work of [
      b.calls.book(entry(1, 1)),
      b.calls.markSent(keyOf(1), 1),
      b.calls.settle(outcome(1), entry(1, 1)),
      b.calls.reserve(keyOf(1), 1),
    ])
      await expect(work).rejects.toThrow('not ours');
    await b.calls.release(keyOf(1));
    expect(await b.calls.claim(request(1))).toEqual({ state: 'held' });
    expect(spentOf(a)).toBe(0);
  });

  test('26: a call of a dead process that was never sent is taken over and costs nothing', async () => {
    const path = storePath();
    const [dead, heir] = [open(path), open(path)];
    await dead.calls.claim(request(1, 100));
    dead.db.prepare('UPDATE owner SET pid = ? WHERE id = 1').run(noSuchProcess());
    expect(await heir.calls.claim(request(1, 150))).toMatchObject({
      state: 'won',
      inherited: { sent: false, attempt: 0 },
    });
    expect(heir.calls.budget('run:run-1')).toMatchObject({ spentUusd: 0, reservedUusd: 150 });
  });

  test('26: what a dead process sent is reported, and counts until it is booked, even if the heir dies too', async () => {
    const path = storePath();
    const first = open(path);
    await first.calls.claim(request(1, 100));
    await first.calls.markSent(keyOf(1), 3);
    kill(first);
    const second = open(path);
    const lost = { key: keyOf(1), run: 'run-1', attempt: 3, reservedUusd: 100, sent: true };
    expect(await second.calls.claim(request(1, 70))).toMatchObject({ state: 'won', inherited: lost });
    expect(second.calls.budget('run:run-1').reservedUusd).toBe(100);
    kill(second);
    const third = open(path);
    expect(await third.calls.claim(request(1, 70))).toMatchObject({ state: 'won', inherited: lost });
    await third.calls.book(entry(1, 100, { status: 'maybe_billed', attempt: 3 }));
    expect(await third.calls.reserve(keyOf(1), 70)).toBeUndefined();
    expect(third.calls.budget('run:run-1')).toMatchObject({ spentUusd: 100, reservedUusd: 70 });
    await third.calls.markSent(keyOf(1), 4);
    await third.calls.settle(outcome(1), entry(1, 30, { attempt: 4 }));
    expect(third.calls.budget('run:run-1')).toMatchObject({ spentUusd: 130, reservedUusd: 0 });
  });

  test('26: the number of attempts outlives their process', async () => {
    const path = storePath();
    const dead = open(path);
    await dead.calls.claim(request(1));
    await dead.calls.markSent(keyOf(1), 1);
    await dead.calls.book(entry(1, 20, { status: 'unusable' }));
    kill(dead);
    const inherited = { sent: false, attempt: 1, reservedUusd: 0 };
    expect(await open(path).calls.claim(request(1))).toMatchObject({ state: 'won', inherited });
  });

  test('26: the heir of another run needs the money of its own cap for what it takes over', async () => {
    const path = storePath();
    const dead = open(path);
    await dead.calls.claim(request(1, 100, 'run-1'));
    await dead.calls.markSent(keyOf(1), 1);
    kill(dead);
    const { calls } = open(path);
    await calls.setCap('run:run-2', 90);
    expect(await calls.claim(request(1, 50, 'run-2'))).toMatchObject({
      state: 'refused',
      budget: { scope: 'run:run-2' },
    });
    expect(calls.budget('run:run-1').reservedUusd).toBe(100);
    await calls.setCap('run:run-2', 100);
    expect(await calls.claim(request(1, 50, 'run-2'))).toMatchObject({ state: 'won' });
    expect(calls.budget('run:run-1').reservedUusd).toBe(0);
    expect(calls.budget('run:run-2').reservedUusd).toBe(100);
  });

  test('26: a sweep frees what was not sent and books what was, but for the run that will ask again', async () => {
    const path = storePath();
    const dead = open(path);
    for (const [n, run] of [
      [1, 'old'],
      [2, 'old'],
      [3, 'mine'],
    ] as const)
      await dead.calls.claim(request(n, 100, run));
    await dead.calls.markSent(keyOf(2), 1);
    await dead.calls.markSent(keyOf(3), 1);
    const alive = open(path);
    dead.db.prepare('UPDATE owner SET pid = ? WHERE id = 1').run(noSuchProcess());
    await alive.calls.claim(request(4, 100, 'old'));
    await alive.calls.markSent(keyOf(4), 1);
    const own = open(path);
    expect(await own.calls.sweep('mine')).toBe(1);
    expect(own.calls.budget('run:old')).toMatchObject({ spentUusd: 100, reservedUusd: 100 });
    expect(own.calls.budget('run:mine')).toMatchObject({ spentUusd: 0, reservedUusd: 100 });
    expect(own.db.prepare('SELECT key, status, uusd FROM ledger').all()).toEqual([
      { key: keyOf(2), status: 'maybe_billed', uusd: 100 },
    ]);
    expect(await own.calls.sweep(undefined)).toBe(1);
    expect(own.calls.budget('run:mine')).toMatchObject({ spentUusd: 100, reservedUusd: 0 });
    expect(own.db.prepare('SELECT key FROM intent').all()).toEqual([{ key: keyOf(4) }]);
    expect(own.db.prepare('SELECT id FROM owner').pluck().all()).toEqual([2, 3]);
  });

  test('26: a call that is given up between sending and booking counts as billed', async () => {
    const { calls, db } = open(storePath());
    await calls.claim(request(1, 100));
    await calls.markSent(keyOf(1), 1);
    await calls.release(keyOf(1));
    expect(calls.budget('run:run-1')).toMatchObject({ spentUusd: 100, reservedUusd: 0 });
    expect(db.prepare('SELECT status FROM ledger').pluck().all()).toEqual(['maybe_billed']);
    await calls.claim(request(2, 100));
    await calls.release(keyOf(2));
    expect(calls.budget('run:run-1')).toMatchObject({ spentUusd: 100, reservedUusd: 0 });
  });

  test('26: a store that was closed leaves its calls to others', async () => {
    const path = storePath();
    const first = open(path);
    await first.calls.claim(request(1));
    await first.close();
    expect(await open(path).calls.claim(request(1))).toMatchObject({ state: 'won' });
  });

  test('36: a jump of the wall clock takes no call from a living process, whatever machine it is on', async () => {
    const path = storePath();
    const a = open(path);
    let wall = Date.UTC(2026, 0, 1);
    let monotonic = 0;
    const clock: Clock = { nowMs: () => wall, elapsedMs: () => monotonic };
    const b = open(path, { clock });
    await a.calls.claim(request(1));
    wall += 400 * 24 * 3_600_000;
    expect(await b.calls.claim(request(1))).toEqual({ state: 'held' });
    // Elsewhere only the beat can tell: it stands still for a while, on our own clock, before the owner counts as gone.
    a.db.prepare("UPDATE owner SET host = 'elsewhere', pid = 1 WHERE id = 1").run();
    expect(await b.calls.claim(request(1))).toEqual({ state: 'held' });
    wall -= 800 * 24 * 3_600_000;
    monotonic += 14_000;
    expect(await b.calls.claim(request(1))).toEqual({ state: 'held' });
    a.db.prepare('UPDATE owner SET beat = beat + 1 WHERE id = 1').run();
    monotonic += 14_000;
    expect(await b.calls.claim(request(1))).toEqual({ state: 'held' });
    monotonic += 16_000;
    expect(await b.calls.claim(request(1))).toMatchObject({ state: 'won' });
  });
});

describe('budgets', () => {
  test('a cap holds for what is spent and reserved together, in every scope', async () => {
    const { calls } = open(storePath());
    await calls.setCap('run:run-1', 250);
    await calls.setCap(`day:${calls.today()}`, 300);
    expect((await calls.claim(request(1))).state).toBe('won');
    expect((await calls.claim(request(2))).state).toBe('won');
    expect(await calls.claim(request(3))).toEqual({
      state: 'refused',
      budget: { scope: 'run:run-1', capUusd: 250, spentUusd: 0, reservedUusd: 200 },
    });
    expect((await calls.claim(request(4, 100, 'run-2'))).state).toBe('won');
    expect(await calls.claim(request(5, 1, 'run-2'))).toMatchObject({
      state: 'refused',
      budget: { reservedUusd: 300 },
    });
    expect(await calls.reserve(keyOf(1), 51)).toMatchObject({ scope: 'run:run-1' });
    await calls.release(keyOf(4));
    expect(await calls.reserve(keyOf(1), 50)).toBeUndefined();
    await calls.setCap('run:run-1', undefined);
    expect(await calls.reserve(keyOf(1), 50)).toBeUndefined();
  });

  test('a reservation of one day that is settled on the next leaves nothing behind', async () => {
    const clock = createFixedClock(Date.UTC(2026, 4, 31, 23, 59, 59));
    const { calls, db } = open(storePath(), { clock });
    await calls.setCap('day:2026-05-31', 120);
    await calls.claim(request(1, 100));
    await calls.claim(request(2, 20));
    await calls.markSent(keyOf(1), 1);
    clock.advance(2_000);
    expect(calls.today()).toBe('2026-06-01');
    await calls.settle(outcome(1), entry(1, 60));
    await calls.release(keyOf(2));
    expect(db.prepare('SELECT scope, spent_uusd, reserved_uusd FROM budget ORDER BY scope').all()).toEqual([
      { scope: 'day:2026-05-31', spent_uusd: 60, reserved_uusd: 0 },
      { scope: 'run:run-1', spent_uusd: 60, reserved_uusd: 0 },
    ]);
  });

  test('a change that cannot be is refused alone: the others of its group stand', async () => {
    const store = open(storePath());
    await store.calls.claim(request(1));
    await store.calls.markSent(keyOf(1), 1);
    const settled = store.calls.settle(outcome(1), entry(1, 10));
    const wrong = store.commits.run(() => store.db.exec("INSERT INTO note VALUES ('a', NULL)"));
    const stranger = store.calls.book(entry(2, 10));
    await expect(wrong).rejects.toBeInstanceOf(StoreError);
    await expect(stranger).rejects.toThrow('not ours');
    await settled;
    expect(store.calls.find(keyOf(1))).toEqual(outcome(1));
    expect(spentOf(store)).toBe(10);
    expect(readFileSync(journalOf(store.path), 'utf8').trim().split('\n')).toHaveLength(1);
  });
});

/** One thing that a process does; `n` is the call, `store` the process. */
interface Op {
  readonly kind: 'claim' | 'reserve' | 'markSent' | 'book' | 'settle' | 'release' | 'sweep' | 'die' | 'tomorrow';
  readonly n: number;
  readonly store: number;
  readonly run: string;
  readonly worst: number;
  /** What of the reservation it costs, and what of the rest is kept. */
  readonly share: number;
  readonly keep: number;
}

const anyOp: fc.Arbitrary<Op> = fc.record({
  kind: fc.constantFrom(
    'claim',
    'claim',
    'claim',
    'reserve',
    'markSent',
    'markSent',
    'book',
    'book',
    'settle',
    'release',
    'sweep',
    'die',
    'tomorrow',
  ),
  n: fc.integer({ min: 0, max: 9 }),
  store: fc.constantFrom(0, 1),
  run: fc.constantFrom('a', 'b'),
  worst: fc.integer({ min: 0, max: 400 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  keep: fc.double({ min: 0, max: 1, noNaN: true }),
});
/** What two processes do at the same moment: at most one thing each to a call. */
const burst = fc.uniqueArray(anyOp, { minLength: 1, maxLength: 8, selector: ({ n, store }) => `${n} ${store}` });

interface Held {
  readonly run: string;
  readonly reserved_uusd: number;
}

function apply({ calls }: Store, op: Op, held: Held | undefined): Promise<unknown> {
  const reserved = held?.reserved_uusd ?? 0;
  const uusd = Math.floor(reserved * op.share);
  const booked = entry(op.n, uusd, { run: held?.run ?? op.run });
  switch (op.kind) {
    case 'claim':
      return calls.claim(request(op.n, op.worst, op.run));
    case 'reserve':
      return calls.reserve(keyOf(op.n), op.worst);
    case 'markSent':
      return calls.markSent(keyOf(op.n), 1);
    case 'book':
      return calls.book(booked);
    case 'settle':
      return calls.settle(outcome(op.n), op.keep < 0.9 ? booked : undefined);
    case 'release':
      return calls.release(keyOf(op.n));
    case 'sweep':
      return calls.sweep(op.keep < 0.5 ? op.run : undefined);
    default:
      return Promise.resolve();
  }
}

/** Caps hold, and every sum is the sum of its rows; all seen at one moment. */
function expectSums(watch: Database): void {
  watch.transaction(() => {
    const rows = <T>(sql: string) => watch.prepare(sql).raw().all() as T[];
    for (const [sum, cap] of rows<[number, number]>('SELECT spent_uusd + reserved_uusd, cap_uusd FROM budget'))
      expect(sum).toBeLessThanOrEqual(cap);
    const counted = (column: string, kind: string) =>
      Object.fromEntries(
        rows<[string, number]>(
          `SELECT substr(scope, 5), ${column} FROM budget WHERE ${column} <> 0 AND scope LIKE '${kind}:%'`,
        ),
      );
    const summed = (table: string, column: string, by: string) =>
      Object.fromEntries(
        rows<[string, number]>(`SELECT ${by}, SUM(${column}) AS sum FROM ${table} GROUP BY 1 HAVING sum <> 0`),
      );
    for (const kind of ['run', 'day'])
      expect(counted('reserved_uusd', kind)).toEqual(summed('intent', 'reserved_uusd', kind));
    expect(counted('spent_uusd', 'run')).toEqual(summed('ledger', 'uusd', 'run'));
    const days = Object.values(counted('spent_uusd', 'day')).reduce((sum, uusd) => sum + uusd, 0);
    expect(days).toBe(watch.prepare('SELECT COALESCE(SUM(uusd), 0) FROM ledger').pluck().get());
  })();
}

test('property: whatever two processes do, no cap is passed and every sum is the sum of its rows', async () => {
  const folder = temporaryFolder();
  const gone = noSuchProcess();
  let files = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(burst, { minLength: 4, maxLength: 16 }),
      fc.integer({ min: 100, max: 1_500 }),
      async (bursts, cap) => {
        const clock = createFixedClock(Date.UTC(2026, 0, 1, 12));
        const path = join(folder, `${files++}.db`);
        const stores: Store[] = [];
        const owners: number[] = [];
        const watch = new Sqlite(path);
        const enter = (place: number) => {
          stores[place] = openStore(path, { clock });
          owners[place] = watch.prepare('SELECT MAX(id) FROM owner').pluck().get() as number;
        };
        const setCaps = async () => {
          for (const scope of ['run:a', 'run:b', `day:${stores[0]?.calls.today()}`])
            await stores[0]?.calls.setCap(scope, cap);
        };
        try {
          enter(0);
          enter(1);
          await setCaps();
          for (const ops of bursts) {
            const held = new Map(
              (watch.prepare('SELECT key, run, reserved_uusd FROM intent').all() as (Held & { key: string })[]).map(
                (row) => [row.key, row],
              ),
            );
            const done = await Promise.allSettled(
              ops.map((op) => apply(stores[op.store] as Store, op, held.get(keyOf(op.n)))),
            );
            for (const each of done)
              if (each.status === 'rejected') expect(String(each.reason)).toContain('is not ours');
            for (const op of ops) {
              if (op.kind === 'tomorrow') {
                clock.advance(86_400_000);
                await setCaps();
              } else if (op.kind === 'die') {
                watch.prepare('UPDATE owner SET pid = ? WHERE id = ?').run(gone, owners[op.store]);
                stores[op.store]?.db.close();
                enter(op.store);
              }
            }
            expectSums(watch);
          }
          await stores[0]?.calls.sweep(undefined);
          expectSums(watch);
        } finally {
          watch.close();
          for (const store of stores) if (store.db.open) await store.close();
        }
      },
    ),
    { numRuns: 50 },
  );
});

describe('a file that others hold, or that is full', () => {
  test('32: a lock that another process holds is waited for without blocking, and nothing is lost', async () => {
    const store = open(storePath());
    const other = new Sqlite(store.path);
    later(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const paid = Promise.all(Array.from({ length: 50 }, (_, n) => pay(store, n, 10)));
    let waiting = true;
    paid.then(() => {
      waiting = false;
    });
    await sleep(200);
    expect(waiting).toBe(true);
    expect(store.calls.find(keyOf(1))).toBeUndefined();
    other.exec('COMMIT');
    await paid;
    delay.disable();
    expect(spentOf(store)).toBe(500);
    expect(store.calls.budget('run:run-1')).toMatchObject({ spentUusd: 500, reservedUusd: 0 });
    expect(delay.max / 1e6).toBeLessThan(100);
  });

  test('32: a lock that never ends fails the change with what to do', async () => {
    const store = open(storePath(), { patienceMs: 60 });
    const other = new Sqlite(store.path);
    later(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    await expect(store.calls.claim(request(1))).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining('locked'),
      exitCode: 4,
    });
    other.exec('COMMIT');
    expect((await store.calls.claim(request(1))).state).toBe('won');
  });

  test('31: a full disk fails the change after a while; what is settled stays readable and whole', async () => {
    const store = open(storePath(), { patienceMs: 150 });
    await pay(store, 1, 10);
    await store.calls.claim(request(2));
    await store.calls.markSent(keyOf(2), 1);
    const pages = fillUp(store);
    const started = performance.now();
    const big = 'x'.repeat(200_000);
    await expect(store.calls.settle(outcome(2, JSON.stringify(big)), entry(2, 10))).rejects.toMatchObject({
      name: 'StoreError',
      message: 'the disk is full',
      hint: expect.stringContaining('space'),
      exitCode: 4,
    });
    expect(performance.now() - started).toBeGreaterThan(150);
    expect(store.calls.find(keyOf(1))).toEqual(outcome(1));
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(spentOf(store)).toBe(10);
    expect(store.calls.budget('run:run-1').reservedUusd).toBe(100);
    // Nobody waits again while the disk is known to be full.
    const again = performance.now();
    await expect(store.calls.settle(outcome(2, JSON.stringify(big)), entry(2, 10))).rejects.toBeInstanceOf(StoreError);
    expect(performance.now() - again).toBeLessThan(100);
    store.db.pragma(`max_page_count = ${pages + 1_000}`);
    await store.calls.settle(outcome(2, JSON.stringify(big)), entry(2, 10));
    expect(store.calls.find(keyOf(2))?.body).toHaveLength(200_002);
    expect(journalRows(store.path).map(({ uusd }) => uusd)).toEqual([10, 10]);
  });

  test('31: a change that waits for space goes through when there is some, and is booked once', async () => {
    const store = open(storePath());
    await store.calls.claim(request(1));
    await store.calls.markSent(keyOf(1), 1);
    const pages = fillUp(store);
    const settled = store.calls.settle(outcome(1, JSON.stringify('x'.repeat(200_000))), entry(1, 10));
    await sleep(120);
    expect(store.calls.find(keyOf(1))).toBeUndefined();
    store.db.pragma(`max_page_count = ${pages + 1_000}`);
    await settled;
    expect(spentOf(store)).toBe(10);
    expect(journalRows(store.path)).toHaveLength(1);
  });

  test('31: a journal that cannot be written stops nothing, is told of once, and is made up for later', async () => {
    const warnings: string[] = [];
    const store = open(storePath(), { onWarning: (message) => warnings.push(message) });
    mkdirSync(journalOf(store.path));
    await pay(store, 1, 10);
    await pay(store, 2, 20);
    expect(warnings).toHaveLength(1);
    rmSync(journalOf(store.path), { recursive: true });
    await pay(store, 3, 30);
    expect(journalRows(store.path).map(({ uusd }) => uusd)).toEqual([10, 20, 30]);
  });
});

/** Leaves the file no page to grow by; returns how many it has. */
function fillUp(store: Store): number {
  const pages = Number(store.db.pragma('page_count', { simple: true }));
  store.db.pragma(`max_page_count = ${pages}`);
  return pages;
}

/** The whole lines of the journal. */
function journalRows(path: string): { key: string; uusd: number }[] {
  return readFileSync(journalOf(path), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line));
}

/** A closed store with `n` answers of some 1.8 kB, each paid with 10. */
async function closedStore(n: number): Promise<string> {
  const store = open(storePath());
  await store.calls.setCap('run:run-1', 1_000_000);
  await store.calls.setNote('rung', 'text');
  await Promise.all(Array.from({ length: n }, (_, i) => pay(store, i, 10, JSON.stringify(`${i}`.padEnd(1_800, 'y')))));
  await store.close();
  return store.path;
}

function salvaged(path: string): { store: Store; warnings: string[] } {
  const warnings: string[] = [];
  const store = open(path, { salvage: true, onWarning: (message) => warnings.push(message) });
  expect(warnings).toHaveLength(1);
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(readdirSync(dirname(path)).some((name) => name.includes('.salvage-'))).toBe(false);
  return { store, warnings };
}

const results = ({ db }: Store) => db.prepare('SELECT COUNT(*) FROM result').pluck().get() as number;

describe('33: a damaged file', () => {
  test('of garbage is refused; salvage sets it aside and counts on from the journal', async () => {
    const path = await closedStore(20);
    const garbage = 'this was a store once '.repeat(500);
    writeFileSync(path, garbage);
    expect(() => open(path)).toThrow(
      expect.objectContaining({
        name: 'StoreError',
        code: 'store-damaged',
        exitCode: 4,
        hint: expect.stringContaining('--salvage'),
      }),
    );
    expect(readFileSync(path, 'utf8')).toBe(garbage);
    const { store } = salvaged(path);
    expect(spentOf(store)).toBe(200);
    expect(store.calls.budget('run:run-1').spentUusd).toBe(200);
    expect(store.calls.budget(`day:${store.calls.today()}`).spentUusd).toBe(200);
    const aside = readdirSync(dirname(path)).filter((name) => name.includes('.corrupt-'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(dirname(path), aside[0] as string), 'utf8')).toBe(garbage);
    await pay(store, 100, 5);
    await store.close();
    expect(spentOf(open(path))).toBe(205);
  });

  test('that another process works with is not set aside under its hands', async () => {
    const path = await closedStore(3);
    const db = new Sqlite(path);
    const host = db.prepare("INSERT INTO owner (host, pid, born, beat) VALUES (?, ?, '', 0)");
    const running = open(path);
    const own = running.db.prepare('SELECT host FROM owner').pluck().get() as string;
    await running.close();
    host.run(own, process.ppid);
    db.exec('DELETE FROM ledger');
    db.close();
    expect(() => open(path, { salvage: true })).toThrow(
      expect.objectContaining({
        code: 'store-in-use',
        exitCode: 4,
        message: expect.stringContaining(`${process.ppid}`),
      }),
    );
    expect(readdirSync(dirname(path)).some((name) => name.includes('.corrupt-'))).toBe(false);
  });

  test('that was cut off is refused; salvage keeps the rows of the pages that are left', async () => {
    const path = await closedStore(400);
    truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096);
    expect(() => open(path)).toThrow(expect.objectContaining({ code: 'store-damaged' }));
    const { store } = salvaged(path);
    expect(results(store)).toBeGreaterThan(100);
    expect(results(store)).toBeLessThan(400);
    expect(spentOf(store)).toBe(4_000);
    expect(store.calls.budget('run:run-1')).toMatchObject({ spentUusd: 4_000, reservedUusd: 0, capUusd: 1_000_000 });
    expect(store.calls.note('rung')).toBe('text');
  });

  test('with broken pages in the middle is refused; salvage loses no other row', async () => {
    const path = await closedStore(400);
    const size = statSync(path).size;
    const file = openSync(path, 'r+');
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 197 + 31) % 251));
    // Two places, so that what lies between them can be reached from neither end.
    for (const part of [0.35, 0.65]) writeSync(file, noise, 0, noise.length, Math.floor((size * part) / 4096) * 4096);
    closeSync(file);
    expect(() => open(path)).toThrow(expect.objectContaining({ code: 'store-damaged' }));
    expect(() => open(path, { readOnly: true })).toThrow(expect.objectContaining({ code: 'store-damaged' }));
    const { store } = salvaged(path);
    expect(results(store)).toBeGreaterThan(385);
    expect(spentOf(store)).toBe(4_000);
    for (const row of store.db.prepare('SELECT * FROM result').all() as StoredOutcome[])
      expect(JSON.parse(row.body as string)).toBe(`${Number.parseInt(row.key, 16)}`.padEnd(1_800, 'y'));
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('by noise at any place loses no count of the money (%i)', async (seed) => {
    const path = await closedStore(60);
    const stream = openStream(seed, 'damage');
    const file = openSync(path, 'r+');
    const pages = statSync(path).size / 4096;
    for (let hit = 0; hit < 4; hit++) {
      const noise = Buffer.from(Array.from({ length: 600 }, (_, i) => pickAt(stream, hit * 1_000 + i, 256)));
      writeSync(
        file,
        noise,
        0,
        noise.length,
        pickAt(stream, hit + 90_000, pages) * 4096 + pickAt(stream, hit + 91_000, 3_000),
      );
    }
    closeSync(file);
    const store = open(path, { salvage: true });
    expect(spentOf(store)).toBe(600);
    expect(store.calls.budget('run:run-1').spentUusd).toBeGreaterThanOrEqual(600);
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('of no length, or gone, with money in the journal is not taken for a new one', async () => {
    for (const ruin of [(path: string) => truncateSync(path, 0), (path: string) => rmSync(path)]) {
      const path = await closedStore(5);
      ruin(path);
      expect(() => open(path)).toThrow(
        expect.objectContaining({ code: 'store-damaged', message: expect.stringContaining('empty') }),
      );
      expect(spentOf(salvaged(path).store)).toBe(50);
    }
    const path = storePath();
    writeFileSync(path, '');
    expect(spentOf(open(path))).toBe(0);
  });

  test('without its log, so that the tables are empty, is not taken for a new one', async () => {
    const store = open(storePath());
    await Promise.all([1, 2, 3].map((n) => pay(store, n, 10)));
    const copy = storePath();
    copyFileSync(store.path, copy);
    copyFileSync(journalOf(store.path), journalOf(copy));
    expect(() => open(copy)).toThrow(expect.objectContaining({ code: 'store-damaged' }));
    expect(spentOf(salvaged(copy).store)).toBe(30);
  });

  test('a torn last line of the journal costs that line only, for this process and the next', async () => {
    const path = await closedStore(3);
    appendFileSync(journalOf(path), '{"at_ms":1,"run":"run-1","key":"abc","uusd":1');
    const next = open(path);
    await pay(next, 3, 10);
    await next.close();
    expect(journalRows(path)).toHaveLength(4);
    rmSync(path);
    const { store } = salvaged(path);
    expect(spentOf(store)).toBe(40);
  });

  test('rows that only the file or only the journal has are all counted, none twice', async () => {
    const path = await closedStore(40);
    const lines = readFileSync(journalOf(path), 'utf8').split('\n');
    writeFileSync(journalOf(path), lines.slice(5).join('\n'));
    damageIndex(path);
    expect(() => open(path)).toThrow(expect.objectContaining({ code: 'store-damaged' }));
    expect(spentOf(salvaged(path).store)).toBe(400);
  });

  test('keeps what was under way: it counts as reserved until it is asked after', async () => {
    const first = open(storePath());
    await Promise.all(Array.from({ length: 40 }, (_, n) => pay(first, n, 10, JSON.stringify('z'.repeat(1_800)))));
    await first.calls.claim(request(50, 70));
    await first.calls.markSent(keyOf(50), 2);
    kill(first);
    damageIndex(first.path);
    const { store } = salvaged(first.path);
    expect(store.calls.budget('run:run-1')).toMatchObject({ spentUusd: 400, reservedUusd: 70 });
    expect(await store.calls.claim(request(50, 10))).toMatchObject({
      state: 'won',
      inherited: { sent: true, attempt: 2, reservedUusd: 70 },
    });
  });
});

/** Overwrites the root of an index: no table row is touched. */
function damageIndex(path: string): void {
  const db = new Sqlite(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const root = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'ledger_run'").pluck().get() as number;
  db.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, (root - 1) * 4096);
  closeSync(file);
}

describe('35: a file that cannot be used', () => {
  test('because a newer version wrote it', async () => {
    const path = await closedStore(1);
    const db = new Sqlite(path);
    db.pragma(`user_version = ${STORE_VERSION + 1}`);
    db.close();
    for (const readOnly of [false, true])
      expect(() => open(path, { readOnly })).toThrow(
        expect.objectContaining({
          name: 'StoreError',
          code: 'store-newer',
          exitCode: 4,
          hint: expect.stringContaining('FABULA_CACHE'),
        }),
      );
  });

  test('because nothing may be written there', async () => {
    const path = await closedStore(1);
    const folder = dirname(path);
    const fresh = join(folder, 'none', 'fabula.db');
    chmodSync(folder, 0o555);
    chmodSync(path, 0o444);
    const refused = expect.objectContaining({
      name: 'StoreError',
      exitCode: 4,
      hint: expect.stringContaining('writable'),
    });
    try {
      asNobody(() => {
        expect(() => open(path)).toThrow(refused);
        expect(() => open(fresh)).toThrow(refused);
      });
    } finally {
      chmodSync(folder, 0o700);
    }
    expect(existsSync(fresh)).toBe(false);
  });

  test('because its place keeps no write-ahead log', () => {
    expect(() => open(':memory:')).toThrow(expect.objectContaining({ code: 'store-file-system', exitCode: 4 }));
  });
});

test('several processes that open a new file at once all get it', async () => {
  const path = storePath();
  const code = `
    import { openStore } from ${JSON.stringify(pathToFileURL(resolve('src/store/open-store.ts')).href)};
    import { systemClock } from ${JSON.stringify(pathToFileURL(resolve('src/core/clock.ts')).href)};
    while (Date.now() < Number(process.argv[2]));
    for (let i = 0; i < 10; i++) {
      const store = openStore(process.argv[1], { clock: systemClock });
      await store.calls.setNote(process.pid + '-' + i, 'here');
      await store.close();
    }`;
  const at = String(Date.now() + 1_500);
  const ends = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', code, path, at], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let errors = '';
      child.stderr.on('data', (chunk) => {
        errors += chunk;
      });
      const [end] = await once(child, 'exit');
      return end === 0 ? 'good' : errors;
    }),
  );
  expect(ends).toEqual(['good', 'good', 'good', 'good']);
  expect(open(path).db.prepare('SELECT COUNT(*) FROM note').pluck().get()).toBe(40);
});

/** Runs work as a user who may write nothing: the superuser may write everywhere. */
function asNobody(work: () => void): void {
  const superuser = process.geteuid?.() === 0;
  if (superuser) process.seteuid?.(65_534);
  try {
    work();
  } finally {
    if (superuser) process.seteuid?.(0);
  }
}
