/**
 * The eigenvalues of a symmetric matrix of `size` rows, in ascending order. `matrix` holds the rows one behind another and
 * is not changed. Householder reduction to three diagonals, then implicit QL steps: tred1 and imtql1 of EISPACK
 * (Martin, Reinsch and Wilkinson 1968; Dubrulle 1970), 4/3 size^3 operations.
 */
export function symmetricEigenvalues(matrix: Float64Array, size: number): Float64Array {
  const { diagonal, beside } = tridiagonal(Float64Array.from(matrix), size);
  for (let first = 0; first < size; first++) {
    for (let step = 0; step < MOST_STEPS; step++) {
      const last = blockEnd(diagonal, beside, first, size);
      if (last === first) break;
      shiftedStep(diagonal, beside, first, last);
    }
  }
  return diagonal.sort();
}

/** QL converges in about two steps an eigenvalue; EISPACK gives up after thirty. */
const MOST_STEPS = 30;

/** The last row of the block that begins at `first`: where the element beside the diagonal is nothing next to it. */
function blockEnd(diagonal: Float64Array, beside: Float64Array, first: number, size: number): number {
  let last = first;
  while (last < size - 1) {
    const scale = Math.abs(at(diagonal, last)) + Math.abs(at(diagonal, last + 1));
    if (Math.abs(at(beside, last)) <= Number.EPSILON * scale) break;
    last++;
  }
  return last;
}

/** One implicit QL step with Wilkinson's shift on the rows from `first` to `last`. */
function shiftedStep(diagonal: Float64Array, beside: Float64Array, first: number, last: number): void {
  const slope = (at(diagonal, first + 1) - at(diagonal, first)) / (2 * at(beside, first));
  const root = Math.hypot(slope, 1);
  let g = at(diagonal, last) - at(diagonal, first) + at(beside, first) / (slope + (slope < 0 ? -root : root));
  let sine = 1;
  let cosine = 1;
  let moved = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = sine * at(beside, i);
    const b = cosine * at(beside, i);
    const r = Math.hypot(f, g);
    beside[i + 1] = r;
    if (r === 0) {
      diagonal[i + 1] = at(diagonal, i + 1) - moved;
      beside[last] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = at(diagonal, i + 1) - moved;
    const t = (at(diagonal, i) - g) * sine + 2 * cosine * b;
    moved = sine * t;
    diagonal[i + 1] = g + moved;
    g = cosine * t - b;
  }
  diagonal[first] = at(diagonal, first) - moved;
  beside[first] = g;
  beside[last] = 0;
}

/** The diagonal and the elements beside it of a three-diagonal matrix with the same eigenvalues. */
function tridiagonal(rows: Float64Array, size: number): { diagonal: Float64Array; beside: Float64Array } {
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  const product = new Float64Array(size);
  for (let i = size - 1; i > 0; i--) {
    const row = rows.subarray(i * size, i * size + i);
    let square = 0;
    for (let k = 0; k < i - 1; k++) square += at(row, k) ** 2;
    const end = at(row, i - 1);
    diagonal[i] = at(rows, i * size + i);
    if (square === 0) {
      beside[i - 1] = end;
      continue;
    }
    const norm = Math.sqrt(square + end ** 2) * (end > 0 ? -1 : 1);
    beside[i - 1] = norm;
    row[i - 1] = end - norm;
    const half = norm ** 2 - end * norm;
    reflect(rows, size, row, half, product);
  }
  if (size > 0) diagonal[0] = at(rows, 0);
  return { diagonal, beside };
}

/** A - v w' - w v' in the lower triangle, with p = A v / h and w = p - (v'p / 2h) v: the reflection at `vector`. */
function reflect(rows: Float64Array, size: number, vector: Float64Array, half: number, product: Float64Array): void {
  const length = vector.length;
  product.fill(0, 0, length);
  for (let j = 0; j < length; j++) {
    const start = j * size;
    const v = at(vector, j);
    let sum = at(rows, start + j) * v;
    for (let k = 0; k < j; k++) {
      const element = at(rows, start + k);
      sum += element * at(vector, k);
      product[k] = at(product, k) + element * v;
    }
    product[j] = at(product, j) + sum;
  }
  let along = 0;
  for (let j = 0; j < length; j++) {
    product[j] = at(product, j) / half;
    along += at(product, j) * at(vector, j);
  }
  const share = along / (2 * half);
  for (let j = 0; j < length; j++) product[j] = at(product, j) - share * at(vector, j);
  for (let j = 0; j < length; j++) {
    const start = j * size;
    const v = at(vector, j);
    const p = at(product, j);
    for (let k = 0; k <= j; k++) rows[start + k] = at(rows, start + k) - v * at(product, k) - p * at(vector, k);
  }
}

/** An element that is known to be there. */
function at(values: Float64Array, index: number): number {
  return values[index] as number;
}
