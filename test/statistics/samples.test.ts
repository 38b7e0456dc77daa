import { describe, expect, test } from 'vitest';
import { bootstrapDifference } from '../../src/statistics/bootstrap.ts';
import { groupFolds, sampleByClass, stratifiedSplit } from '../../src/statistics/folds.ts';
import { minimize } from '../../src/statistics/minimize.ts';

describe('the bootstrap interval of a paired difference', () => {
  test('has no width where all pairs differ by the same', () => {
    expect(bootstrapDifference([3, 5, 9], [1, 3, 7])).toEqual({ mean: 2, low: 2, high: 2 });
  });

  test('of two pairs lies on the three means there can be', () => {
    // means of resamples: 0 with chance 1/4, .5 with 1/2, 1 with 1/4
    expect(bootstrapDifference([0, 1], [0, 0])).toEqual({ mean: 0.5, low: 0, high: 1 });
    expect(bootstrapDifference([0, 1], [0, 0], { level: 0.4 })).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
  });

  test('is near that of the normal distribution where pairs are many', () => {
    const a = Array.from({ length: 400 }, (_, i) => i % 2);
    const { mean, low, high } = bootstrapDifference(a, new Array(400).fill(0));
    expect(mean).toBe(0.5);
    // standard error .5 / 20 = .025
    expect(Math.abs(low - (0.5 - 1.96 * 0.025))).toBeLessThan(0.006);
    expect(Math.abs(high - (0.5 + 1.96 * 0.025))).toBeLessThan(0.006);
  });

  test('is the same for the same seed and another for another', () => {
    const a = Array.from({ length: 50 }, (_, i) => (i * 7919) % 97);
    const b = new Array(50).fill(0);
    expect(bootstrapDifference(a, b, { seed: 3 })).toEqual(bootstrapDifference(a, b, { seed: 3 }));
    expect(bootstrapDifference(a, b, { seed: 3 })).not.toEqual(bootstrapDifference(a, b, { seed: 4 }));
  });
});

describe('group folds', () => {
  test('put the largest group first, each into the emptiest fold', () => {
    // sizes: b 3, a 2, c 2, d 1: b to 0, a to 1, c to 1 (2 < 3), d to 0 (3 < 4)
    expect([...groupFolds(['a', 'b', 'b', 'c', 'd', 'b', 'a', 'c'], 2)]).toEqual([1, 0, 0, 1, 0, 0, 1, 1]);
  });
});

describe('a stratified split', () => {
  const classes = Array.from({ length: 100 }, (_, row) => (row % 10 === 0 ? 1 : 0));
  const { train, test: held } = stratifiedSplit(classes, 0.3);

  test('takes the share of each class, and each row once', () => {
    const ofClassOne = (rows: readonly number[]) => rows.filter((row) => classes[row] === 1).length;
    expect([held.length, ofClassOne(held)]).toEqual([30, 3]);
    expect([train.length, ofClassOne(train)]).toEqual([70, 7]);
    expect([...train, ...held].sort((a, b) => a - b)).toEqual([...classes.keys()]);
  });

  test('is drawn by seed, not by order', () => {
    expect(stratifiedSplit(classes, 0.3)).toEqual({ train, test: held });
    expect(stratifiedSplit(classes, 0.3, 1)).not.toEqual({ train, test: held });
    expect(held.some((row) => row > 60)).toBe(true);
  });

  test('takes all or none', () => {
    expect(stratifiedSplit([0, 1, 1], 1)).toEqual({ train: [], test: [0, 1, 2] });
    expect(stratifiedSplit([0, 1, 1], 0)).toEqual({ train: [0, 1, 2], test: [] });
  });
});

test('a sample has so many rows of each class, or all there are', () => {
  const rows = sampleByClass([0, 0, 0, 0, 1, 2, 2, 2], 2);
  expect(rows).toHaveLength(5);
  expect(rows).toContain(4);
  expect(rows.filter((row) => row < 4)).toHaveLength(2);
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
});

test('the minimum of a long narrow valley is found', () => {
  // (x - 3)² + 100 (y + 1)² + 10 x y: gradient 0 at 200 (y + 1) = -10 x and 2 (x - 3) = -10 y, so x = 32 / 3, y = -23 / 15
  const point = minimize(
    (p, gradient) => {
      const [x, y] = [p[0] as number, p[1] as number];
      gradient[0] = 2 * (x - 3) + 10 * y;
      gradient[1] = 200 * (y + 1) + 10 * x;
      return (x - 3) ** 2 + 100 * (y + 1) ** 2 + 10 * x * y;
    },
    new Float64Array([50, 50]),
    { tolerance: 1e-9, maxIterations: 100 },
  );
  expect(point[0]).toBeCloseTo(32 / 3, 8);
  expect(point[1]).toBeCloseTo(-23 / 15, 8);
});
