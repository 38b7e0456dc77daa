import { UsageError } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';
import { nearHint } from '../core/nearest-name.ts';
import { dollars } from '../llm/money.ts';
import { readMachineStore } from '../runtime/store-place.ts';
import { COST_GROUPS, costBy, querySql } from '../store/queries.ts';
import type { CostOptions } from './commands/cost.ts';
import { openPrinter, renderTable } from './print.ts';

/** Runs `fabula cost`. */
export async function runCost(options: CostOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const group = COST_GROUPS.find((name) => name === options.by);
  if (!group)
    throw new UsageError('unknown-group', `costs are not kept by '${options.by}'`, {
      at: '--by',
      hint: nearHint(options.by, COST_GROUPS),
    });
  const store = readMachineStore();
  if (!store) {
    if (printer.json) printer.data([]);
    else printer.note('no model was called yet: there is no store');
    return;
  }
  try {
    if (options.sql !== undefined) {
      const rows = querySql(store, options.sql);
      if (printer.json) printer.data(rows);
      else if (rows.length > 0)
        printer.line(renderTable([Object.keys(rows[0] as object), ...rows.map((row) => Object.values(row).map(text))]));
      return;
    }
    const rows = costBy(store, group);
    if (printer.json) return printer.data(rows.map((row) => ({ ...row, usd: row.uusd / 1e6 })));
    const total = rows.reduce((sum, { uusd }) => sum + uusd, 0);
    printer.line(
      renderTable([
        [group, 'attempts', 'failed', 'tokens in', 'tokens out', 'spent'],
        ...rows.map(({ name, attempts, failed, inputTokens, outputTokens, uusd }) => [
          name,
          formatCount(attempts),
          formatCount(failed),
          formatCount(inputTokens),
          formatCount(outputTokens),
          dollars(uusd),
        ]),
        ['all', '', '', '', '', dollars(total)],
      ]),
    );
  } finally {
    await store.close();
  }
}

function text(value: unknown): string {
  return value === null ? '' : String(value);
}
