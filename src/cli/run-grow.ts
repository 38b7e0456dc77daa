import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import { writeFile } from '../formats/write-file.ts';
import { Engine } from '../llm/engine.ts';
import { dollars } from '../llm/money.ts';
import { priceOf } from '../llm/prices.ts';
import { loadPrompt } from '../llm/prompts.ts';
import { modelOf } from '../llm/providers.ts';
import { applyGrowth, grow, openGrowTarget } from '../runtime/grow.ts';
import { promptsFolder } from '../runtime/model-config.ts';
import { DEFAULT_BUDGET_UUSD, openJobProvider, priceOverrides } from '../runtime/model-layer.ts';
import { openMachineStore } from '../runtime/store-place.ts';
import type { GrowOptions } from './commands/templates.ts';
import { wholeNumber } from './options.ts';
import { formatCount, openPrinter, plural } from './print.ts';

/** Runs `fabula templates grow`. */
export async function runGrow(schema: string, options: GrowOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const count = wholeNumber('count', options.count, 1, 50);
  const target = openGrowTarget({ pack: options.pack, folder: options.folder, schema, fact: options.fact });
  const model = modelOf(options.provider, options.model);
  if (!model)
    throw new UsageError('no-model-named', `${options.provider} needs the name of a model`, {
      at: '--model',
      hint: 'name one',
    });
  const overrides = priceOverrides(model, { assumePrice: options.assumePrice });
  const provider = openJobProvider(
    { provider: options.provider, model, baseUrl: options.baseUrl },
    Object.keys(overrides).length > 0,
  );
  const pricing = { provider: provider.priceProvider, baseUrl: provider.baseUrl, overrides };
  if (provider.paid) await priceOf(model, pricing);
  const prompt = loadPrompt(promptsFolder(), 'grow');
  const store = await openMachineStore();
  const run = `grow-${systemClock.nowMs()}`;
  const engine = new Engine({ provider, store: store.calls, run, priceOf: (name) => priceOf(name, pricing) });
  try {
    await store.calls.setCap(`run:${run}`, provider.paid ? budgetOf(options.budget) : undefined);
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

function budgetOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_BUDGET_UUSD;
  const value = Number(text);
  if (!(value > 0))
    throw new UsageError('budget', `'${text}' is not an amount of dollars`, {
      at: '--budget',
      hint: 'for instance --budget 0.50',
    });
  return Math.floor(value * 1e6);
}
