import { readFileSync } from 'node:fs';

/** Inputs, and what scikit-learn, SciPy and krippendorff give for them; written by scripts/reference/statistics_values.py. */
interface Reference {
  readonly documents: string[];
  readonly labels: number[];
  readonly unread: string[];
  readonly agreement: {
    readonly actual: number[];
    readonly predicted: number[];
    readonly confusion: number[][];
    readonly accuracy: number;
    readonly precision: number[];
    readonly recall: number[];
    readonly f1: number[];
    readonly support: number[];
    readonly macroF1: number;
    readonly kappa: number;
    readonly quadraticKappa: number;
  };
  readonly alpha: {
    readonly raters: (number | null)[][];
    readonly nominal: number;
    readonly ordinal: number;
    readonly interval: number;
  };
  readonly correlation: {
    readonly a: number[];
    readonly b: number[];
    readonly pearson: number;
    readonly spearman: number;
  };
  readonly curve: { readonly lower: number[]; readonly higher: number[]; readonly auc: number };
  readonly tfidf: {
    readonly terms: string[];
    readonly idf: number[];
    readonly weights: number[][];
    readonly unread: number[][];
  };
  readonly logistic: {
    readonly labels: number[];
    readonly inversePenalty: number;
    readonly coefficients: number[][];
    readonly intercepts: number[];
    readonly probabilities: number[][];
    readonly predictions: number[];
  }[];
  readonly naiveBayes: { readonly unread: string[]; readonly predictions: number[] };
}

export const REFERENCE: Reference = JSON.parse(readFileSync('test/statistics/reference.json', 'utf8'));

/** Words as the reference splits them. */
export function split(texts: readonly string[]): string[][] {
  return texts.map((text) => text.split(' '));
}

/** Each number of a list or a list of lists, near the expected one. */
export function largestDifference(actual: ArrayLike<number>, expected: readonly number[]): number {
  if (actual.length !== expected.length) return Infinity;
  return Math.max(...expected.map((value, i) => Math.abs((actual[i] as number) - value)));
}
