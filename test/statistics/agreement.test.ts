import { describe, expect, test } from 'vitest';
import { cohenKappa, linearKappa, quadraticKappa, withinOne } from '../../src/statistics/agreement.ts';
import { accuracyOf, classScores, columnSums, confusionOf, macroF1, rowSums } from '../../src/statistics/confusion.ts';
import { intraclassCorrelation, intraclassCorrelations } from '../../src/statistics/intraclass.ts';
import { krippendorffAlpha } from '../../src/statistics/krippendorff.ts';
import { largestDifference, REFERENCE } from './reference.ts';

describe('a confusion matrix', () => {
  const { agreement } = REFERENCE;
  const confusion = confusionOf(agreement.actual, agreement.predicted, 4);
  const scores = classScores(confusion);

  test('has rows for actual and columns for predicted classes', () => {
    expect(confusion).toEqual(agreement.confusion);
    expect(rowSums(confusion)).toEqual([3, 4, 2, 5]);
    expect(columnSums(confusion)).toEqual([4, 3, 3, 4]);
  });

  test('gives the figures of scikit-learn', () => {
    expect(accuracyOf(confusion)).toBeCloseTo(agreement.accuracy, 12);
    expect(macroF1(confusion)).toBeCloseTo(agreement.macroF1, 9);
    for (const figure of ['precision', 'recall', 'f1', 'support'] as const) {
      const own = scores.map((score) => score[figure]);
      expect(largestDifference(own, agreement[figure])).toBeLessThan(1e-8);
    }
    expect(cohenKappa(confusion)).toBeCloseTo(agreement.kappa, 12);
    expect(quadraticKappa(confusion)).toBeCloseTo(agreement.quadraticKappa, 12);
  });

  test('counts a neighbour as near: 8 right and 5 beside of 14', () => {
    expect(withinOne(confusion)).toBeCloseTo(13 / 14, 12);
  });

  test('of a class that is never predicted has precision, recall and F1 of 0', () => {
    expect(classScores(confusionOf([0, 1], [0, 0], 3))).toEqual([
      { precision: 0.5, recall: 1, f1: 2 / 3, support: 1 },
      { precision: 0, recall: 0, f1: 0, support: 1 },
      { precision: 0, recall: 0, f1: 0, support: 0 },
    ]);
  });

  test('leaves a class that never occurs out of the mean F1', () => {
    expect(macroF1(confusionOf([0, 1], [0, 0], 3))).toBeCloseTo(1 / 3, 12);
  });

  test('by hand: kappa of 20, 5, 10, 15 is .4', () => {
    expect(
      cohenKappa([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4, 12);
  });

  test('of 85 mammograms read by two radiologists has kappa .47, and .57 with linear weights (Boyd et al. 1982; Altman 1991)', () => {
    const read = [
      [21, 12, 0, 0],
      [4, 17, 1, 0],
      [3, 9, 15, 2],
      [0, 0, 0, 1],
    ];
    expect(cohenKappa(read)).toBeCloseTo(0.47, 2);
    expect(linearKappa(read)).toBeCloseTo(0.57, 2);
  });

  test('has no kappa where chance alone agrees in full', () => {
    expect(cohenKappa(confusionOf([0, 0], [0, 0], 2))).toBeNaN();
  });
});

describe('the intraclass correlation', () => {
  /** Table 2 of Shrout and Fleiss (1979): 6 targets, 4 judges, ICC(2,1) = .29. */
  const JUDGED = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];

  test('is .29 for the table of Shrout and Fleiss', () => {
    expect(intraclassCorrelation(JUDGED)).toBeCloseTo(0.2898, 4);
  });

  test('has three forms there: .17 one way, .29 agreement, .71 consistency', () => {
    const { oneWay, agreement, consistency } = intraclassCorrelations(JUDGED);
    expect(oneWay).toBeCloseTo(0.17, 2);
    expect(agreement).toBeCloseTo(0.29, 2);
    expect(consistency).toBeCloseTo(0.71, 2);
  });

  test('is 1 where raters agree, and lower where one is always stricter', () => {
    expect(
      intraclassCorrelation([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toBeCloseTo(1, 12);
    // mean squares: targets 2, raters 1.5, rest 0; 2 / (2 + 2 * 1.5 / 3)
    expect(
      intraclassCorrelation([
        [1, 2],
        [2, 3],
        [3, 4],
      ]),
    ).toBeCloseTo(2 / 3, 12);
  });

  test('needs two targets and two raters', () => {
    expect(intraclassCorrelation([[1, 2]])).toBeNaN();
    expect(intraclassCorrelation([[1], [2]])).toBeNaN();
  });
});

describe("Krippendorff's alpha", () => {
  const { alpha } = REFERENCE;
  const first = alpha.raters[0] as (number | null)[];
  const units = first.map((_, unit) => alpha.raters.map((rater) => rater[unit] ?? undefined));

  test.each(['nominal', 'ordinal', 'interval'] as const)(
    "%s, as in Krippendorff's example with missing values",
    (level) => {
      expect(krippendorffAlpha(units, level)).toBeCloseTo(alpha[level], 10);
    },
  );

  test.each([
    [0.095, '0100000010', '1110010000'],
    [0.692, 'aabbdcccedda', 'babbbccceddd'],
  ])('is %d for two observers of Krippendorff (2011)', (expected, first, second) => {
    const pairs = [...first].map((label, i) => [label.charCodeAt(0), second.charCodeAt(i)]);
    expect(krippendorffAlpha(pairs, 'nominal')).toBeCloseTo(expected, 3);
  });

  test('of intervals needs no table of all values: 50,000 different ones', () => {
    const pairs = Array.from({ length: 50_000 }, (_, i) => [i, i + ((i * 7919) % 101) / 10]);
    expect(krippendorffAlpha(pairs, 'interval')).toBeGreaterThan(0.999);
  });

  test('by hand: a, a / b, b / a, b gives 4 / 9', () => {
    // coincidences aa 2, bb 2, ab 2 (both ways); expected 2 * 3 * 3 of 6 values: 1 - 5 * 2 / 18
    expect(
      krippendorffAlpha(
        [
          [0, 0],
          [1, 1],
          [0, 1],
        ],
        'nominal',
      ),
    ).toBeCloseTo(4 / 9, 12);
  });

  test('is NaN where nothing can be compared', () => {
    expect(
      krippendorffAlpha(
        [
          [1, undefined],
          [undefined, 2],
        ],
        'nominal',
      ),
    ).toBeNaN();
    expect(krippendorffAlpha([[1, 1]], 'interval')).toBeNaN();
  });
});
