/**
 * The solution of `matrix` x = `right` for a symmetric positive definite matrix of `size` rows, by Cholesky's factors.
 * `matrix` holds the rows one behind another; its lower triangle is read and overwritten by the factor.
 *
 * @returns undefined where the matrix is not positive definite to the precision of the numbers
 */
export function solvePositive(matrix: Float64Array, right: Float64Array, size: number): Float64Array | undefined {
  const solution = right.slice();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) sum -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number);
      if (i !== j) matrix[i * size + j] = sum / (matrix[j * size + j] as number);
      else if (sum > 0) matrix[i * size + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  for (let i = 0; i < size; i++) {
    let sum = solution[i] as number;
    for (let k = 0; k < i; k++) sum -= (matrix[i * size + k] as number) * (solution[k] as number);
    solution[i] = sum / (matrix[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = solution[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (matrix[k * size + i] as number) * (solution[k] as number);
    solution[i] = sum / (matrix[i * size + i] as number);
  }
  return solution;
}
