import { type Confusion, columnSums, rowSums } from './confusion.ts';

/** What a disagreement between class `i` and class `j` counts. */
type Weight = (i: number, j: number) => number;

/** Cohen's kappa (1960): agreement above chance, at most 1; NaN where chance alone gives full agreement. */
export function cohenKappa(confusion: Confusion): number {
  return weightedKappa(confusion, (i, j) => (i === j ? 0 : 1));
}

/** Kappa of ordered classes, a disagreement counting its distance (Cicchetti and Allison 1971). */
export function linearKappa(confusion: Confusion): number {
  return weightedKappa(confusion, (i, j) => Math.abs(i - j));
}

/** Kappa of ordered classes, a disagreement counting the square of its distance (Cohen 1968). */
export function quadraticKappa(confusion: Confusion): number {
  return weightedKappa(confusion, (i, j) => (i - j) ** 2);
}

/** Share of rows read as their own class or a neighbour of it; NaN without rows. */
export function withinOne(confusion: Confusion): number {
  let near = 0;
  let rows = 0;
  confusion.forEach((row, i) => {
    row.forEach((count, j) => {
      rows += count;
      if (Math.abs(i - j) <= 1) near += count;
    });
  });
  return near / rows;
}

function weightedKappa(confusion: Confusion, weight: Weight): number {
  const actual = rowSums(confusion);
  const predicted = columnSums(confusion);
  const rows = actual.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  confusion.forEach((row, i) => {
    row.forEach((count, j) => {
      observed += weight(i, j) * count;
      expected += (weight(i, j) * (actual[i] as number) * (predicted[j] as number)) / rows;
    });
  });
  return 1 - observed / expected;
}
