import type { Price } from '../llm/prices.ts';
import type { Provider } from '../llm/provider.ts';
import type { Asker, Question } from '../llm/question.ts';
import { likelyTokens, mostTokens, plainUsage } from '../llm/usage.ts';
import type { Draft } from '../stages/expand.ts';
import { openBatches } from './batch.ts';
import type { Job } from './job.ts';
import type { LoadedPack } from './load-pack.ts';
import { promptsOf } from './model-config.ts';
import { labelsOf } from './model-layer.ts';
import { groupsOf, workOn } from './model-stage.ts';

/** Rows that an estimate looks at. */
const SAMPLE = 2_000;
const PIECE = 500;
/** Calls that have to be asked again: a middling model on rewrites (assumed; a run says its own in `fabula cost`). */
const AGAIN = 0.15;

/** What a job with a model will come to. */
export interface Estimate {
  readonly rows: number;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Micro-dollars, with repeats. */
  readonly likelyUusd: number;
  /** If every answer were as long as allowed and every text were asked for twice. */
  readonly worstUusd: number;
}

/** Estimates a job from its own first texts: the prompts as they would be sent, and answers as long as the texts. */
export async function estimate(loaded: LoadedPack, job: Job, provider: Provider, price: Price): Promise<Estimate> {
  const { model } = job;
  if (!model) throw new Error('the job has no model');
  const task = { job: model, prompts: promptsOf(model), ...labelsOf(loaded.pack) };
  const batches = await openBatches(loaded, job);
  const rows = Math.min(SAMPLE, job.count);
  const sum = openSum(provider, price);
  let chosen = 0;
  for (let from = 0; from < rows; from += PIECE) {
    const to = Math.min(rows, from + PIECE);
    const drafts = batches.draft(from, to);
    chosen += drafts.length;
    for (const group of groupsOf(drafts, model.rowsPerCall))
      for (const question of await questionsOf((asker) => workOn(group, task, asker)))
        sum.add(question, answerTokens(question.purpose, group));
  }
  return sum.estimate(chosen, job.count / rows);
}

/** Adds up what questions will come to. */
export function openSum(
  provider: Provider,
  price: Price,
): {
  /** Counts a question that is answered in about so many tokens. */
  add(question: Question<unknown>, answerTokens: number): void;
  /** The estimate for `scale` times the `rows` whose questions were counted. */
  estimate(rows: number, scale: number): Estimate;
} {
  let [calls, input, output, worst] = [0, 0, 0, 0];
  return {
    add({ request }, answer) {
      const sent = JSON.stringify(provider.body(request, provider.rungs[0] as never));
      calls++;
      input += likelyTokens(sent);
      output += answer;
      worst += 2 * price.worstOf(mostTokens(sent), request.maxOutputTokens);
    },
    estimate(rows, scale) {
      const withRepeats = scale * (1 + AGAIN);
      const usage = plainUsage(Math.round(input * withRepeats), Math.round(output * withRepeats));
      return {
        rows: Math.round(rows * scale),
        calls: Math.round(calls * scale),
        inputTokens: usage.input,
        outputTokens: usage.output,
        likelyUusd: price.costOf(usage),
        worstUusd: Math.round(worst * scale),
      };
    },
  };
}

/** What some work asks if no question is answered; of drafts, labels stand on the template's texts then. */
export async function questionsOf(work: (asker: Asker) => Promise<unknown>): Promise<readonly Question<unknown>[]> {
  const questions: Question<unknown>[] = [];
  await work({
    async ask(question) {
      questions.push(question);
      return { state: 'failed', reason: 'no-answer', origin: 'called' };
    },
  });
  return questions;
}

/** Tokens of a usual answer: the texts again, or a label and a sentence for each row. */
function answerTokens(purpose: string, group: readonly Draft[]): number {
  if (purpose === 'label' || purpose === 'judge') return group.length * 45;
  const growth = purpose === 'expand' ? 1.3 : 1;
  return group.reduce(
    (sum, { texts }) => sum + 12 + texts.reduce((inner, { text }) => inner + growth * likelyTokens(text) + 4, 0),
    0,
  );
}
