import { openTagger, type Tagger } from '../../language/tagger.ts';
import type { CellMetric } from '../metric.ts';
import { once } from '../once.ts';
import type { Sample } from '../sample.ts';
import { gzipRatio } from './compression.ts';

let tagger: Promise<Tagger> | undefined;

/** Tags of each text of a sample. */
const tagsOf = once(async (sample: Sample): Promise<string[][]> => {
  tagger ??= openTagger();
  const { tag } = await tagger;
  return sample.readings.map(({ text }) => tag(text));
});

const LENGTH = 6;
const MOST_FREQUENT = 100;

/** Share of all 6-grams of tags, counted as often as they occur, that are one of the 100 most frequent. */
export function topShare(texts: readonly (readonly string[])[]): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const tags of texts)
    for (let end = LENGTH; end <= tags.length; end++) {
      const gram = tags.slice(end - LENGTH, end).join(' ');
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
      total++;
    }
  const top = [...counts.values()].sort((a, b) => b - a).slice(0, MOST_FREQUENT);
  return top.reduce((sum, count) => sum + count, 0) / total;
}

export const PARTS_OF_SPEECH: readonly CellMetric[] = [
  {
    id: 'compression-ratio-pos',
    title: 'gzip ratio of POS tags',
    unit: 'ratio',
    scope: 'cell',
    about:
      'gzip ratio of the part-of-speech tags of the texts, joined by spaces, one text a line (CR-POS: Shaib et al. 2024, Detection and Measurement of Syntactic Templates; tags by wink-nlp)',
    compute: async (sample) => gzipRatio(Buffer.from((await tagsOf(sample)).map((tags) => tags.join(' ')).join('\n'))),
  },
  {
    id: 'pos-6gram-top100',
    title: 'top-100 POS 6-grams',
    unit: 'share',
    scope: 'cell',
    about:
      'share of all 6-grams of part-of-speech tags that belong to the 100 most frequent (after the templates of Shaib et al. 2024; no 6-gram crosses two texts)',
    compute: async (sample) => topShare(await tagsOf(sample)),
  },
];
