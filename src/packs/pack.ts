import type { Cell, Row, TableSchema } from '../core/record.ts';
import type { StoryRecord } from '../grammar/compiled.ts';
import type { Narration } from './narration.ts';

/** What a user may set about a run of a pack; each pack reads its own keys. */
export type PackConfig = Readonly<Record<string, unknown>>;

/** The tables that a pack keeps as YAML beside its templates, already parsed: file name without ending -> data. */
export type PackData = Readonly<Record<string, unknown>>;

/** One record before it is told: hidden facts, what the templates need, and the columns that are not text. */
export interface Sample {
  /** The row with its text columns still empty. */
  readonly row: Cell[];
  readonly story: StoryRecord;
  /** Hidden facts for `truth/`, in the order of `truthColumns`. */
  readonly truth: Row;
  /**
   * Its number among the records that could be told from the same schemas: no two of these share a skeleton as long as
   * there are enough. Counted so that records of neighbouring cells have neighbouring numbers; those that are told as of
   * another cell than their own come behind them all, and a later candidate is dealt another story than the one rejected.
   */
  readonly rank: number;
  /** Which split it belongs to. */
  readonly split: number;
  /** Its texts speak of distress: they are held against the safety rules once more. */
  readonly sensitive: boolean;
  /** The true values of the pack's labels, in their order, where the row does not hold them yet. */
  readonly labels?: Row;
  /** Its identifier. */
  readonly key: string;
}

/** Samples the records of one run; a record depends on config, seed and its index alone. */
export interface Sampler {
  readonly count: number;
  /** The facts of record `index`; `candidate` counts the earlier ones of it that were rejected. */
  sample(index: number, candidate: number): Sample;
  /** A small number that records share which are told from the same templates. */
  cellOf(index: number): number;
  /** How many records at most stay on one side of a split together: 1 where each stands by itself. */
  readonly together: number;
  /** How many records each split holds, and each stratum, for the manifest. */
  readonly splitCounts: readonly number[];
  readonly strata: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A text column and the question that it answers. */
export interface TextColumn {
  readonly column: string;
  readonly question: string;
  /** Fewest and most words that it may have; any number by default. */
  readonly words?: readonly [number, number];
}

/** Another look at the same rows: chosen columns under other names and with other enum words. */
export interface View {
  readonly description: string;
  readonly columns: readonly {
    readonly name: string;
    readonly from: string;
    /** Replaces values; a value not named stays. */
    readonly words?: Readonly<Record<string, string>>;
  }[];
  /** Features and sets of features of the pack's text that it adds behind its columns, where they are not there yet. */
  readonly features?: readonly string[];
}

/** A column that a model should be able to learn, and from what: what `fabula probe` asks by itself. */
export interface ProbeTargetColumn {
  readonly column: string;
  /** Columns of numbers or categories. */
  readonly features?: readonly string[];
  /** Columns of texts. */
  readonly texts?: readonly string[];
  /** Rows that share a value of it, or of any of several, are never learned from and asked about at once. */
  readonly group?: string | readonly string[];
}

/** A domain: what its rows are, how they are sampled, which texts they tell. A plain frozen object. */
export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  /** The main table: all columns of the default view, labels included. */
  readonly table: TableSchema;
  readonly texts: readonly TextColumn[];
  /** Columns that are labels: left out with --labels none, moved to truth/ with --labels sidecar. */
  readonly labels: readonly string[];
  /** Columns of `truthColumns` that hold the true labels, in the order of `labels`; those of the same names by default. */
  readonly trueLabels?: readonly string[];
  /** What each label of numbers measures, in its order, for somebody who scores a text by it. */
  readonly scoring?: readonly string[];
  /** What can be learned from the rows; left out where nothing is meant to be. */
  readonly probe?: { readonly targets: readonly ProbeTargetColumn[] };
  readonly truthColumns: TableSchema;
  /** Column whose rows stay on one side of a split, where a setting names no other: `family_id` of truth/ by default. */
  readonly groupKey?: string;
  readonly views: Readonly<Record<string, View>>;
  /** Columns that are features of the same names, read from a text column in the balanced profile. */
  readonly features?: { readonly text: string; readonly names: readonly string[] };
  /** Fills the columns that hang on the features, or on the story that was told. */
  derive?(row: Cell[], narration: Narration): void;
  /** What the config may set, with defaults, as JSON schema properties for the published schema. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Checks the config and fills in defaults; throws `UsageError`. */
  parseConfig(config: PackConfig, data: PackData): PackConfig;
  /** The rows that a run of `count` has, where the pack rounds them; the same by default. */
  rowsOf?(config: PackConfig, count: number): number;
  openSampler(run: {
    readonly config: PackConfig;
    readonly data: PackData;
    readonly seed: number;
    readonly count: number;
    readonly splits: readonly Split[];
  }): Sampler;
  /** What a user should know before using the texts; stands in card and report. */
  readonly warning: string;
}

export interface Split {
  readonly name: string;
  readonly share: number;
}
