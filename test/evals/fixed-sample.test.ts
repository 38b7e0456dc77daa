import { expect, test } from 'vitest';
import { fixedSample } from '../../src/evals/fixed-sample.ts';

const ITEMS = Array.from({ length: 1000 }, (_, i) => i);

test('the same items every time, in their order, each once', () => {
  const sample = fixedSample(ITEMS, 100, 'a');
  expect(sample).toEqual(fixedSample(ITEMS, 100, 'a'));
  expect(new Set(sample).size).toBe(100);
  expect(sample).toEqual(sample.toSorted((a, b) => a - b));
});

test('they come from everywhere: the mean of 100 of 0 to 999 is within 3 standard errors of 499.5', () => {
  const mean = fixedSample(ITEMS, 100, 'a').reduce((sum, item) => sum + item, 0) / 100;
  expect(Math.abs(mean - 499.5)).toBeLessThan(3 * 27.4);
});

test('another name draws other items', () =>
  expect(fixedSample(ITEMS, 100, 'b')).not.toEqual(fixedSample(ITEMS, 100, 'a')));

test('no more items than there are', () => expect(fixedSample(['x', 'y'], 3, 'a')).toEqual(['x', 'y']));
