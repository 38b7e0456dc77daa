import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { type BatchRunOptions, runBatches } from '../../src/llm/batch-run.ts';
import { Engine } from '../../src/llm/engine.ts';
import { priceOf } from '../../src/llm/prices.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type Bench, later, ledgerOf, openBench, question, temporaryFolder } from './harness.ts';
import { PRICE, pricesAt } from './requests.ts';

const questions = (n: number) => Array.from({ length: n }, (_, i) => question(i));

async function options({ engine, store }: Bench): Promise<BatchRunOptions> {
  return {
    engine,
    store: store.calls,
    batches: store.batches,
    run: 'run-1',
    price: await priceOf('test-model', { provider: undefined, baseUrl: '', overrides: PRICE, batch: true }),
    signal: new AbortController().signal,
    pollMs: [5, 10],
  };
}

/** An engine of another run that opens the same file and asks the same server. */
function engineOf({ provider, store, server }: Bench, run: string): Engine {
  const other = openStore(store.path, { clock: systemClock });
  later(() => other.close());
  return new Engine({
    provider,
    store: other.calls,
    run,
    priceOf: pricesAt(server.openAi),
  });
}

describe.each(['openai', 'anthropic'] as const)('batches through the real SDK: %s', (api) => {
  test('all rows come back at half the price, in any order, and a repetition sends nothing', async () => {
    const bench = await openBench({ api });
    expect(await runBatches(questions(25), { ...(await options(bench)), itemsPerBatch: 10 })).toBe(0);
    expect(bench.server.batches.batches.size).toBe(3);
    const spent = bench.store.calls.budget('run:run-1');
    expect(spent.reservedUusd).toBe(0);
    expect(spent.spentUusd).toBeGreaterThanOrEqual(Math.floor(bench.server.bill.uusd));
    expect(spent.spentUusd).toBeLessThanOrEqual(Math.ceil(bench.server.bill.uusd) + 25);
    expect(await runBatches(questions(25), await options(bench))).toBe(0);
    expect(bench.server.batches.batches.size).toBe(3);
    expect((await bench.engine.ask(question(3))).origin).toBe('stored');
  });

  test('28: rows that failed or expired stay open, are free, and are asked one by one', async () => {
    const bench = await openBench({ api });
    let n = 0;
    const bad = new Map<string, string>();
    bench.server.batches.failing = (key) => mark(key) === 'failing';
    bench.server.batches.unfinished = (key) => mark(key) === 'unfinished';
    bench.server.batches.endsAs = 'expired';
    const mark = (key: string) => {
      if (!bad.has(key)) bad.set(key, ['good', 'failing', 'unfinished', 'good'][n++ % 4] as string);
      return bad.get(key);
    };
    expect(await runBatches(questions(8), await options(bench))).toBe(4);
    expect(bench.store.calls.budget('run:run-1').reservedUusd).toBe(0);
    expect(ledgerOf(bench.store)).toHaveLength(4);
    const outcomes = await Promise.all(questions(8).map((each) => bench.engine.ask(each)));
    expect(outcomes.map(({ origin }) => origin).filter((origin) => origin === 'stored')).toHaveLength(4);
    expect(outcomes.every(({ state }) => state === 'answered')).toBe(true);
  });

  test('28: a batch of which nothing came back has no output, and nothing is booked', async () => {
    const bench = await openBench({ api });
    bench.server.batches.failing = () => true;
    expect(await runBatches(questions(3), await options(bench))).toBe(3);
    expect(ledgerOf(bench.store)).toHaveLength(0);
  });

  test('27: a run that died after it submitted finds its batch, and nothing is submitted twice', async () => {
    const path = join(temporaryFolder(), 'fabula.db');
    const first = await openBench({ api, path });
    first.server.batches.pollsToEnd = 1_000_000;
    const stop = new AbortController();
    const dying = runBatches(questions(5), { ...(await options(first)), signal: stop.signal });
    setTimeout(() => stop.abort(new Error('killed')), 120);
    await expect(dying).rejects.toBeDefined();
    expect(first.store.calls.budget('run:run-1').reservedUusd).toBeGreaterThan(0);
    // The process is gone: its calls have no owner any more, and the batch goes on at the provider.
    first.store.db.exec('DELETE FROM owner');
    first.server.batches.pollsToEnd = 1;
    expect(await first.store.calls.sweep('another-run')).toBe(0);
    expect(first.store.calls.budget('run:run-1').reservedUusd).toBeGreaterThan(0);
    expect(await runBatches(questions(5), await options(first))).toBe(0);
    expect(first.server.batches.batches.size).toBe(1);
    expect(first.store.calls.budget('run:run-1').reservedUusd).toBe(0);
    expect(ledgerOf(first.store)).toHaveLength(5);
  });

  test('27: a submit whose answer was lost is found again, or stays to be found', async () => {
    const bench = await openBench({ api });
    bench.server.batches.cutSubmit = true;
    expect(await runBatches(questions(4), await options(bench))).toBe(0);
    expect(bench.server.batches.batches.size).toBe(1);
    expect(ledgerOf(bench.store)).toHaveLength(4);
  });

  test('a call that another run has in a batch is not paid for twice; one that was never taken in counts as billed', async () => {
    const bench = await openBench({ api });
    bench.server.batches.pollsToEnd = 1_000_000;
    const stop = new AbortController();
    const dying = runBatches(questions(2), { ...(await options(bench)), signal: stop.signal });
    setTimeout(() => stop.abort(new Error('killed')), 120);
    await expect(dying).rejects.toBeDefined();
    bench.store.db.exec('DELETE FROM owner');
    await expect(engineOf(bench, 'run-2').ask(question(0))).rejects.toMatchObject({
      code: 'in-batch',
      exitCode: 3,
      message: expect.stringContaining('run-1'),
    });
    expect(ledgerOf(bench.store)).toHaveLength(0);
    bench.store.db.exec("UPDATE intent SET day = '2020-01-01'");
    expect((await engineOf(bench, 'run-3').ask(question(0))).origin).toBe('called');
    expect(ledgerOf(bench.store).map(({ status }) => status)).toEqual(['maybe_billed', 'ok']);
    const { spentUusd, reservedUusd } = bench.store.calls.budget('run:run-1');
    expect(spentUusd).toBeGreaterThan(0);
    expect(spentUusd).toBe(reservedUusd);
  });

  test('at the cap what can be paid is submitted, and the run stops', async () => {
    const bench = await openBench({ api, capUusd: 6_000 });
    await expect(runBatches(questions(40), await options(bench))).rejects.toMatchObject({
      code: 'budget',
      exitCode: 3,
    });
    const { spentUusd, reservedUusd } = bench.store.calls.budget('run:run-1');
    expect(spentUusd).toBeGreaterThan(0);
    expect(spentUusd).toBeLessThanOrEqual(6_000);
    expect(reservedUusd).toBe(0);
  });
});

test('a server without a batch service says so', async () => {
  const bench = await openBench({ api: 'compatible' });
  await expect(runBatches(questions(1), await options(bench))).rejects.toMatchObject({
    code: 'no-batches',
    exitCode: 2,
  });
});
