import { sentenceKey, sentencesOf } from '../language/words.ts';
import { once } from './once.ts';
import type { EvalText } from './sample.ts';

/** A sentence of a corpus, without case and punctuation, and where it is. */
export interface SentenceUse {
  readonly key: string;
  readonly uses: number;
  /** Id of the first text that has it. */
  readonly first: string;
  /** Whether more than one text has it. */
  readonly shared: boolean;
}

/** Every different sentence with words of a corpus, in the order of first use. */
export const corpusSentences = once((texts: readonly EvalText[]): readonly SentenceUse[] => {
  const known = new Map<string, { key: string; uses: number; first: string; last: number; shared: boolean }>();
  texts.forEach(({ id, text }, index) => {
    for (const key of sentencesOf(text).map(sentenceKey)) {
      if (key === '') continue;
      const use = known.get(key);
      if (!use) known.set(key, { key, uses: 1, first: id, last: index, shared: false });
      else {
        use.uses++;
        if (use.last !== index) use.shared = true;
        use.last = index;
      }
    }
  });
  return [...known.values()];
});
