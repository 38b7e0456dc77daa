import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { wordsOf } from '../language/words.ts';

/** What language models say far more often than people do (evals/worn-out.yaml). */
export interface WornOut {
  readonly words: ReadonlySet<string>;
  /** Phrases as their words, by their first word. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

interface Group {
  readonly origin: string;
  readonly entries: readonly string[];
}

let known: WornOut | undefined;

/** The lists, read once. */
export function wornOut(): WornOut {
  if (known) return known;
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'evals', 'worn-out.yaml');
  const lists = parse(readFileSync(file, 'utf8')) as { readonly words: Group[]; readonly phrases: Group[] };
  const phrases = lists.phrases.flatMap(({ entries }) => entries.map(wordsOf));
  known = {
    words: new Set(lists.words.flatMap(({ entries }) => entries.flatMap(wordsOf))),
    phrases: Map.groupBy(phrases, ([first]) => first as string),
  };
  return known;
}
