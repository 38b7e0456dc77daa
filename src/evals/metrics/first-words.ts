import { wordsOf } from '../../language/words.ts';
import { firstWords } from '../first-words.ts';
import type { CorpusFigure, CorpusMetric } from '../metric.ts';
import type { EvalText } from '../sample.ts';
import { headOf } from './talk.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** The largest gap, and every gap as a finding, the largest first. */
function largestGap(texts: readonly EvalText[]): CorpusFigure {
  const { shares, same } = firstWords();
  const counts = new Map<string, number>();
  let told = 0;
  for (const { text } of texts) {
    const [first] = wordsOf(text);
    if (first === undefined) continue;
    told++;
    const word = same.get(headOf(first)) ?? headOf(first);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (told === 0) return { value: Number.NaN };
  const gaps = [...shares]
    .map(([word, people]) => ({ word, people, own: (counts.get(word) ?? 0) / told }))
    .map((entry) => ({ ...entry, gap: Math.abs(entry.own - entry.people) }))
    .sort((a, b) => b.gap - a.gap);
  return {
    value: gaps[0]?.gap ?? Number.NaN,
    findings: gaps.map(({ word, people, own }) => ({
      id: word,
      excerpt: `begins ${percent(own)} of the texts, ${percent(people)} of people's`,
    })),
  };
}

export const FIRST_WORDS: CorpusMetric = {
  id: 'first-words-gap',
  title: 'largest gap of a first word',
  unit: 'share',
  scope: 'corpus',
  about:
    "largest absolute difference between the share of texts that begin with a word and its share in pupils' talk, over the words of evals/first-words.yaml",
  compute: largestGap,
};
