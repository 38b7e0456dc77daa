import { describe, expect, test } from 'vitest';
import { crossValidate } from '../../../src/evals/probe/cross-validate.ts';
import { openDesign } from '../../../src/evals/probe/design.ts';
import { PROBE_MODELS } from '../../../src/evals/probe/models.ts';
import { fitBoostedClasses, fitBoostedNumbers } from '../../../src/statistics/boosted-trees.ts';
import { fitLogisticRegression } from '../../../src/statistics/logistic-regression.ts';
import { fitForestClasses, fitForestNumbers } from '../../../src/statistics/random-forest.ts';
import { fitRidge } from '../../../src/statistics/ridge.ts';
import { largestDifference } from '../../statistics/reference.ts';
import { dataOf, EXPECTED, type Judged } from './reference.ts';

const modelOf = (id: string) => PROBE_MODELS.filter((model) => model.id === id);

/** The largest distance of a figure in any fold from what scikit-learn gives on the same folds. */
function farthest(name: 'numbers' | 'classes' | 'texts', id: 'ridge' | 'logistic' | 'forest' | 'boosted'): number {
  const expected: Judged = EXPECTED[name][id];
  const data = dataOf(name);
  const distances = (['shuffled', 'grouped'] as const).flatMap((kind) => {
    if (expected[kind] === undefined) return [];
    const folds = Int32Array.from(kind === 'shuffled' ? EXPECTED[name].folds : EXPECTED[name].groupFolds);
    const scores = crossValidate(data, modelOf(id), folds, 1)[1] ?? [];
    return Object.entries(expected[kind]).map(([figure, values]) =>
      largestDifference(
        scores.map((fold) => fold[figure] as number),
        values,
      ),
    );
  });
  return Math.max(...distances);
}

describe('on the same folds as scikit-learn', () => {
  test('ridge regression gives the same scores', () => {
    expect(farthest('numbers', 'ridge')).toBeLessThan(1e-6);
  });

  test.each(['classes', 'texts'] as const)('logistic regression of %s gives the same scores', (name) => {
    expect(farthest(name, 'logistic')).toBeLessThan(5e-4);
  });

  test('boosted trees for numbers give the same scores', () => {
    expect(farthest('numbers', 'boosted')).toBeLessThan(1e-6);
  });

  test('boosted trees for classes give nearly the same scores: splits of equal gain may be chosen otherwise', () => {
    expect(farthest('classes', 'boosted')).toBeLessThan(0.05);
  });
});

test('a design holds the scales of the training rows and nothing of the test rows', () => {
  const data = dataOf('numbers');
  const all = Int32Array.from({ length: data.rows }, (_, row) => row);
  const { train, test: rest } = openDesign(data, all.slice(0, 200), all.slice(200)).linear();
  const first = [...train.values].filter((_, i) => i % 5 === 0);
  expect(first.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
  expect(first.reduce((sum, value) => sum + value * value, 0) / 200).toBeCloseTo(1, 9);
  const same = openDesign(data, all.slice(0, 200), all.slice(210)).linear().test;
  expect([...same.values]).toEqual([...rest.values.slice(50)]);
});

test('ridge regression has the coefficients of scikit-learn, in closed form and by conjugate gradients', () => {
  const data = dataOf('numbers');
  const all = Int32Array.from({ length: data.rows }, (_, row) => row);
  const { train } = openDesign(data, all, new Int32Array(0)).linear();
  const { coefficients, intercepts } = EXPECTED.numbers;
  const targets = (data.target as { values: Float64Array }).values;
  const closed = fitRidge(train, targets);
  expect(largestDifference(closed.weights, coefficients[0] ?? [])).toBeLessThan(1e-8);
  expect(closed.intercept).toBeCloseTo(intercepts[0] ?? Number.NaN, 8);
  // columns of zeros change nothing but the way it is solved
  const stepwise = fitRidge({ ...train, columns: 1000 }, targets);
  expect(largestDifference(stepwise.weights.slice(0, 5), coefficients[0] ?? [])).toBeLessThan(1e-6);
});

test.each(['classes', 'texts'] as const)('logistic regression of %s has the coefficients of scikit-learn', (name) => {
  const data = dataOf(name);
  const all = Int32Array.from({ length: data.rows }, (_, row) => row);
  const { train } = openDesign(data, all, new Int32Array(0)).linear();
  const { labels, names } = data.target as { labels: Int32Array; names: readonly string[] };
  const { weights } = fitLogisticRegression(train, labels, names.length, { maxIterations: 1000, tolerance: 1e-8 });
  const own = (c: number) => weights.filter((_, i) => i % names.length === c);
  EXPECTED[name].coefficients.forEach((row, c) => {
    const actual = names.length === 2 ? own(1).map((value, i) => value - (own(0)[i] as number)) : own(c);
    expect(largestDifference(actual, row)).toBeLessThan(5e-4);
  });
});

describe('a forest that looks at two columns a split, as that of scikit-learn', () => {
  /** The mean of each figure over the folds, of a forest of 300 trees. */
  function means(name: 'numbers' | 'classes', kind: 'shuffled' | 'grouped'): readonly (readonly [number, number])[] {
    const folds = Int32Array.from(kind === 'shuffled' ? EXPECTED[name].folds : EXPECTED[name].groupFolds);
    const model = {
      id: 'forest',
      learns: ['numbers', 'classes'] as const,
      forTexts: false,
      fit(design: ReturnType<typeof openDesign>, target: { kind: string; values?: Float64Array; labels?: Int32Array }) {
        const { train, test: rest } = design.columns();
        const options = { trees: 300, splitColumns: 2, leafRows: 1, seed: 1 };
        const forest = target.values
          ? fitForestNumbers(train, target.values, options)
          : fitForestClasses(train, target.labels ?? [], 3, options);
        return { predicted: forest.predict(rest), top: () => [] };
      },
    };
    const scores = crossValidate(dataOf(name), [model], folds, 1)[1] ?? [];
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return Object.entries(EXPECTED[name].forest[kind]).map(([figure, values]) => [
      mean(scores.map((fold) => fold[figure] as number)),
      mean(values),
    ]);
  }

  test.each([
    ['numbers', 'shuffled'],
    ['numbers', 'grouped'],
    ['classes', 'shuffled'],
    ['classes', 'grouped'],
  ] as const)(
    "scores the same on %s in %s folds, give or take what two seeds of scikit-learn's lie apart",
    (name, kind) => {
      for (const [own, expected] of means(name, kind)) expect(Math.abs(own - expected)).toBeLessThan(0.045);
    },
  );
});

describe('trees', () => {
  const data = dataOf('numbers');
  const columns = data.features.map(({ values }) => values);
  const { values } = data.target as { values: Float64Array };

  test('give importance to what matters, and it sums to 1', () => {
    for (const { importance } of [fitBoostedNumbers(columns, values), fitForestNumbers(columns, values)]) {
      expect(importance.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(importance.indexOf(Math.max(...importance))).toBe(0);
      expect(importance[4]).toBeLessThan(0.15);
    }
  });

  test('say the mean where nothing can be split, and know every class', () => {
    const constant = [new Float64Array(50).fill(3)];
    const numbers = Float64Array.from({ length: 50 }, (_, i) => i);
    expect(fitBoostedNumbers(constant, numbers).predict([Float64Array.of(7)])[0]).toBeCloseTo(24.5, 9);
    expect(fitForestNumbers(constant, numbers, { trees: 400 }).predict([Float64Array.of(7)])[0]).toBeCloseTo(24.5, 0);
    const labels = numbers.map((i) => (i < 40 ? 0 : 1));
    const chances = fitBoostedClasses(constant, labels, 2).predict([Float64Array.of(7)]);
    expect(chances[1]).toBeCloseTo(0.2, 6);
    // a class that the training rows lack is never likely
    expect(fitBoostedClasses(constant, labels, 3).predict([Float64Array.of(7)])[2]).toBeLessThan(1e-6);
  });

  test('of one seed are the same, of another are others', () => {
    const first = fitForestNumbers(columns, values, { trees: 5, seed: 3 }).predict(columns);
    expect(fitForestNumbers(columns, values, { trees: 5, seed: 3 }).predict(columns)).toEqual(first);
    expect(fitForestNumbers(columns, values, { trees: 5, seed: 4 }).predict(columns)).not.toEqual(first);
  });
});
