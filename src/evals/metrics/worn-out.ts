import type { CellMetric } from '../metric.ts';
import type { Sample } from '../sample.ts';
import { wornOut } from '../worn-out.ts';

function perThousand(count: number, sample: Sample): number {
  return (1000 * count) / sample.tokens;
}

function wordCount(sample: Sample): number {
  const { words: worn } = wornOut();
  return sample.readings.reduce((sum, { words }) => sum + words.filter((word) => worn.has(word)).length, 0);
}

/** Phrases that begin anywhere in a sentence; two that begin at the same word count once. */
function phraseCount(sample: Sample): number {
  const { phrases } = wornOut();
  let count = 0;
  for (const { sentenceWords } of sample.readings)
    for (const words of sentenceWords)
      for (let at = 0; at < words.length; at++) {
        const candidates = phrases.get(words[at] as string);
        if (candidates?.some((phrase) => phrase.every((word, i) => words[at + i] === word))) count++;
      }
  return count;
}

/** Em dashes, and two hyphens that stand for one. */
const EM_DASH = /\u2014|(?<!-)--(?!-)/g;

export const WORN_OUT: readonly CellMetric[] = [
  {
    id: 'worn-out-words',
    title: 'worn-out words per 1k',
    unit: 'per-1k',
    scope: 'cell',
    about: 'words that language models use far more often than people, per 1,000 words (evals/worn-out.yaml)',
    compute: (sample) => perThousand(wordCount(sample), sample),
  },
  {
    id: 'worn-out-phrases',
    title: 'worn-out phrases per 1k',
    unit: 'per-1k',
    scope: 'cell',
    about: 'phrases that language models use far more often than people, per 1,000 words (evals/worn-out.yaml)',
    compute: (sample) => perThousand(phraseCount(sample), sample),
  },
  {
    id: 'em-dashes',
    title: 'em dashes per 1k',
    unit: 'per-1k',
    scope: 'cell',
    about: 'em dashes, and double hyphens that stand for one, per 1,000 words',
    compute: (sample) =>
      perThousand(
        sample.readings.reduce((sum, { text }) => sum + (text.match(EM_DASH)?.length ?? 0), 0),
        sample,
      ),
  },
];
