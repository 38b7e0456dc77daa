import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalAt, openStream } from '../../src/core/random.ts';
import { binAlike, binColumns } from '../../src/statistics/binned-table.ts';
import { fitBoostedNumbers } from '../../src/statistics/boosted-trees.ts';
import { brierScore, calibrationError } from '../../src/statistics/calibration.ts';
import { solvePositive } from '../../src/statistics/cholesky.ts';
import { shuffledFolds } from '../../src/statistics/folds.ts';
import { joinedGroups } from '../../src/statistics/joined-groups.ts';
import { fitForestClasses, fitForestNumbers } from '../../src/statistics/random-forest.ts';
import { regressionScores } from '../../src/statistics/regression-scores.ts';

const stream = openStream(7, 'learners');
const ROWS = 200;
const columns = [0, 1].map((j) => Float64Array.from({ length: ROWS }, (_, i) => normalAt(stream, i * 8 + j)));
const targets = Float64Array.from({ length: ROWS }, (_, i) => (columns[0]?.[i] ?? 0) + normalAt(stream, i * 8 + 5));

describe('a forest', () => {
  test('learns each tree from rows drawn with replacement: a whole tree knows about 63% of them', () => {
    const learned = fitForestNumbers(columns, targets, { trees: 1, leafRows: 1, splitColumns: 2 }).predict(columns);
    const known = learned.filter((value, row) => value === targets[row]).length / ROWS;
    expect(known).toBeGreaterThan(0.5);
    expect(known).toBeLessThan(0.75);
  });

  test.each([45, 200])('of %d rows never leaves an outlier alone where a leaf has 20 rows at least', (rows) => {
    const outlier = Float64Array.from({ length: rows }, (_, row) => (row === 0 ? 1000 : 0));
    const own = columns.map((values) => values.slice(0, rows).with(0, 99));
    // of six trees, because a third of them does not draw the row
    const most = (leafRows: number) =>
      Math.max(
        ...[1, 2, 3, 4, 5, 6].flatMap((seed) => [
          ...fitForestNumbers(own, outlier, { trees: 1, leafRows, splitColumns: 2, seed }).predict(own),
        ]),
      );
    // drawn up to five times among twenty
    expect(most(20)).toBeLessThanOrEqual(250);
    expect(most(20)).toBeGreaterThan(0);
    expect(most(1)).toBe(1000);
  });

  test('gives chances that sum to 1, and tells classes apart that a column tells apart', () => {
    const labels = (columns[0] as Float64Array).map((value) => (value < -0.5 ? 0 : value < 0.5 ? 1 : 2));
    const chances = fitForestClasses(columns, labels, 3).predict(columns);
    for (let row = 0; row < ROWS; row++) {
      const own = [...chances.subarray(row * 3, row * 3 + 3)];
      expect(own.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(own.indexOf(Math.max(...own))).toBe(labels[row]);
    }
  });
});

test('boosted trees come nearer round by round', () => {
  const missAfter = (rounds: number) =>
    regressionScores(targets, fitBoostedNumbers(columns, targets, { rounds }).predict(columns)).rmse;
  const misses = [1, 10, 50].map(missAfter);
  expect(misses).toEqual(misses.toSorted((a, b) => b - a));
});

describe('bins', () => {
  test('keep the order of values, and unseen values fall among them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 600 }),
        (list) => {
          const values = Float64Array.from(list);
          const table = binColumns([values]);
          const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
          for (let i = 1; i < order.length; i++)
            expect(table.codes[order[i] as number]).toBeGreaterThanOrEqual(
              table.codes[order[i - 1] as number] as number,
            );
          expect(table.edges[0]?.length).toBeLessThan(255);
          const [low, high] = binAlike(table, [Float64Array.of(-1e9, 1e9)]).codes;
          expect([low, high]).toEqual([0, table.edges[0]?.length]);
        },
      ),
    );
  });
});

test('a positive definite system is solved, another is told', () => {
  const solution = solvePositive(Float64Array.of(4, 0, 2, 3), Float64Array.of(8, 7), 2);
  expect(solution?.[0]).toBeCloseTo(1.25, 12);
  expect(solution?.[1]).toBeCloseTo(1.5, 12);
  expect(solvePositive(Float64Array.of(1, 0, 2, 1), Float64Array.of(1, 1), 2)).toBeUndefined();
});

describe('shuffled folds', () => {
  const classes = Int32Array.from({ length: 103 }, (_, i) => (i < 20 ? 1 : 0));

  test('have the same share of each class and as many rows, give or take one', () => {
    const folds = shuffledFolds(classes, 5, 1);
    const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((own) => own === fold).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    for (let fold = 0; fold < 5; fold++)
      expect(folds.filter((own, row) => own === fold && classes[row] === 1)).toHaveLength(4);
  });

  test('are drawn by seed', () => {
    expect(shuffledFolds(classes, 5, 1)).toEqual(shuffledFolds(classes, 5, 1));
    expect(shuffledFolds(classes, 5, 2)).not.toEqual(shuffledFolds(classes, 5, 1));
    expect(shuffledFolds(classes, 5, 1).slice(0, 10)).not.toEqual(Int32Array.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4));
  });
});

test('groups are joined through any column, and through others', () => {
  expect(joinedGroups([['a', 'b', 'a', 'c', 'd']])).toEqual(['0', '1', '0', '3', '4']);
  expect(
    joinedGroups([
      ['a', 'b', 'a', 'c', 'd'],
      ['x', 'y', 'y', 'z', 'z'],
    ]),
  ).toEqual(['0', '0', '0', '3', '3']);
});

describe('scores', () => {
  test('of the mean are an R² of 0, and there is none where all numbers are equal', () => {
    expect(regressionScores([1, 2, 3], [2, 2, 2])).toEqual({ r2: 0, mae: 2 / 3, rmse: Math.sqrt(2 / 3) });
    expect(regressionScores([2, 2], [1, 3]).r2).toBeNaN();
  });

  test('of chances by hand: said .9, .9, .6, .6 sure and right in three of four', () => {
    const chances = Float64Array.of(0.1, 0.9, 0.9, 0.1, 0.4, 0.6, 0.4, 0.6);
    const labels = [1, 0, 1, 0];
    // at .9 right in 2 of 2, at .6 in 1 of 2: (.1 + .1) / 2
    expect(calibrationError(chances, labels, 2)).toBeCloseTo(0.1, 12);
    expect(brierScore(chances, labels, 2)).toBeCloseTo((0.01 + 0.01 + 0.16 + 0.36) / 4, 12);
  });
});
