import { expect, test } from 'vitest';
import { ProviderError } from '../../src/core/errors.ts';
import { priceOf } from '../../src/llm/prices.ts';
import { mostTokens } from '../../src/llm/usage.ts';
import { type Bench, ledgerOf, openBench, question } from './harness.ts';
import { PRICE } from './requests.ts';

/** What one attempt at a question can cost at most. */
async function worstOf({ engine }: Bench, n: number): Promise<number> {
  const price = await priceOf('test-model', { provider: undefined, baseUrl: '', overrides: PRICE });
  const sent = JSON.stringify(engine.address(question(n)).body);
  return price.worstOf(mostTokens(sent), question(n).request.maxOutputTokens);
}

const STOP = new ProviderError('enough', 'enough', { hint: 'none' });

test('two that ask the same while a server turns out to have no structured output are both answered', async () => {
  const { engine } = await openBench({
    fault: (_, body) =>
      body.response_format
        ? { kind: 'status', status: 400, body: { error: { message: 'response_format is not supported' } } }
        : undefined,
  });
  const outcomes = await Promise.all([1, 1, 1].map((n) => engine.ask(question(n))));
  expect(outcomes.map(({ state }) => state)).toEqual(['answered', 'answered', 'answered']);
});

test('an answer whose reader fails is a fault of ours, and is booked all the same', async () => {
  const { engine, server, store } = await openBench();
  const broken = {
    ...question(1),
    read: () => {
      throw new TypeError('a fault of the reader');
    },
  };
  await expect(engine.ask(broken)).rejects.toThrow('a fault of the reader');
  const [row] = ledgerOf(store);
  expect(row?.status).toBe('maybe_billed');
  expect(row?.uusd).toBeGreaterThanOrEqual(server.bill.uusd);
  expect(store.calls.budget('run:run-1').reservedUusd).toBe(0);
});

test('calls that wait at the gate when the run is stopped are not sent, and cost nothing', async () => {
  const { engine, server, store } = await openBench({
    fault: () => ({ kind: 'status', status: 429, headers: { 'retry-after-ms': '200' } }),
  });
  const asked = [1, 2, 3].map((n) => engine.ask(question(n)));
  const ends = Promise.allSettled(asked);
  while (server.bill.requests < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  engine.stop(STOP);
  for (const end of await ends) expect(end).toEqual({ status: 'rejected', reason: STOP });
  expect(server.bill.requests).toBe(3);
  expect(store.calls.budget('run:run-1')).toMatchObject({ spentUusd: 0, reservedUusd: 0 });
});

test('what a close ends early is told of as stopped', async () => {
  const { engine } = await openBench({
    fault: () => ({ kind: 'status', status: 429, headers: { 'retry-after-ms': '1500' } }),
  });
  const end = engine.ask(question(1));
  const told = expect(end).rejects.toMatchObject({ name: 'ProviderError', code: 'stopped' });
  await new Promise((resolve) => setTimeout(resolve, 60));
  await engine.close();
  await told;
});

test('near the cap a call that is asked again waits for what others have reserved', async () => {
  const bench = await openBench({
    latencyMs: 30,
    fault: (n) => (n === 0 ? { kind: 'ok', content: 'no idea' } : undefined),
  });
  const { engine, store } = bench;
  const worst = await worstOf(bench, 1);
  await store.calls.setCap('run:run-1', Math.floor(worst * 1.95));
  const outcomes = await Promise.all([1, 2, 3].map((n) => engine.ask(question(n))));
  expect(outcomes.map(({ state }) => state)).toEqual(['answered', 'answered', 'answered']);
});

test('near the cap all calls of a dead process are asked after before one of them is paid for again', async () => {
  const bench = await openBench();
  const { engine, provider, server, store } = bench;
  const lost = Array.from({ length: 8 }, (_, n) => ({ n, ...engine.address(question(n)) }));
  const worst = await worstOf(bench, 1);
  await store.calls.setCap('run:run-1', worst * 8);
  const call = { run: 'run-1', provider: provider.id, model: 'test-model', purpose: 'test', worstUusd: worst };
  for (const { n, key, body } of lost) {
    expect(await store.calls.claim({ ...call, key })).toMatchObject({ state: 'won' });
    await store.calls.markSent(key, 1);
    // The first four never arrived.
    if (n >= 4) await provider.send(body, { signal: new AbortController().signal, tag: `${key.slice(0, 48)}-1` });
  }
  store.db.exec('UPDATE intent SET owner = 0');
  const outcomes = await Promise.all(lost.map(({ n }) => engine.ask(question(n))));
  expect(outcomes.every(({ state }) => state === 'answered')).toBe(true);
  expect(server.bill.requests).toBe(8);
  const statuses = ledgerOf(store).map(({ status }) => status);
  expect(statuses.sort()).toEqual([
    ...Array(4).fill('corrected'),
    ...Array(4).fill('maybe_billed'),
    ...Array(4).fill('ok'),
  ]);
  expect(store.calls.budget('run:run-1').spentUusd).toBeLessThanOrEqual(worst * 8);
});
