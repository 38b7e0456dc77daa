import type { Figure } from './result.ts';
import type { Bound, Gate, Operator } from './suite.ts';

/** Whether a value keeps to a bound. */
export function keepsTo(op: Operator, bound: Bound, value: number): boolean {
  if (typeof bound === 'number') return op === '<=' ? value <= bound : value >= bound;
  return value >= bound[0] && value <= bound[1];
}

/** How far to the wrong side a value is, in its own unit; below 0 inside a band. Only for putting values in order. */
export function badnessOf(op: Operator, bound: Bound, value: number): number {
  if (typeof bound === 'number') return op === '<=' ? value : -value;
  return Math.max(bound[0] - value, value - bound[1]);
}

/** Judges the values of one figure, one a seed: every seed has to keep to what must be. */
export function judgeFigure(gate: Gate, column: string, cell: string, values: readonly number[]): Figure {
  const known = values.filter((value) => Number.isFinite(value));
  const figure = {
    column,
    cell,
    values: values.map((value) => (Number.isFinite(value) ? value : null)),
    mean: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
  };
  const { op, must, aim } = gate;
  if (op === undefined || must === undefined || known.length === 0)
    return { ...figure, worst: figure.mean, passed: null, aimReached: null };
  const worst = known.reduce((a, b) => (badnessOf(op, must, b) > badnessOf(op, must, a) ? b : a));
  return {
    ...figure,
    worst,
    passed: known.every((value) => keepsTo(op, must, value)),
    aimReached: aim === undefined ? null : known.every((value) => keepsTo(op, aim, value)),
  };
}

/** The number of the figure furthest to the wrong side (the highest where nothing is asked), or -1 where none can be told. */
export function worstOf(gate: Gate, figures: readonly Figure[]): number {
  const { op = '<=', must = 0 } = gate;
  let worst = -1;
  figures.forEach(({ worst: value }, i) => {
    if (value === null) return;
    const before = figures[worst]?.worst ?? null;
    if (before === null || badnessOf(op, must, value) > badnessOf(op, must, before)) worst = i;
  });
  return worst;
}
