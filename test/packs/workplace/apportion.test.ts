import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, fitMargins, roundWithMargins } from '../../../src/packs/workplace/apportion.ts';

test.each([
  [10, [0.26, 0.28, 0.46], [2, 3, 5]],
  [7, [0.05, 0.15, 0.3, 0.35, 0.15], [0, 1, 2, 3, 1]],
  [1, [0.2, 0.5, 0.3], [0, 1, 0]],
  [2, [1, 1, 1], [1, 1, 0]],
  [0, [1, 2], [0, 0]],
  [9, [3], [9]],
])('%i in the ratio %j: the rows left over go to the largest remainders', (total, weights, counts) => {
  expect(apportion(total, weights)).toEqual(counts);
});

test('every share is its exact value rounded down or up, and they sum to the total', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 });
  const property = fc.property(fc.nat(10_000), weights, (total, list) => {
    const sum = list.reduce((a, b) => a + b);
    const counts = apportion(total, list);
    expect(counts.reduce((a, b) => a + b)).toBe(total);
    for (const [i, n] of counts.entries()) expect(Math.abs(n - (total * (list[i] as number)) / sum)).toBeLessThan(1);
  });
  fc.assert(property);
});

const matrix = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);
const rowSums = (cells: readonly (readonly number[])[]) => cells.map((row) => row.reduce((a, b) => a + b, 0));
const columnSums = (cells: readonly (readonly number[])[]) =>
  (cells[0] ?? []).map((_, c) => cells.reduce((sum, row) => sum + (row[c] as number), 0));

test('any positive start fitted to margins and rounded has exactly these margins, each cell next to its exact value', () => {
  const property = fc.property(matrix, fc.nat(), (target, seed) => {
    const [rows, columns] = [rowSums(target), columnSums(target)];
    const start = target.map((row, r) => row.map((_, c) => 1 + (((r * 7 + c * 3) * (seed % 97)) % 11)));
    const fitted = fitMargins(start, rows, columns);
    const rounded = roundWithMargins(fitted, rows, columns);
    expect(rowSums(rounded)).toEqual(rows);
    expect(columnSums(rounded)).toEqual(columns);
    for (const [r, row] of rounded.entries())
      for (const [c, n] of row.entries()) {
        expect(Number.isInteger(n) && n >= 0).toBe(true);
        expect(Math.abs(n - (fitted[r]?.[c] as number))).toBeLessThan(1.001);
      }
  });
  fc.assert(property, { numRuns: 300 });
});
