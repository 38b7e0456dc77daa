/** What a value says: only which, which rank, or how much. */
export type Level = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: 1 - observed / expected disagreement, over the coincidences of values within units.
 * Source: Krippendorff (2011), "Computing Krippendorff's alpha-reliability".
 *
 * Time and memory grow with the square of the number of different values, but for the level `interval`, where sums do.
 *
 * @param units for each unit, the values its raters gave; undefined where a rater gave none
 * @returns at most 1, 0 for chance; NaN where no unit has two values or all values are equal
 */
export function krippendorffAlpha(units: readonly (readonly (number | undefined)[])[], level: Level): number {
  const rated = units.map((unit) => unit.filter((value) => value !== undefined)).filter(({ length }) => length > 1);
  if (level === 'interval') return intervalAlpha(rated);
  const values = [...new Set(rated.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, i) => [value, i]));
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  for (const unit of rated) {
    const places = unit.map((value) => place.get(value) as number);
    places.forEach((a, i) => {
      places.forEach((b, j) => {
        if (i !== j) coincidences[a * size + b] = (coincidences[a * size + b] as number) + 1 / (unit.length - 1);
      });
    });
  }
  const counts = values.map((_, a) => coincidences.subarray(a * size, (a + 1) * size).reduce((sum, n) => sum + n, 0));
  const pairable = counts.reduce((sum, count) => sum + count, 0);
  const difference = differenceOf(level, counts);
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (a === b) continue;
      observed += (coincidences[a * size + b] as number) * difference(a, b);
      expected += (counts[a] as number) * (counts[b] as number) * difference(a, b);
    }
  }
  return 1 - ((pairable - 1) * observed) / expected;
}

/**
 * Alpha of intervals without coincidences: the sum of squared differences over all pairs of m values is m times their sum
 * of squares about the mean.
 */
function intervalAlpha(rated: readonly (readonly number[])[]): number {
  const pairs = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return 2 * values.length * values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };
  const all = rated.flat();
  const observed = rated.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0);
  return 1 - ((all.length - 1) * observed) / pairs(all);
}

/** The squared difference of two values, by their places in ascending order. */
function differenceOf(level: Level, counts: readonly number[]): (a: number, b: number) => number {
  if (level === 'nominal') return () => 1;
  // the middle rank of each value: ranks between two values are their difference
  let below = 0;
  const ranks = counts.map((count) => {
    below += count;
    return below - count / 2;
  });
  return (a, b) => ((ranks[a] as number) - (ranks[b] as number)) ** 2;
}
