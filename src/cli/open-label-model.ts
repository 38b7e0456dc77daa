import { DatasetError, type FabulaError, ProviderError, UsageError } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import type { EngineFigures } from '../llm/bookkeeper.ts';
import { dollars } from '../llm/money.ts';
import type { Pack } from '../packs/pack.ts';
import { estimateLabels } from '../runtime/label/estimate-labels.ts';
import type { LabelSource } from '../runtime/label/find-source.ts';
import { openHeuristicLabeler } from '../runtime/label/heuristic-labeler.ts';
import { identifyLabelRun, resolveModelLabels } from '../runtime/label/model-label-job.ts';
import { type ModelLabels, openModelLabeler } from '../runtime/label/model-labeler.ts';
import { type RowLabeler, type RowLabels, type UnlabelledRow, unlabelled } from '../runtime/label/row-labels.ts';
import { openModelLayer } from '../runtime/model-layer.ts';
import { readLabelModel } from '../runtime/open-completion.ts';
import { openPricedProvider } from '../runtime/priced-provider.ts';
import type { LabelFlags } from './commands/label.ts';
import { fallbackShare, modelRunOptions, printCalls } from './open-model.ts';
import { numberOrText, wholeNumber } from './options.ts';
import type { Printer } from './print.ts';
import type { Progress } from './progress.ts';
import { printFigures } from './run-estimate.ts';

/** Votes that one row can be asked for. */
const MOST_VOTES = 25;

/** A labeler as the command line shows it. */
export interface OpenedLabeler {
  readonly labeler: RowLabeler;
  /** A word for the progress line: what was spent. */
  readonly aside?: () => string;
  /** What stands in the answer as JSON beside the rows. */
  figures(): Readonly<Record<string, unknown>>;
  /** Ends the run: `finished` where all rows are labelled. Throws where too many fell back. */
  close(finished: boolean): Promise<void>;
}

/** Prints what a model's labels of a file would come to; nothing is sent. */
export async function printLabelEstimate(
  pack: Pack,
  source: LabelSource,
  texts: readonly string[],
  flags: LabelFlags,
  printer: Printer,
): Promise<void> {
  const task = taskOf(pack, flags);
  const { provider, priceOf } = openPricedProvider(task.job, modelRunOptions(flags), true);
  const price = await priceOf(task.job.model);
  const found = await estimateLabels(task, source, texts, provider, price);
  printFigures({ ...found, model: task.job.model, provider: provider.id, price: price.source }, printer);
}

/** Opens the labels of a model, with provider, store and budget. Throws before anything is spent where one of them cannot work. */
export async function openLabelModel(
  pack: Pack,
  source: LabelSource,
  texts: readonly string[],
  flags: LabelFlags,
  printer: Printer,
  progress: Progress,
  signal: AbortSignal,
): Promise<OpenedLabeler> {
  const most = fallbackShare(flags.maxFallback);
  const task = taskOf(pack, flags);
  const fallback = openFallback(pack, printer);
  let figures: EngineFigures | undefined;
  const remarks = new Set<string>();
  const layer = await openModelLayer(pack, task.job, await identifyLabelRun(task, source, texts), {
    ...modelRunOptions(flags),
    onChange(now, remark) {
      figures = now;
      if (remark === undefined || remarks.has(remark)) return;
      remarks.add(remark);
      progress.end();
      printer.note(remark);
    },
  });
  const { engine } = layer;
  const stop = () => engine.stop(signal.reason);
  signal.addEventListener('abort', stop);
  const labeler = openModelLabeler(task, engine, fallback);
  let asked = 0;
  const counted: RowLabeler = {
    async label(rows) {
      asked += rows.length;
      try {
        return await labeler.label(rows);
      } catch (error) {
        throw withoutResume(error);
      }
    },
  };
  const fellBack = () => Object.values(labeler.fallbacks).reduce((sum, n) => sum + n, 0);
  return {
    labeler: counted,
    aside: () => `${dollars(figures?.uusd ?? 0)} spent, ${formatCount(figures?.calls ?? 0)} calls`,
    figures() {
      const { calls, stored, uusd } = engine.figures;
      return { votes: task.votes, calls, stored, uusd, fallbacks: labeler.fallbacks };
    },
    async close(finished) {
      signal.removeEventListener('abort', stop);
      // A run that ran out of money stays open: with a larger budget it goes on and counts what it has spent.
      await layer.close(finished && labeler.fallbacks.budget === undefined);
      if (!printer.json && engine.figures.calls + engine.figures.stored > 0)
        printCalls(printer, engine.figures, 'rows that the model did not label', labeler.fallbacks);
      if (labeler.fallbacks.budget !== undefined)
        printer.note(
          `${plural(labeler.fallbacks.budget, 'row')} over the budget: raise --budget and run it again, what is paid for is kept`,
        );
      if (finished) assertFallback(asked, fellBack(), most);
    },
  };
}

function taskOf(pack: Pack, flags: LabelFlags): ModelLabels {
  const number = (text: string | undefined) => (text === undefined ? undefined : (numberOrText(text) as number));
  const { provider, model, baseUrl } = flags;
  const raw = {
    provider,
    model,
    baseUrl,
    rowsPerCall: number(flags.rowsPerCall),
    temperature: number(flags.temperature),
  };
  return resolveModelLabels(pack, raw, wholeNumber('votes', flags.votes, 1, MOST_VOTES));
}

/** What labels a row where the model did not: the heuristic, or nobody where the pack has none. */
function openFallback(pack: Pack, printer: Printer): (row: UnlabelledRow) => RowLabels {
  try {
    return openHeuristicLabeler(pack, readLabelModel(pack.id)).read;
  } catch (error) {
    if (!(error instanceof UsageError) || error.code !== 'no-heuristic') throw error;
    printer.note(`${error.message}: rows that the model does not label stay without a label`);
    return () => unlabelled('no answer that could be used');
  }
}

/** A labelled file has nothing to resume: the same command finds its answers in the store. */
function withoutResume(error: unknown): unknown {
  if (!(error instanceof ProviderError) || !error.hint.includes(' with --resume')) return error;
  const { code, message, hint, at } = error as FabulaError;
  return new ProviderError(code, message, { at, hint: hint.replace(' with --resume', ''), cause: error });
}

function assertFallback(rows: number, fellBack: number, most: number): void {
  if (rows === 0 || fellBack / rows <= most) return;
  throw new DatasetError(
    'fallback',
    `the model did not label ${formatCount(fellBack)} of ${formatCount(rows)} rows, and --max-fallback allows ${(most * 100).toFixed(0)}%`,
    { hint: 'try another model, or raise --max-fallback or the budget' },
  );
}
