import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../src/core/clock.ts';
import { openStream, pickAt } from '../src/core/random.ts';
import { Engine } from '../src/llm/engine.ts';
import { openAi } from '../src/llm/openai.ts';
import type { Question } from '../src/llm/question.ts';
import { openStore } from '../src/store/open-store.ts';
import { openFaultServer } from '../test/fault-server/fault-server.ts';
import { numberedRequest, pricesAt } from '../test/llm/requests.ts';

/** Calls to a server that refuses what comes too fast. */
export interface StormFigure {
  readonly calls: number;
  readonly seconds: number;
  /** What the server's rate alone would take. */
  readonly idealSeconds: number;
  readonly refusals: number;
  readonly lost: number;
}

/** Answers found in the store. */
export interface LookUpFigure {
  readonly rows: number;
  readonly hitsPerSecond: number;
  readonly missesPerSecond: number;
}

/** Calls that several processes claim and settle in one file. */
export interface SettleFigure {
  readonly processes: number;
  readonly callsPerSecond: number;
  readonly lost: number;
  /** How late timers fire, in the process where it is worst. */
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
}

const RUN = 'bench';
const BODY = JSON.stringify('y'.repeat(1_800));
const keyOf = (n: number) => n.toString(16).padStart(64, '0');
const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

async function inFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fabula-bench-'));
  try {
    return await work(join(folder, 'fabula.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Asks `calls` questions, up to 64 at once, of a server that takes `perSecond` requests, counts the refused ones too, and
 * answers after 200 to 400 ms.
 */
export function measureStorm(calls: number, perSecond: number): Promise<StormFigure> {
  return inFolder(async (path) => {
    const latency = openStream('bench', 'latency');
    const server = await openFaultServer({
      perSecond,
      fault: (n) => ({ kind: 'slow', ms: 200 + pickAt(latency, n, 201) }),
    });
    const store = openStore(path, { clock: systemClock });
    const engine = new Engine({
      provider: openAi({ apiKey: 'bench', baseUrl: server.openAi, own: true }),
      store: store.calls,
      run: RUN,
      priceOf: pricesAt(server.openAi),
      limits: { concurrency: 64 },
    });
    const started = performance.now();
    const outcomes = await Promise.all(Array.from({ length: calls }, (_, n) => engine.ask(question(n))));
    const seconds = (performance.now() - started) / 1000;
    await engine.close();
    await store.close();
    await server.close();
    return {
      calls,
      seconds: rounded(seconds),
      idealSeconds: (calls - perSecond) / perSecond,
      refusals: server.bill.refused,
      lost: outcomes.filter(({ state }) => state !== 'answered').length,
    };
  });
}

function question(n: number): Question<true> {
  return {
    prompt: { id: 'bench', version: 1 },
    purpose: 'bench',
    request: numberedRequest(n, 'ok', 'boolean'),
    read: () => ({ value: true }),
  };
}

/** Looks answers of 1.8 kB up, at random, in a store that has `rows` of them. */
export function measureLookUps(rows: number): Promise<LookUpFigure> {
  return inFolder(async (path) => {
    const store = openStore(path, { clock: systemClock });
    for (let at = 0; at < rows; at += 500)
      await store.commits.run(() => {
        for (let n = at; n < Math.min(rows, at + 500); n++)
          store.calls.putResult(
            { key: keyOf(n), body: BODY, failure: undefined, model: 'test-model', finish: 'stop' },
            { provider: 'bench', purpose: 'bench' },
          );
      });
    const stream = openStream('bench', 'look-ups');
    const rate = (first: number) => {
      const keys = Array.from({ length: 100_000 }, (_, i) => keyOf(first + pickAt(stream, i, rows)));
      const started = performance.now();
      let found = 0;
      for (const key of keys) if (store.calls.find(key)) found++;
      if (found !== (first === 0 ? keys.length : 0)) throw new Error(`${found} of ${keys.length} were found`);
      return Math.round(keys.length / ((performance.now() - started) / 1000));
    };
    const figure = { rows, hitsPerSecond: rate(0), missesPerSecond: rate(rows) };
    await store.close();
    return figure;
  });
}

interface SettleReport {
  readonly p99: number;
  readonly max: number;
  readonly seconds: number;
}

/** Calls that one process has under way at once. */
const AT_ONCE = 32;
/** How often the delay of the event loop is looked at; a look itself counts as that much. */
const LOOK_MS = 1;

/** Claims, sends and settles calls from several processes on one file. */
export function measureSettles(processes: number, callsEach: number): Promise<SettleFigure> {
  return inFolder(async (path) => {
    await openStore(path, { clock: systemClock }).close();
    const reports = await Promise.all(
      Array.from({ length: processes }, async (_, i): Promise<SettleReport> => {
        const child = spawn(
          process.execPath,
          [fileURLToPath(import.meta.url), path, String(i * callsEach), String(callsEach)],
          { stdio: ['ignore', 'pipe', 'inherit'] },
        );
        let output = '';
        child.stdout.on('data', (chunk) => {
          output += chunk;
        });
        const [code] = await once(child, 'close');
        if (code !== 0) throw new Error(`a process ended with ${code}`);
        return JSON.parse(output) as SettleReport;
      }),
    );
    const store = openStore(path, { clock: systemClock, readOnly: true });
    const count = (sql: string) => store.db.prepare(sql).pluck().get() as number;
    const settled = count('SELECT COUNT(*) FROM result JOIN ledger USING (key)');
    const { spentUusd, reservedUusd } = store.calls.budget(`run:${RUN}`);
    await store.close();
    const calls = processes * callsEach;
    return {
      processes,
      callsPerSecond: Math.round(calls / Math.max(...reports.map(({ seconds }) => seconds))),
      lost: calls - Math.min(settled, spentUusd / 10) + reservedUusd,
      delayP99Ms: rounded(Math.max(...reports.map(({ p99 }) => p99)), 1),
      delayMaxMs: rounded(Math.max(...reports.map(({ max }) => max)), 1),
    };
  });
}

/** What one of the processes does. */
async function settleAll(path: string, first: number, count: number): Promise<SettleReport> {
  const store = openStore(path, { clock: systemClock });
  const { calls } = store;
  const delay = monitorEventLoopDelay({ resolution: LOOK_MS });
  let next = first;
  const started = performance.now();
  delay.enable();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n < first + count; n = next++) {
        const key = keyOf(n);
        const common = { key, run: RUN, provider: 'bench', model: 'test-model', purpose: 'bench' };
        const claim = await calls.claim({ ...common, worstUusd: 40 });
        if (claim.state !== 'won') throw new Error(`the call ${n} is ${claim.state}`);
        await calls.markSent(key, 1);
        await calls.settle(
          { key, body: BODY, failure: undefined, model: 'test-model', finish: 'stop' },
          {
            ...common,
            attempt: 1,
            status: 'ok',
            usage: undefined,
            uusd: 10,
            price: 'bench',
            requestId: undefined,
            http: 200,
            ms: 1,
            note: undefined,
          },
        );
      }
    }),
  );
  delay.disable();
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  return { p99: delay.percentile(99) / 1e6 - LOOK_MS, max: delay.max / 1e6 - LOOK_MS, seconds };
}

/** The model layer at work: too many calls for a server, look-ups, and several processes on one store. */
export async function measureModelLayer(): Promise<{
  readonly storm: StormFigure;
  readonly lookUps: LookUpFigure;
  readonly settles: SettleFigure;
}> {
  return {
    storm: await measureStorm(1_200, 60),
    lookUps: await measureLookUps(50_000),
    settles: await measureSettles(4, 5_000),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path, first, count] = process.argv.slice(2);
  if (path) console.log(JSON.stringify(await settleAll(path, Number(first), Number(count))));
  else console.log(await measureModelLayer());
}
