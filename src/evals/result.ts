import type { Scope } from './catalogue.ts';
import type { HumanBand } from './human.ts';
import type { LabelReport } from './label-figures.ts';
import type { Finding, Unit } from './metric.ts';
import type { Bound, Operator } from './suite.ts';

/** The form of a result file; a change of its shape raises the number. */
export const RESULT_FORM = 'fabula.eval.1';

/** One value of a gate: of a column, and of a cell, a label or a pair of labels in it. Null stands for "cannot be told". */
export interface Figure {
  /** The text column, "together" for all of them, '' where no column is meant. */
  readonly column: string;
  /** "Healthcare, Crisis"; '' for all. */
  readonly cell: string;
  /** One for each seed that was judged. */
  readonly values: readonly (number | null)[];
  readonly mean: number | null;
  /** The value furthest to the wrong side over the seeds; the mean where nothing is asked. */
  readonly worst: number | null;
  /** Words of the smallest sample, for figures of cells. */
  readonly tokens?: number;
  /** Every seed keeps to what must be; null where nothing is asked or nothing can be told. */
  readonly passed: boolean | null;
  readonly aimReached: boolean | null;
  /** Mean of the baseline, and the change since in noise SD of one seed; above 0 is up, not better. */
  readonly baseline?: number;
  readonly change?: number;
  /** The change is for the worse by more than is noise. */
  readonly regressed?: boolean;
}

/** A gate and what it found. */
export interface GateResult {
  readonly metric: string;
  readonly title: string;
  readonly unit: Unit;
  readonly about: string;
  readonly per: Scope;
  readonly op?: Operator;
  readonly must?: Bound;
  readonly aim?: Bound;
  readonly severity: 'error' | 'warning';
  /** What there is a figure for each of: "label", or a column. */
  readonly by?: string;
  readonly human: readonly HumanBand[];
  readonly figures: readonly Figure[];
  /** Number of the figure that is furthest to the wrong side; -1 where none can be told. */
  readonly worst: number;
  readonly verdict: Verdict;
  /** Places that a person should look at, by column. */
  readonly findings: readonly (Finding & { readonly column: string })[];
}

/**
 * What a gate comes to: `fail` and `warn` break what must be, `worse` keeps to it but worsened by more than noise, `pass`
 * keeps to it, `aim` reaches the aim as well, `info` asks nothing, `none` could not be told.
 */
export type Verdict = 'fail' | 'warn' | 'worse' | 'pass' | 'aim' | 'info' | 'none';

/** What was judged. */
export type Judged =
  | {
      readonly kind: 'pack';
      readonly pack: string;
      readonly templateHash: string;
      readonly rows: number;
      readonly seeds: readonly number[];
      readonly config: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly sha256: string;
      readonly rows: number;
      readonly empty: number;
    };

/** A run of a suite, as it is written to result.json. */
export interface EvalResult {
  readonly form: typeof RESULT_FORM;
  readonly suite: string;
  readonly about: string;
  readonly toolVersion: string;
  readonly judged: Judged;
  readonly columns: readonly string[];
  readonly attributes: readonly string[];
  /** Words of a cell's sample. */
  readonly sampleTokens: number;
  readonly texts: number;
  readonly gates: readonly GateResult[];
  readonly labels?: LabelReport;
  /** Why there is no comparison with a baseline, or which one it was made with. */
  readonly baseline: { readonly path?: string; readonly note: string };
  /** Remarks on the run that qualify its figures. */
  readonly remarks: readonly string[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Wall-clock facts. */
  readonly run: {
    readonly startedAt: string;
    readonly seconds: number;
    readonly workers: number;
    readonly node: string;
  };
}
