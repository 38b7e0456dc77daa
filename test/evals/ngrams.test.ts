import { expect, test } from 'vitest';
import { ngramsOf } from '../../src/evals/ngrams.ts';
import { sampleOf } from '../../src/evals/sample.ts';

const sample = sampleOf(['a b a b', 'b a', ''], 1000);

test('equal n-grams have equal numbers, in the order of first appearance', () => {
  expect(ngramsOf(sample, 1).texts.map((ids) => [...ids])).toEqual([[0, 1, 0, 1], [1, 0], []]);
  expect(ngramsOf(sample, 2).texts.map((ids) => [...ids])).toEqual([[0, 1, 0], [1], []]);
  expect(ngramsOf(sample, 3).texts.map((ids) => [...ids])).toEqual([[0, 1], [], []]);
});

test('different and all n-grams are counted', () => {
  expect([1, 2, 3, 4, 5].map((n) => [ngramsOf(sample, n).distinct, ngramsOf(sample, n).total])).toEqual([
    [2, 6],
    [2, 4],
    [2, 2],
    [1, 1],
    [0, 0],
  ]);
});
