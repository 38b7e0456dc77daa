import type { JsonSchema, ModelRequest } from './provider.ts';

/** A turn of a conversation, as every chat format has it. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** Limits that not every grammar of structured output takes: they are told in words and checked after the call. */
const TOLD_IN_WORDS = new Set(['minimum', 'maximum', 'minItems', 'maxItems', 'minLength', 'maxLength']);

/** The schema as it is sent: without limits that some providers refuse. */
export function wireSchema(schema: JsonSchema): JsonSchema {
  const strip = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(strip);
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(
      Object.entries(node).flatMap(([key, value]) => (TOLD_IN_WORDS.has(key) ? [] : [[key, strip(value)]])),
    );
  };
  return strip(schema) as JsonSchema;
}

/** The system text with the schema in words: servers that take a schema do not all show it to the model. */
export function systemText({ system, output }: ModelRequest): string {
  return `${system.trim()}\n\nAnswer with one JSON object and nothing else. It fits this JSON schema:\n${JSON.stringify(wireSchema(output.schema))}`;
}

/** The turns of a request: the question and, where an answer could not be used, that answer and what was wrong. */
export function turnsOf({ user, correction }: ModelRequest): readonly Turn[] {
  const turns: Turn[] = [{ role: 'user', content: user }];
  if (correction)
    turns.push(
      { role: 'assistant', content: correction.answer },
      {
        role: 'user',
        content: `That answer cannot be used: ${correction.fault}. Answer the first message again, with the JSON object alone.`,
      },
    );
  return turns;
}
