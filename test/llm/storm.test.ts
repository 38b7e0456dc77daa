import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/core/clock.ts';
import type { CallStore, StoredOutcome } from '../../src/core/model-calls.ts';
import { openStream, unitAt } from '../../src/core/random.ts';
import { Engine } from '../../src/llm/engine.ts';
import { FREE } from '../../src/llm/prices.ts';
import type { Provider } from '../../src/llm/provider.ts';
import { question } from './harness.ts';

/** Time that passes only when everybody waits. */
class Simulation implements Clock {
  private now = 0;
  private readonly waiting: { readonly at: number; readonly wake: () => void }[] = [];

  nowMs = () => this.now;
  elapsedMs = () => this.now;
  sleep = (ms: number) => new Promise<void>((wake) => void this.waiting.push({ at: this.now + ms, wake }));

  async run<T>(work: Promise<T>): Promise<T> {
    let ended = false;
    const end = work.finally(() => {
      ended = true;
    });
    end.catch(() => {});
    for (;;) {
      await turn();
      if (ended) return end;
      const next = this.waiting.reduce((first, each, i) => (each.at < (this.waiting[first]?.at ?? 0) ? i : first), 0);
      const [sleeper] = this.waiting.splice(next, 1);
      if (!sleeper) continue;
      this.now = Math.max(this.now, sleeper.at);
      sleeper.wake();
    }
  }
}

/** A server with a token bucket of one second, which counts what it refuses too. */
interface Server {
  readonly perSecond: number;
  readonly latencyMs: number;
  /** Time on the way, there and back. */
  readonly roundTripMs: number;
  /** Which header tells how long to wait. */
  readonly tells: 'retry-after-ms' | 'retry-after' | undefined;
}

interface Storm {
  readonly seconds: number;
  readonly refused: number;
  readonly answered: number;
}

async function storm(calls: number, server: Server): Promise<Storm> {
  const time = new Simulation();
  const { perSecond, latencyMs, roundTripMs, tells } = server;
  const stream = openStream('storm', latencyMs);
  let tokens = perSecond;
  let filledAt = 0;
  let refused = 0;
  let sent = 0;
  const provider: Provider = {
    id: 'simulated',
    api: 'simulated',
    baseUrl: 'http://simulated',
    paid: false,
    priceProvider: undefined,
    rungs: ['json_schema'],
    body: ({ user }) => ({ text: user }),
    async send() {
      const n = sent++;
      await time.sleep(roundTripMs / 2);
      tokens = Math.min(perSecond, tokens + ((time.nowMs() - filledAt) / 1000) * perSecond);
      filledAt = time.nowMs();
      if (tokens < 1) {
        refused++;
        tokens = Math.max(-perSecond, tokens - 1);
        const waitMs = Math.ceil(((1 - tokens) / perSecond) * 1000);
        await time.sleep(roundTripMs / 2);
        const headers = tells && { [tells]: String(tells === 'retry-after' ? Math.ceil(waitMs / 1000) : waitMs) };
        throw Object.assign(new Error('slow down'), { status: 429, headers });
      }
      tokens--;
      await time.sleep(latencyMs * (0.7 + 0.6 * unitAt(stream, n)) + roundTripMs / 2);
      return { content: '{"ok": true}', finish: 'stop', model: 'test-model', usage: undefined, requestId: undefined };
    },
    models: async () => [],
  };
  const settled = new Map<string, StoredOutcome>();
  const commit = async () => void (await time.sleep(6));
  const store: CallStore = {
    find: (key) => settled.get(key),
    claim: async () => {
      await commit();
      return { state: 'won', inherited: undefined };
    },
    reserve: async () => void (await commit()),
    markSent: commit,
    markBatched: commit,
    book: commit,
    settle: async (outcome) => {
      await commit();
      settled.set(outcome.key, outcome);
    },
    release: commit,
    setCap: commit,
    note: () => undefined,
    setNote: commit,
  };
  const engine = new Engine({
    provider,
    store,
    run: 'storm',
    priceOf: async () => FREE,
    limits: { concurrency: 64 },
    clock: time,
    sleep: time.sleep,
  });
  const asked = Array.from({ length: calls }, (_, n) => engine.ask(question(n)));
  const outcomes = await time.run(Promise.all(asked));
  const answered = outcomes.filter(({ state }) => state === 'answered').length;
  return { seconds: time.nowMs() / 1000, refused, answered };
}

const TYPICAL: Server = { perSecond: 60, latencyMs: 300, roundTripMs: 2, tells: 'retry-after-ms' };

describe('1: a server that takes so many calls a second', () => {
  test.each([
    ['tells the wait to the millisecond', TYPICAL, 1_200, 0.15, 30],
    ['tells whole seconds', { ...TYPICAL, tells: 'retry-after' as const }, 1_200, 0.2, 30],
    ['tells nothing', { ...TYPICAL, tells: undefined }, 1_200, 0.15, 30],
    ['is far away', { ...TYPICAL, roundTripMs: 40 }, 1_200, 0.2, 60],
    ['answers fast', { ...TYPICAL, latencyMs: 100 }, 1_200, 0.2, 80],
    ['is slow and bears much', { ...TYPICAL, perSecond: 300 }, 6_000, 0.2, 5],
  ])('that %s is used to the full, with few refusals and no row lost', async (_, server, calls, over, most) => {
    const { seconds, refused, answered } = await storm(calls, server);
    const ideal = Math.max((calls - server.perSecond) / server.perSecond, (calls * server.latencyMs) / 64_000);
    expect(answered).toBe(calls);
    expect(seconds).toBeLessThan(ideal * (1 + over));
    expect(refused).toBeLessThan(most);
  });

  test('a slow server without a limit is soon asked as much at once as is allowed', async () => {
    const { seconds, refused } = await storm(600, { ...TYPICAL, perSecond: 1_000, latencyMs: 2_000 });
    expect(refused).toBe(0);
    expect(seconds).toBeLessThan(((600 * 2_000) / 64_000) * 1.6);
  });
});
