import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import type { CallStore } from '../core/model-calls.ts';
import { runBatches } from '../llm/batch-run.ts';
import { type EngineFigures, noFigures } from '../llm/bookkeeper.ts';
import { Engine, type EngineLimits } from '../llm/engine.ts';
import { FREE, type PriceOverride, type PriceOverrides, parseAssumedPrice, priceOf } from '../llm/prices.ts';
import type { Provider } from '../llm/provider.ts';
import { openProvider } from '../llm/providers.ts';
import type { Pack } from '../packs/pack.ts';
import type { Store } from '../store/open-store.ts';
import type { Job, ModelJob } from './job.ts';
import type { LoadedPack } from './load-pack.ts';
import { promptsOf } from './model-config.ts';
import { type ModelStage, openModelStage } from './model-stage.ts';
import { openMachineStore, readKeyFile } from './store-place.ts';
import { wholeQuestions } from './whole-questions.ts';

/** How a run goes about its calls; none of it changes a byte of the data. */
export interface ModelRunOptions {
  /** The most that the run may spend, in micro-dollars; undefined where calls are free. */
  readonly budgetUusd?: number | undefined;
  /** The most that all runs may spend on a day (UTC). */
  readonly budgetDayUusd?: number | undefined;
  readonly assumePrice?: string | undefined;
  readonly pricesFile?: string | undefined;
  readonly limits?: Partial<EngineLimits>;
  readonly onChange?: (figures: EngineFigures, remark?: string) => void;
}

/** A budget where none is given for calls that cost money: one dollar. */
export const DEFAULT_BUDGET_UUSD = 1_000_000;

type BatchProgress = (done: number, total: number, state: string) => void;

/** The model layer of one run. */
export interface ModelLayer {
  readonly engine: Engine;
  readonly stage: ModelStage;
  readonly store: Store;
  readonly runId: string;
  /** Answers the questions of the whole job through the provider's batch service; what it leaves open is asked one by one. */
  fillFromBatches(loaded: LoadedPack, job: Job, signal: AbortSignal, onProgress: BatchProgress): Promise<void>;
  /** Ends the run: `finished` where it came to its end, so that a repetition is a new run. */
  close(finished: boolean): Promise<void>;
}

/** Opens provider, store, budget and engine for a job. Throws before anything is spent where one of them cannot work. */
export async function openModelLayer(
  pack: Pack,
  job: ModelJob,
  jobHash: string,
  options: ModelRunOptions,
): Promise<ModelLayer> {
  const overrides = priceOverrides(job.model, options);
  const provider = openJobProvider(job, Object.keys(overrides).length > 0);
  const pricing = { provider: provider.priceProvider, baseUrl: provider.baseUrl, overrides };
  if (provider.paid) await priceOf(job.model, pricing);
  const budgetUusd = options.budgetUusd ?? (provider.paid ? DEFAULT_BUDGET_UUSD : undefined);
  if (provider.paid && budgetUusd === 0)
    throw new UsageError('zero-budget', 'the budget is zero, so no call can be made', {
      at: '--budget',
      hint: 'give an amount in dollars, such as --budget 5, or leave --use-llm out',
    });
  const store = await openMachineStore({ onWarning: (message) => options.onChange?.(noFigures(), message) });
  try {
    const runId = await startRun(store, jobHash, pack.id);
    await store.calls.setCap(`run:${runId}`, budgetUusd);
    if (options.budgetDayUusd !== undefined)
      await store.calls.setCap(`day:${store.calls.today()}`, options.budgetDayUusd);
    const engine = new Engine({
      provider,
      store: store.calls satisfies CallStore,
      run: runId,
      priceOf: (model) => priceOf(model, pricing),
      ...(options.limits ? { limits: options.limits } : {}),
      ...(options.onChange ? { onChange: options.onChange } : {}),
    });
    const stage = openModelStage({ job, engine, prompts: promptsOf(job), ...labelsOf(pack) });
    return {
      engine,
      stage,
      store,
      runId,
      async fillFromBatches(loaded, whole, signal, onProgress) {
        await runBatches(wholeQuestions(loaded, whole, { job, prompts: promptsOf(job), ...labelsOf(pack) }), {
          engine,
          store: store.calls,
          batches: store.batches,
          run: runId,
          price: provider.paid ? await priceOf(job.model, { ...pricing, batch: true }) : FREE,
          signal,
          onProgress,
        });
      },
      async close(finished) {
        await engine.close(finished ? 0 : 10_000);
        if (finished) {
          await store.calls.sweep(undefined);
          await store.commits.run(() => {
            store.db.prepare('UPDATE run SET finished_ms = ? WHERE id = ?').run(systemClock.nowMs(), runId);
          });
        }
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens the provider of a job with keys from the environment. */
export function openJobProvider(job: Pick<ModelJob, 'provider' | 'model' | 'baseUrl'>, priced: boolean): Provider {
  return openProvider(job.provider, {
    baseUrl: job.baseUrl,
    model: job.model,
    env: process.env,
    readKeyFile,
    priced,
  });
}

/** Prices that the user gave: a file (`model: {input, output}`) and one for the model of the job. */
export function priceOverrides(
  model: string,
  { assumePrice, pricesFile }: Pick<ModelRunOptions, 'assumePrice' | 'pricesFile'>,
): PriceOverrides {
  const fromFile = pricesFile === undefined ? {} : readPrices(pricesFile);
  return assumePrice === undefined ? fromFile : { ...fromFile, [model]: parseAssumedPrice(assumePrice) };
}

function readPrices(path: string): PriceOverrides {
  if (!existsSync(path))
    throw new UsageError('no-prices', `there is no price file ${path}`, { at: '--prices', hint: 'check the path' });
  const raw = (parse(readFileSync(path, 'utf8')) ?? {}) as Record<string, Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(raw).map(([model, price]): [string, PriceOverride] => {
      const { input, output, cache_read: cacheRead, cache_write: cacheWrite } = price ?? {};
      if (![input, output].every((value) => typeof value === 'number' && value >= 0))
        throw new UsageError('bad-price', `the price of '${model}' is not two numbers`, {
          at: path,
          hint: 'write model: {input: 2.50, output: 10} in dollars a million tokens',
        });
      return [model, { input, output, cacheRead, cacheWrite } as PriceOverride];
    }),
  );
}

/** The labels that a model reads blind, and what they are about. */
export function labelsOf(pack: Pack): { readonly labels: readonly string[]; readonly about: string } {
  const column = pack.table.columns.find(({ name }) => pack.labels.includes(name));
  return { labels: (column?.enum ?? []).map(String), about: column?.description ?? '' };
}

/**
 * The run of a job: the one that was begun and not finished, else a new one, so that an interrupted run goes on with the
 * money it has spent. Calls of dead processes that this run will not ask for again are settled.
 */
async function startRun(store: Store, jobHash: string, pack: string): Promise<string> {
  const short = jobHash.replace(/^sha256:/, '').slice(0, 16);
  const id = await store.commits.run(() => {
    const open = store.db
      .prepare('SELECT id FROM run WHERE job = ? AND finished_ms IS NULL ORDER BY started_ms DESC LIMIT 1')
      .get(jobHash) as { id: string } | undefined;
    if (open) return open.id;
    const { n } = store.db.prepare('SELECT COUNT(*) AS n FROM run WHERE job = ?').get(jobHash) as { n: number };
    const fresh = `${short}-${n + 1}`;
    store.db
      .prepare('INSERT INTO run (id, job, pack, started_ms) VALUES (?, ?, ?, ?)')
      .run(fresh, jobHash, pack, systemClock.nowMs());
    return fresh;
  });
  await store.calls.sweep(id);
  return id;
}
