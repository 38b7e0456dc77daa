/**
 * ICC(2,1) of Shrout and Fleiss (1979): absolute agreement of single ratings, raters taken as a sample of all raters.
 *
 * @param ratings one row per target, one rating per rater in it, none missing
 * @returns at most 1; NaN under 2 targets or 2 raters, or where all ratings are equal
 */
export function intraclassCorrelation(ratings: readonly (readonly number[])[]): number {
  const targets = ratings.length;
  const raters = ratings[0]?.length ?? 0;
  if (targets < 2 || raters < 2) return Number.NaN;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = (values: readonly number[], center: number) =>
    values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  const grand = mean(ratings.flat());
  const total = square(ratings.flat(), grand);
  const betweenTargets = raters * square(ratings.map(mean), grand);
  const raterMeans = Array.from({ length: raters }, (_, rater) => mean(ratings.map((row) => row[rater] as number)));
  const betweenRaters = targets * square(raterMeans, grand);
  const targetsMean = betweenTargets / (targets - 1);
  const ratersMean = betweenRaters / (raters - 1);
  const restMean = (total - betweenTargets - betweenRaters) / ((targets - 1) * (raters - 1));
  return (
    (targetsMean - restMean) / (targetsMean + (raters - 1) * restMean + (raters * (ratersMean - restMean)) / targets)
  );
}
