import { systemClock } from '../core/clock.ts';
import { formatCount, plural } from '../core/format.ts';
import { writeFile } from '../formats/write-file.ts';
import { Engine } from '../llm/engine.ts';
import { dollars } from '../llm/money.ts';
import { loadPrompt } from '../llm/prompts.ts';
import { modelOf } from '../llm/providers.ts';
import { applyGrowth, grow, openGrowTarget } from '../runtime/grow.ts';
import { promptsFolder } from '../runtime/model-config.ts';
import { DEFAULT_BUDGET_UUSD } from '../runtime/model-layer.ts';
import { openPricedProvider } from '../runtime/priced-provider.ts';
import { openMachineStore } from '../runtime/store-place.ts';
import type { GrowOptions } from './commands/templates.ts';
import { dollarsOf, wholeNumber } from './options.ts';
import { openPrinter } from './print.ts';

/** Runs `fabula templates grow`. */
export async function runGrow(schema: string, options: GrowOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const budget = dollarsOf('--budget', options.budget, 1) ?? DEFAULT_BUDGET_UUSD;
  const count = wholeNumber('count', options.count, 1, 50);
  const target = openGrowTarget({ pack: options.pack, folder: options.folder, schema, fact: options.fact });
  const model = modelOf(options.provider, options.model);
  const { provider, priceOf } = openPricedProvider(
    { provider: options.provider, model, baseUrl: options.baseUrl },
    options,
  );
  await priceOf(model);
  const prompt = loadPrompt(promptsFolder(), 'grow');
  const store = await openMachineStore();
  const run = `grow-${systemClock.nowMs()}`;
  const engine = new Engine({ provider, store: store.calls, run, priceOf });
  try {
    await store.calls.setCap(`run:${run}`, provider.paid ? budget : undefined);
    const result = await grow(target, engine, prompt, count, model);
    const taken = result.proposals.filter(({ fault }) => fault === undefined);
    const readings = taken.reduce((sum, proposal) => sum + proposal.readings, 0);
    const { uusd } = engine.figures;
    const path = options.apply && taken.length > 0 ? await applyGrowth(target, result) : undefined;
    if (options.out !== undefined && result.diff !== '') await writeFile(options.out, result.diff);
    if (printer.json)
      return printer.data({ ...result, grown: undefined, uusd, readings, written: path ?? options.out });
    for (const { text, fault } of result.proposals) if (fault) printer.note(`left out: ${text}\n          ${fault}`);
    if (options.out === undefined && path === undefined) printer.line(result.diff.trimEnd());
    printer.note(
      `${plural(taken.length, 'value', 'values')} of ${result.proposals.length} taken, ${formatCount(readings)} new readings for ${dollars(uusd)}${uusd > 0 ? ` (${formatCount(Math.round((readings * 1e6) / uusd))} a dollar)` : ''}`,
    );
    if (path ?? options.out) printer.note(`written to ${path ?? options.out}`);
  } finally {
    await engine.close();
    await store.close();
  }
}
