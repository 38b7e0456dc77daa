import { fixedSample } from '../fixed-sample.ts';
import type { CellMetric } from '../metric.ts';
import { type Ngrams, ngramsOf } from '../ngrams.ts';
import type { Sample } from '../sample.ts';

const TEXTS = 200;
const LONGEST = 4;
/** Stands for no match at all: method 1 of Chen and Cherry (2014), as in NLTK and Texygen. */
const NO_MATCH = 0.1;

/** Matches and n-grams of each text against all others, for one n. */
interface Precision {
  readonly matches: Int32Array;
  readonly totals: Int32Array;
}

/**
 * For each chosen text, how many of its n-grams others have: each counted at most as often as in the text that has it most
 * often. The largest and second largest count of every n-gram are kept, so that leaving a text out costs nothing.
 */
function precisionOf(grams: Ngrams, chosen: readonly number[]): Precision {
  const most = new Int32Array(grams.distinct);
  const owner = new Int32Array(grams.distinct).fill(-1);
  const second = new Int32Array(grams.distinct);
  const counted = chosen.map((text) => runsOf(grams.texts[text] as Int32Array));
  counted.forEach((runs, i) => {
    for (const [gram, count] of runs)
      if (count > (most[gram] as number)) {
        second[gram] = most[gram] as number;
        most[gram] = count;
        owner[gram] = i;
      } else if (count > (second[gram] as number)) second[gram] = count;
  });
  const matches = new Int32Array(chosen.length);
  counted.forEach((runs, i) => {
    let sum = 0;
    for (const [gram, count] of runs) sum += Math.min(count, (owner[gram] === i ? second[gram] : most[gram]) as number);
    matches[i] = sum;
  });
  return { matches, totals: Int32Array.from(chosen, (text) => (grams.texts[text] as Int32Array).length) };
}

/** Every n-gram of a text and how often it occurs. */
function runsOf(grams: Int32Array): [gram: number, count: number][] {
  const sorted = grams.slice().sort();
  const runs: [number, number][] = [];
  for (let i = 0; i < sorted.length; i++) {
    const last = runs.at(-1);
    if (last && last[0] === sorted[i]) last[1]++;
    else runs.push([sorted[i] as number, 1]);
  }
  return runs;
}

/** The length nearest to that of text `i` among the others; the shorter of two. */
function nearestLength(lengths: Int32Array, i: number): number {
  const own = lengths[i] as number;
  let nearest = Number.POSITIVE_INFINITY;
  lengths.forEach((length, j) => {
    const closer = Math.abs(length - own) - Math.abs(nearest - own);
    if (j !== i && (closer < 0 || (closer === 0 && length < nearest))) nearest = length;
  });
  return nearest;
}

function selfBleu(sample: Sample): number {
  const chosen = fixedSample([...sample.readings.keys()], TEXTS, 'self-bleu');
  if (chosen.length < 2) return Number.NaN;
  const precisions = Array.from({ length: LONGEST }, (_, i) => precisionOf(ngramsOf(sample, i + 1), chosen));
  const words = precisions[0] as Precision;
  let sum = 0;
  for (let i = 0; i < chosen.length; i++) {
    if (words.matches[i] === 0) continue;
    let logs = 0;
    for (const { matches, totals } of precisions)
      logs += Math.log((matches[i] || NO_MATCH) / Math.max(1, totals[i] as number)) / LONGEST;
    const brevity = Math.min(0, 1 - nearestLength(words.totals, i) / (words.totals[i] as number));
    sum += Math.exp(logs + brevity);
  }
  return sum / chosen.length;
}

export const SELF_BLEU: CellMetric = {
  id: 'self-bleu-4',
  title: 'self-BLEU-4, 200 texts',
  unit: 'ratio',
  scope: 'cell',
  about:
    'mean BLEU-4 of each of 200 texts against the other 199 (Zhu et al. 2018, Texygen; equal weights, no match counts as 0.1 matches: Chen and Cherry 2014, method 1)',
  compute: selfBleu,
};
