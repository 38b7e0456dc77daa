import { symmetricEigenvalues } from '../../statistics/eigenvalues.ts';
import { fixedSample } from '../fixed-sample.ts';
import type { CellMetric } from '../metric.ts';
import { ngramsOf } from '../ngrams.ts';
import type { Sample } from '../sample.ts';

const LENGTHS = [1, 2, 3, 4];
const TEXTS = 200;

function ngramDiversity(sample: Sample): number {
  return LENGTHS.reduce((sum, n) => {
    const { distinct, total } = ngramsOf(sample, n);
    return sum + distinct / total;
  }, 0);
}

/** Adds to `kernel` the cosines of the texts' counts of the given n-grams; a text without any is like itself only. */
function addCosines(kernel: Float64Array, texts: readonly Int32Array[]): void {
  const holders = new Map<number, { readonly text: number; readonly count: number }[]>();
  const norms = new Float64Array(texts.length);
  texts.forEach((grams, text) => {
    const counts = new Map<number, number>();
    for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    for (const [gram, count] of counts) {
      const known = holders.get(gram);
      if (known) known.push({ text, count });
      else holders.set(gram, [{ text, count }]);
      norms[text] = (norms[text] as number) + count * count;
    }
  });
  const add = (a: number, b: number, value: number) => {
    kernel[a * texts.length + b] = (kernel[a * texts.length + b] as number) + value;
  };
  for (const holding of holders.values())
    for (const a of holding)
      for (const b of holding)
        if (a.text !== b.text)
          add(a.text, b.text, (a.count * b.count) / Math.sqrt((norms[a.text] as number) * (norms[b.text] as number)));
  for (let text = 0; text < texts.length; text++) add(text, text, 1);
}

function vendi(sample: Sample): number {
  const chosen = fixedSample([...sample.readings.keys()], TEXTS, 'vendi');
  const size = chosen.length;
  if (size === 0) return Number.NaN;
  const kernel = new Float64Array(size * size);
  for (const n of LENGTHS) {
    const { texts } = ngramsOf(sample, n);
    addCosines(
      kernel,
      chosen.map((text) => texts[text] as Int32Array),
    );
  }
  let entropy = 0;
  for (const value of symmetricEigenvalues(kernel, size)) {
    const share = value / (LENGTHS.length * size);
    if (share > 1e-12) entropy -= share * Math.log(share);
  }
  return Math.exp(entropy) / size;
}

export const DIVERSITY: readonly CellMetric[] = [
  {
    id: 'ngram-diversity',
    title: 'n-gram diversity, sum of 1 to 4',
    unit: 'ratio',
    scope: 'cell',
    about:
      'sum over n = 1 to 4 of different n-grams over all n-grams (Padmakumar and He 2023; Shaib et al. 2024); no n-gram crosses two texts',
    compute: ngramDiversity,
  },
  {
    id: 'vendi',
    title: 'Vendi score per text, 200 texts',
    unit: 'ratio',
    scope: 'cell',
    about:
      'effective number of different texts over their number: exponential of the entropy of the eigenvalues of K / n, where K is the mean over n = 1 to 4 of the cosines of n-gram counts (Friedman and Dieng 2023)',
    compute: vendi,
  },
];
