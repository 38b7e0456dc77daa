import { BudgetError, ProviderError, UsageError } from '../core/errors.ts';
import type { BatchStore, CallStore, StoredBatch } from '../core/model-calls.ts';
import { faultOf } from './call-fault.ts';
import type { Engine } from './engine.ts';
import { type Sleep, sleepFor } from './gate.ts';
import type { Price } from './prices.ts';
import type { BatchApi, RemoteBatch } from './provider.ts';
import type { Question } from './question.ts';

/** Requests of one batch: small enough that a lost or expired one costs little to ask again. */
const BATCH_ITEMS = 2_000;
/** First and longest wait between two looks at a batch. */
const POLL_MS = [2_000, 60_000] as const;

export interface BatchRunOptions {
  readonly engine: Engine;
  readonly store: CallStore;
  readonly batches: BatchStore;
  readonly run: string;
  /** The price of the model at the batch service. */
  readonly price: Price;
  /** False: batches of an earlier process are taken in, and nothing is submitted. */
  readonly submit?: boolean;
  readonly signal: AbortSignal;
  readonly pollMs?: readonly [number, number];
  readonly sleep?: Sleep;
  readonly itemsPerBatch?: number;
  readonly onProgress?: (done: number, total: number, state: string) => void;
}

/**
 * Answers questions through the provider's batch service: what is settled is left out, the rest is submitted in batches,
 * waited for and taken in, each row once. A run that died goes on with the batches it had. Rows that a batch could not
 * answer stay open, to be asked one by one. Returns how many are still open.
 */
export async function runBatches(questions: readonly Question<unknown>[], options: BatchRunOptions): Promise<number> {
  const { engine, store, batches, run, signal } = options;
  const api = engine.provider.batches;
  if (!api)
    throw new UsageError('no-batches', `${engine.provider.id} has no batch service`, {
      at: '--batch-api',
      hint: 'leave --batch-api out, or use openai or anthropic',
    });
  const byKey = new Map(questions.map((question) => [engine.address(question).key, question]));
  const desk = new Desk(api, byKey, options);
  for (const batch of batches.openBatches(run)) await desk.goOn(batch);
  const open = () => [...byKey.keys()].filter((key) => store.find(key) === undefined);
  const waiting = options.submit === false ? [] : open();
  const size = Math.min(options.itemsPerBatch ?? BATCH_ITEMS, api.maxItems);
  for (let at = 0; at < waiting.length; at += size) {
    signal.throwIfAborted();
    if (!(await desk.submit(waiting.slice(at, at + size)))) break;
  }
  await desk.waitForAll();
  if (desk.over) throw desk.over;
  return open().length;
}

/** Where batches are handed in and out. */
class Desk {
  private readonly api: BatchApi;
  private readonly byKey: ReadonlyMap<string, Question<unknown>>;
  private readonly options: BatchRunOptions;
  private readonly running: { readonly batch: StoredBatch; remote: RemoteBatch }[] = [];
  /** The cap that stopped the submitting, if one did. */
  over: BudgetError | undefined;

  constructor(api: BatchApi, byKey: ReadonlyMap<string, Question<unknown>>, options: BatchRunOptions) {
    this.api = api;
    this.byKey = byKey;
    this.options = options;
  }

  /** Takes up a batch of an earlier process: one that was being submitted is looked for before anything is sent again. */
  async goOn(batch: StoredBatch): Promise<void> {
    const { signal } = this.options;
    await Promise.all(batch.keys.map((key) => this.claim(key)));
    const remote =
      batch.remoteId === undefined
        ? await this.api.findByTag(tagOf(batch), batch.keys, signal)
        : await this.api.poll(batch.remoteId, signal);
    if (remote) await this.wait(batch, remote);
    else await this.lose(batch);
  }

  /** Submits a batch of what the budget bears; false where it does not bear all. */
  async submit(keys: readonly string[]): Promise<boolean> {
    const { engine, store, batches, run, signal } = this.options;
    const claims = await Promise.all(
      keys.map((key) =>
        this.claim(key).catch((error) => {
          if (!(error instanceof BudgetError)) throw error;
          this.over = error;
          return false;
        }),
      ),
    );
    const mine = keys.filter((_, i) => claims[i]);
    if (mine.length === 0) return this.over === undefined;
    const items = mine.map((key) => ({ key, body: engine.address(this.byKey.get(key) as Question<unknown>).body }));
    const batch = await batches.addBatch({
      run,
      provider: engine.provider.id,
      keys: mine,
    });
    await store.markBatched(mine);
    try {
      await this.wait(batch, await this.api.submit(items, tagOf(batch), signal));
    } catch (error) {
      const fault = faultOf(error, signal);
      // It may have arrived all the same: then it is found by its tag, now or in the next run.
      const remote = fault.maybeBilled
        ? await this.api.findByTag(tagOf(batch), mine, signal).catch(() => undefined)
        : undefined;
      if (!fault.maybeBilled) await this.lose(batch);
      if (!remote)
        throw new ProviderError('batch-submit', `${engine.provider.id} did not take the batch: ${fault.message}`, {
          hint: 'run again with --resume',
          cause: error,
        });
      await this.wait(batch, remote);
    }
    return this.over === undefined;
  }

  /** Notes that a batch is at the provider: its end is waited for. */
  private async wait(batch: StoredBatch, remote: RemoteBatch): Promise<void> {
    await this.options.batches.updateBatch(batch.id, 'submitted', remote.id);
    this.running.push({ batch, remote });
  }

  /** Notes that a batch never came to the provider: its calls are free again. */
  private async lose(batch: StoredBatch): Promise<void> {
    await this.options.batches.updateBatch(batch.id, 'lost');
    for (const key of batch.keys) await this.options.store.release(key);
  }

  /** Waits until every batch has ended and takes in its rows. */
  async waitForAll(): Promise<void> {
    const { signal, onProgress, sleep = sleepFor } = this.options;
    const [first, longest] = this.options.pollMs ?? POLL_MS;
    const all = this.running.reduce((sum, { batch }) => sum + batch.keys.length, 0);
    let taken = 0;
    for (let wait: number = first; this.running.length > 0; wait = Math.min(longest, wait * 1.5)) {
      for (const entry of [...this.running]) {
        entry.remote = await this.api.poll(entry.batch.remoteId ?? entry.remote.id, signal);
        if (!entry.remote.ended) continue;
        await this.takeIn(entry.batch, entry.remote);
        taken += entry.batch.keys.length;
        this.running.splice(this.running.indexOf(entry), 1);
      }
      const done = this.running.reduce((sum, { remote }) => sum + remote.done, taken);
      onProgress?.(done, all, this.running[0]?.remote.state ?? 'ended');
      if (this.running.length > 0) await sleep(wait, signal);
    }
  }

  private async takeIn(batch: StoredBatch, remote: RemoteBatch): Promise<void> {
    const { engine, store, batches, price, signal } = this.options;
    const left = new Set(batch.keys);
    for await (const { key, answer } of this.api.rows(remote, signal)) {
      const question = this.byKey.get(key);
      // A row that is settled already, or that nobody asks for any more, is not booked twice.
      if (!left.has(key) || !answer || !question || store.find(key)) continue;
      await engine.take(question, key, answer, price);
      left.delete(key);
    }
    for (const key of left) await store.release(key);
    await batches.updateBatch(batch.id, 'settled');
  }

  /** Claims a call at the batch's price; false where another process has it or nobody asks for it. */
  private async claim(key: string): Promise<boolean> {
    const question = this.byKey.get(key);
    return question !== undefined && this.options.engine.claimAt(this.options.price, question);
  }
}

/** The word under which a batch is found again at the provider. */
function tagOf({ run, shard }: Pick<StoredBatch, 'run' | 'shard'>): string {
  return `${run}-${shard}`;
}
