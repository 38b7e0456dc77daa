import type { Analysis } from '../analysis.ts';

/** The sets a feature can belong to, the smallest first. */
export const FEATURE_SETS = ['reference', 'core', 'extended'] as const;
export type FeatureSet = (typeof FEATURE_SETS)[number];

/** One number of a text. */
export interface Feature {
  /** In snake_case: the name of the column. */
  readonly name: string;
  readonly set: FeatureSet;
  /** How it is worked out, in one sentence. */
  readonly description: string;
  readonly type: 'integer' | 'number';
  /** The smallest and largest value it can have; null is no bound. */
  readonly range: readonly [minimum: number, maximum: number | null];
  /** Who defined it. */
  readonly source: string;
  /** The word lists it reads. */
  readonly lists?: readonly string[];
  /** The value, finite for every text. */
  of(analysis: Analysis): number;
}

/** A part of a whole; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The value, held within two bounds. */
export function clip(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Shares, and numbers of them a hundred words, are told of the same words everywhere. */
export function perHundredWords(count: number, { words }: Pick<Analysis, 'words'>): number {
  return 100 * share(count, words.length);
}
