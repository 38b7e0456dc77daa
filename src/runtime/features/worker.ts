import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FeatureWork } from './feature-pool.ts';

/** A thread that turns batches of texts to numbers, one after the other. */
enableCompileCache();
const { openBatchReader } = await import('./feature-pool.ts');
const read = await openBatchReader(workerData as FeatureWork);

parentPort?.on('message', (texts: readonly string[]) => {
  const answer = read(texts);
  parentPort?.postMessage(answer, [answer.values.buffer, answer.flags.buffer]);
});
