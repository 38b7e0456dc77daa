import { once } from './once.ts';
import type { Sample } from './sample.ts';

/** The n-grams of a sample as whole numbers: equal n-grams have equal numbers, 0 to `distinct` - 1. */
export interface Ngrams {
  /** For each text, its n-grams in order; empty where the text has fewer than n words. No n-gram crosses two texts. */
  readonly texts: readonly Int32Array[];
  readonly distinct: number;
  /** N-grams in all texts. */
  readonly total: number;
}

const levelsOf = once((sample: Sample): Ngrams[] => [numbered(sample.readings.map(({ words }) => words))]);

/** The n-grams of the texts of a sample, n >= 1. Each is numbered from its first n - 1 words and its last: exact, no hashing. */
export function ngramsOf(sample: Sample, n: number): Ngrams {
  const levels = levelsOf(sample);
  const words = levels[0] as Ngrams;
  while (levels.length < n) levels.push(lengthened(levels.at(-1) as Ngrams, words, levels.length));
  return levels[n - 1] as Ngrams;
}

/** Every `length`-gram with the word behind it. */
function lengthened(shorter: Ngrams, words: Ngrams, length: number): Ngrams {
  return numbered(
    words.texts.map((text, i) => {
      const starts = shorter.texts[i] as Int32Array;
      const size = Math.max(0, text.length - length);
      const pairs = new Float64Array(size);
      for (let at = 0; at < size; at++)
        pairs[at] = (starts[at] as number) * words.distinct + (text[at + length] as number);
      return pairs;
    }),
  );
}

/** Numbers keys by their first appearance. */
function numbered<Key>(texts: readonly ArrayLike<Key>[]): Ngrams {
  const numbers = new Map<Key, number>();
  let total = 0;
  const out = texts.map((text) => {
    const ids = new Int32Array(text.length);
    for (let i = 0; i < text.length; i++) {
      const key = text[i] as Key;
      let id = numbers.get(key);
      if (id === undefined) {
        id = numbers.size;
        numbers.set(key, id);
      }
      ids[i] = id;
    }
    total += ids.length;
    return ids;
  });
  return { texts: out, distinct: numbers.size, total };
}
