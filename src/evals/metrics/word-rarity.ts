import { isFiller } from '../../language/fillers.ts';
import { openTagger, type Tagger } from '../../language/tagger.ts';
import { openWordRanks, type WordRanks } from '../../language/word-ranks.ts';
import type { CellMetric } from '../metric.ts';
import type { Sample } from '../sample.ts';

let tools: Promise<readonly [Tagger, WordRanks]> | undefined;

const CONTENT = new Set(['NOUN', 'VERB', 'ADJ', 'ADV']);
/** A content word is written in letters: what the tagger makes of a dash or a number is none. */
const WORD = /^[\p{L}'\u2019-]*\p{L}[\p{L}'\u2019-]*$/u;

async function rarity({ readings }: Sample): Promise<number> {
  tools ??= Promise.all([openTagger(), openWordRanks()]);
  const [tagger, rankOf] = await tools;
  let sum = 0;
  let count = 0;
  for (const { text } of readings) {
    const { tokens, tags } = tagger.read(text);
    tokens.forEach((token, i) => {
      if (!CONTENT.has(tags[i] as string) || !WORD.test(token) || isFiller(token)) return;
      sum += Math.log10(rankOf(token));
      count++;
    });
  }
  return sum / count;
}

export const WORD_RARITY: CellMetric = {
  id: 'word-rarity',
  title: 'rarity of words, mean log10 rank',
  unit: 'ratio',
  scope: 'cell',
  about:
    'mean base-10 logarithm of the place of nouns, verbs, adjectives and adverbs (tags by wink-nlp) and no um or uh, among 74,286 words of spoken English by frequency (SUBTLEX-US: Brysbaert and New 2009)',
  compute: rarity,
};
