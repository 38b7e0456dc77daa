import type { Cell } from '../../core/record.ts';
import type { SourceRow } from '../../formats/table-format.ts';
import { type FeatureAnswer, type FeaturePool, type FeatureWork, openFeaturePool } from './feature-pool.ts';

/** How a file is worked through. */
export interface FeatureRun {
  /** Threads; no byte of the result depends on them. A file of few rows is done by the calling thread. */
  readonly threads: number;
  readonly signal?: AbortSignal;
  /** Told after each batch. */
  readonly onProgress?: (rows: number) => void;
}

/** Rows of a file and what was read from their texts, in their order. */
export interface AnsweredBatch<R extends SourceRow> {
  readonly batch: readonly R[];
  readonly answer: FeatureAnswer;
}

const BATCH_ROWS = 256;
const BATCH_CHARACTERS = 256_000;
/** Files of fewer batches than this are done before a thread has started. */
const FEW_BATCHES = 10;
/** Batches under way for each thread: enough to keep it busy, few enough to keep memory flat. */
const AHEAD = 3;

/**
 * Streams rows in batches with what a pool of threads reads from the text of each, in the order of the rows. Where batches
 * end hangs on the rows alone.
 */
export async function* streamAnswers<R extends SourceRow>(
  rows: AsyncIterable<R>,
  textOf: (values: readonly Cell[]) => string,
  work: FeatureWork,
  run: Pick<FeatureRun, 'threads' | 'signal'>,
): AsyncGenerator<AnsweredBatch<R>> {
  let pool: FeaturePool | undefined;
  const waiting: { readonly batch: readonly R[]; readonly answer: Promise<FeatureAnswer> }[] = [];
  const start = (to: FeaturePool, batch: readonly R[]) => {
    const answer = to.run(batch.map(({ values }) => textOf(values)));
    // It is awaited in its turn; until then a failure must not end the process.
    answer.catch(() => {});
    waiting.push({ batch, answer });
  };
  const take = async (): Promise<AnsweredBatch<R>> => {
    const { batch, answer } = waiting.shift() as (typeof waiting)[number];
    const found = { batch, answer: await answer };
    run.signal?.throwIfAborted();
    return found;
  };
  try {
    const first: R[][] = [];
    for await (const batch of toBatches(rows)) {
      if (pool === undefined) {
        first.push(batch);
        if (first.length < FEW_BATCHES) continue;
        pool = openFeaturePool(work, run.threads);
      }
      for (const next of first.length > 0 ? first.splice(0) : [batch]) {
        start(pool, next);
        while (waiting.length > Math.max(1, run.threads) * AHEAD) yield await take();
      }
    }
    pool ??= openFeaturePool(work, 1);
    for (const next of first) {
      start(pool, next);
      yield await take();
    }
    while (waiting.length > 0) yield await take();
  } finally {
    await pool?.close();
  }
}

/** Rows in batches of so many, or of so much text. */
export async function* toBatches<R extends SourceRow>(rows: AsyncIterable<R>): AsyncGenerator<R[]> {
  let batch: R[] = [];
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
