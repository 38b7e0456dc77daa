import { solvePositive } from './cholesky.ts';
import type { SparseMatrix } from './sparse.ts';

/** More columns than this are solved by conjugate gradients: their products would not fit. */
const MOST_COLUMNS_IN_CLOSED_FORM = 800;
/** Conjugate gradients end where the residual is this share of the right-hand side, or after as many steps. */
const TOLERANCE = 1e-8;
const MOST_STEPS = 1000;

export interface RidgeRegression {
  /** One weight for each column. */
  readonly weights: Float64Array;
  readonly intercept: number;
  /** One prediction for each row. */
  predict(matrix: SparseMatrix): Float64Array;
}

/**
 * Ridge regression as scikit-learn's Ridge: squared errors plus `penalty` times the squared weights, the intercept free
 * (Hoerl and Kennard 1970). Up to 800 columns by Cholesky's factors, more by conjugate gradients (Hestenes and Stiefel 1952).
 * Own code, because ml-regression-multivariate-linear has no penalty and takes dense rows only.
 *
 * @param targets one number for each row
 * @param penalty above 0
 */
export function fitRidge(matrix: SparseMatrix, targets: ArrayLike<number>, penalty = 1): RidgeRegression {
  const means = columnMeans(matrix);
  let targetMean = 0;
  for (let row = 0; row < matrix.rows; row++) targetMean += (targets[row] as number) / matrix.rows;
  const centered = Float64Array.from({ length: matrix.rows }, (_, row) => (targets[row] as number) - targetMean);
  const right = timesTransposed(matrix, centered, means);
  const weights =
    (matrix.columns <= MOST_COLUMNS_IN_CLOSED_FORM
      ? solvePositive(centeredProducts(matrix, means, penalty), right, matrix.columns)
      : undefined) ?? byConjugateGradients(matrix, means, right, penalty);
  const intercept = targetMean - dot(means, weights);
  return { weights, intercept, predict: (rows) => times(rows, weights, intercept) };
}

function columnMeans({ rows, columns, indices, values }: SparseMatrix): Float64Array {
  const means = new Float64Array(columns);
  for (let k = 0; k < values.length; k++) {
    const column = indices[k] as number;
    means[column] = (means[column] as number) + (values[k] as number) / rows;
  }
  return means;
}

/** The lower triangle of X'X of the centred columns, `penalty` added to the diagonal. */
function centeredProducts(
  { rows, columns, starts, indices, values }: SparseMatrix,
  means: Float64Array,
  penalty: number,
): Float64Array {
  const products = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    for (let a = from; a < to; a++) {
      const start = (indices[a] as number) * columns;
      const value = values[a] as number;
      for (let b = from; b <= a; b++) {
        const at = start + (indices[b] as number);
        products[at] = (products[at] as number) + value * (values[b] as number);
      }
    }
  }
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j <= i; j++) {
      const at = i * columns + j;
      products[at] = (products[at] as number) - rows * (means[i] as number) * (means[j] as number);
    }
    products[i * columns + i] = (products[i * columns + i] as number) + penalty;
  }
  return products;
}

/** The weights for which (X'X + penalty) w = `right`, X being centred without being made dense. */
function byConjugateGradients(
  matrix: SparseMatrix,
  means: Float64Array,
  right: Float64Array,
  penalty: number,
): Float64Array {
  const weights = new Float64Array(matrix.columns);
  const residual = right.slice();
  const direction = right.slice();
  let square = dot(residual, residual);
  const enough = square * TOLERANCE ** 2;
  for (let step = 0; step < MOST_STEPS && square > enough; step++) {
    const product = timesTransposed(matrix, times(matrix, direction, -dot(means, direction)), means);
    addTo(product, penalty, direction);
    const share = square / dot(direction, product);
    addTo(weights, share, direction);
    addTo(residual, -share, product);
    const before = square;
    square = dot(residual, residual);
    for (let i = 0; i < direction.length; i++) {
      direction[i] = (residual[i] as number) + (square / before) * (direction[i] as number);
    }
  }
  return weights;
}

/** X w plus a constant. */
function times({ rows, starts, indices, values }: SparseMatrix, weights: Float64Array, constant: number): Float64Array {
  const out = new Float64Array(rows).fill(constant);
  for (let row = 0; row < rows; row++) {
    let sum = constant;
    for (let k = starts[row] as number; k < (starts[row + 1] as number); k++) {
      sum += (values[k] as number) * (weights[indices[k] as number] as number);
    }
    out[row] = sum;
  }
  return out;
}

/** X' y of the centred columns. */
function timesTransposed(
  { rows, columns, starts, indices, values }: SparseMatrix,
  right: Float64Array,
  means: Float64Array,
): Float64Array {
  const out = new Float64Array(columns);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const share = right[row] as number;
    total += share;
    for (let k = starts[row] as number; k < (starts[row + 1] as number); k++) {
      const column = indices[k] as number;
      out[column] = (out[column] as number) + share * (values[k] as number);
    }
  }
  addTo(out, -total, means);
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addTo(sum: Float64Array, share: number, b: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + share * (b[i] as number);
}
