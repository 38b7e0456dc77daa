import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { diskFault } from '../formats/disk-fault.ts';
import { bootstrapDifference } from '../statistics/bootstrap.ts';
import type { Unit } from './metric.ts';
import { type EvalResult, type Figure, type GateResult, RESULT_FORM } from './result.ts';
import type { Operator } from './suite.ts';

/** Fewer pairs than this say nothing about how the difference would spread. */
const LEAST_PAIRS = 5;

/** One metric in one column of two runs. */
export interface Difference {
  readonly metric: string;
  readonly title: string;
  readonly unit: Unit;
  readonly column: string;
  /** Cells that both runs have. */
  readonly pairs: number;
  /** Means over those cells. */
  readonly before: number;
  readonly after: number;
  /** After less before. */
  readonly difference: number;
  /** 95% percentile bootstrap interval of the mean paired difference over cells; undefined with fewer than 5 pairs. */
  readonly interval?: readonly [number, number];
  /** `better` and `worse` where the interval leaves out 0 and a side is asked for; `changed` where none is; `same` where 0 is inside. */
  readonly verdict: 'better' | 'worse' | 'changed' | 'same' | 'unknown';
}

/** Reads a result file, or the one in a folder that a run wrote. Throws UsageError where it is something else. */
export function readResult(path: string): EvalResult {
  if (!existsSync(path))
    throw new UsageError('no-result', `there is no ${path}`, {
      at: path,
      hint: 'give a folder that "fabula eval --out" wrote, or its result.json',
    });
  const file = statSync(path).isDirectory() ? join(path, 'result.json') : path;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw diskFault(cause, 'read', file);
  }
  let result: unknown;
  try {
    result = JSON.parse(text);
  } catch {
    result = undefined;
  }
  if ((result as EvalResult | undefined)?.form !== RESULT_FORM)
    throw new UsageError('no-result', `${file} is not a result of fabula eval`, {
      at: file,
      hint: 'give a folder that "fabula eval --out" wrote, or its result.json',
    });
  return result as EvalResult;
}

/** Every metric and column that both runs measured, in the order of the second. Pairs are cells of the same name. */
export function compareResults(before: EvalResult, after: EvalResult): readonly Difference[] {
  return after.gates.flatMap((gate) => {
    const own = columnsOf(gate);
    return own.flatMap((column) => {
      const old = before.gates.filter(({ metric }) => metric === gate.metric).flatMap(({ figures }) => figures);
      const difference = differenceOf(gate, column, old);
      return difference ? [difference] : [];
    });
  });
}

function columnsOf({ figures }: GateResult): readonly string[] {
  return [...new Set(figures.map(({ column }) => column))];
}

function differenceOf(
  { metric, title, unit, op, figures }: GateResult,
  column: string,
  old: readonly Figure[],
): Difference | undefined {
  const pairs = figures.flatMap((figure) => {
    if (figure.column !== column || figure.mean === null) return [];
    const before = old.find((entry) => entry.column === column && entry.cell === figure.cell)?.mean ?? null;
    return before === null ? [] : [[before, figure.mean] as const];
  });
  if (pairs.length === 0) return undefined;
  const before = pairs.map(([value]) => value);
  const after = pairs.map(([, value]) => value);
  const { mean, low, high } = bootstrapDifference(after, before);
  return {
    metric,
    title,
    unit,
    column,
    pairs: pairs.length,
    before: meanOf(before),
    after: meanOf(after),
    difference: mean,
    ...(pairs.length < LEAST_PAIRS ? {} : { interval: [low, high] as const }),
    verdict: pairs.length < LEAST_PAIRS ? (mean === 0 ? 'same' : 'unknown') : verdictOf(op, low, high),
  };
}

function verdictOf(op: Operator | undefined, low: number, high: number): Difference['verdict'] {
  if (low <= 0 && high >= 0) return 'same';
  if (op === undefined || op === 'between') return 'changed';
  return high < 0 === (op === '<=') ? 'better' : 'worse';
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
