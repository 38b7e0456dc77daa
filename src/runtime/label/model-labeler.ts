import { BudgetError } from '../../core/errors.ts';
import { loadPrompt, type Prompt } from '../../llm/prompts.ts';
import type { Asker, FailureReason, Question } from '../../llm/question.ts';
import type { Pack } from '../../packs/pack.ts';
import { type BlindRow, type Drawn, labelQuestion, scoresQuestion } from '../../stages/read-labels.ts';
import type { ModelJob } from '../job.ts';
import { promptsFolder } from '../model-config.ts';
import { labelsOf } from '../model-layer.ts';
import { combineVotes, type Vote } from './combine-votes.ts';
import { labelColumns, type RowLabeler, type RowLabels, type UnlabelledRow } from './row-labels.ts';

/** What a model is to label with, and how often it is asked about each row. */
export interface ModelLabels {
  readonly pack: Pack;
  readonly job: ModelJob;
  readonly prompt: Prompt;
  /** Draws a row, from 1. */
  readonly votes: number;
}

/** Why the model's label does not stand: the row was left out of the answer, the money ran out, or the call failed. */
type Shortcoming = FailureReason | 'missing' | 'budget';

/** The labels that a model gives, and how many rows went without, by the reason. */
export interface ModelLabeler extends RowLabeler {
  readonly fallbacks: Readonly<Partial<Record<Shortcoming, number>>>;
}

/** A call holds no more text than this, but for a row that is longer by itself. */
const CALL_CHARACTERS = 40_000;

/** What one draw says of each row of a group, and why it says nothing of those that are null. */
interface Drawing {
  readonly votes: readonly (Vote | null)[];
  readonly failed: Shortcoming | undefined;
}

type Answer<T> =
  | { readonly value: T; readonly failed?: undefined }
  | { readonly value?: undefined; readonly failed: Shortcoming };

/** The prompt that a model reads the labels of a pack by: one for categories, one for numbers. */
export function labelPrompt(pack: Pack): Prompt {
  return loadPrompt(promptsFolder(), labelColumns(pack)[0]?.enum ? 'label' : 'label-scores');
}

/** Opens the labels of a model. Where it gives a row none, `fallback` does. Throws what stops the asker, but for the end of the money. */
export function openModelLabeler(
  task: ModelLabels,
  asker: Asker,
  fallback: (row: UnlabelledRow) => RowLabels,
): ModelLabeler {
  const columns = labelColumns(task.pack);
  const fallbacks: Partial<Record<Shortcoming, number>> = {};
  const labelGroup = async (rows: readonly UnlabelledRow[]): Promise<readonly RowLabels[]> => {
    const draws = await settled(Array.from({ length: task.votes }, (_, draw) => readGroup(rows, draw, task, asker)));
    return rows.map((row, i) => {
      const votes = draws.flatMap(({ votes: of }) => of[i] ?? []);
      if (votes.length > 0) return { origin: 'llm', labels: combineVotes(votes, task.votes, columns) };
      const reason = draws[0]?.failed ?? 'missing';
      fallbacks[reason] = (fallbacks[reason] ?? 0) + 1;
      return fallback(row);
    });
  };
  return {
    fallbacks,
    label: async (rows) => (await settled(groupsToAsk(rows, task.job.rowsPerCall).map(labelGroup))).flat(),
  };
}

/** Cuts rows into the groups that one call serves: so many rows, and not too much text. */
export function groupsToAsk<Row extends BlindRow>(rows: readonly Row[], size: number): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  let characters = 0;
  for (const row of rows) {
    const own = row.texts.reduce((sum, text) => sum + text.length, 0);
    const last = groups.at(-1);
    if (last && last.length < size && characters + own <= CALL_CHARACTERS) last.push(row);
    else {
      groups.push([row]);
      characters = 0;
    }
    characters += own;
  }
  return groups;
}

/** What a draw says of each row; the rows that it left out are asked for once more. */
async function readGroup(
  rows: readonly UnlabelledRow[],
  draw: number,
  task: ModelLabels,
  asker: Asker,
): Promise<Drawing> {
  const first = await readOnce(rows, draw, task, asker);
  const missing = first.votes.flatMap((vote, i) => (vote === null ? [i] : []));
  if (first.failed !== undefined || missing.length === 0) return first;
  const again = missing.map((i) => rows[i] as UnlabelledRow);
  // Where all were left out the question is the same: it takes another draw to get another answer.
  const second = await readOnce(again, task.votes + draw, task, asker);
  const votes = [...first.votes];
  missing.forEach((i, k) => {
    votes[i] = second.votes[k] ?? null;
  });
  return { votes, failed: second.failed };
}

async function readOnce(rows: readonly BlindRow[], draw: number, task: ModelLabels, asker: Asker): Promise<Drawing> {
  const { pack, job, prompt } = task;
  const model: Drawn = { name: job.model, temperature: job.temperature, draw };
  const { labels, about } = labelsOf(pack);
  if (labels.length > 0)
    return drawingOf(rows, await tryToAsk(asker, labelQuestion(prompt, rows, labels, about, model)), (read) => ({
      values: [read.label],
      confidence: read.confidence,
      reason: read.reason ?? '',
    }));
  const scores = labelColumns(pack).map(({ name, description }, i) => ({
    name,
    about: pack.scoring?.[i] ?? description,
  }));
  return drawingOf(rows, await tryToAsk(asker, scoresQuestion(prompt, rows, scores, model)), (read) => ({
    values: read.scores,
    confidence: read.confidence,
    reason: read.reason,
  }));
}

function drawingOf<T>(
  rows: readonly BlindRow[],
  answer: Answer<readonly (T | null)[]>,
  voteOf: (read: T) => Vote,
): Drawing {
  if (answer.value === undefined) return { votes: rows.map(() => null), failed: answer.failed };
  const { value } = answer;
  return { votes: rows.map((_, i) => (value[i] == null ? null : voteOf(value[i]))), failed: undefined };
}

/** Asks; the end of the money is an answer too, because the heuristic takes over. */
async function tryToAsk<T>(asker: Asker, question: Question<T>): Promise<Answer<T>> {
  try {
    const outcome = await asker.ask(question);
    return outcome.state === 'answered' ? { value: outcome.value } : { failed: outcome.reason };
  } catch (error) {
    if (error instanceof BudgetError) return { failed: 'budget' };
    throw error;
  }
}

/** All of them come to an end before a failure is told: what is paid for is kept. */
async function settled<T>(running: readonly Promise<T>[]): Promise<readonly T[]> {
  const ended = await Promise.allSettled(running);
  const failed = ended.find((entry) => entry.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.map((entry) => (entry as PromiseFulfilledResult<T>).value);
}
