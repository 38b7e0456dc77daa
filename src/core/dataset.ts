import type { TableSchema } from './record.ts';

/** A finished file of a dataset, its path below the folder. */
export interface FileEntry {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Width of a bin of text lengths, in characters, and how many there are; the last one is open. */
export const LENGTH_BIN = 25;
export const LENGTH_BINS = 48;

/** Lengths of one text column within one label, in characters. */
export interface LengthTally {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** Texts inside the length asked for. */
  inside: number;
  bins: number[];
}

/** Counts of a run, small enough to keep per shard and to add up: what the report draws. */
export interface Tally {
  rows: number;
  /** Column -> value -> rows, for columns with a closed list of values. */
  values: Record<string, Record<string, number>>;
  /** Label -> column -> [sum, count], for whole-number columns with a range. */
  means: Record<string, Record<string, [number, number]>>;
  /** Label -> text column -> lengths. */
  lengths: Record<string, Record<string, LengthTally>>;
  /** Voice -> rows. */
  voices: Record<string, number>;
  /** `question/schema` -> texts. */
  stories: Record<string, number>;
  /** Reason -> rejected candidates. */
  rejected: Record<string, number>;
  /** Records for which every candidate was rejected. */
  missing: number;
  /** Rows by split number. */
  splits: number[];
}

/** All that card, manifest, report and metadata say of a finished dataset. */
export interface DatasetSummary {
  readonly title: string;
  readonly description: string;
  readonly warning: string;
  readonly packId: string;
  readonly packVersion: string;
  readonly toolVersion: string;
  readonly templateHash: string;
  readonly lexiconHash: string;
  /** The job in canonical form, and its tagged hash. */
  readonly job: Readonly<Record<string, unknown>>;
  readonly jobHash: string;
  readonly seed: number;
  readonly asked: number;
  readonly format: { readonly id: string; readonly extension: string; readonly mediaType: string };
  readonly view: string;
  /** Label columns that stand in the data. */
  readonly labels: readonly string[];
  readonly texts: readonly string[];
  readonly table: TableSchema;
  readonly labelTable: TableSchema | undefined;
  readonly truthTable: TableSchema;
  readonly splits: readonly { readonly name: string; readonly rows: number }[];
  /** Planned rows by stratum (tier, domain, ...) and value. */
  readonly strata: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Name of the column whose groups were kept together, or the record itself. */
  readonly groupKey: string;
  readonly tally: Tally;
  readonly files: readonly FileEntry[];
  /** A few rows of the dataset: column -> value. */
  readonly examples: readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** Wall-clock facts of the run. */
  readonly run: {
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly seconds: number;
    readonly workers: number;
    readonly node: string;
    readonly resumedShards: number;
  };
}
