import type { EvalText, Sample } from './sample.ts';

/** What a value is, which decides how it is printed. */
export type Unit = 'ratio' | 'share' | 'count' | 'per-100' | 'per-1k' | 'yes-no';

interface MetricBase {
  /** Name in suites, baselines and reports: kebab-case. */
  readonly id: string;
  /** Name in a table, at most 34 characters. */
  readonly title: string;
  readonly unit: Unit;
  /** One sentence: what is computed, with the source of the formula. */
  readonly about: string;
}

/** A measure of one cell's sample. NaN where the sample is too small to say anything. */
export interface CellMetric extends MetricBase {
  readonly scope: 'cell';
  compute(sample: Sample): number | Promise<number>;
}

/** Something in the corpus that a person should look at. */
export interface Finding {
  readonly id: string;
  /** The words in question, short. */
  readonly excerpt: string;
}

export interface CorpusFigure {
  readonly value: number;
  /** The worst places, at most 10. */
  readonly findings?: readonly Finding[];
}

/** A measure of one text column of the whole corpus. */
export interface CorpusMetric extends MetricBase {
  readonly scope: 'corpus';
  compute(texts: readonly EvalText[]): CorpusFigure | Promise<CorpusFigure>;
}

export type Metric = CellMetric | CorpusMetric;
