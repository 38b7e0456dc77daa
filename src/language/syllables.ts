import { remembering } from './remembering.ts';

/** No English word is longer; what is, is counted by its groups of vowels, which takes no time. */
const LONGEST_WORD = 40;

/** Counts the syllables of a word in small letters; a word has at least one. */
export type SyllableCounter = (word: string) => number;

/** Opens the counter of the package `syllable`, which keeps the words it has met. */
export async function openSyllableCounter(): Promise<SyllableCounter> {
  const { syllable } = await import('syllable');
  const count = remembering((word) => Math.max(1, syllable(word)));
  return (word) => (word.length > LONGEST_WORD ? vowelGroups(word) : count(word));
}

/** The syllables of a word by its groups of vowels (y among them), one less for a final e, at least one. */
export function vowelGroups(word: string): number {
  const groups = word.match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, word.endsWith('e') ? groups - 1 : groups);
}
