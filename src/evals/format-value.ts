import type { HumanBand } from './human.ts';
import type { Unit } from './metric.ts';
import type { Figure, GateResult, Verdict } from './result.ts';
import type { Bound, Operator } from './suite.ts';

/** What stands where nothing could be told. */
const NOTHING = '-';

/** A value in words of its unit: 2.86, 4.1%, 1,204, 0.31 per 1,000 words as 0.31, yes. */
export function formatValue(value: number | null, unit: Unit): string {
  if (value === null || !Number.isFinite(value)) return NOTHING;
  switch (unit) {
    case 'yes-no':
      return value === 1 ? 'yes' : value === 0 ? 'no' : `${(100 * value).toFixed(0)}% yes`;
    case 'share':
      return formatPercent(value);
    case 'count':
      return Number(value.toFixed(1)).toLocaleString('en-US');
    case 'per-100':
    case 'per-1k':
      return value === 0 ? '0' : value.toFixed(value < 10 ? 2 : 1);
    case 'ratio': {
      const size = Math.abs(value);
      return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
    }
  }
}

function formatPercent(share: number): string {
  const percent = 100 * share;
  if (percent === 0 || percent === 100) return `${percent}%`;
  return `${percent.toFixed(Math.abs(percent) < 0.1 ? 3 : Math.abs(percent) < 1 ? 2 : 1)}%`;
}

/** A bound as its author wrote it, shares as percentages. */
function formatBound(bound: number, unit: Unit): string {
  if (unit === 'share') return `${Number((100 * bound).toPrecision(6))}%`;
  if (unit === 'yes-no') return bound >= 1 ? 'yes' : 'no';
  return bound.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** What a gate is called in a table: its metric, and what there is a value for each of. */
export function formatTitle({ title, by }: Pick<GateResult, 'title' | 'by'>): string {
  return by === undefined ? title : `${title}, by ${by}`;
}

/** "<= 3.4", "60 to 110", "yes", or "-". */
export function formatGate(op: Operator | undefined, bound: Bound | undefined, unit: Unit): string {
  if (op === undefined || bound === undefined) return NOTHING;
  if (typeof bound !== 'number') return `${formatBound(bound[0], unit)} to ${formatBound(bound[1], unit)}`;
  return unit === 'yes-no' ? formatBound(bound, unit) : `${op} ${formatBound(bound, unit)}`;
}

/** "2.56 to 2.86": the first reference band, or "-". */
export function formatHuman([band]: readonly HumanBand[], unit: Unit): string {
  if (!band) return NOTHING;
  const [low, high] = [formatBound(band.low, unit), formatBound(band.high, unit)];
  return low === high ? low : `${low} to ${high}`;
}

/** The range of the means over columns and cells, or "-" where there is only one. */
export function formatRange(figures: readonly Figure[], unit: Unit): string {
  const means = figures.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  if (means.length < 2) return NOTHING;
  const [low, high] = [Math.min(...means), Math.max(...means)].map((mean) => formatValue(mean, unit));
  return low === high ? (low as string) : `${low} to ${high}`;
}

/** Where a figure was measured: "q24_text, Healthcare, Crisis". */
export function formatPlace({ column, cell }: Pick<Figure, 'column' | 'cell'>): string {
  return (
    [column === 'together' ? 'all texts' : column, cell === 'all' ? '' : cell].filter(Boolean).join(', ') || NOTHING
  );
}

/** The change of a figure in noise SD: "+1.2", "worse 4.0" where it is a regression, or "-". */
export function formatChange({ change, regressed }: Pick<Figure, 'change' | 'regressed'>): string {
  if (change === undefined) return NOTHING;
  const size = Math.abs(change) > 99 ? '>99' : Math.abs(change).toFixed(1);
  if (size === '0.0') return '0';
  return regressed ? `worse ${size}` : `${change > 0 ? '+' : '-'}${size}`;
}

/** The figure of a gate whose change matters most: a regression, else the largest change. */
export function largestChange({ figures }: Pick<GateResult, 'figures'>): Pick<Figure, 'change' | 'regressed'> {
  const size = ({ change = 0, regressed }: Pick<Figure, 'change' | 'regressed'>) =>
    Math.abs(change) + (regressed ? 1e9 : 0);
  return figures.reduce<Pick<Figure, 'change' | 'regressed'>>(
    (largest, figure) =>
      figure.change !== undefined && (largest.change === undefined || size(figure) > size(largest)) ? figure : largest,
    {},
  );
}

/** Verdicts as a table shows them. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  fail: 'FAIL',
  warn: 'warn',
  worse: 'WORSE',
  pass: 'pass',
  aim: 'aim',
  info: '',
  none: 'none',
};
