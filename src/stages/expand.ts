import { factFault, findPersonal, type KeptFacts, keptFacts, sharedContent } from '../language/kept-facts.ts';
import { findLeftover, findUnsafe } from '../language/safety.ts';
import { scoreSentiment } from '../language/vader.ts';
import type { Prompt } from '../llm/prompts.ts';
import type { JsonSchema } from '../llm/provider.ts';
import type { FailureReason, Question, Reading } from '../llm/question.ts';
import { readRows } from '../llm/read-rows.ts';

/** What a model does with texts: retell them, or tell them at more length. */
export type Retelling = 'rewrite' | 'expand';

/** A text that a model is to retell. */
interface DraftText {
  readonly question: string;
  readonly text: string;
  /** Length asked for, in characters. */
  readonly band: readonly [number, number];
  /** What a retelling has to keep. */
  readonly facts: KeptFacts;
}

/** A record whose texts a model is to retell. */
export interface Draft {
  readonly index: number;
  readonly texts: readonly DraftText[];
}

/** A text as a model is handed it; `names` are those of its organisation. */
export function draftText(
  question: string,
  text: string,
  band: readonly [number, number],
  names: readonly string[],
): DraftText {
  return { question, text, band, facts: keptFacts(text, names) };
}

/** Why a retelling was not taken: no answer at all, or what is wrong with it. */
type RetellingFault =
  | FailureReason
  | 'missing'
  | 'length'
  | 'facts'
  | 'unchanged'
  | 'content'
  | 'tone'
  | 'unsafe'
  | 'personal'
  | 'leftover';

/** What came back for a text: the retelling, or why the template's text stands. */
export type Retold = { readonly text: string } | { readonly fault: RetellingFault; readonly detail: string };

/** Texts by number of the row within the question, in the order of the draft's texts. */
export type RetoldRows = readonly (readonly Retold[])[];

/** The least share of a text's content words that a retelling keeps (assumed: paraphrases of people keep about half). */
const LEAST_CONTENT = 0.3;
/** An expansion adds words, so it keeps more. */
const LEAST_CONTENT_EXPANDED = 0.45;
/** The most that VADER's compound may move. The scale is -1 to 1; neighbouring tiers lie .2 to .5 apart. */
const MOST_TONE = 0.6;
/** How far over the band a retelling may run, and how much shorter than the text it may be. */
const SLACK = 1.15;
/** Characters of English a token, low, and what the JSON around a text costs: for the token limit. */
const TOKEN_CHARACTERS = 3.2;
const TOKENS_A_TEXT = 12;
const TOKENS_A_ROW = 16;

/** The question that asks for retellings of a few records. */
export function retellingQuestion(
  use: Retelling,
  prompt: Prompt,
  drafts: readonly Draft[],
  model: { readonly name: string; readonly temperature: number | undefined },
  remarks?: readonly (readonly (string | undefined)[])[],
): Question<RetoldRows> {
  const rows = drafts.map((draft, id) => ({
    id,
    texts: draft.texts.map((text, i) => {
      const { names, numbers } = text.facts;
      const [min, max] = boundsOf(use, text);
      const remark = remarks?.[id]?.[i];
      return { text: text.text, keep: [...names, ...numbers], min, max, ...(remark ? { last_time: remark } : {}) };
    }),
  }));
  const { system, user } = prompt.fill({ rows: JSON.stringify({ rows }) });
  return {
    prompt,
    purpose: use,
    request: {
      model: model.name,
      system,
      user,
      temperature: model.temperature,
      maxOutputTokens: tokenLimit(use, drafts),
      output: { ...prompt.output, schema: limitedSchema(use, prompt.output.schema, drafts) },
    },
    read: (content, whole) => readRetellings(use, prompt, drafts, content, whole),
  };
}

/** The prompt's schema with the numbers of rows and texts and the longest text: a local grammar keeps to them. */
function limitedSchema(use: Retelling, schema: JsonSchema, drafts: readonly Draft[]): JsonSchema {
  const { rows } = schema.properties as { rows: { items: { properties: { texts: object } } } };
  const counts = new Set(drafts.map(({ texts }) => texts.length));
  const [count] = counts;
  const maxLength = Math.max(...drafts.flatMap(({ texts }) => texts.map((text) => boundsOf(use, text)[1])));
  const texts = {
    ...rows.items.properties.texts,
    ...(counts.size === 1 ? { minItems: count, maxItems: count } : {}),
    items: { type: 'string', maxLength },
  };
  const items = { ...rows.items, properties: { ...rows.items.properties, texts } };
  return { ...schema, properties: { rows: { ...rows, minItems: drafts.length, maxItems: drafts.length, items } } };
}

/** The most tokens that an answer for these records can need. */
function tokenLimit(use: Retelling, drafts: readonly Draft[]): number {
  return (
    drafts.reduce(
      (sum, { texts }) =>
        texts.reduce(
          (inner, text) => inner + boundsOf(use, text)[1] / TOKEN_CHARACTERS + TOKENS_A_TEXT,
          sum + TOKENS_A_ROW,
        ),
      64,
    ) | 0
  );
}

/** Lengths that a retelling may have: near the text's own, within the band where the text is. */
function boundsOf(use: Retelling, { text, band }: DraftText): readonly [number, number] {
  const low = Math.min(band[0], text.length);
  const high = Math.max(band[1], text.length);
  if (use === 'expand') return [text.length, high];
  return [Math.max(low, Math.floor(text.length * 0.7)), Math.min(high, Math.ceil(text.length * 1.3) + 10)];
}

function readRetellings(
  use: Retelling,
  prompt: Prompt,
  drafts: readonly Draft[],
  content: string,
  whole: boolean,
): Reading<RetoldRows> {
  const { value: rows, fault } = readRows<{ id: number; texts: readonly string[] }>(
    prompt,
    drafts.length,
    content,
    whole,
  );
  if (!rows) return { fault };
  const value = drafts.map((draft, id) =>
    draft.texts.map((text, i): Retold => {
      const retold = rows.get(id)?.texts[i];
      if (typeof retold !== 'string') return { fault: 'missing', detail: 'the text is missing' };
      const clean = tidy(retold);
      return faultOf(use, text, clean) ?? { text: clean };
    }),
  );
  return { value };
}

/** Marks of a model's typing that people's keyboards do not make, as people type them; one paragraph. */
function tidy(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s*[\u2013\u2014]\s*/g, ', ')
    .replaceAll('\u2026', '...')
    .replace(/\s+/g, ' ')
    .trim();
}

function faultOf(
  use: Retelling,
  draft: DraftText,
  text: string,
): { readonly fault: RetellingFault; readonly detail: string } | undefined {
  const [min, max] = boundsOf(use, draft);
  if (text.length < min / SLACK || text.length > max * SLACK)
    return { fault: 'length', detail: `it has ${text.length} characters, and ${min} to ${max} were asked for` };
  const unsafe = findUnsafe(text);
  if (unsafe) return { fault: 'unsafe', detail: `it breaks the safety rule '${unsafe.name}'` };
  const personal = findPersonal(text);
  if (personal) return { fault: 'personal', detail: 'it holds an address, a link or a number of a person' };
  const leftover = findLeftover(text);
  if (leftover) return { fault: 'leftover', detail: `it holds '${leftover}'` };
  if (text === draft.text) return { fault: 'unchanged', detail: 'it is the same text' };
  const fact = factFault(draft.facts, text);
  if (fact) return { fault: 'facts', detail: fact };
  if (sharedContent(draft.text, text) < (use === 'expand' ? LEAST_CONTENT_EXPANDED : LEAST_CONTENT))
    return { fault: 'content', detail: 'too little of the story is left' };
  const tone = Math.abs(scoreSentiment(text).compound - scoreSentiment(draft.text).compound);
  if (tone > MOST_TONE) return { fault: 'tone', detail: 'its feeling is another one' };
  return undefined;
}
