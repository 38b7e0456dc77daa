import { minimize, type Smooth } from './minimize.ts';
import type { SparseMatrix } from './sparse.ts';

export interface LogisticOptions {
  /** Inverse strength of the penalty on the weights (C of scikit-learn); default 1. */
  readonly inversePenalty?: number;
  /** Done when no part of the gradient of the mean loss is larger; default 1e-4, as scikit-learn. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
  /** Each class weighs the same, however few its rows: class_weight='balanced' of scikit-learn. */
  readonly balanced?: boolean;
}

export interface LogisticRegression {
  readonly classes: number;
  /** Weight of column `j` for class `c` at `j * classes + c`. */
  readonly weights: Float64Array;
  /** One per class; they add to 0. */
  readonly intercepts: Float64Array;
  /** Chance of each class, row after row: `rows * classes` numbers. */
  probabilities(matrix: SparseMatrix): Float64Array;
}

/**
 * Multinomial logistic regression with the loss of scikit-learn's LogisticRegression: mean cross-entropy plus the squared
 * weights over 2 C n; intercepts go free. With two classes the weights of a class are half of scikit-learn's single row
 * (minus half for the first), and the chances are the same.
 * Own code, because ml-logistic-regression is without penalty, one class against the rest, and takes dense rows only.
 *
 * @param labels class of each row, 0 to `classes` - 1
 */
export function fitLogisticRegression(
  matrix: SparseMatrix,
  labels: ArrayLike<number>,
  classes: number,
  { inversePenalty = 1, tolerance = 1e-4, maxIterations = 100, balanced = false }: LogisticOptions = {},
): LogisticRegression {
  // two rows of opposite weights share what scikit-learn's single row pays, so they pay double
  const penalty = (classes === 2 ? 2 : 1) / (inversePenalty * matrix.rows);
  const loss = lossOf(
    matrix,
    labels,
    classes,
    penalty,
    balanced ? balancedWeights(labels, matrix.rows, classes) : undefined,
  );
  const point = minimize(loss, new Float64Array((matrix.columns + 1) * classes), { tolerance, maxIterations });
  const weights = point.slice(0, matrix.columns * classes);
  const intercepts = point.slice(matrix.columns * classes);
  return {
    classes,
    weights,
    intercepts,
    probabilities(rows) {
      const out = new Float64Array(rows.rows * classes);
      for (let row = 0; row < rows.rows; row++) {
        addScores(rows, row, point, classes, out.subarray(row * classes, (row + 1) * classes));
      }
      return out;
    },
  };
}

/** Rows over (classes x rows of the class), for each class; the weights of all rows sum to the rows. */
function balancedWeights(labels: ArrayLike<number>, rows: number, classes: number): Float64Array {
  const counts = new Float64Array(classes);
  for (let row = 0; row < rows; row++) counts[labels[row] as number] = (counts[labels[row] as number] as number) + 1;
  const present = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  return counts.map((count) => (count > 0 ? rows / (present * count) : 0));
}

/** The loss at a point: weights column by column, then the intercepts. */
function lossOf(
  matrix: SparseMatrix,
  labels: ArrayLike<number>,
  classes: number,
  penalty: number,
  classWeights?: Float64Array,
): Smooth {
  const { rows, columns, starts, indices, values } = matrix;
  const free = columns * classes;
  const chances = new Float64Array(classes);
  return (point, gradient) => {
    let square = 0;
    for (let i = 0; i < free; i++) {
      const weight = point[i] as number;
      square += weight * weight;
      gradient[i] = penalty * weight;
    }
    gradient.fill(0, free);
    let loss = 0;
    for (let row = 0; row < rows; row++) {
      const label = labels[row] as number;
      chances.fill(0);
      const share = classWeights?.[label] ?? 1;
      loss -= share * addScores(matrix, row, point, classes, chances, label);
      chances[label] = (chances[label] as number) - 1;
      for (let c = 0; c < classes; c++) {
        const miss = (share * (chances[c] as number)) / rows;
        chances[c] = miss;
        gradient[free + c] = (gradient[free + c] as number) + miss;
      }
      for (let k = starts[row] as number; k < (starts[row + 1] as number); k++) {
        const at = (indices[k] as number) * classes;
        const value = values[k] as number;
        for (let c = 0; c < classes; c++) {
          gradient[at + c] = (gradient[at + c] as number) + value * (chances[c] as number);
        }
      }
    }
    return loss / rows + (penalty / 2) * square;
  };
}

/** Writes the chances of a row into `out` (zeros before) and gives the logarithm of the chance of `label`. */
function addScores(
  { columns, starts, indices, values }: SparseMatrix,
  row: number,
  point: Float64Array,
  classes: number,
  out: Float64Array,
  label = 0,
): number {
  for (let k = starts[row] as number; k < (starts[row + 1] as number); k++) {
    const at = (indices[k] as number) * classes;
    const value = values[k] as number;
    for (let c = 0; c < classes; c++) out[c] = (out[c] as number) + value * (point[at + c] as number);
  }
  let highest = -Infinity;
  for (let c = 0; c < classes; c++) {
    out[c] = (out[c] as number) + (point[columns * classes + c] as number);
    highest = Math.max(highest, out[c] as number);
  }
  const labelScore = (out[label] as number) - highest;
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    out[c] = Math.exp((out[c] as number) - highest);
    sum += out[c] as number;
  }
  for (let c = 0; c < classes; c++) out[c] = (out[c] as number) / sum;
  return labelScore - Math.log(sum);
}
