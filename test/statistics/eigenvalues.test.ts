import { expect, test } from 'vitest';
import { symmetricEigenvalues } from '../../src/statistics/eigenvalues.ts';

const eigenvalues = (...rows: readonly number[][]) => [
  ...symmetricEigenvalues(Float64Array.from(rows.flat()), rows.length),
];

function expectClose(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] as number, 9);
  });
}

test('two rows: 2 -+ 1', () => expectClose(eigenvalues([2, 1], [1, 2]), [1, 3]));

test('no row, one row, a diagonal', () => {
  expectClose(eigenvalues(), []);
  expectClose(eigenvalues([-4]), [-4]);
  expectClose(eigenvalues([3, 0, 0], [0, -1, 0], [0, 0, 2]), [-1, 2, 3]);
});

test('all ones: n and nothing else', () => {
  expectClose(eigenvalues(...Array.from({ length: 5 }, () => [1, 1, 1, 1, 1])), [0, 0, 0, 0, 5]);
});

test('an outer product has the square of its length', () => {
  const vector = [1, 2, 3, 4];
  expectClose(eigenvalues(...vector.map((a) => vector.map((b) => a * b))), [0, 0, 0, 30]);
});

test('second differences of 200 points: 2 - 2 cos(k pi / 201)', () => {
  const size = 200;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = 2;
    if (i > 0) matrix[i * size + i - 1] = matrix[(i - 1) * size + i] = -1;
  }
  const expected = Array.from({ length: size }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (size + 1)));
  expectClose([...symmetricEigenvalues(matrix, size)], expected);
});

test('a full matrix: min(i, j) has 1 / (2 - 2 cos((2k - 1) pi / (2n + 1)))', () => {
  const rows = Array.from({ length: 30 }, (_, i) => Array.from({ length: 30 }, (_, j) => Math.min(i, j) + 1));
  const expected = rows.map((_, k) => 1 / (2 - 2 * Math.cos(((2 * (30 - k) - 1) * Math.PI) / 61)));
  expectClose(eigenvalues(...rows), expected);
});

test('the matrix is left as it was', () => {
  const matrix = Float64Array.from([2, 1, 1, 2]);
  symmetricEigenvalues(matrix, 2);
  expect([...matrix]).toEqual([2, 1, 1, 2]);
});
