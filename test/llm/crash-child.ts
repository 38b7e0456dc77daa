import { pathToFileURL } from 'node:url';
import { systemClock } from '../../src/core/clock.ts';
import { FabulaError } from '../../src/core/errors.ts';
import type { EngineFigures } from '../../src/llm/bookkeeper.ts';
import { callKey } from '../../src/llm/call-key.ts';
import { Engine, type EngineLimits } from '../../src/llm/engine.ts';
import { openAi } from '../../src/llm/openai.ts';
import type { Outcome, Question } from '../../src/llm/question.ts';
import { readObject } from '../../src/llm/read-answer.ts';
import { openStore } from '../../src/store/open-store.ts';
import { numberedRequest, pricesAt } from './requests.ts';

/** What a process has to ask, and where. */
export interface CrashJob {
  readonly path: string;
  readonly baseUrl: string;
  readonly run: string;
  /** The questions, in the order in which they are asked. */
  readonly questions: readonly number[];
  readonly limits?: Partial<EngineLimits>;
}

/** What a process tells: that it has begun, one line for each question that was answered or failed, and one at its end. */
export type CrashLine =
  | { readonly begun: true }
  | { readonly n: number; readonly outcome: Omit<Outcome<Told>, 'origin'> }
  | { readonly figures: EngineFigures; readonly stopped: string | undefined };

interface Told {
  readonly told: string;
}

/** A question with a number; the answer has to be an object with a text. */
function crashQuestion(n: number): Question<Told> {
  return {
    prompt: { id: 'crash', version: 1 },
    purpose: 'test',
    request: numberedRequest(n, 'told', 'string', 60),
    read(content) {
      const value = readObject(content) as Partial<Told> | undefined;
      return typeof value?.told === 'string' ? { value: { told: value.told } } : { fault: 'there is no "told" in it' };
    },
  };
}

/** The key of a question with that number. */
export function crashKey(n: number, baseUrl: string): string {
  const { request, prompt } = crashQuestion(n);
  const provider = openCrashProvider(baseUrl);
  return callKey(provider, provider.body(request, 'json_schema'), prompt);
}

const openCrashProvider = (baseUrl: string) => openAi({ apiKey: 'test', baseUrl, own: true });

/** Asks all questions through an engine over the real SDK, as a run does. */
export async function runCrashJob(job: CrashJob, tell: (line: CrashLine) => void): Promise<void> {
  const store = openStore(job.path, { clock: systemClock });
  const engine = new Engine({
    provider: openCrashProvider(job.baseUrl),
    store: store.calls,
    run: job.run,
    priceOf: pricesAt(job.baseUrl),
    ...(job.limits ? { limits: job.limits } : {}),
  });
  tell({ begun: true });
  let stopped: string | undefined;
  try {
    await Promise.all(
      job.questions.map(async (n) => {
        const { origin: _, ...outcome } = await engine.ask(crashQuestion(n));
        tell({ n, outcome });
      }),
    );
  } catch (error) {
    if (!(error instanceof FabulaError)) throw error;
    stopped = error.code;
  } finally {
    await engine.close(stopped === undefined ? 0 : 2_000);
    await store.close();
  }
  tell({ figures: engine.figures, stopped });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runCrashJob(JSON.parse(process.argv[2] as string) as CrashJob, (line) =>
    process.stdout.write(`${JSON.stringify(line)}\n`),
  );
