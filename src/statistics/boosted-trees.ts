import { type BinnedTable, binAlike, binColumns } from './binned-table.ts';
import { growGradientTree } from './gradient-tree.ts';
import { addTreeValues, type Tree } from './tree.ts';

export interface BoostingOptions {
  /** Rounds; each grows a tree, or with more than two classes one for each. Default 100. */
  readonly rounds?: number;
  /** Share of each tree that counts; default .1. */
  readonly rate?: number;
  /** Default 5. */
  readonly depth?: number;
  /** Rows of a leaf, at least; default 20. */
  readonly leafRows?: number;
  /** Added to the curvature of a leaf; default 0. */
  readonly penalty?: number;
}

/** Trees that were fitted one after another. */
export interface BoostedTrees {
  /** Share of each column in the gain of all splits; zeros where nothing was split. */
  readonly importance: Float64Array;
  /** One number for each row, or the chance of each class row after row. */
  predict(columns: readonly Float64Array[]): Float64Array;
}

const DEFAULTS = { rounds: 100, rate: 0.1, depth: 5, leafRows: 20, penalty: 0 };

/**
 * Gradient-boosted trees for numbers, squared errors: the defaults of scikit-learn's HistGradientBoostingRegressor, but
 * for the depth, which bounds a tree in place of the number of leaves, and without early stopping.
 *
 * @param columns the features, each with one number for each row
 */
export function fitBoostedNumbers(
  columns: readonly Float64Array[],
  targets: ArrayLike<number>,
  options: BoostingOptions = {},
): BoostedTrees {
  const rows = targets.length;
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += (targets[row] as number) / rows;
  const curvatures = new Float64Array(rows).fill(1);
  return boost(columns, Float64Array.of(mean), { ...DEFAULTS, ...options }, (scores, slopes) => {
    for (let row = 0; row < rows; row++) slopes[row] = (scores[row] as number) - (targets[row] as number);
    return curvatures;
  });
}

/**
 * Gradient-boosted trees for classes, cross-entropy: two classes by one tree a round, more by one for each class
 * (HistGradientBoostingClassifier of scikit-learn, but for the depth and without early stopping).
 *
 * @param labels class of each row, 0 to `classes` - 1; a class without rows is never predicted
 */
export function fitBoostedClasses(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  classes: number,
  options: BoostingOptions = {},
): BoostedTrees {
  const rows = labels.length;
  const shares = new Float64Array(classes);
  for (let row = 0; row < rows; row++) shares[labels[row] as number] = (shares[labels[row] as number] as number) + 1;
  const start = shares.map((count) => Math.log(Math.max(count, 1e-9) / rows));
  const binary = classes === 2;
  const outputs = binary ? Float64Array.of((start[1] as number) - (start[0] as number)) : start;
  const curvatures = new Float64Array(rows);
  const chances = new Float64Array(rows * classes);
  const trees = boost(columns, outputs, { ...DEFAULTS, ...options }, (scores, slopes, output) => {
    if (output === 0) toChances(scores, classes, chances);
    const own = binary ? 1 : output;
    for (let row = 0; row < rows; row++) {
      const chance = chances[row * classes + own] as number;
      slopes[row] = chance - (labels[row] === own ? 1 : 0);
      curvatures[row] = chance * (1 - chance);
    }
    return curvatures;
  });
  return {
    importance: trees.importance,
    predict(unread) {
      const scores = trees.predict(unread);
      return toChances(scores, classes, new Float64Array(binary ? scores.length * 2 : scores.length));
    },
  };
}

/** Writes the slopes of the loss of one output and gives its curvatures; outputs are asked in order, scores stay for a round. */
type Loss = (scores: Float64Array, slopes: Float64Array, output: number) => Float64Array;

function boost(
  columns: readonly Float64Array[],
  start: Float64Array,
  { rounds, rate, ...limits }: Required<BoostingOptions>,
  loss: Loss,
): BoostedTrees {
  const table = binColumns(columns);
  const outputs = start.length;
  const scores = repeated(start, table.rows);
  const slopes = new Float64Array(table.rows);
  const gains = new Float64Array(table.columns);
  const trees: Tree[] = [];
  for (let round = 0; round < rounds; round++) {
    const grown = Array.from(start, (_, output) => {
      const curvatures = loss(scores, slopes, output);
      return growGradientTree(table, slopes, curvatures, limits, gains);
    });
    grown.forEach((tree, offset) => {
      addTreeValues(tree, table, scores, { share: rate, stride: outputs, offset });
    });
    trees.push(...grown);
  }
  const all = gains.reduce((sum, gain) => sum + gain, 0);
  return {
    importance: all > 0 ? gains.map((gain) => gain / all) : gains,
    predict(unread) {
      const binned: BinnedTable = binAlike(table, unread);
      const out = repeated(start, binned.rows);
      trees.forEach((tree, i) => {
        addTreeValues(tree, binned, out, { share: rate, stride: outputs, offset: i % outputs });
      });
      return out;
    },
  };
}

function repeated(values: Float64Array, rows: number): Float64Array {
  const out = new Float64Array(values.length * rows);
  for (let i = 0; i < out.length; i++) out[i] = values[i % values.length] as number;
  return out;
}

/** Chances from scores: by the logistic function of one score, or by softmax of one for each class. */
function toChances(scores: Float64Array, classes: number, out: Float64Array): Float64Array {
  if (classes === 2) {
    for (let row = 0; row < scores.length; row++) {
      const chance = 1 / (1 + Math.exp(-(scores[row] as number)));
      out[row * 2] = 1 - chance;
      out[row * 2 + 1] = chance;
    }
    return out;
  }
  for (let from = 0; from < scores.length; from += classes) {
    let highest = -Infinity;
    for (let c = from; c < from + classes; c++) highest = Math.max(highest, scores[c] as number);
    let sum = 0;
    for (let c = from; c < from + classes; c++) sum += out[c] = Math.exp((scores[c] as number) - highest);
    for (let c = from; c < from + classes; c++) out[c] = (out[c] as number) / sum;
  }
  return out;
}
