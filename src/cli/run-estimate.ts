import { UsageError } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';
import { dollars } from '../llm/money.ts';
import { readConfigFile, resolveJob } from '../runtime/config.ts';
import { type Estimate, estimate } from '../runtime/estimate.ts';
import type { Job } from '../runtime/job.ts';
import { loadPack } from '../runtime/load-pack.ts';
import { openPricedProvider } from '../runtime/priced-provider.ts';
import { atFlags } from './at-flags.ts';
import type { GenerateOptions } from './commands/generate.ts';
import { generateFlags } from './generate-flags.ts';
import { modelRunOptions } from './open-model.ts';
import { openPrinter, type Printer, renderTable } from './print.ts';

/** Runs `fabula estimate`. */
export async function runEstimate(pack: string | undefined, options: GenerateOptions): Promise<void> {
  const file = options.config === undefined ? undefined : readConfigFile(options.config);
  const flags = generateFlags(pack, options);
  await atFlags(flags, () =>
    printEstimate(resolveJob(flags, file), options, openPrinter({ quiet: options.quiet, json: options.json })),
  );
}

/** Prints what a job with a model would come to; nothing is sent. */
export async function printEstimate(job: Job, options: GenerateOptions, printer: Printer): Promise<void> {
  const { model } = job;
  if (!model)
    throw new UsageError('no-use', 'without a model there is nothing to estimate: templates are free', {
      at: '--use-llm',
      hint: 'say what for, as in --use-llm rewrite --model gpt-5-mini',
    });
  const { provider, priceOf } = openPricedProvider(model, modelRunOptions(options), true);
  const price = await priceOf(model.model, options.batchApi ?? false);
  const found = await estimate(loadPack(job.pack), job, provider, price);
  printFigures({ ...found, of: job.count, model: model.model, provider: provider.id, price: price.source }, printer);
}

/** Prints an estimate. */
export function printFigures(
  {
    of,
    ...found
  }: Estimate & { readonly of: number; readonly model: string; readonly provider: string; readonly price: string },
  printer: Printer,
): void {
  if (printer.json) {
    printer.data(found);
    return;
  }
  printer.line(
    renderTable([
      ['model', `${found.model} (${found.provider})`],
      ['rows', `${formatCount(found.rows)} of ${formatCount(of)}`],
      ['calls', formatCount(found.calls)],
      ['tokens in', formatCount(found.inputTokens)],
      ['tokens out', formatCount(found.outputTokens)],
      [
        'likely',
        `${dollars(found.likelyUusd)} (${dollars((found.likelyUusd * 1000) / Math.max(1, found.rows))} a thousand rows)`,
      ],
      ['at most', dollars(found.worstUusd)],
      ['prices', found.price],
    ]),
  );
}
