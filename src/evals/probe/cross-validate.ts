import { type Design, openDesign } from './design.ts';
import type { ProbeModel, TrainingTarget } from './models.ts';
import { numbersAt, type ProbeData, type ProbeTarget } from './probe-data.ts';
import { type Scores, scoresOf } from './scores.ts';

/** A figure over the folds in which it has a value; null where it has none. */
export interface Spread {
  readonly mean: number | null;
  /** Standard deviation over the folds (n - 1). */
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** Figure -> its spread over the folds. */
export type Spreads = Readonly<Record<string, Spread>>;

/** The scores of each fold when a model learns from all other folds, for each model; the first entry is the baseline's. `onFold` is called after each. */
export function crossValidate(
  data: ProbeData,
  models: readonly ProbeModel[],
  foldOf: Int32Array,
  seed: number,
  onFold: () => void = () => {},
): readonly (readonly Scores[])[] {
  const folds = Math.max(...foldOf) + 1;
  const scores: Scores[][] = [[], ...models.map(() => [])];
  for (let fold = 0; fold < folds; fold++) {
    const train = rowsWhere(foldOf, (other) => other !== fold);
    const test = rowsWhere(foldOf, (other) => other === fold);
    const target = targetAt(data.target, train);
    const design: Design = openDesign(data, train, test);
    scores[0]?.push(scoresOf(data.target, test, baseline(target, test.length)));
    models.forEach((model, i) => {
      scores[i + 1]?.push(scoresOf(data.target, test, model.fit(design, target, seed).predicted));
    });
    onFold();
  }
  return scores;
}

/** Mean, deviation, least and most of each figure over folds. */
export function spreadsOf(scores: readonly Scores[]): Spreads {
  const figures = Object.keys(scores[0] ?? {});
  return Object.fromEntries(
    figures.map((figure) => [figure, spreadOf(scores.map((fold) => fold[figure] ?? Number.NaN))]),
  );
}

function spreadOf(all: readonly number[]): Spread {
  const values = all.filter((value) => !Number.isNaN(value));
  if (values.length === 0) return { mean: null, sd: null, min: null, max: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    sd: values.length > 1 ? Math.sqrt(square / (values.length - 1)) : null,
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

/** The target of some rows. */
export function targetAt(target: ProbeTarget, rows: Int32Array): TrainingTarget {
  return target.kind === 'numbers'
    ? { kind: 'numbers', values: numbersAt(target.values, rows) }
    : { ...target, labels: Int32Array.from(rows, (row) => target.labels[row] as number) };
}

/** What knows nothing of a row says: the mean, or the shares of the classes. */
function baseline(target: TrainingTarget, rows: number): Float64Array {
  if (target.kind === 'numbers') {
    const mean = target.values.reduce((sum, value) => sum + value, 0) / target.values.length;
    return new Float64Array(rows).fill(mean);
  }
  const shares = new Float64Array(target.names.length);
  for (const label of target.labels) shares[label] = (shares[label] as number) + 1 / target.labels.length;
  return Float64Array.from({ length: rows * shares.length }, (_, i) => shares[i % shares.length] as number);
}

function rowsWhere(foldOf: Int32Array, keep: (fold: number) => boolean): Int32Array {
  const rows: number[] = [];
  foldOf.forEach((fold, row) => {
    if (keep(fold)) rows.push(row);
  });
  return Int32Array.from(rows);
}
