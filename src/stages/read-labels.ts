import type { Prompt } from '../llm/prompts.ts';
import type { Question, Reading } from '../llm/question.ts';
import { readRows } from '../llm/read-rows.ts';

/** Texts to be read blind. */
export interface BlindRow {
  readonly texts: readonly string[];
}

/** A label that a model read, by row; undefined where it gave none of the labels. */
export type ReadLabels = readonly ({ readonly label: string; readonly confidence: number } | null)[];

/** A rating by row; null where it gave none. */
export type Ratings = readonly ({ readonly coherence: number; readonly human: number } | null)[];

interface LabelRow {
  readonly id: number;
  readonly label: string;
  readonly confidence: number;
}

interface RatingRow {
  readonly id: number;
  readonly coherence: number;
  readonly human: number;
}

/** Output tokens a row at most: a label or two numbers and a short sentence. */
const TOKENS_A_ROW = 90;

/** The question that asks which label each row shows. */
export function labelQuestion(
  prompt: Prompt,
  rows: readonly BlindRow[],
  labels: readonly string[],
  about: string,
  model: string,
): Question<ReadLabels> {
  return {
    ...asked(prompt, rows, model, { labels: labels.join(', '), question: about }),
    read: (content, whole) =>
      byRow(prompt, rows.length, content, whole, ({ label, confidence }: LabelRow) => {
        const known = labels.find((name) => name.toLowerCase() === String(label).trim().toLowerCase());
        return known === undefined ? null : { label: known, confidence };
      }),
  };
}

/** The question that asks how each row reads. */
export function judgeQuestion(prompt: Prompt, rows: readonly BlindRow[], model: string): Question<Ratings> {
  return {
    ...asked(prompt, rows, model, {}),
    read: (content, whole) =>
      byRow(prompt, rows.length, content, whole, ({ coherence, human }: RatingRow) => ({ coherence, human })),
  };
}

function asked(prompt: Prompt, rows: readonly BlindRow[], model: string, values: Readonly<Record<string, string>>) {
  const { system, user } = prompt.fill({
    ...values,
    rows: JSON.stringify({ rows: rows.map(({ texts }, id) => ({ id, texts: texts.map((text) => ({ text })) })) }),
  });
  return {
    prompt,
    purpose: prompt.id,
    request: {
      model,
      system,
      user,
      temperature: undefined,
      maxOutputTokens: 64 + rows.length * TOKENS_A_ROW,
      output: prompt.output,
    },
  };
}

function byRow<Row extends { readonly id: number }, T>(
  prompt: Prompt,
  count: number,
  content: string,
  whole: boolean,
  read: (row: Row) => T | null,
): Reading<readonly (T | null)[]> {
  const { value: rows, fault } = readRows<Row>(prompt, count, content, whole);
  if (!rows) return { fault };
  const readAt = (id: number) => {
    const row = rows.get(id);
    return row ? read(row) : null;
  };
  return { value: Array.from({ length: count }, (_, id) => readAt(id)) };
}
