import { DatasetError, UsageError } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';
import type { EngineFigures } from '../llm/bookkeeper.ts';
import { dollars } from '../llm/money.ts';
import type { Job } from '../runtime/job.ts';
import { loadPack } from '../runtime/load-pack.ts';
import type { ModelLayer, ModelRunOptions } from '../runtime/model-layer.ts';
import type { GenerateOptions } from './commands/generate.ts';
import { dollarsOf } from './options.ts';
import { type Printer, renderTable } from './print.ts';
import type { Progress } from './progress.ts';

/** The model layer of a run, as the command line shows it. */
export interface OpenedModel {
  readonly layer: ModelLayer;
  /** "$0.12 spent, 340 calls". */
  progressLine(): string;
  /** Ends the run and says what it did; throws where too many texts fell back. */
  close(finished: boolean): Promise<void>;
}

/** The flags that say how a run goes about its calls. */
export type CallFlags = Pick<
  GenerateOptions,
  'budget' | 'budgetDay' | 'assumePrice' | 'prices' | 'concurrency' | 'maxWait'
>;

/** What of the flags says how a run goes about its calls. */
export function modelRunOptions(options: CallFlags): ModelRunOptions {
  return {
    budgetUusd: dollarsOf('--budget', options.budget),
    budgetDayUusd: dollarsOf('--budget-day', options.budgetDay),
    assumePrice: options.assumePrice,
    pricesFile: options.prices,
    limits: {
      ...(options.concurrency === undefined ? {} : { concurrency: positive('--concurrency', options.concurrency) }),
      ...(options.maxWait === undefined ? {} : { maxWaitMs: positive('--max-wait', options.maxWait) * 1000 }),
    },
  };
}

/** Opens the model layer of a job that has a model. */
export async function openModel(
  job: Job,
  options: GenerateOptions,
  printer: Printer,
  progress: Progress,
  signal: AbortSignal,
): Promise<OpenedModel | undefined> {
  if (!job.model) return undefined;
  const most = fallbackShare(options.maxFallback);
  const [{ openModelLayer }, { identifyJob }] = await Promise.all([
    import('../runtime/model-layer.ts'),
    import('../runtime/generate.ts'),
  ]);
  const loaded = loadPack(job.pack);
  let figures: EngineFigures | undefined;
  const remarks = new Set<string>();
  const layer = await openModelLayer(loaded.pack, job.model, identifyJob(job, loaded.source.hash).hash, {
    ...modelRunOptions(options),
    onChange(now, remark) {
      figures = now;
      if (remark === undefined || remarks.has(remark)) return;
      remarks.add(remark);
      progress.end();
      printer.note(remark);
    },
  });
  if (options.batchApi || layer.openBatches > 0)
    try {
      await layer.fillFromBatches(loaded, job, {
        submit: options.batchApi ?? false,
        signal,
        onProgress: (rows, total, state) =>
          progress.update({ rows, total, resumed: 0, aside: `batch ${state}, ${dollars(figures?.uusd ?? 0)} spent` }),
      });
    } catch (error) {
      await layer.close(false);
      throw error;
    }
  return {
    layer,
    progressLine: () => `${dollars(figures?.uusd ?? 0)} spent, ${formatCount(figures?.calls ?? 0)} calls`,
    async close(finished) {
      await layer.close(finished);
      const { engine, stage } = layer;
      if (!printer.json && engine.figures.calls + engine.figures.stored > 0)
        printCalls(printer, engine.figures, 'texts', stage.counts);
      if (finished) assertFallback(stage.counts, most);
    },
  };
}

/** Says what calls cost, and how many of what they were about came out how. */
export function printCalls(
  printer: Printer,
  figures: EngineFigures,
  what: string,
  counts: Readonly<Record<string, number>>,
): void {
  const { calls, stored, uusd, inputTokens, outputTokens } = figures;
  printer.note(
    `\nmodel   ${dollars(uusd)} spent, ${formatCount(calls)} calls, ${formatCount(stored)} answers from the store, ${formatCount(inputTokens)} + ${formatCount(outputTokens)} tokens`,
  );
  const entries = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  if (entries.length > 0)
    printer.note(renderTable([[what, ''], ...entries.map(([name, n]) => [name, formatCount(n)])]));
  const faults = Object.entries(figures.faults);
  if (faults.length > 0) printer.note(`faults  ${faults.map(([kind, n]) => `${kind} ${n}`).join(', ')}`);
}

function assertFallback(counts: Readonly<Record<string, number>>, most: number): void {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const kept = all - (counts.retold ?? 0);
  if (all === 0 || kept / all <= most) return;
  throw new DatasetError(
    'fallback',
    `${formatCount(kept)} of ${formatCount(all)} texts stayed as the template told them, and --max-fallback allows ${(most * 100).toFixed(0)}%`,
    { hint: 'see the reasons in truth/, try another model, or raise --max-fallback' },
  );
}

/** A share as typed, 5% or 0.05; 1 where none is given. */
export function fallbackShare(text: string | undefined): number {
  if (text === undefined) return 1;
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new UsageError('share', `'${text}' is not a share`, { at: '--max-fallback', hint: 'write 5% or 0.05' });
  return value;
}

function positive(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new UsageError('setting', `'${text}' is not a whole number from 1`, {
      at: flag,
      hint: `for instance ${flag} 16`,
    });
  return value;
}
