import type { CellMetric } from '../metric.ts';
import { ngramsOf } from '../ngrams.ts';
import type { Sample } from '../sample.ts';

/** Type-token ratio below which a stretch of words is full (McCarthy and Jarvis 2010). */
const FACTOR = 0.72;
const DRAWS = 42;

/** The words of all texts one behind another, as numbers. */
function concatenated(sample: Sample): Int32Array {
  const { texts, total } = ngramsOf(sample, 1);
  const words = new Int32Array(total);
  let end = 0;
  for (const text of texts) {
    words.set(text, end);
    end += text.length;
  }
  return words;
}

/** Stretches of words in one direction, the last one by the share of the way it went; 0 where all words differ. */
function stretches(words: Int32Array, types: number): number {
  const seenIn = new Int32Array(types).fill(-1);
  let full = 0;
  let length = 0;
  let different = 0;
  for (const word of words) {
    length++;
    if (seenIn[word] !== full) {
      seenIn[word] = full;
      different++;
    }
    if (different / length < FACTOR) {
      full++;
      length = 0;
      different = 0;
    }
  }
  return length === 0 ? full : full + (1 - different / length) / (1 - FACTOR);
}

function mtld(sample: Sample): number {
  const words = concatenated(sample);
  const types = ngramsOf(sample, 1).distinct;
  const forward = stretches(words, types);
  const backward = stretches(words.toReversed(), types);
  if (forward === 0 || backward === 0) return Number.NaN;
  return (words.length / forward + words.length / backward) / 2;
}

function hdd(sample: Sample): number {
  const { distinct, total } = ngramsOf(sample, 1);
  if (total < DRAWS) return Number.NaN;
  const counts = new Int32Array(distinct);
  for (const word of concatenated(sample)) counts[word] = (counts[word] as number) + 1;
  let sum = 0;
  for (const count of counts) {
    let missed = 1;
    for (let draw = 0; draw < DRAWS; draw++) missed *= Math.max(0, total - count - draw) / (total - draw);
    sum += (1 - missed) / DRAWS;
  }
  return sum;
}

export const VOCABULARY: readonly CellMetric[] = [
  {
    id: 'mtld',
    title: 'MTLD',
    unit: 'ratio',
    scope: 'cell',
    about:
      'mean length of a stretch of words before its type-token ratio falls below .72, the mean of both directions over the texts one behind another (McCarthy and Jarvis 2010)',
    compute: mtld,
  },
  {
    id: 'hd-d',
    title: 'HD-D',
    unit: 'ratio',
    scope: 'cell',
    about:
      'expected type-token ratio of 42 words drawn at random without putting back: the sum over types of the chance to be drawn, over 42 (McCarthy and Jarvis 2007)',
    compute: hdd,
  },
];
