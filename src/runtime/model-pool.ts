import { Worker } from 'node:worker_threads';
import { PackError } from '../core/errors.ts';
import type { Draft } from '../stages/expand.ts';
import { type BatchResult, openBatches } from './batch.ts';
import type { Job } from './job.ts';
import type { LoadedPack } from './load-pack.ts';
import type { ModelStage } from './model-stage.ts';
import type { PoolOptions, Range } from './pool.ts';
import type { ThreadFault, ThreadTask } from './worker.ts';

/** Pieces under way for each place: while the model works on one, the place drafts another. */
const PIECES_A_PLACE = 2;

/** Somewhere that drafts and finishes pieces: a thread, or this one. */
interface Place {
  draft(range: Range): Promise<readonly Draft[]>;
  finish(range: Range, work: Awaited<ReturnType<ModelStage['work']>>): Promise<BatchResult>;
  close(): Promise<void>;
}

/**
 * Produces ranges with a model in the middle: threads tell the drafts, this thread asks the model, the same threads put its
 * work in and encode. Yields in order.
 */
export async function* produceWithModel(
  loaded: LoadedPack,
  job: Job,
  ranges: readonly Range[],
  stage: ModelStage,
  { workers, signal }: PoolOptions,
): AsyncGenerator<BatchResult> {
  const count = Math.min(workers, ranges.length);
  const places = count <= 1 ? [here(loaded, job)] : Array.from({ length: count }, () => thread(loaded, job));
  const ahead = places.length * PIECES_A_PLACE + 1;
  const running: Promise<BatchResult>[] = [];
  const start = async (range: Range, place: Place) => {
    const drafts = await place.draft(range);
    signal?.throwIfAborted();
    return place.finish(range, await stage.work(drafts));
  };
  try {
    let next = 0;
    for (let wanted = 0; wanted < ranges.length; wanted++) {
      while (next < ranges.length && next - wanted < ahead) {
        const piece = start(ranges[next] as Range, places[next % places.length] as Place);
        piece.catch(() => {});
        running.push(piece);
        next++;
      }
      signal?.throwIfAborted();
      yield await (running.shift() as Promise<BatchResult>);
    }
  } finally {
    // A stopped run waits for what it has paid for, so that it is kept.
    await stage.drain();
    await Promise.all(places.map((place) => place.close()));
  }
}

function here(loaded: LoadedPack, job: Job): Place {
  const batches = openBatches(loaded, job);
  return {
    draft: async ({ from, to }) => (await batches).draft(from, to, true),
    finish: async ({ from, to }, work) => (await batches).finish(from, to, work),
    close: async () => {},
  };
}

/** A thread that answers its tasks in the order that they were given. */
function thread(loaded: LoadedPack, job: Job): Place {
  const url = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const worker = new Worker(url, { workerData: { job, data: loaded.data, source: loaded.source } });
  const waiting: { resolve: (value: unknown) => void; reject: (error: unknown) => void }[] = [];
  const ask = (task: ThreadTask) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(task);
    });
  worker.on('message', (answer: BatchResult | ThreadFault | { drafts: readonly Draft[] }) => {
    const asker = waiting.shift();
    if ('fault' in answer) asker?.reject(new PackError(answer.fault.code, answer.fault.message, answer.fault));
    else asker?.resolve('drafts' in answer ? answer.drafts : answer);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    draft: ({ from, to }) => ask({ from, to, task: 'draft' }) as Promise<readonly Draft[]>,
    finish: ({ from, to }, work) => ask({ from, to, task: 'finish', work }) as Promise<BatchResult>,
    close: async () => {
      await worker.terminate();
    },
  };
}
