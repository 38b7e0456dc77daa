import { expect, test } from 'vitest';
import { measure } from './measure.ts';

const TEXTS = ['One two three. One.', 'One two', '...'];

test('sentences of 3, 1 and 2 words', async () => {
  expect(await measure('mean-sentence-length', TEXTS)).toBe(2);
  expect(await measure('sentence-length-cv', TEXTS)).toBeCloseTo(Math.sqrt(2 / 3) / 2, 9);
});

test('texts of 19, 7 and 3 characters', async () => {
  expect(await measure('median-length', TEXTS)).toBe(7);
  expect(await measure('median-length', TEXTS.slice(0, 2))).toBe(13);
});
