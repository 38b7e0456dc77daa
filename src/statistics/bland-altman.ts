import { studentQuantile } from './student-t.ts';

/** A figure and its 95% confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How far two measurements of the same things lie apart, in their unit. */
export interface BlandAltman {
  /** The mean of first minus second. */
  readonly bias: Estimate;
  /** Standard deviation of the differences. */
  readonly deviation: number;
  /** 95% of differences lie between these: bias -/+ 1.96 deviations. */
  readonly lowerLimit: Estimate;
  readonly upperLimit: Estimate;
}

const NORMAL_975 = 1.959963984540054;

/**
 * Bias and limits of agreement, with the intervals of Bland and Altman (1986): standard errors s / √n of the bias and
 * √3 s / √n of a limit, times the 97.5% point of Student's t of n - 1 degrees. NaN under two pairs.
 */
export function blandAltman(first: ArrayLike<number>, second: ArrayLike<number>): BlandAltman {
  const pairs = first.length;
  let bias = 0;
  for (let i = 0; i < pairs; i++) bias += ((first[i] as number) - (second[i] as number)) / pairs;
  let square = 0;
  for (let i = 0; i < pairs; i++) square += ((first[i] as number) - (second[i] as number) - bias) ** 2;
  const deviation = pairs > 1 ? Math.sqrt(square / (pairs - 1)) : Number.NaN;
  const reach = (studentQuantile(0.975, pairs - 1) * deviation) / Math.sqrt(pairs);
  const around = (value: number, half: number): Estimate => ({ value, low: value - half, high: value + half });
  return {
    bias: around(bias, reach),
    deviation,
    lowerLimit: around(bias - NORMAL_975 * deviation, Math.sqrt(3) * reach),
    upperLimit: around(bias + NORMAL_975 * deviation, Math.sqrt(3) * reach),
  };
}
