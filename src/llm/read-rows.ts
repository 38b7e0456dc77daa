import { schemaIssues } from './output-schema.ts';
import type { Prompt } from './prompts.ts';
import type { JsonSchema } from './provider.ts';
import type { Reading } from './question.ts';
import { readObject, wholeItems } from './read-answer.ts';

/**
 * The rows of an answer by their id, those that fit the prompt's schema; of a truncated one those that are whole. The first
 * row for an id counts; an id that was not asked for is passed over. A fault where no row is left.
 */
export function readRows<Row extends { readonly id: number }>(
  { output }: Prompt,
  count: number,
  content: string,
  whole: boolean,
): Reading<ReadonlyMap<number, Row>> {
  const object = whole ? (readObject(content) as { rows?: unknown } | undefined) : undefined;
  const items = object?.rows ?? wholeItems(content);
  if (!Array.isArray(items) || items.length === 0) return { fault: 'there is no list "rows"' };
  const { rows } = output.schema.properties as { rows?: { items: JsonSchema } };
  const found = new Map<number, Row>();
  let issue: string | undefined;
  for (const item of items) {
    const [first] = schemaIssues(item, rows?.items ?? {}, 'row');
    issue ??= first;
    if (first) continue;
    const row = item as Row;
    if (row.id >= 0 && row.id < count && !found.has(row.id)) found.set(row.id, row);
  }
  return found.size > 0 ? { value: found } : { fault: issue ?? `no row has one of the ids 0 to ${count - 1}` };
}
