/** Words met before are kept up to this many. */
const KNOWN_LIMIT = 100_000;
/** No English word is longer; what is, is counted by its groups of vowels, which takes no time. */
const LONGEST_WORD = 40;

/** Counts the syllables of a word in small letters; a word has at least one. */
export type SyllableCounter = (word: string) => number;

/** Opens the counter of the package `syllable`, which keeps the words it has met. */
export async function openSyllableCounter(): Promise<SyllableCounter> {
  const { syllable } = await import('syllable');
  const known = new Map<string, number>();
  return (word) => {
    const met = known.get(word);
    if (met !== undefined) return met;
    if (word.length > LONGEST_WORD) return vowelGroups(word);
    const count = Math.max(1, syllable(word));
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(word, count);
    return count;
  };
}

/** The syllables of a word by its groups of vowels (y among them), one less for a final e, at least one. */
export function vowelGroups(word: string): number {
  const groups = word.match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, word.endsWith('e') ? groups - 1 : groups);
}
