import { Worker } from 'node:worker_threads';
import type { Profile } from '../../language/analyse.ts';
import { featuresOf } from '../../language/features/features.ts';
import { LANGUAGE_FLAGS, type LanguageFlag } from '../../language/language-flag.ts';
import type { WordLists } from '../../language/word-list.ts';
import { type Extraction, openExtractor } from '../../stages/extract.ts';

/** What a thread is told when it starts: everything by value. */
export interface FeatureWork {
  readonly lists: WordLists;
  /** Names of features, in the order of the columns; none where the language is all that is asked for. */
  readonly features: readonly string[];
  readonly profile: Profile;
}

/** The values of a batch, text after text, and the place of each language flag in LANGUAGE_FLAGS. */
export interface FeatureAnswer {
  readonly values: Float64Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
}

/** Room for short-lived values in a thread: more of it costs memory and saves no time. */
const YOUNG_MB = 8;

/** Works batches of texts off. */
export interface FeaturePool {
  run(texts: readonly string[]): Promise<FeatureAnswer>;
  close(): Promise<void>;
}

/** Opens a pool of `threads` threads; with one, the calling thread does the work. */
export function openFeaturePool(work: FeatureWork, threads: number): FeaturePool {
  return threads <= 1 ? openHere(work) : openThreads(work, threads);
}

/** Opens what a thread does with a batch. */
export async function openBatchReader({
  lists,
  features,
  profile,
}: FeatureWork): Promise<(texts: readonly string[]) => FeatureAnswer> {
  const extractor = await openExtractor({
    lists,
    features: features.length === 0 ? [] : featuresOf(features),
    profile,
  });
  return (texts) => {
    const values = new Float64Array(texts.length * features.length);
    const flags = new Uint8Array(texts.length);
    texts.forEach((text, i) => {
      const read: Extraction = extractor.read(text);
      values.set(read.values, i * features.length);
      flags[i] = LANGUAGE_FLAGS.indexOf(read.language);
    });
    return { values, flags };
  };
}

/** The flag a number of an answer stands for. */
export function flagAt({ flags }: FeatureAnswer, i: number): LanguageFlag {
  return LANGUAGE_FLAGS[flags[i] as number] as LanguageFlag;
}

function openHere(work: FeatureWork): FeaturePool {
  let reader: ReturnType<typeof openBatchReader> | undefined;
  return {
    async run(texts) {
      reader ??= openBatchReader(work);
      const read = await reader;
      // Lets a signal through between two batches.
      await new Promise((resolve) => setImmediate(resolve));
      return read(texts);
    },
    close: async () => {},
  };
}

interface Waiting {
  readonly texts: readonly string[];
  readonly done: (answer: FeatureAnswer) => void;
  readonly fail: (error: unknown) => void;
}

function openThreads(work: FeatureWork, count: number): FeaturePool {
  const url = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const queue: Waiting[] = [];
  const threads: { readonly thread: Worker; running: Waiting | undefined }[] = [];
  let failure: unknown;
  const feed = () => {
    for (const entry of threads) {
      if (entry.running) continue;
      entry.running = queue.shift();
      if (entry.running) entry.thread.postMessage(entry.running.texts);
    }
  };
  for (let i = 0; i < count; i++) {
    const entry: (typeof threads)[number] = {
      thread: new Worker(url, {
        workerData: work,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      }),
      running: undefined,
    };
    entry.thread.on('message', (answer: FeatureAnswer) => {
      entry.running?.done(answer);
      entry.running = undefined;
      feed();
    });
    entry.thread.on('error', (error) => {
      failure ??= error;
      for (const waiting of [...threads.map(({ running }) => running), ...queue.splice(0)]) waiting?.fail(failure);
    });
    threads.push(entry);
  }
  return {
    run: (texts) =>
      new Promise((done, fail) => {
        if (failure !== undefined) return fail(failure);
        queue.push({ texts, done, fail });
        feed();
      }),
    close: async () => {
      await Promise.all(threads.map(({ thread }) => thread.terminate()));
    },
  };
}
