import { openStream, pickAt, subStream } from '../core/random.ts';

/** A mean and where it may lie. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** Share of resampled means inside the interval. */
  readonly level?: number;
  readonly resamples?: number;
  readonly seed?: number;
}

/**
 * The mean of `a[i] - b[i]` over pairs, with its percentile bootstrap interval (Efron 1979): pairs are drawn with
 * replacement; the ends are quantiles of the resampled means, interpolated between neighbours. The same seed gives the
 * same interval. NaN throughout without pairs.
 */
export function bootstrapDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { level = 0.95, resamples = 2000, seed = 0 }: BootstrapOptions = {},
): Interval {
  const differences = Float64Array.from({ length: a.length }, (_, i) => (a[i] as number) - (b[i] as number));
  const size = differences.length;
  const stream = openStream(seed, 'bootstrap');
  const means = Float64Array.from({ length: resamples }, (_, resample) => {
    const draws = subStream(stream, resample);
    let sum = 0;
    for (let i = 0; i < size; i++) sum += differences[pickAt(draws, i, size)] as number;
    return sum / size;
  }).sort();
  return {
    mean: differences.reduce((sum, difference) => sum + difference, 0) / size,
    low: quantile(means, (1 - level) / 2),
    high: quantile(means, (1 + level) / 2),
  };
}

/** The value below which a share of the sorted values lies, interpolated between neighbours. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}
