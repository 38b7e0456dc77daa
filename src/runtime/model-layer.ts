import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import type { CallStore } from '../core/model-calls.ts';
import { runBatches } from '../llm/batch-run.ts';
import { type EngineFigures, noFigures } from '../llm/bookkeeper.ts';
import { Engine, type EngineLimits } from '../llm/engine.ts';
import type { Pack } from '../packs/pack.ts';
import type { Store } from '../store/open-store.ts';
import type { Job, ModelJob } from './job.ts';
import type { LoadedPack } from './load-pack.ts';
import { promptsOf } from './model-config.ts';
import { type ModelStage, type ModelTask, openModelStage } from './model-stage.ts';
import { openQuestions, wholeGroups } from './open-questions.ts';
import { openPricedProvider, type PriceSources } from './priced-provider.ts';
import { spill } from './spill.ts';
import { openMachineStore } from './store-place.ts';

/** How a run goes about its calls; none of it changes a byte of the data. */
export interface ModelRunOptions extends PriceSources {
  /** The most that the run may spend, in micro-dollars; undefined where calls are free. */
  readonly budgetUusd?: number | undefined;
  /** The most that all runs may spend on a day (UTC). */
  readonly budgetDayUusd?: number | undefined;
  readonly limits?: Partial<EngineLimits>;
  readonly onChange?: (figures: EngineFigures, remark?: string) => void;
}

/** A budget where none is given for calls that cost money: one dollar. */
export const DEFAULT_BUDGET_UUSD = 1_000_000;

/** How a run goes about batches. */
interface BatchOptions {
  /** False: batches of an earlier process are taken in, and nothing is submitted. */
  readonly submit: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, state: string) => void;
}

/** The model layer of one run. */
export interface ModelLayer {
  readonly engine: Engine;
  readonly stage: ModelStage;
  readonly store: Store;
  readonly runId: string;
  /** Batches that an earlier process of the run left at the provider. */
  readonly openBatches: number;
  /**
   * Answers the questions of the whole job through the provider's batch service: first the retellings, then what hangs on
   * them. What the service leaves open is asked one by one.
   */
  fillFromBatches(loaded: LoadedPack, job: Job, options: BatchOptions): Promise<void>;
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
  const { provider, priceOf } = openPricedProvider(job, options);
  await priceOf(job.model);
  const budgetUusd = options.budgetUusd ?? (provider.paid ? DEFAULT_BUDGET_UUSD : undefined);
  if (provider.paid && budgetUusd === 0)
    throw new UsageError('zero-budget', 'the budget is zero, so no call can be made', {
      at: '--budget',
      hint: 'give an amount in dollars, such as --budget 5, or work without a model',
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
      priceOf,
      onUnstored: (outcome, entry) => options.onChange?.(engine.figures, spill(runId, outcome, entry)),
      ...(options.limits ? { limits: options.limits } : {}),
      ...(options.onChange ? { onChange: options.onChange } : {}),
    });
    const task: ModelTask = { job, prompts: promptsOf(job), ...labelsOf(pack) };
    return {
      engine,
      stage: openModelStage(task, engine),
      store,
      runId,
      openBatches: store.batches.openBatches(runId).length,
      async fillFromBatches(loaded, whole, batchOptions) {
        const groups = await wholeGroups(loaded, whole, job.rowsPerCall);
        const price = await priceOf(job.model, true);
        const tried = new Set<string>();
        for (let round = 0; ; round++) {
          const open = await openQuestions(groups, task, engine);
          const questions = open.filter((question) => {
            const { key } = engine.address(question);
            if (tried.has(key)) return false;
            tried.add(key);
            return true;
          });
          if (round > 0 && questions.length === 0) return;
          await runBatches(questions, {
            engine,
            store: store.calls,
            batches: store.batches,
            run: runId,
            price,
            ...batchOptions,
          });
        }
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
