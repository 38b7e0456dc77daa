import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { FabulaError } from '../core/errors.ts';
import type { Task } from './task.ts';

/** A thread that measures: takes one task after the other, answers each with its figures or a fault. */
enableCompileCache();
const [{ openTaskRunner }, { METRICS }] = await Promise.all([import('./task.ts'), import('./metrics.ts')]);
const run = openTaskRunner(METRICS);

parentPort?.on('message', async (task: Task) => {
  try {
    parentPort?.postMessage({ answer: await run(task) });
  } catch (error) {
    // A fault of ours is told as such on the main thread; anything else is a bug and keeps its stack.
    if (!(error instanceof FabulaError)) return parentPort?.postMessage({ bug: error });
    const { code, message, hint, at } = error;
    parentPort?.postMessage({ fault: { code, message, hint, at } });
  }
});
