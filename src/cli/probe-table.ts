import { formatCount, plural } from '../core/format.ts';
import type { Spread } from '../evals/probe/cross-validate.ts';
import type { ModelScores } from '../evals/probe/probe.ts';
import type { ProbeResult } from '../evals/probe/run-probe.ts';
import { type Printer, renderTable } from './print.ts';

const FIGURES: Readonly<Record<string, string>> = {
  r2: 'R²',
  mae: 'MAE',
  rmse: 'RMSE',
  macroF1: 'macro-F1',
  accuracy: 'accuracy',
  auc: 'AUC',
  ece: 'ECE',
  brier: 'Brier',
};

/** So many features or words stand in a line; the JSON has more. */
const MOST_SHOWN = 8;

/** The result of one target as text: what was read, a table of figures, what models go by. */
export function renderProbe(result: ProbeResult, { bold, dim }: Pick<Printer, 'bold' | 'dim'>): string {
  const blocks = [
    `${bold(result.target)}  ${describe(result)}`,
    renderFigures(result, dim),
    renderTop(result),
    renderGiveaways(result),
    renderRemarks(result),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function describe({ task, classes, rows, rowsInFiles, features, texts, folds, groups, groupBy }: ProbeResult): string {
  const from = [...(features.length > 0 ? [plural(features.length, 'feature')] : []), ...texts].join(', ');
  const what = classes ? `${Object.keys(classes).length} classes` : task;
  const drawn = rows < rowsInFiles ? `${formatCount(rows)} of ${plural(rowsInFiles, 'row')}` : plural(rows, 'row');
  const together = groups === null ? '' : `, ${plural(groups, 'group')} by ${groupBy.join(' and ')}`;
  return `${what}, from ${from}; ${drawn}, ${folds} folds${together}`;
}

function renderFigures({ models, groups }: ProbeResult, dim: Printer['dim']): string {
  const grouped = groups !== null;
  const rows = models.flatMap((scores) =>
    Object.keys(scores.shuffled).map((figure, i) => [
      i === 0 ? scores.model : '',
      FIGURES[figure] ?? figure,
      ...spreadCells(scores.shuffled[figure]),
      ...(grouped ? [...spreadCells(scores.grouped?.[figure]), difference(scores, figure)] : []),
    ]),
  );
  const head = [
    'model',
    'figure',
    'shuffled',
    'min to max',
    ...(grouped ? ['grouped', 'min to max', 'difference'] : []),
  ];
  const [first = '', ...rest] = renderTable([head, ...rows]).split('\n');
  return [dim(first), ...rest].join('\n');
}

function spreadCells(spread: Spread | undefined): [string, string] {
  if (!spread || spread.mean === null || spread.min === null || spread.max === null) return ['-', '-'];
  const deviation = spread.sd === null ? '' : ` ± ${short(spread.sd)}`;
  return [`${short(spread.mean)}${deviation}`, `${short(spread.min)} to ${short(spread.max)}`];
}

function difference({ shuffled, grouped }: ModelScores, figure: string): string {
  const [high, low] = [shuffled[figure]?.mean, grouped?.[figure]?.mean];
  if (typeof high !== 'number' || typeof low !== 'number') return '-';
  return `${high - low > 0 ? '+' : ''}${short(high - low)}`;
}

/** Three decimals below 100, none above. */
function short(value: number): string {
  return Math.abs(value) >= 100 ? formatCount(Math.round(value)) : value.toFixed(3);
}

function renderTop({ models }: ProbeResult): string {
  const lines = models.flatMap(({ model, top }) =>
    [...Map.groupBy(top, ({ label }) => label)].map(([label, features]) => [
      model,
      label ?? '',
      features
        .slice(0, MOST_SHOWN)
        .map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`)
        .join(', '),
    ]),
  );
  return lines.length === 0 ? '' : `goes by (coefficients; of trees, shares of the gain)\n${renderTable(lines)}`;
}

function renderGiveaways({ giveaways }: ProbeResult): string {
  if (giveaways.length === 0) return '';
  return renderTable([
    ['word that gives away', 'class', 'precision', 'recall', 'texts'],
    ...giveaways
      .slice(0, MOST_SHOWN)
      .map(({ word, label, precision, recall, texts }) => [
        word,
        label,
        precision.toFixed(2),
        recall.toFixed(2),
        formatCount(texts),
      ]),
  ]);
}

function renderRemarks({ texts, giveaways, repeatedTexts, rows, groups, skipped, task }: ProbeResult): string {
  const remarks: string[] = [];
  if (texts.length > 0 && task === 'classification' && giveaways.length === 0)
    remarks.push('no single word gives a class away (precision above .95 with recall above .3)');
  if (repeatedTexts)
    remarks.push(
      `${plural(repeatedTexts, 'row')} of ${formatCount(rows)} repeat${repeatedTexts === 1 ? 's' : ''} the text of another${groups === null ? `: see what it adds with --group ${texts.join(',')}` : ''}`,
    );
  if (groups === null) remarks.push('no --group: a leak between related rows would not show');
  if (skipped.length > 0)
    remarks.push(`left out: ${skipped.map(({ column, reason }) => `${column} (${reason})`).join('; ')}`);
  return remarks.join('\n');
}
