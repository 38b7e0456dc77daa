import { expect, test } from 'vitest';
import { bitsAt, openStream } from '../../../src/core/random.ts';
import { judge, measure } from './measure.ts';

const BEATS = [
  ['My manager yelled at me.', 'They cut our hours.', 'The system went down.', 'A patient fell in the hall.'],
  ['I felt tired all week.', 'I could not sleep.', 'I was angry about it.'],
  ['Nobody helped us.', 'A friend listened to me.', 'It got better in the end.'],
];

/** 1,000 texts from ten sentences: what a grammar that is too small writes. */
const stream = openStream('toy');
const TOY = Array.from({ length: 1000 }, (_, text) =>
  BEATS.map((beat, i) => beat[bitsAt(stream, text * 3 + i) % beat.length] as string).join(' '),
);

/** Gates of the free mode that such a corpus must not pass. */
test.each<[metric: string, breaks: (value: number) => boolean]>([
  ['gzip-ratio', (value) => value > 3.4],
  ['brotli-ratio', (value) => value > 4.2],
  ['compression-ratio-pos', (value) => value > 9.5],
  ['pos-6gram-top100', (value) => value > 0.1],
  ['self-bleu-4', (value) => value > 0.6],
  ['self-repetition-4', (value) => value > 4.2],
  ['ngram-reuse-8', (value) => value > 0.04],
  ['sentence-reuse', (value) => value > 0.02],
  ['distinct-openers-3', (value) => value < 0.6],
  ['top-opener-3', (value) => value > 0.04],
  ['ngram-diversity', (value) => value < 2.2],
  ['vendi', (value) => value < 0.86],
  ['mtld', (value) => value < 60],
  ['sentence-length-cv', (value) => value < 0.4],
])('a toy of ten sentences fails %s', async (metric, breaks) => {
  expect(breaks(await measure(metric, TOY))).toBe(true);
});

test.each<[metric: string, breaks: (value: number) => boolean]>([
  ['corpus-sentence-reuse', (value) => value > 0.05],
  ['most-used-sentence', (value) => value > 10],
  ['exact-duplicates', (value) => value > 900],
  ['near-duplicates', (value) => value > 0.001],
])('a toy of ten sentences fails %s', async (metric, breaks) => {
  expect(breaks((await judge(metric, TOY)).value)).toBe(true);
});
