/** How far predictions lie from the numbers. */
export interface RegressionScores {
  /** Share of the variance that is explained, at most 1, below 0 where the mean would do better; NaN where all are equal. */
  readonly r2: number;
  /** Mean absolute error, in the unit of the numbers. */
  readonly mae: number;
  /** Root of the mean squared error, in the unit of the numbers. */
  readonly rmse: number;
}

/** R², mean absolute and root mean squared error of predictions. */
export function regressionScores(actual: ArrayLike<number>, predicted: ArrayLike<number>): RegressionScores {
  const rows = actual.length;
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += (actual[row] as number) / rows;
  let total = 0;
  let square = 0;
  let absolute = 0;
  for (let row = 0; row < rows; row++) {
    const miss = (actual[row] as number) - (predicted[row] as number);
    total += ((actual[row] as number) - mean) ** 2;
    square += miss * miss;
    absolute += Math.abs(miss);
  }
  return { r2: total > 0 ? 1 - square / total : Number.NaN, mae: absolute / rows, rmse: Math.sqrt(square / rows) };
}
