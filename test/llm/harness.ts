import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { anthropic } from '../../src/llm/anthropic.ts';
import { Engine, type EngineLimits } from '../../src/llm/engine.ts';
import { openAi } from '../../src/llm/openai.ts';
import type { Provider } from '../../src/llm/provider.ts';
import type { Question } from '../../src/llm/question.ts';
import { readObject } from '../../src/llm/read-answer.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { type FaultServer, type FaultServerOptions, openFaultServer } from '../fault-server/fault-server.ts';
import { numberedRequest, pricesAt } from './requests.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export function later(close: () => unknown): void {
  closers.push(close);
}

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fabula-llm-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Waits short enough for tests; the retry logic is the same. No answer is late for a busy machine: a test of silence sets its own deadline. */
const QUICK: Partial<EngineLimits> = { deadlineMs: 20_000, backoffMs: [5, 20], maxWaitMs: 2_000 };

export interface Bench {
  readonly server: FaultServer;
  readonly store: Store;
  readonly engine: Engine;
  readonly provider: Provider;
}

/** A fault server, a store and an engine over the real SDK. */
export async function openBench(
  options: FaultServerOptions & {
    readonly api?: 'openai' | 'anthropic' | 'compatible';
    readonly limits?: Partial<EngineLimits>;
    readonly capUusd?: number;
    readonly path?: string;
    readonly run?: string;
  } = {},
): Promise<Bench> {
  const server = await openFaultServer(options);
  later(() => server.close());
  const store = openStore(options.path ?? join(temporaryFolder(), 'fabula.db'), { clock: systemClock });
  let open = true;
  later(() => (open ? store.close() : undefined));
  const close = store.close.bind(store);
  const once: Store = {
    ...store,
    close: async () => {
      open = false;
      await close();
    },
  };
  const api = options.api ?? 'openai';
  const provider =
    api === 'anthropic'
      ? anthropic({ apiKey: 'test', baseUrl: server.anthropic })
      : openAi({ apiKey: 'test', baseUrl: server.openAi, own: api === 'openai' });
  const run = options.run ?? 'run-1';
  if (options.capUusd !== undefined) await store.calls.setCap(`run:${run}`, options.capUusd);
  const engine = new Engine({
    provider: api === 'compatible' ? { ...provider, paid: true } : provider,
    store: store.calls,
    run,
    priceOf: pricesAt(server.openAi),
    limits: { ...QUICK, ...options.limits },
  });
  return { server, store: once, engine, provider };
}

/** A question with a number, whose answer has to be `{"ok": true}`. */
export function question(n: number, draw = 0): Question<{ ok: boolean }> {
  return {
    prompt: { id: 'test', version: 1 },
    purpose: 'test',
    draw,
    request: numberedRequest(n, 'ok', 'boolean'),
    read(content) {
      const value = readObject(content) as { ok?: unknown } | undefined;
      return typeof value?.ok === 'boolean' ? { value: { ok: value.ok } } : { fault: 'there is no "ok" in it' };
    },
  };
}

/** All ledger rows, oldest first. */
export function ledgerOf(store: Store): readonly {
  status: string;
  uusd: number;
  key: string;
  http: number | null;
  note: string | null;
  model: string;
  estimated: number;
}[] {
  return store.db.prepare('SELECT * FROM ledger ORDER BY id').all() as never;
}
