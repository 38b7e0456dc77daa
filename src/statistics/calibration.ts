/** Chances of this width are held against how often they came true. */
const BINS = 10;

/**
 * Expected calibration error of the likeliest class: over ten equal widths of its chance, the mean distance of the chance
 * from the share that was right, weighed by rows (Guo et al. 2017). From 0 to 1; NaN without rows.
 *
 * @param chances of each class, row after row
 * @param labels class of each row
 */
export function calibrationError(chances: Float64Array, labels: ArrayLike<number>, classes: number): number {
  const sums = new Float64Array(BINS);
  for (let row = 0; row < labels.length; row++) {
    const own = chances.subarray(row * classes, (row + 1) * classes);
    const top = Math.max(...own);
    const bin = Math.min(BINS - 1, Math.floor(top * BINS));
    sums[bin] = (sums[bin] as number) + top - (own.indexOf(top) === labels[row] ? 1 : 0);
  }
  return sums.reduce((sum, miss) => sum + Math.abs(miss), 0) / labels.length;
}

/**
 * Brier's score (1950): the mean squared distance of the chances from what was. Of two classes the distance of one chance,
 * 0 to 1; of more the sum over them, 0 to 2, as scikit-learn gives it. NaN without rows.
 *
 * @param chances of each class, row after row
 * @param labels class of each row
 */
export function brierScore(chances: Float64Array, labels: ArrayLike<number>, classes: number): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    for (let c = 0; c < classes; c++) {
      sum += ((chances[row * classes + c] as number) - (labels[row] === c ? 1 : 0)) ** 2;
    }
  }
  return sum / labels.length / (classes === 2 ? 2 : 1);
}
