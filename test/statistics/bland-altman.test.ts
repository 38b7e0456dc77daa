import { expect, test } from 'vitest';
import { blandAltman } from '../../src/statistics/bland-altman.ts';
import { studentQuantile } from '../../src/statistics/student-t.ts';

/** Peak flow in l/min by a large and a mini meter, first measurements of 17 people: table 1 of Bland and Altman (1986). */
const LARGE = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
const MINI = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];

test('the peak flow meters of Bland and Altman (1986) have their bias, limits and intervals', () => {
  const { bias, deviation, lowerLimit, upperLimit } = blandAltman(LARGE, MINI);
  expect(bias.value).toBeCloseTo(-2.1, 1);
  expect(deviation).toBeCloseTo(38.8, 1);
  expect(bias.low).toBeCloseTo(-22.0, 0);
  expect(bias.high).toBeCloseTo(17.8, 0);
  // the paper reaches 2 deviations from the bias and gives -79.7 and 75.5; ours reach 1.96
  expect(lowerLimit.value).toBeCloseTo(-2.1176 - 1.96 * 38.765, 1);
  expect(upperLimit.value).toBeCloseTo(-2.1176 + 1.96 * 38.765, 1);
  // the half width of an interval of a limit: 2.12 standard errors of 16.3
  expect((upperLimit.high - upperLimit.low) / 2).toBeCloseTo(34.5, 1);
  expect((lowerLimit.high - lowerLimit.low) / 2).toBeCloseTo(34.5, 1);
});

test('one pair has no limits', () => {
  expect(blandAltman([1], [2]).deviation).toBeNaN();
});

test.each([
  [1, 0.975, 12.70620473617],
  [2, 0.975, 4.30265272975],
  [16, 0.975, 2.11990529922],
  [100, 0.975, 1.98397151852],
  [5, 0.9, 1.47588404882],
  [30, 0.025, -2.0422724563],
  [1e6, 0.975, 1.95996635682],
])('of %d degrees of freedom, a share of %d lies below %d', (freedom, share, value) => {
  expect(studentQuantile(share, freedom)).toBeCloseTo(value, 8);
});
