import type { CellMetric } from '../metric.ts';
import { once } from '../once.ts';
import type { Sample } from '../sample.ts';

/** Words of every sentence that has any. */
const sentenceLengthsOf = once((sample: Sample): number[] =>
  sample.readings.flatMap(({ sentenceWords }) => sentenceWords.map((words) => words.length).filter((n) => n > 0)),
);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value; the mean of the two middle ones where their number is even; NaN where there is none. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

function variation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) / middle;
}

export const LENGTHS: readonly CellMetric[] = [
  {
    id: 'sentence-length-cv',
    title: 'sentence length, CV',
    unit: 'ratio',
    scope: 'cell',
    about: 'standard deviation of the number of words of a sentence (divided by n) over its mean',
    compute: (sample) => variation(sentenceLengthsOf(sample)),
  },
  {
    id: 'mean-sentence-length',
    title: 'sentence length, words',
    unit: 'count',
    scope: 'cell',
    about: 'mean number of words of a sentence; a line break ends a sentence',
    compute: (sample) => mean(sentenceLengthsOf(sample)),
  },
  {
    id: 'median-length',
    title: 'median length, characters',
    unit: 'count',
    scope: 'cell',
    about: 'median number of characters of a text',
    compute: (sample) => median(sample.readings.map(({ text }) => text.length)),
  },
];
