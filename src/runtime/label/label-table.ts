import type { Cell, Column, Row } from '../../core/record.ts';
import { LANGUAGE_FLAGS, type LanguageFlag } from '../../language/language-flag.ts';
import type { Pack } from '../../packs/pack.ts';
import { flagAt } from '../features/feature-pool.ts';
import { readWordLists } from '../features/read-lists.ts';
import { assertDistinct, columnAt, columnFrom, LANGUAGE_COLUMN } from '../features/source-columns.ts';
import { type FeatureRun, streamAnswers, toBatches } from '../features/stream-answers.ts';
import type { LabelSource, PlacedRow } from './find-source.ts';
import { addedCells, addedColumns, ORIGINS, type Origin, type RowLabeler, type RowLabels } from './row-labels.ts';

/** Rows of a file and what to put behind them. */
export interface LabelTableJob {
  readonly source: LabelSource;
  readonly pack: Pack;
  /** Columns that a label is read from; none where it comes from elsewhere: then no language is told. */
  readonly texts: readonly string[];
  /** Columns of the file to put before the labels, or all of them. */
  readonly keep: 'all' | readonly string[];
  readonly labeler: RowLabeler;
  /** Batches that are labelled at once; what is labelled does not hang on it. */
  readonly ahead: number;
}

/** A labelled file, row by row in its order. */
export interface LabelTable {
  readonly columns: readonly Column[];
  /** Streams by once. */
  readonly rows: AsyncIterable<Row>;
  /** Rows by where their labels come from, filled in while they stream by. */
  readonly origins: Readonly<Record<Origin, number>>;
  /** Rows without a label, by the reason. */
  readonly unlabelled: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<LanguageFlag, number>>;
}

interface LabelledBatch {
  readonly batch: readonly PlacedRow[];
  readonly languages: readonly (LanguageFlag | undefined)[];
  readonly labels: Promise<readonly RowLabels[]>;
}

/** Opens the rows of a file with their labels. Throws `UsageError` for a column that is not there or would stand twice. */
export function openLabelTable(job: LabelTableJob, run: FeatureRun): LabelTable {
  const { source, pack, labeler } = job;
  const [path = ''] = source.paths;
  const textAt = job.texts.map((name) => columnAt(source.columns, name, '--text', path));
  const keep = job.keep === 'all' ? source.columns : job.keep;
  const keepAt = keep.map((name) => columnAt(source.columns, name, '--id', path));
  const columns = [
    ...keep.map((name) => columnFrom(name, path)),
    ...addedColumns(pack),
    ...(textAt.length > 0 ? [LANGUAGE_COLUMN] : []),
  ];
  assertDistinct(columns, path, '--id');
  const origins = zeroes(ORIGINS);
  const languages = zeroes(LANGUAGE_FLAGS);
  const unlabelled: Record<string, number> = {};
  const textsOf = (values: readonly Cell[]) => textAt.map((at) => String(values[at] ?? ''));

  async function* readBatches() {
    if (textAt.length === 0) {
      for await (const batch of toBatches(source.rows())) yield { batch, languages: batch.map(() => undefined) };
      return;
    }
    const work = { lists: readWordLists(), features: [], profile: 'fast' } as const;
    const textOf = (values: readonly Cell[]) => textsOf(values).join('\n\n');
    for await (const { batch, answer } of streamAnswers(source.rows(), textOf, work, run))
      yield { batch, languages: batch.map((_, i) => flagAt(answer, i)) };
  }

  async function* batches(): AsyncGenerator<LabelledBatch> {
    for await (const { batch, languages: flags } of readBatches()) {
      const labels = labeler.label(
        batch.map(({ path: from, values }, i) => ({ path: from, values, texts: textsOf(values), language: flags[i] })),
      );
      // It is awaited in its turn; until then a failure must not end the process.
      labels.catch(() => {});
      yield { batch, languages: flags, labels };
    }
  }

  async function* rows(): AsyncGenerator<Row> {
    let done = 0;
    for await (const { batch, languages: flags, labels } of upTo(job.ahead, batches())) {
      const labelled = await labels;
      run.signal?.throwIfAborted();
      for (const [i, { values }] of batch.entries()) {
        const found = labelled[i] as RowLabels;
        const language = flags[i];
        origins[found.origin]++;
        if (language !== undefined) languages[language]++;
        if (found.why !== undefined) unlabelled[found.why] = (unlabelled[found.why] ?? 0) + 1;
        const kept = keepAt.map((at) => values[at] ?? null);
        yield [...kept, ...addedCells(found, pack.labels.length), ...(language === undefined ? [] : [language])];
      }
      done += batch.length;
      run.onProgress?.(done);
    }
  }
  return { columns, rows: rows(), origins, unlabelled, languages };
}

/** The same items in the same order, `count` of them begun before the first is handed out. */
async function* upTo<T>(count: number, items: AsyncIterable<T>): AsyncGenerator<T> {
  const begun: T[] = [];
  for await (const item of items) {
    begun.push(item);
    if (begun.length >= count) yield begun.shift() as T;
  }
  yield* begun;
}

function zeroes<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
