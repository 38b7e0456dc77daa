import { UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import type { Column, Row } from '../../core/record.ts';
import { formatOfPath } from '../../formats/formats.ts';
import type { SourceRow } from '../../formats/table-format.ts';
import type { Profile } from '../../language/analyse.ts';
import { featuresOf } from '../../language/features/features.ts';
import { LANGUAGE_FLAGS, type LanguageFlag } from '../../language/language-flag.ts';
import type { WordLists } from '../../language/word-list.ts';
import { columnOf } from '../../stages/extract.ts';
import { type FeaturePool, flagAt, openFeaturePool } from './feature-pool.ts';
import { readWordLists } from './read-lists.ts';

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

/** How a file is worked through. */
export interface FeatureRun {
  /** Threads; no byte of the result depends on them. A file of few rows is done by the calling thread. */
  readonly threads: number;
  readonly signal?: AbortSignal;
  /** Told after each batch. */
  readonly onProgress?: (rows: number) => void;
}

/** The numbers of a file, row by row in its order. */
export interface FeatureTable {
  readonly columns: readonly Column[];
  /** Streams by once. */
  readonly rows: AsyncIterable<Row>;
  /** Rows of each flag, filled in while the rows stream by. */
  readonly languages: Readonly<Record<LanguageFlag, number>>;
}

/** The column behind the numbers. */
const LANGUAGE_COLUMN: Column = {
  name: 'language_flag',
  type: 'string',
  description:
    'english; other: not English, the numbers mean nothing; unsure: too short or odd to say; none: no letters',
  enum: LANGUAGE_FLAGS,
};

const BATCH_ROWS = 256;
const BATCH_CHARACTERS = 256_000;
/** Files of fewer batches than this are done before a thread has started. */
const FEW_BATCHES = 10;
/** Batches under way for each thread: enough to keep it busy, few enough to keep memory flat. */
const AHEAD = 3;
/** Digits behind the point; more say nothing about a text. */
const DECIMALS = 1e6;

/** Opens a file and streams its rows as numbers. Throws UsageError for a column that is not there or would stand twice. */
export async function openFeatureTable(job: FeatureJob, run: FeatureRun): Promise<FeatureTable> {
  const features = featuresOf(job.features);
  const source = await formatOfPath(job.path).open(job.path);
  const textAt = columnAt(source.columns, job.textColumn, '--text-column', job.path);
  const keep = job.keep === 'all' ? source.columns : job.keep;
  const keepAt = keep.map((name) => columnAt(source.columns, name, '--id-column', job.path));
  const columns = [
    ...keep.map((name): Column => ({ name, type: 'string', description: `as in ${job.path}` })),
    ...features.map(columnOf),
    LANGUAGE_COLUMN,
  ];
  assertDistinct(columns, job.path);
  const work = {
    lists: job.lists ?? readWordLists(),
    features: features.map(({ name }) => name),
    profile: job.profile,
  };
  const languages: Record<LanguageFlag, number> = { english: 0, other: 0, unsure: 0, none: 0 };

  async function* rows(): AsyncGenerator<Row> {
    const batches = toBatches(source.rows);
    let pool: FeaturePool | undefined;
    const waiting: { readonly batch: readonly SourceRow[]; readonly answer: ReturnType<FeaturePool['run']> }[] = [];
    let done = 0;
    async function* take(): AsyncGenerator<Row> {
      const { batch, answer: promised } = waiting.shift() as (typeof waiting)[number];
      const answer = await promised;
      run.signal?.throwIfAborted();
      for (const [i, { values }] of batch.entries()) {
        const language = flagAt(answer, i);
        languages[language]++;
        const numbers = answer.values.subarray(i * features.length, (i + 1) * features.length);
        yield [...keepAt.map((at) => values[at] ?? null), ...Array.from(numbers, rounded), language];
      }
      done += batch.length;
      run.onProgress?.(done);
    }
    try {
      const first: SourceRow[][] = [];
      for await (const batch of batches) {
        if (pool === undefined) {
          first.push(batch);
          if (first.length < FEW_BATCHES) continue;
          pool = openFeaturePool(work, run.threads);
        }
        for (const next of first.length > 0 ? first.splice(0) : [batch]) {
          waiting.push(start(pool, next));
          while (waiting.length > Math.max(1, run.threads) * AHEAD) yield* take();
        }
      }
      pool ??= openFeaturePool(work, 1);
      for (const next of first) {
        waiting.push(start(pool, next));
        yield* take();
      }
      while (waiting.length > 0) yield* take();
    } finally {
      await pool?.close();
    }
  }

  function start(pool: FeaturePool, batch: readonly SourceRow[]) {
    const answer = pool.run(batch.map(({ values }) => String(values[textAt] ?? '')));
    // It is awaited in its turn; until then a failure must not end the process.
    answer.catch(() => {});
    return { batch, answer };
  }
  return { columns, rows: rows(), languages };
}

async function* toBatches(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    batch.push(row);
    for (const value of row.values) if (typeof value === 'string') characters += value.length;
    if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** To six decimals; a negative zero is zero. */
function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}

function columnAt(columns: readonly string[], name: string, flag: string, path: string): number {
  const index = columns.indexOf(name);
  if (index >= 0) return index;
  throw new UsageError('unknown-column', `${path} has no column '${name}'`, {
    at: flag,
    hint: nearHint(name, columns, `it has: ${columns.slice(0, 40).join(', ')}`),
  });
}

function assertDistinct(columns: readonly Column[], path: string): void {
  const seen = new Set<string>();
  for (const { name } of columns) {
    if (seen.has(name))
      throw new UsageError('double-column', `the column '${name}' would stand twice in the result`, {
        at: path,
        hint: 'rename it in the file, or take single columns along with --id-column',
      });
    seen.add(name);
  }
}
