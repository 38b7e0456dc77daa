import type { Prompt } from '../llm/prompts.ts';
import type { Question, Reading } from '../llm/question.ts';
import { readRows } from '../llm/read-rows.ts';

/** A model, and which of its answers to a question is wanted. */
export interface Drawn {
  readonly name: string;
  /** The model's own if left out. */
  readonly temperature?: number | undefined;
  /** 0 for the first answer, 1 for a second one to the same question, ... */
  readonly draw?: number;
}

/** Texts to be read blind. */
export interface BlindRow {
  readonly texts: readonly string[];
}

/** A label that a model read. */
interface ReadLabel {
  readonly label: string;
  readonly confidence: number;
  /** What decided it; an answer that was stored before reasons were kept has none. */
  readonly reason?: string;
}

/** A label by row; null where the model gave none of the labels. */
export type ReadLabels = readonly (ReadLabel | null)[];

/** Scores that a model read, in the order they were asked for. */
interface ReadScore {
  readonly scores: readonly number[];
  readonly confidence: number;
  readonly reason: string;
}

/** Scores by row; null where the model left one out. */
export type ReadScores = readonly (ReadScore | null)[];

/** A score and what it measures. */
export interface ScoreAsked {
  readonly name: string;
  readonly about: string;
}

/** A rating by row; null where it gave none. */
export type Ratings = readonly ({ readonly coherence: number; readonly human: number } | null)[];

interface LabelRow {
  readonly id: number;
  readonly label: string;
  readonly confidence: number;
  readonly reason: string;
}

interface ScoreRow {
  readonly id: number;
  readonly scores: readonly { readonly name: string; readonly score: number }[];
  readonly confidence: number;
  readonly reason: string;
}

interface RatingRow {
  readonly id: number;
  readonly coherence: number;
  readonly human: number;
}

/** Output tokens a row at most: a label or two numbers and a short sentence. */
const TOKENS_A_ROW = 90;
/** And for each score of a row: its name and a number. */
const TOKENS_A_SCORE = 24;

/** The question that asks which label each row shows; another `draw` is another answer to it. */
export function labelQuestion(
  prompt: Prompt,
  rows: readonly BlindRow[],
  labels: readonly string[],
  about: string,
  model: Drawn,
): Question<ReadLabels> {
  return {
    ...asked(prompt, rows, model, { labels: labels.join(', '), question: about }),
    read: (content, whole) =>
      byRow(prompt, rows.length, content, whole, ({ label, confidence, reason }: LabelRow) => {
        const known = labels.find((name) => name.toLowerCase() === String(label).trim().toLowerCase());
        return known === undefined ? null : { label: known, confidence, reason };
      }),
  };
}

/** The question that asks for scores of each row; another `draw` is another answer to it. */
export function scoresQuestion(
  prompt: Prompt,
  rows: readonly BlindRow[],
  wanted: readonly ScoreAsked[],
  model: Drawn,
): Question<ReadScores> {
  const lines = wanted.map(({ name, about }) => `- ${name}: ${about}`);
  return {
    ...asked(prompt, rows, model, { scores: lines.join('\n') }, TOKENS_A_ROW + wanted.length * TOKENS_A_SCORE),
    read: (content, whole) =>
      byRow(prompt, rows.length, content, whole, ({ scores, confidence, reason }: ScoreRow) => {
        const given = new Map(scores.map(({ name, score }) => [name.trim().toLowerCase(), score]));
        const found = wanted.map(({ name }) => given.get(name.toLowerCase()));
        return found.includes(undefined) ? null : { scores: found as number[], confidence, reason };
      }),
  };
}

/** The question that asks how each row reads. */
export function judgeQuestion(prompt: Prompt, rows: readonly BlindRow[], model: string): Question<Ratings> {
  return {
    ...asked(prompt, rows, { name: model }, {}),
    read: (content, whole) =>
      byRow(prompt, rows.length, content, whole, ({ coherence, human }: RatingRow) => ({ coherence, human })),
  };
}

function asked(
  prompt: Prompt,
  rows: readonly BlindRow[],
  { name, temperature, draw = 0 }: Drawn,
  values: Readonly<Record<string, string>>,
  tokensARow = TOKENS_A_ROW,
) {
  const { system, user } = prompt.fill({
    ...values,
    rows: JSON.stringify({ rows: rows.map(({ texts }, id) => ({ id, texts: texts.map((text) => ({ text })) })) }),
  });
  return {
    prompt,
    purpose: prompt.id,
    draw,
    request: {
      model: name,
      system,
      user,
      temperature,
      maxOutputTokens: 64 + rows.length * tokensARow,
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
