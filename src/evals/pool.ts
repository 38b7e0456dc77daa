import { Worker } from 'node:worker_threads';
import { UsageError } from '../core/errors.ts';
import type { Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { type AnswerOf, openTaskRunner, type Task } from './task.ts';

/** Does tasks on threads. */
export interface TaskPool {
  /** Queues a task; of all that wait, the one of the highest weight goes first. */
  run<T extends Task>(task: T, weight: number): Promise<AnswerOf<T>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly task: Task;
  readonly weight: number;
  readonly done: (answer: never) => void;
  readonly fail: (error: unknown) => void;
}

type Reply =
  | { readonly answer: never }
  | { readonly fault: { readonly code: string; readonly message: string; readonly hint: string; readonly at?: string } }
  | { readonly bug: unknown };

/**
 * Opens a pool of `workers` threads; with one, or with metrics of the caller's own, the tasks run on the calling thread.
 * The calling thread does no task otherwise: it has the texts to hand out.
 */
export function openTaskPool(workers: number, metrics: readonly Metric[] = METRICS): TaskPool {
  return workers <= 1 || metrics !== METRICS ? openHere(metrics) : openThreads(workers);
}

function takeHeaviest(queue: Waiting[]): Waiting | undefined {
  let heaviest = 0;
  for (let i = 1; i < queue.length; i++)
    if ((queue[i] as Waiting).weight > (queue[heaviest] as Waiting).weight) heaviest = i;
  return queue.splice(heaviest, 1)[0];
}

function openHere(metrics: readonly Metric[]): TaskPool {
  const run = openTaskRunner(metrics);
  const queue: Waiting[] = [];
  let busy = false;
  let closed = false;
  const work = async () => {
    busy = true;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = closed ? undefined : takeHeaviest(queue);
      if (!next) break;
      await run(next.task).then(next.done as (answer: unknown) => void, next.fail);
    }
    busy = false;
  };
  return {
    run: (task, weight) =>
      new Promise((done, fail) => {
        queue.push({ task, weight, done, fail });
        if (!busy) void work();
      }),
    close: async () => {
      closed = true;
    },
  };
}

function openThreads(workers: number): TaskPool {
  const url = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const queue: Waiting[] = [];
  const threads: { readonly thread: Worker; running: Waiting | undefined }[] = [];
  const feed = () => {
    for (const entry of threads) {
      if (entry.running) continue;
      const next = takeHeaviest(queue);
      if (!next) return;
      entry.running = next;
      entry.thread.postMessage(next.task);
    }
  };
  for (let i = 0; i < workers; i++) {
    const entry: (typeof threads)[number] = { thread: new Worker(url), running: undefined };
    entry.thread.on('message', (reply: Reply) => {
      const { running } = entry;
      entry.running = undefined;
      feed();
      if ('answer' in reply) running?.done(reply.answer);
      else if ('bug' in reply) running?.fail(reply.bug);
      else running?.fail(new UsageError(reply.fault.code, reply.fault.message, reply.fault));
    });
    entry.thread.on('error', (error) => {
      for (const waiting of [entry.running, ...queue]) waiting?.fail(error);
    });
    threads.push(entry);
  }
  return {
    run: (task, weight) =>
      new Promise((done, fail) => {
        queue.push({ task, weight, done, fail });
        feed();
      }),
    close: async () => {
      await Promise.all(threads.map(({ thread }) => thread.terminate()));
    },
  };
}
