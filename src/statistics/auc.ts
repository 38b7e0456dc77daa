/**
 * The chance that a value of `higher` lies above one of `lower`, a tie counting half: the area under the ROC curve, as the
 * rank statistic of Mann and Whitney (1947) over the product of the sizes. From 0 to 1; NaN where either is empty.
 */
export function areaUnderCurve(lower: ArrayLike<number>, higher: ArrayLike<number>): number {
  const low = Float64Array.from(lower).sort();
  const high = Float64Array.from(higher).sort();
  let below = 0;
  let notAbove = 0;
  let wins = 0;
  for (const value of high) {
    while (below < low.length && (low[below] as number) < value) below++;
    while (notAbove < low.length && (low[notAbove] as number) <= value) notAbove++;
    wins += (below + notAbove) / 2;
  }
  return wins / (low.length * high.length);
}
