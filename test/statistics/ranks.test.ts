import { describe, expect, test } from 'vitest';
import { areaUnderCurve } from '../../src/statistics/auc.ts';
import { pearson, spearman } from '../../src/statistics/correlation.ts';
import { REFERENCE } from './reference.ts';

describe('the area under the curve', () => {
  test('is that of scikit-learn, ties counting half', () => {
    const { lower, higher, auc } = REFERENCE.curve;
    expect(areaUnderCurve(lower, higher)).toBeCloseTo(auc, 12);
  });

  test.each([
    ['apart', [1, 2], [3, 4], 1],
    ['the wrong way round', [3, 4], [1, 2], 0],
    ['all equal', [1, 1, 1], [1, 1], 0.5],
    ['one of four pairs lost', [1, 3], [2, 4], 0.75],
    ['a tie in one of four pairs', [1, 2], [2, 4], 0.875],
  ])('%s', (_, lower, higher, area) => expect(areaUnderCurve(lower, higher)).toBe(area));

  test('sorts numbers as numbers and leaves the input as it was', () => {
    const lower = [10, 9];
    expect(areaUnderCurve(lower, [100, 11])).toBe(1);
    expect(lower).toEqual([10, 9]);
  });

  test('needs values on both sides', () => expect(areaUnderCurve([], [1])).toBeNaN());
});

describe('correlation', () => {
  const { a, b, ...expected } = REFERENCE.correlation;

  test('is that of SciPy, with ties', () => {
    expect(pearson(a, b)).toBeCloseTo(expected.pearson, 12);
    expect(spearman(a, b)).toBeCloseTo(expected.spearman, 12);
  });

  test('of ranks sees order, not distance', () => {
    expect(spearman([1, 2, 3, 4], [1, 10, 100, 1000])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3, 4], [1, 10, 100, 1000])).toBeLessThan(0.9);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  });

  test('of a constant is NaN', () => expect(pearson([1, 2], [5, 5])).toBeNaN());
});
