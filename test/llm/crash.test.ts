import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { openStream, pickAt, type Stream, subStream, unitAt } from '../../src/core/random.ts';
import { openStore } from '../../src/store/open-store.ts';
import {
  type Fault,
  type FaultServer,
  type FaultServerOptions,
  openFaultServer,
} from '../fault-server/fault-server.ts';
import { type CrashJob, type CrashLine, crashKey, runCrashJob } from './crash-child.ts';
import { later, temporaryFolder } from './harness.ts';

const RUN = 'run-1';
const PROGRAM = resolve('test/llm/crash-child.ts');
/** Long enough that only a server that means it runs into it, however busy the machine is. */
const PATIENT = { deadlineMs: 20_000 };

/** The answer that belongs to a question. */
const answer = (_: unknown, user: string) => JSON.stringify({ told: `an answer to ${user}` });

interface Scene {
  readonly server: FaultServer;
  readonly path: string;
  /** Resolves when the server works on nothing any more. */
  idle(): Promise<void>;
}

async function openScene(options: FaultServerOptions): Promise<Scene> {
  const server = await openFaultServer({ answer, ...options });
  later(() => server.close());
  const path = join(temporaryFolder(), 'fabula.db');
  await openStore(path, { clock: systemClock }).close();
  return { server, path, idle: () => sleep((options.latencyMs ?? 0) + 60) };
}

interface Child {
  readonly lines: CrashLine[];
  /** How it ended: `good`, `killed`, or what it wrote to stderr. */
  readonly end: Promise<string>;
  readonly begun: boolean;
  readonly ended: boolean;
  kill(): void;
}

/** Compiled programs, so that a process starts twice as fast. */
const compileCache = resolve('node_modules/.cache/fabula-test');

/** Starts a process on a job. */
function startChild(job: CrashJob): Child {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  const kill = () => child.kill('SIGKILL');
  later(kill);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    started.begun = true;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    errors += chunk;
  });
  const started = {
    lines: [] as CrashLine[],
    begun: false,
    ended: false,
    kill,
    end: once(child, 'close').then(([code, signal]) => {
      started.ended = true;
      // A kill can tear the last line.
      for (const line of output.split('\n').slice(0, -1)) started.lines.push(JSON.parse(line) as CrashLine);
      return signal === 'SIGKILL' ? 'killed' : code === 0 ? 'good' : errors;
    }),
  };
  return started;
}

/** Runs a job to its end in this process. */
async function finish(job: CrashJob): Promise<CrashLine[]> {
  const lines: CrashLine[] = [];
  await runCrashJob(job, (line) => lines.push(JSON.parse(JSON.stringify(line)) as CrashLine));
  return lines;
}

/** The outcomes of all processes by question; fails where two of them disagree. */
function union(all: readonly (readonly CrashLine[])[]): Map<number, unknown> {
  const outcomes = new Map<number, unknown>();
  for (const line of all.flat()) {
    if (!('n' in line)) continue;
    if (outcomes.has(line.n)) expect(line.outcome).toEqual(outcomes.get(line.n));
    outcomes.set(line.n, line.outcome);
  }
  return outcomes;
}

/** Resolves when the server has had that many requests, or one of the children has ended. */
async function requestsReach(server: FaultServer, count: number, running: readonly Child[]): Promise<void> {
  while (server.bill.requests < count && !running.some(({ ended }) => ended)) await sleep(2);
}

/** Resolves when a child has opened the store, or ended. */
async function begun(child: Child): Promise<void> {
  while (!child.begun && !child.ended) await sleep(1);
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const duplicates = ({ bill }: FaultServer) => [...bill.worked.values()].reduce((sum, times) => sum + times - 1, 0);

interface Books {
  readonly rows: number;
  readonly ledger: number;
  readonly spent: number;
  readonly reserved: number;
  readonly intents: number;
  readonly results: number;
  readonly integrity: string;
}

function booksOf(path: string): Books {
  const db = new Sqlite(path, { readonly: true });
  const one = (sql: string) => (db.prepare(sql).pluck().get() ?? 0) as number;
  const books = {
    rows: one('SELECT COUNT(*) FROM ledger'),
    ledger: one('SELECT SUM(uusd) FROM ledger'),
    spent: one(`SELECT spent_uusd FROM budget WHERE scope = 'run:${RUN}'`),
    reserved: one(`SELECT SUM(reserved_uusd) FROM budget`),
    intents: one('SELECT COUNT(*) FROM intent'),
    results: one('SELECT COUNT(*) FROM result'),
    integrity: db.pragma('integrity_check', { simple: true }) as string,
  };
  db.close();
  return books;
}

/** Fails where the server worked a question out more often than the ledger counts money for it, or billed more in all. */
function expectAllCounted(path: string, server: FaultServer): void {
  const db = new Sqlite(path, { readonly: true });
  const rows = db.prepare('SELECT key, COUNT(*), SUM(uusd) FROM ledger WHERE uusd > 0 GROUP BY key').raw().all();
  db.close();
  const counted = new Map((rows as [string, number, number][]).map(([key, times]) => [key, times]));
  const under = [...server.bill.worked].filter(
    ([user, times]) => times > (counted.get(crashKey(Number(user.split(' ')[1]), server.openAi)) ?? 0),
  );
  expect(under).toEqual([]);
  expect((rows as [string, number, number][]).reduce((sum, [, , uusd]) => sum + uusd, 0)).toBeGreaterThanOrEqual(
    server.bill.uusd,
  );
}

describe('26: kill -9 with calls under way', () => {
  test.each([
    { keeps: true, kills: 10, most: 0 },
    { keeps: false, kills: 5, most: 16 },
  ])('where the provider keeps answers: $keeps', async ({ keeps, kills, most }) => {
    const { server, path, idle } = await openScene({ keeps, latencyMs: 30 });
    const stream = openStream(keeps ? 1 : 2, 'kills');
    const questions = range(kills * 45);
    const job = { path, baseUrl: server.openAi, run: RUN, questions, limits: PATIENT };
    const lines: CrashLine[][] = [];
    for (let round = 0; round < kills; round++) {
      const child = startChild(job);
      await requestsReach(server, server.bill.requests + 10 + pickAt(stream, round, 50), [child]);
      await sleep(pickAt(stream, round + 1_000, 30));
      child.kill();
      expect(await child.end).toBe('killed');
      lines.push(child.lines);
      await idle();
    }
    lines.push(await finish(job));
    const { bill } = server;
    const books = booksOf(path);
    expect(union(lines).size).toBe(questions.length);
    expect(bill.worked.size).toBe(questions.length);
    expect(duplicates(server)).toBeLessThanOrEqual(most * kills);
    expectAllCounted(path, server);
    expect(books).toMatchObject({
      spent: books.ledger,
      reserved: 0,
      intents: 0,
      results: questions.length,
      integrity: 'ok',
    });
    const { requests } = bill;
    await finish(job);
    expect(bill.requests).toBe(requests);
  });
});

test('25: four processes on the same questions: each is paid for once, and no settle is lost', async () => {
  const { server, path } = await openScene({ latencyMs: 20 });
  const questions = range(250);
  const job = { path, baseUrl: server.openAi, run: RUN, questions, limits: PATIENT };
  const four = range(4).map(() => startChild(job));
  expect(await Promise.all(four.map(({ end }) => end))).toEqual(['good', 'good', 'good', 'good']);
  const books = booksOf(path);
  expect(duplicates(server)).toBe(0);
  expect(server.bill.requests).toBe(250);
  for (const { lines } of four) expect(union([lines]).size).toBe(250);
  expect(union(four.map(({ lines }) => lines)).size).toBe(250);
  expect(books).toMatchObject({
    rows: 250,
    results: 250,
    spent: books.ledger,
    reserved: 0,
    intents: 0,
    integrity: 'ok',
  });
  expectAllCounted(path, server);
  expect(books.ledger).toBeLessThanOrEqual(server.bill.uusd + 250);
});

/** What one of the random scripts does; its seed says it all. */
interface Script {
  readonly seed: number;
  readonly processes: number;
  readonly kills: number;
  /** Kills as soon as a process has begun, over what it inherits; else after it has asked some questions. */
  readonly hasty: boolean;
  readonly questions: number;
  readonly capUusd: number | undefined;
  readonly keeps: boolean;
  readonly latencyMs: number;
  /** The share of requests that meet a fault. */
  readonly faults: number;
}

const pick = <T>(stream: Stream, node: number, choices: readonly T[]): T =>
  choices[pickAt(stream, node, choices.length)] as T;

function scriptOf(seed: number): Script {
  const stream = openStream(seed, 'crash');
  const questions = 40 + pickAt(stream, 1, 60);
  return {
    seed,
    processes: seed % 3 === 0 ? 4 : 1 + pickAt(stream, 2, 2),
    kills: 1 + pickAt(stream, 3, 3) * (seed % 2 === 0 ? 2 : 1),
    hasty: seed % 2 === 0,
    questions,
    // About 490 micro-dollars an answer: some scripts run out of money before they are killed.
    capUusd: pick(stream, 4, [undefined, undefined, questions * 300, questions * 700]),
    keeps: pick(stream, 5, [true, false]),
    latencyMs: pick(stream, 6, [2, 10, 30]),
    faults: pick(stream, 7, [0, 0.1, 0.25, 0.4]),
  };
}

/** Faults that a call gets over, is given up for, or stops the run. */
const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 429, headers: { 'retry-after-ms': '30' } },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500, body: '<html>busy</html>' },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 400 },
  { kind: 'hang' },
  { kind: 'drip', everyMs: 5 },
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'middle' },
  { kind: 'raw', text: '<html>busy</html>', type: 'text/html' },
  { kind: 'raw', text: '{"id": "x", "choices": [{"mess' },
  { kind: 'error-200', code: 502, message: 'upstream' },
  { kind: 'refusal' },
  { kind: 'filter' },
  { kind: 'truncated', content: '{"told": "an ans' },
  { kind: 'empty' },
  { kind: 'ok', content: 'no idea' },
  { kind: 'ok', content: '{"told": 1}' },
  { kind: 'other-model', model: 'elsewhere' },
  { kind: 'slow', ms: 120 },
  { kind: 'status', status: 402 },
];

const IMPATIENT = { deadlineMs: 250, backoffMs: [5, 20] as const, maxWaitMs: 2_000, budgetWaitMs: 600 };

/** Watches the budget from another connection; what was ever wrong with it is in `breaches`. */
function watchBudget(path: string): { readonly breaches: string[]; stop(): number } {
  const db = new Sqlite(path, { readonly: true, timeout: 100 });
  const look = db.prepare(
    `SELECT scope, cap_uusd, spent_uusd, reserved_uusd,
      (SELECT COALESCE(SUM(uusd), 0) FROM ledger) AS booked, (SELECT COALESCE(SUM(reserved_uusd), 0) FROM intent) AS held
     FROM budget WHERE scope = 'run:${RUN}'`,
  );
  const breaches: string[] = [];
  let looks = 0;
  const timer = setInterval(() => {
    looks++;
    const now = look.get() as
      | Record<'cap_uusd' | 'spent_uusd' | 'reserved_uusd' | 'booked' | 'held', number>
      | undefined;
    if (!now) return;
    const over = now.cap_uusd !== null && now.spent_uusd + now.reserved_uusd > now.cap_uusd;
    if (over || now.spent_uusd !== now.booked || now.reserved_uusd !== now.held) breaches.push(JSON.stringify(now));
  }, 4);
  return {
    breaches,
    stop() {
      clearInterval(timer);
      db.close();
      return looks;
    },
  };
}

async function setCap(path: string, capUusd: number | undefined): Promise<void> {
  const store = openStore(path, { clock: systemClock });
  await store.calls.setCap(`run:${RUN}`, capUusd);
  await store.close();
}

async function play(script: Script): Promise<void> {
  const stream = openStream(script.seed, 'play');
  const faults = subStream(stream, 1);
  const { server, path, idle } = await openScene({
    keeps: script.keeps,
    latencyMs: script.latencyMs,
    fault: (n) =>
      unitAt(faults, n) < script.faults ? (FAULTS[pickAt(faults, n + 1_000_000, FAULTS.length)] as Fault) : undefined,
  });
  await setCap(path, script.capUusd);
  const watch = watchBudget(path);
  const job = { path, baseUrl: server.openAi, run: RUN, questions: range(script.questions), limits: IMPATIENT };
  const early: Child[] = [];
  let running = range(script.processes).map(() => startChild(job));
  early.push(...running);
  for (let kill = 0; kill < script.kills; kill++) {
    const hasty = script.hasty && kill > 0;
    const victim = hasty ? (running.at(-1) as Child) : pick(stream, 30 + kill, running);
    if (hasty) await begun(victim);
    else await requestsReach(server, server.bill.requests + 3 + pickAt(stream, 10 + kill, 30), running);
    await sleep(pickAt(stream, 20 + kill, hasty ? 40 : 20));
    victim.kill();
    await victim.end;
    const next = startChild(job);
    early.push(next);
    running = [...running.filter((child) => child !== victim && !child.ended), next];
  }
  for (const child of early) expect(['good', 'killed']).toContain(await child.end);
  // From here on all goes well: every question is settled, by one process or by four.
  server.play(undefined);
  await setCap(path, undefined);
  const last = script.processes === 4 ? range(3).map(() => startChild(job)) : [];
  const finals = [await finish(job)];
  for (const child of last) {
    expect(await child.end).toBe('good');
    finals.push(child.lines);
  }
  const outcomes = union([...finals, ...early.map(({ lines }) => lines.filter((line) => isSettled(line)))]);
  for (const lines of finals) expect(lines.filter((line) => 'n' in line)).toHaveLength(script.questions);
  await idle();
  const { requests } = server.bill;
  const again = await finish(job);
  expect(server.bill.requests).toBe(requests);
  expect(union([again])).toEqual(outcomes);
  expect(watch.breaches).toEqual([]);
  expect(watch.stop()).toBeGreaterThan(5);
  const books = booksOf(path);
  expect(books).toMatchObject({
    spent: books.ledger,
    reserved: 0,
    intents: 0,
    results: script.questions,
    integrity: 'ok',
  });
  expectAllCounted(path, server);
}

/** Whether a line tells of something that is kept: what was given up without an answer is asked for again. */
function isSettled(line: CrashLine): boolean {
  if (!('n' in line)) return false;
  const { outcome } = line;
  return !('reason' in outcome) || !['no-answer', 'rejected', 'too-long'].includes(outcome.reason as string);
}

describe('random faults and random kills', () => {
  const scripts = range(Number(process.env.FABULA_CRASH_SCRIPTS ?? 12)).map((i) => scriptOf(i + 1));
  test.each(scripts)('script $seed: $processes processes, $kills kills, faults $faults', async (script) => {
    await play(script);
  });
});
