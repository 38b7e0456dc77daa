import { Worker } from 'node:worker_threads';
import { PackError } from '../core/errors.ts';
import { type Batches, type BatchResult, openBatches } from './batch.ts';
import type { Job } from './job.ts';
import type { LoadedPack } from './load-pack.ts';
import type { ThreadFault } from './worker.ts';

/** A range of records, to be produced as one piece. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Cuts from..to into ranges of at most `size` records. */
export function rangesOf(from: number, to: number, size: number): Range[] {
  const ranges: Range[] = [];
  for (let start = from; start < to; start += size) ranges.push({ from: start, to: Math.min(to, start + size) });
  return ranges;
}

/** How many finished or running pieces a thread may be ahead of the writer: keeps memory flat. */
const AHEAD = 2;
/** Room for short-lived texts in a thread: more of it costs memory and saves no time (measured from 3 to 48). */
const YOUNG_MB = 6;

/** What of a run's options the producer needs. */
export interface PoolOptions {
  readonly workers: number;
  readonly signal?: AbortSignal;
}

/**
 * Produces ranges on `workers` threads and yields them in order. The calling thread is one of them: it produces whenever
 * nothing waits to be written.
 * Stopping early (return, or the signal) ends the threads.
 */
export async function* produceInOrder(
  loaded: LoadedPack,
  job: Job,
  ranges: readonly Range[],
  { workers, signal }: PoolOptions,
): AsyncGenerator<BatchResult> {
  if (workers <= 1 || ranges.length <= 1) {
    const { produce } = await openBatches(loaded, job);
    for (const { from, to } of ranges) {
      signal?.throwIfAborted();
      yield produce(from, to);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return;
  }
  yield* produceWithThreads(loaded, job, ranges, Math.min(workers, ranges.length), signal);
}

async function* produceWithThreads(
  loaded: LoadedPack,
  job: Job,
  ranges: readonly Range[],
  workers: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<BatchResult> {
  const finished = new Map<number, BatchResult>();
  let wake: () => void = () => {};
  let failure: unknown;
  let next = 0;
  let wanted = 0;
  const url = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const threads = Array.from({ length: workers - 1 }, () => {
    const thread = new Worker(url, {
      workerData: { job, data: loaded.data, source: loaded.source },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const running: number[] = [];
    const feed = () => {
      while (running.length < 2 && next < ranges.length && next - wanted < workers * AHEAD) {
        running.push(next);
        thread.postMessage(ranges[next++]);
      }
    };
    thread.on('message', (answer: BatchResult | ThreadFault) => {
      if ('fault' in answer) failure = new PackError(answer.fault.code, answer.fault.message, answer.fault);
      else finished.set(running.shift() as number, answer);
      feed();
      wake();
    });
    thread.on('error', (error) => {
      failure = error;
      wake();
    });
    return { thread, feed };
  });
  const stop = () => wake();
  let produceHere: Batches['produce'] | undefined;
  signal?.addEventListener('abort', stop);
  try {
    for (; wanted < ranges.length; wanted++) {
      for (const { feed } of threads) feed();
      signal?.throwIfAborted();
      while (!finished.has(wanted)) {
        if (failure) throw failure;
        if (next < ranges.length && next - wanted < workers * AHEAD) {
          const place = next++;
          const { from, to } = ranges[place] as Range;
          produceHere ??= (await openBatches(loaded, job)).produce;
          finished.set(place, produceHere(from, to));
          await new Promise((resolve) => setImmediate(resolve));
        } else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        signal?.throwIfAborted();
      }
      const result = finished.get(wanted) as BatchResult;
      finished.delete(wanted);
      yield result;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all(threads.map(({ thread }) => thread.terminate()));
  }
}
