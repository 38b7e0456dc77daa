import { schemaIssues } from '../llm/output-schema.ts';
import type { Prompt } from '../llm/prompts.ts';
import type { Question, Reading } from '../llm/question.ts';
import { readObject, wholeItems } from '../llm/read-answer.ts';

/** Texts to be read blind. */
export interface BlindRow {
  readonly texts: readonly string[];
}

/** A label that a model read, by row; undefined where it gave none of the labels. */
export type ReadLabels = readonly ({ readonly label: string; readonly confidence: number } | null)[];

/** A rating by row; null where it gave none. */
export type Ratings = readonly ({ readonly coherence: number; readonly human: number } | null)[];

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
      byRow(prompt, rows.length, content, whole, (item) => {
        const { label, confidence } = item as { label: string; confidence: number };
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
      byRow(prompt, rows.length, content, whole, (item) => {
        const { coherence, human } = item as { coherence: number; human: number };
        return { coherence, human };
      }),
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

function byRow<T>(
  prompt: Prompt,
  count: number,
  content: string,
  whole: boolean,
  read: (item: unknown) => T | null,
): Reading<readonly (T | null)[]> {
  const items =
    (whole ? (readObject(content) as { rows?: unknown } | undefined)?.rows : undefined) ?? wholeItems(content);
  if (!Array.isArray(items) || items.length === 0) return { fault: 'there is no list "rows"' };
  const itemSchema =
    (prompt.output.schema.properties as Record<string, { items: Record<string, unknown> }>).rows?.items ?? {};
  const found = new Map<number, T | null>();
  let issue: string | undefined;
  for (const item of items) {
    const [first] = schemaIssues(item, itemSchema, 'row');
    issue ??= first;
    const id = (item as { id?: number } | null)?.id;
    if (first || typeof id !== 'number' || id < 0 || id >= count || found.has(id)) continue;
    found.set(id, read(item));
  }
  if (found.size === 0) return { fault: issue ?? `no row has one of the ids 0 to ${count - 1}` };
  return { value: Array.from({ length: count }, (_, id) => found.get(id) ?? null) };
}
