import type { Column, Row } from '../../core/record.ts';
import { formatOfPath } from '../../formats/formats.ts';
import type { Profile } from '../../language/analyse.ts';
import { featuresOf } from '../../language/features/features.ts';
import type { LanguageFlag } from '../../language/language-flag.ts';
import type { WordLists } from '../../language/word-list.ts';
import { columnOf } from '../../stages/extract.ts';
import { flagAt } from './feature-pool.ts';
import { readWordLists } from './read-lists.ts';
import { assertDistinct, columnAt, columnFrom, LANGUAGE_COLUMN } from './source-columns.ts';
import { type FeatureRun, streamAnswers } from './stream-answers.ts';

/** A file of texts and what to make of it. */
export interface FeatureJob {
  /** A CSV, JSON Lines or Parquet file. */
  readonly path: string;
  readonly textColumn: string;
  /** Names of features or sets: "core", "reference", "extended", "all". */
  readonly features: readonly string[];
  readonly profile: Profile;
  /** Columns of the file to put before the numbers, or all of them. */
  readonly keep: 'all' | readonly string[];
  /** Word lists; those that ship where they are left out. */
  readonly lists?: WordLists;
}

/** The numbers of a file, row by row in its order. */
export interface FeatureTable {
  readonly columns: readonly Column[];
  /** Streams by once. */
  readonly rows: AsyncIterable<Row>;
  /** Rows of each flag, filled in while the rows stream by. */
  readonly languages: Readonly<Record<LanguageFlag, number>>;
}

/** Digits behind the point; more say nothing about a text. */
const DECIMALS = 1e6;

/** Opens a file and streams its rows as numbers. Throws UsageError for a column that is not there or would stand twice. */
export async function openFeatureTable(job: FeatureJob, run: FeatureRun): Promise<FeatureTable> {
  const features = featuresOf(job.features);
  const source = await formatOfPath(job.path).open(job.path);
  const textAt = columnAt(source.columns, job.textColumn, '--text-column', job.path);
  const keep = job.keep === 'all' ? source.columns : job.keep;
  const keepAt = keep.map((name) => columnAt(source.columns, name, '--id-column', job.path));
  const columns = [...keep.map((name) => columnFrom(name, job.path)), ...features.map(columnOf), LANGUAGE_COLUMN];
  assertDistinct(columns, job.path, '--id-column');
  const work = {
    lists: job.lists ?? readWordLists(),
    features: features.map(({ name }) => name),
    profile: job.profile,
  };
  const languages: Record<LanguageFlag, number> = { english: 0, other: 0, unsure: 0, none: 0 };

  async function* rows(): AsyncGenerator<Row> {
    let done = 0;
    for await (const { batch, answer } of streamAnswers(
      source.rows,
      (values) => String(values[textAt] ?? ''),
      work,
      run,
    )) {
      for (const [i, { values }] of batch.entries()) {
        const language = flagAt(answer, i);
        languages[language]++;
        const numbers = answer.values.subarray(i * features.length, (i + 1) * features.length);
        yield [...keepAt.map((at) => values[at] ?? null), ...Array.from(numbers, rounded), language];
      }
      done += batch.length;
      run.onProgress?.(done);
    }
  }
  return { columns, rows: rows(), languages };
}

/** To six decimals; a negative zero is zero. */
function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}
