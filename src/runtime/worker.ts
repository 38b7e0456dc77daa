import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { FabulaError } from '../core/errors.ts';
import type { ModelWork } from './batch.ts';
import type { Job } from './job.ts';
import type { LoadedPack } from './load-pack.ts';

/** What a thread says instead of a result when it has to stop. */
export interface ThreadFault {
  readonly fault: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly at: string | undefined;
  };
}

/** What a thread is told to do with a range of records; whole production where no task is named. */
export interface ThreadTask {
  readonly from: number;
  readonly to: number;
  readonly task?: 'draft' | 'finish';
  readonly work?: readonly ModelWork[];
}

/** A thread: takes ranges of records, answers with their encoded rows. */
const { job, data, source } = workerData as { job: Job } & Pick<LoadedPack, 'data' | 'source'>;

async function answering<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FabulaError)) throw error;
    const { code, message, hint, at } = error;
    parentPort?.postMessage({ fault: { code, message, hint, at } } satisfies ThreadFault);
    return undefined;
  }
}

// Imported here, so that the cache of compiled code is on before the modules load: half of a thread's start.
enableCompileCache();
const [{ packOf }, { openBatches }] = await Promise.all([import('../packs/registry.ts'), import('./batch.ts')]);

const batches = await answering(() => openBatches({ pack: packOf(job.pack), data, source }, job));

parentPort?.on('message', async ({ from, to, task, work }: ThreadTask) => {
  if (task === 'draft') {
    const drafts = await answering(() => batches?.draft(from, to, true));
    if (drafts) parentPort?.postMessage({ drafts });
    return;
  }
  const result = await answering(() =>
    task === 'finish' ? batches?.finish(from, to, work ?? []) : batches?.produce(from, to),
  );
  if (result)
    parentPort?.postMessage(
      result,
      Object.values(result.bytes).map((bytes) => bytes.buffer as ArrayBuffer),
    );
});
