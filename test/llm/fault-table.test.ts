import { describe, expect, test } from 'vitest';
import { StoreError } from '../../src/core/errors.ts';
import { Engine } from '../../src/llm/engine.ts';
import { CHARGE } from '../fault-server/fault-server.ts';
import { ledgerOf, openBench, question } from './harness.ts';
import { pricesAt } from './requests.ts';

const APIS = ['openai', 'anthropic'] as const;

describe.each(APIS)('faults of calls through the real SDK: %s', (api) => {
  test('a good answer is booked at what the provider charges and asked for once', async () => {
    const { engine, server, store } = await openBench({ api });
    expect(await engine.ask(question(1))).toEqual({ state: 'answered', value: { ok: true }, origin: 'called' });
    expect(await engine.ask(question(1))).toEqual({ state: 'answered', value: { ok: true }, origin: 'stored' });
    expect(server.bill.requests).toBe(1);
    const spent = store.calls.budget('run:run-1').spentUusd;
    expect(spent).toBeGreaterThanOrEqual(Math.floor(server.bill.uusd));
    expect(spent).toBeLessThanOrEqual(Math.ceil(server.bill.uusd) + 1);
  });

  test('1: a burst of 429 closes one gate for all, and no row is lost', async () => {
    const { engine, server, store } = await openBench({
      api,
      fault: (n) => (n < 3 ? { kind: 'status', status: 429, headers: { 'retry-after-ms': '80' } } : undefined),
    });
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => engine.ask(question(n))));
    expect(outcomes.every(({ state }) => state === 'answered')).toBe(true);
    expect(server.bill.requests).toBe(15);
    const failed = ledgerOf(store).filter(({ status }) => status === 'failed');
    expect(failed.map(({ uusd, http }) => [uusd, http])).toEqual([
      [0, 429],
      [0, 429],
      [0, 429],
    ]);
  });

  test("2: a Retry-After date counts from the answer's own date, and garbage falls back to a backoff", async () => {
    const past = new Date(Date.now() - 3_600_000).toUTCString();
    const { engine } = await openBench({
      api,
      fault: (n) =>
        n === 0
          ? // The server's clock is an hour slow: by ours, its date is long past, by its own one second ahead.
            {
              kind: 'status',
              status: 429,
              headers: { date: past, 'retry-after': new Date(Date.parse(past) + 1000).toUTCString() },
            }
          : n === 1
            ? { kind: 'status', status: 429, headers: { 'retry-after': 'soon' } }
            : undefined,
    });
    const started = performance.now();
    expect((await engine.ask(question(1))).state).toBe('answered');
    expect(performance.now() - started).toBeGreaterThan(900);
  });

  test('3: a wait longer than allowed pauses the run and says when to come back', async () => {
    const { engine } = await openBench({
      api,
      fault: () => ({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }),
    });
    await expect(engine.ask(question(1))).rejects.toMatchObject({ code: 'paused', exitCode: 3 });
    await expect(engine.ask(question(2))).rejects.toMatchObject({ code: 'paused' });
  });

  test('4: an account without credit stops the run at once, and what is settled stays', async () => {
    const { engine, server } = await openBench({
      api,
      fault: (n) =>
        n === 0
          ? undefined
          : {
              kind: 'status',
              status: 429,
              body: {
                error: {
                  type: 'insufficient_quota',
                  code: 'insufficient_quota',
                  message: 'You exceeded your current quota',
                },
              },
            },
    });
    await engine.ask(question(1));
    await expect(engine.ask(question(2))).rejects.toMatchObject({ code: 'quota', exitCode: 3 });
    await expect(engine.ask(question(3))).rejects.toMatchObject({ code: 'quota' });
    expect((await engine.ask(question(1))).state).toBe('answered');
    expect(server.bill.requests).toBe(2);
  });

  test.each([500, 502, 503, 529])('5: status %i is tried again', async (status) => {
    const { engine, server } = await openBench({
      api,
      fault: (n) => (n < 2 ? { kind: 'status', status, body: '<html>bad gateway</html>' } : undefined),
    });
    expect((await engine.ask(question(1))).state).toBe('answered');
    expect(server.bill.requests).toBe(3);
  });

  test('5: a provider that only fails is given up', async () => {
    const { engine, server } = await openBench({
      api,
      limits: { maxWaitMs: 50 },
      fault: () => ({ kind: 'status', status: 500 }),
    });
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => engine.ask(question(n))));
    const stopped = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(stopped.length).toBeGreaterThan(0);
    expect((stopped.at(-1) as PromiseRejectedResult).reason).toMatchObject({ code: 'provider-down', exitCode: 3 });
    expect(server.bill.requests).toBeLessThan(120);
  });

  test.each([401, 403])('6: status %i stops at the first call', async (status) => {
    const { engine, server } = await openBench({ api, fault: () => ({ kind: 'status', status }) });
    await expect(engine.ask(question(1))).rejects.toMatchObject({ code: 'credentials', exitCode: 2 });
    await expect(engine.ask(question(2))).rejects.toMatchObject({ code: 'credentials' });
    expect(server.bill.requests).toBe(1);
  });

  test('7: an unknown model is named with the nearest ones', async () => {
    const { engine } = await openBench({
      api,
      models: ['test-modal', 'other'],
      fault: () => ({
        kind: 'status',
        status: 404,
        body: { error: { code: 'model_not_found', message: 'no such model' } },
      }),
    });
    await expect(engine.ask(question(1))).rejects.toMatchObject({
      code: 'no-model',
      exitCode: 2,
      hint: expect.stringContaining('test-modal'),
    });
  });

  test('8: a question that is too long is not tried again', async () => {
    const { engine, server } = await openBench({
      api,
      fault: (n) =>
        n === 0
          ? undefined
          : { kind: 'status', status: 400, body: { error: { message: 'maximum context length exceeded' } } },
    });
    await engine.ask(question(1));
    expect(await engine.ask(question(2))).toMatchObject({ state: 'failed', reason: 'too-long' });
    expect(server.bill.requests).toBe(2);
  });

  test('8: a server without structured output is asked one rung lower, once, and the rung is remembered', async () => {
    const { engine, server } = await openBench({
      api,
      fault: (_, body) =>
        body.response_format || body.output_config
          ? {
              kind: 'status',
              status: api === 'openai' ? 500 : 400,
              body: { error: { message: 'response_format json_schema: unsupported output_config' } },
            }
          : undefined,
    });
    expect((await engine.ask(question(1))).state).toBe('answered');
    const before = server.bill.requests;
    expect((await engine.ask(question(2))).state).toBe('answered');
    expect(server.bill.requests - before).toBe(1);
    expect(engine.rungOf('test-model')).toBe('text');
  });

  test('8: calls that were under way together drop one rung, not one each', async () => {
    const { engine, server } = await openBench({
      api,
      latencyMs: 30,
      fault: (_, body) =>
        (body.response_format as { type?: string } | undefined)?.type === 'json_schema' || body.output_config
          ? { kind: 'status', status: 500, body: { error: { message: 'response_format: json_schema output_config' } } }
          : undefined,
    });
    const outcomes = await Promise.all([1, 2, 3, 4].map((n) => engine.ask(question(n))));
    expect(outcomes.every(({ state }) => state === 'answered')).toBe(true);
    expect(engine.rungOf('test-model')).toBe(api === 'openai' ? 'json_object' : 'text');
    expect(server.bill.requests).toBe(8);
  });

  test.each([
    ['9: no headers', { kind: 'hang' } as const],
    ['10: a byte at a time', { kind: 'drip', everyMs: 60 } as const],
  ])('%s: our own deadline ends it, and it counts as billed', async (_, fault) => {
    const { engine, server, store } = await openBench({
      api,
      keeps: false,
      limits: { deadlineMs: 400 },
      fault: (n) => (n === 0 ? fault : undefined),
    });
    expect((await engine.ask(question(1))).state).toBe('answered');
    const [first, second] = ledgerOf(store);
    expect([first?.status, second?.status]).toEqual(['maybe_billed', 'ok']);
    expect(first?.uusd).toBeGreaterThan(0);
    expect(ledgerOf(store).reduce((sum, { uusd }) => sum + uusd, 0)).toBeGreaterThanOrEqual(
      Math.floor(server.bill.uusd),
    );
  });

  test('9: after a second silence the row falls back', async () => {
    const { engine, server } = await openBench({
      api,
      keeps: false,
      limits: { deadlineMs: 150 },
      fault: () => ({ kind: 'hang' }),
    });
    expect(await engine.ask(question(1))).toMatchObject({ state: 'failed', reason: 'no-answer' });
    expect(server.bill.requests).toBe(2);
  });

  test.each(['before', 'middle'] as const)('11, 12: a connection reset %s the answer is tried again', async (when) => {
    const { engine, server, store } = await openBench({
      api,
      keeps: false,
      fault: (n) => (n === 0 ? { kind: 'reset', when } : undefined),
    });
    expect((await engine.ask(question(1))).state).toBe('answered');
    expect(ledgerOf(store).reduce((sum, { uusd }) => sum + uusd, 0)).toBeGreaterThanOrEqual(
      Math.floor(server.bill.uusd),
    );
  });

  test.each([
    ['HTML', { kind: 'raw', text: '<html>busy</html>', type: 'text/html' } as const],
    ['a cut-off envelope', { kind: 'raw', text: '{"id": "x", "choices": [{"mess' } as const],
  ])('13: %s with status 200 counts as billed and is tried once more', async (_, fault) => {
    const { engine, server, store } = await openBench({
      api,
      keeps: false,
      fault: (n) => (n === 0 ? fault : undefined),
    });
    expect((await engine.ask(question(1))).state).toBe('answered');
    expect(server.bill.requests).toBe(2);
    expect(ledgerOf(store)[0]?.status).toBe('maybe_billed');
  });

  test('14: an error inside a good status is what it says', async () => {
    const { engine, server } = await openBench({
      api,
      fault: (n) => (n === 0 ? { kind: 'error-200', code: 429, message: 'slow down' } : undefined),
    });
    expect((await engine.ask(question(1))).state).toBe('answered');
    expect(server.bill.requests).toBe(2);
    expect(engine.figures.faults).toEqual({ 'rate-limit': 1 });
  });

  test('15: malformed content is mended where it can be, asked for again where not, and remembered as a failure', async () => {
    const bench = await openBench({
      api,
      fault: (n) => (n === 0 ? { kind: 'ok', content: 'Sure!\n```json\n{"ok": true,}\n```' } : undefined),
    });
    expect((await bench.engine.ask(question(1))).state).toBe('answered');
    expect(bench.server.bill.requests).toBe(1);
    const { engine, server, store } = await openBench({ api, fault: () => ({ kind: 'ok', content: 'no idea' }) });
    expect(await engine.ask(question(1))).toEqual({ state: 'failed', reason: 'invalid', origin: 'called' });
    expect(server.bill.requests).toBe(3);
    expect(ledgerOf(store).map(({ status }) => status)).toEqual(['unusable', 'unusable', 'unusable']);
    expect(ledgerOf(store).every(({ uusd }) => uusd > 0)).toBe(true);
    expect(await engine.ask(question(1))).toEqual({ state: 'failed', reason: 'invalid', origin: 'stored' });
    expect(server.bill.requests).toBe(3);
  });

  test('16: an answer of another shape is asked for again with what was wrong', async () => {
    const { engine, server } = await openBench({
      api,
      fault: (n) => (n === 0 ? { kind: 'ok', content: '{"okay": 1}' } : undefined),
    });
    expect((await engine.ask(question(1))).state).toBe('answered');
    expect(JSON.stringify(server.bodies[1]?.messages)).toContain('there is no \\"ok\\" in it');
    expect(JSON.stringify(server.bodies[1]?.messages)).toContain('okay');
  });

  test.each([
    ['17: a refusal', { kind: 'refusal' } as const, 'refused'],
    ['18: a filtered answer', { kind: 'filter' } as const, api === 'openai' ? 'filtered' : 'refused'],
  ])('%s is billed, not asked again, and remembered', async (_, fault, reason) => {
    const { engine, server, store } = await openBench({ api, fault: () => fault });
    expect(await engine.ask(question(1))).toMatchObject({ state: 'failed', reason });
    expect(await engine.ask(question(1))).toMatchObject({ state: 'failed', reason, origin: 'stored' });
    expect(server.bill.requests).toBe(1);
    expect(ledgerOf(store)[0]?.uusd).toBeGreaterThan(0);
  });

  test('19: a truncated answer gets twice the room, once, and the torn text is never kept', async () => {
    const { engine, server, store } = await openBench({
      api,
      fault: (n) => (n === 0 ? { kind: 'truncated', content: '{"ok": tr' } : undefined),
    });
    expect((await engine.ask(question(1))).state).toBe('answered');
    const limits = server.bodies.map((body) => body.max_completion_tokens ?? body.max_tokens);
    expect(limits).toEqual([100, 200]);
    expect(ledgerOf(store).map(({ status }) => status)).toEqual(['truncated', 'ok']);
    expect(store.db.prepare('SELECT body FROM result').all()).toEqual([{ body: '{"ok":true}' }]);
  });

  test('20: an empty answer is asked for once more', async () => {
    const { engine, server, store } = await openBench({ api, fault: () => ({ kind: 'empty' }) });
    expect(await engine.ask(question(1))).toMatchObject({ state: 'failed' });
    expect(server.bill.requests).toBe(2);
    expect(ledgerOf(store).every(({ uusd }) => uusd > 0)).toBe(true);
  });

  test('22: a server that counts nothing is booked by an estimate, marked as such', async () => {
    const { engine, store } = await openBench({ api, fault: () => ({ kind: 'no-usage' }) });
    await engine.ask(question(1));
    expect(ledgerOf(store)[0]).toMatchObject({ status: 'ok', estimated: 1 });
    expect(ledgerOf(store)[0]?.uusd).toBeGreaterThan(0);
  });

  test('23: another model than asked is recorded and priced by its own price or that of the asked one', async () => {
    const { engine, store } = await openBench({ api, fault: () => ({ kind: 'other-model', model: 'elsewhere' }) });
    await engine.ask(question(1));
    expect(ledgerOf(store)[0]).toMatchObject({ model: 'elsewhere', status: 'ok' });
    expect(ledgerOf(store)[0]?.uusd).toBeGreaterThan(0);
  });

  test('24: the same question asked at the same time is paid for once', async () => {
    const { engine, server } = await openBench({ api, latencyMs: 40 });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => engine.ask(question(1))));
    expect(outcomes.every(({ state }) => state === 'answered')).toBe(true);
    expect(server.bill.requests).toBe(1);
    expect((await engine.ask(question(1, 1))).origin).toBe('called');
  });

  test('29: at the cap the run stops, and never a micro-dollar over it', async () => {
    const { engine, store } = await openBench({ api, capUusd: 12_000 });
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => engine.ask(question(n))));
    const stopped = outcomes.filter((outcome) => outcome.status === 'rejected') as PromiseRejectedResult[];
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped[0]?.reason).toMatchObject({ code: 'budget', exitCode: 3 });
    const { spentUusd, reservedUusd } = store.calls.budget('run:run-1');
    expect(spentUusd).toBeLessThanOrEqual(12_000);
    expect(spentUusd).toBeGreaterThan(8_000);
    expect(reservedUusd).toBe(0);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBeGreaterThan(5);
  });

  test('31: an answer that the store cannot take is handed out, and nothing more is asked for', async () => {
    const { engine: whole, server, store, provider } = await openBench();
    await whole.ask(question(0));
    const kept: unknown[] = [];
    const full = Object.assign(Object.create(store.calls), {
      settle: () => Promise.reject(new StoreError('store', 'the disk is full', { hint: 'free some space' })),
    });
    const engine = new Engine({
      provider,
      store: full,
      run: 'run-1',
      priceOf: pricesAt(server.openAi),
      onUnstored: (outcome, entry) => kept.push([outcome.body, entry.purpose]),
    });
    await expect(engine.ask(question(1))).rejects.toMatchObject({ code: 'store', exitCode: 4 });
    expect(kept).toEqual([['{"ok":true}', 'test']]);
    await expect(engine.ask(question(2))).rejects.toMatchObject({ code: 'store' });
    expect(server.bill.requests).toBe(2);
    expect((await engine.ask(question(0))).origin).toBe('stored');
  });

  test('30: a model without a price is not called', async () => {
    const { engine, server } = await openBench({ api });
    const unpriced = { ...question(1), request: { ...question(1).request, model: 'unheard-of' } };
    await expect(engine.ask(unpriced)).rejects.toMatchObject({ code: 'price-unknown', exitCode: 2 });
    expect(server.bill.requests).toBe(0);
  });

  test('37: a stop waits for what is under way; what did not come back counts as billed', async () => {
    const { engine, store } = await openBench({
      api,
      limits: { deadlineMs: 60_000 },
      fault: (n) => (n === 1 ? { kind: 'hang' } : { kind: 'slow', ms: 60 }),
    });
    const first = engine.ask(question(1));
    const second = engine.ask(question(2));
    second.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 40));
    await engine.close(250);
    expect((await first).state).toBe('answered');
    await expect(second).rejects.toBeDefined();
    const rows = ledgerOf(store);
    expect(rows.map(({ status }) => status).sort()).toEqual(['maybe_billed', 'ok']);
    expect(store.calls.budget('run:run-1').reservedUusd).toBe(0);
  });
});

test('12: where the provider keeps answers, a lost one is looked up and paid for once', async () => {
  const { engine, server, store } = await openBench({
    api: 'openai',
    limits: { deadlineMs: 150 },
    fault: (n) => (n === 0 ? { kind: 'slow', ms: 200 } : undefined),
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  const outcome = engine.ask(question(1));
  await expect(outcome).resolves.toMatchObject({ state: 'answered' });
  const paid = ledgerOf(store).reduce((sum, { uusd }) => sum + uusd, 0);
  expect(paid).toBeGreaterThanOrEqual(Math.floor(server.bill.uusd));
  expect(CHARGE.input).toBe(2.5);
});
