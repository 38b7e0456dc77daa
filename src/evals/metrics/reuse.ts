import { sentenceKey } from '../../language/words.ts';
import type { CellMetric } from '../metric.ts';
import { type Ngrams, ngramsOf } from '../ngrams.ts';
import type { Sample } from '../sample.ts';

/** In how many texts each n-gram occurs. */
function textsWith({ texts, distinct }: Ngrams): Int32Array {
  const counts = new Int32Array(distinct);
  const last = new Int32Array(distinct).fill(-1);
  texts.forEach((grams, text) => {
    for (const gram of grams) {
      if (last[gram] === text) continue;
      last[gram] = text;
      counts[gram] = (counts[gram] as number) + 1;
    }
  });
  return counts;
}

function selfRepetition(sample: Sample): number {
  const grams = ngramsOf(sample, 4);
  const counts = textsWith(grams);
  let sum = 0;
  for (const text of grams.texts) {
    let others = 0;
    for (const gram of new Set(text)) others += (counts[gram] as number) - 1;
    sum += Math.log(others + 1);
  }
  return sum / grams.texts.length;
}

function ngramReuse(sample: Sample, length: number): number {
  const grams = ngramsOf(sample, length);
  const counts = textsWith(grams);
  let reused = 0;
  for (const text of grams.texts) for (const gram of text) if ((counts[gram] as number) > 1) reused++;
  return reused / grams.total;
}

function sentenceReuse(sample: Sample): number {
  const textOf = new Map<string, number>();
  const shared = new Set<string>();
  const keys = sample.readings.map(({ sentences }) => sentences.map(sentenceKey).filter((key) => key !== ''));
  keys.forEach((own, text) => {
    for (const key of own) {
      const first = textOf.get(key);
      if (first === undefined) textOf.set(key, text);
      else if (first !== text) shared.add(key);
    }
  });
  const all = keys.flat();
  return all.filter((key) => shared.has(key)).length / all.length;
}

export const REUSE: readonly CellMetric[] = [
  {
    id: 'self-repetition-4',
    title: 'self-repetition, 4-grams',
    unit: 'ratio',
    scope: 'cell',
    about:
      'mean over texts of log(1 + sum over its distinct 4-grams of the number of other texts that have it) (Salkar et al. 2022, Self-Repetition in Abstractive Neural Summarizers)',
    compute: selfRepetition,
  },
  {
    id: 'ngram-reuse-8',
    title: '8-gram reuse',
    unit: 'share',
    scope: 'cell',
    about: 'share of all runs of 8 words that also occur in another text of the sample',
    compute: (sample) => ngramReuse(sample, 8),
  },
  {
    id: 'sentence-reuse',
    title: 'sentence reuse',
    unit: 'share',
    scope: 'cell',
    about: 'share of sentences, without case and punctuation, that also occur in another text of the sample',
    compute: sentenceReuse,
  },
];
