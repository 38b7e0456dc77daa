/** Intraclass correlations of single ratings, as Shrout and Fleiss (1979) name them, and in brackets McGraw and Wong (1996). */
export interface IntraclassCorrelations {
  /** ICC(1,1): each target has raters of its own. */
  readonly oneWay: number;
  /** ICC(2,1), ICC(A,1): absolute agreement, raters taken as a sample of all raters. */
  readonly agreement: number;
  /** ICC(3,1), ICC(C,1): consistency; a rater who is always stricter does not count as one who disagrees. */
  readonly consistency: number;
}

/**
 * The three intraclass correlations of single ratings, by the mean squares of a two-way analysis of variance.
 *
 * @param ratings one row per target, one rating per rater in it, none missing
 * @returns each at most 1; NaN under 2 targets or 2 raters, or where all ratings are equal
 */
export function intraclassCorrelations(ratings: readonly (readonly number[])[]): IntraclassCorrelations {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  if (n < 2 || k < 2) return { oneWay: Number.NaN, agreement: Number.NaN, consistency: Number.NaN };
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = (values: readonly number[], center: number) =>
    values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  const grand = mean(ratings.flat());
  const total = square(ratings.flat(), grand);
  const betweenTargets = k * square(ratings.map(mean), grand);
  const raterMeans = Array.from({ length: k }, (_, rater) => mean(ratings.map((row) => row[rater] as number)));
  const betweenRaters = n * square(raterMeans, grand);
  const targets = betweenTargets / (n - 1);
  const raters = betweenRaters / (k - 1);
  const within = (total - betweenTargets) / (n * (k - 1));
  const rest = (total - betweenTargets - betweenRaters) / ((n - 1) * (k - 1));
  return {
    oneWay: (targets - within) / (targets + (k - 1) * within),
    agreement: (targets - rest) / (targets + (k - 1) * rest + (k * (raters - rest)) / n),
    consistency: (targets - rest) / (targets + (k - 1) * rest),
  };
}

/** ICC(2,1) alone: absolute agreement of single ratings, raters taken as a sample of all raters. See `intraclassCorrelations`. */
export function intraclassCorrelation(ratings: readonly (readonly number[])[]): number {
  return intraclassCorrelations(ratings).agreement;
}
