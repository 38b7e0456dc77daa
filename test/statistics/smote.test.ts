import { expect, test } from 'vitest';
import { openStream, unitAt } from '../../src/core/random.ts';
import { smote } from '../../src/statistics/smote.ts';

const stream = openStream(1, 'smote');
const units = (draw: number) => unitAt(stream, draw);
const line = [0, 1, 2, 10, 11, 12].map((x) => Float64Array.from([x, 100 * x]));

test('new rows start from every row in turn and go toward one of its nearest', () => {
  const points = smote(line, 12, 2, units);
  expect(points.map(({ base }) => base).sort((a, b) => a - b)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  for (const { base, neighbour, share } of points) {
    expect(neighbour).not.toBe(base);
    // Two clusters of three: the two nearest of a row are the others of its own.
    expect(Math.floor(neighbour / 3)).toBe(Math.floor(base / 3));
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThan(1);
  }
});

test('a column of large numbers weighs no more than one of small ones', () => {
  // Unscaled, the last row is the nearest of the first by far; at equal spread the second is (1.2 against 2.1).
  const rows = [
    [0, 0],
    [0.1, 500],
    [1, 100],
    [1, 1000],
  ].map((row) => Float64Array.from(row));
  expect(smote(rows, 4, 1, units).find(({ base }) => base === 0)?.neighbour).toBe(1);
});

test('a class of one row is repeated', () => {
  expect(smote([Float64Array.from([3])], 2, 5, units).map(({ base, neighbour }) => [base, neighbour])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});
