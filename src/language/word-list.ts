import { UsageError } from '../core/errors.ts';
import type { Stemmer } from './stemmer.ts';
import { wordsOf } from './words.ts';

/** A list of words and phrases that are counted together. */
export interface WordList {
  /** Where it comes from. */
  readonly origin: string;
  /** Compared as they stand, or by their Porter stem. */
  readonly match: 'word' | 'stem';
  readonly words: readonly string[];
  /** Sequences of words; what a phrase takes is not counted again as a word. */
  readonly phrases: readonly string[];
}

/** Word lists by name. */
export type WordLists = Readonly<Record<string, WordList>>;

/** A list made ready to count with. */
export interface CompiledList {
  readonly byStem: boolean;
  readonly has: ReadonlySet<string>;
  /** Phrases as their words (or stems), the longest first, by the first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Makes a list ready; throws UsageError for an entry that is no word or no phrase. */
export function compileList(name: string, list: WordList, stem: Stemmer): CompiledList {
  const byStem = list.match === 'stem';
  const form = byStem ? stem : (word: string) => word;
  const split = (entry: string, isPhrase: boolean) => {
    const words = wordsOf(entry);
    if (isPhrase ? words.length > 1 : words.length === 1) return words.map(form);
    // "'cause" loses its apostrophe where words are read, so it is found as "cause".
    throw new UsageError('word-list', `'${entry}' is no ${isPhrase ? 'phrase of two words or more' : 'single word'}`, {
      at: `lists: ${name}`,
      hint: isPhrase ? 'move it to words' : 'move it to phrases',
    });
  };
  const phrases = list.phrases.map((entry) => split(entry, true)).sort((a, b) => b.length - a.length);
  return {
    byStem,
    has: new Set(list.words.flatMap((entry) => split(entry, false))),
    phrases: Map.groupBy(phrases, ([first]) => first as string),
  };
}

/** How often entries of the list stand in the words (or stems, where the list is by stem); phrases go before words, and nothing counts twice. */
export function countHits(list: CompiledList, words: readonly string[]): number {
  let hits = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const phrase =
      list.phrases.size === 0 ? undefined : list.phrases.get(word)?.find((entry) => startsAt(words, i, entry));
    if (phrase !== undefined) {
      hits++;
      i += phrase.length - 1;
    } else if (list.has.has(word)) hits++;
  }
  return hits;
}

function startsAt(words: readonly string[], i: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => words[i + offset] === word);
}
