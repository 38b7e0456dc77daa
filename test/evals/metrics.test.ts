import { describe, expect, test } from 'vitest';
import { METRICS, metricOf } from '../../src/evals/metrics.ts';
import { sampleOf } from '../../src/evals/sample.ts';

test('every measure of text is there', () => {
  expect(METRICS.map(({ id }) => id)).toEqual(
    `gzip-ratio brotli-ratio compression-ratio-pos pos-6gram-top100 self-bleu-4 self-repetition-4 ngram-reuse-8
     sentence-reuse distinct-openers-3 top-opener-3 ngram-diversity vendi mtld hd-d worn-out-words worn-out-phrases
     em-dashes sentence-length-cv mean-sentence-length median-length first-person-share no-final-mark lower-case-start
     line-breaks-or-lists capital-word talk-and talk-i talk-we talk-then talk-because talk-think talk-like talk-so
     talk-not talk-um talk-maybe talk-doubled break-offs letters-per-word mattr-15 word-rarity reading-ease corpus-sentence-reuse
     most-used-sentence exact-duplicates distinct-texts near-duplicates first-words-gap leftovers
     leftovers-of-talk safety-hits grammar-lints article-errors`.split(/\s+/),
  );
});

test('titles fit a table, and each says in a sentence what it is', () => {
  expect(METRICS.filter(({ title }) => title.length > 34)).toEqual([]);
  expect(METRICS.filter(({ about }) => about.length < 30 || about.endsWith('.'))).toEqual([]);
});

test('a measure is found by its name, and a wrong name is helped', () => {
  expect(metricOf('vendi').title).toBe('Vendi score per text, 200 texts');
  expect(() => metricOf('self-blue-4')).toThrow(
    expect.objectContaining({ code: 'unknown-metric', hint: 'did you mean "self-bleu-4"?' }),
  );
  expect(() => metricOf('beauty of it')).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('known: gzip-ratio,') }),
  );
});

describe('a sample without texts says nothing', () => {
  test.each(METRICS.filter(({ scope }) => scope === 'cell').map(({ id }) => id))('%s', async (id) => {
    const metric = metricOf(id);
    expect(metric.scope === 'cell' && (await metric.compute(sampleOf([], 25_000)))).toBeNaN();
  });
});
