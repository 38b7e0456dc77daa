import { expect, test } from 'vitest';
import { measure } from './measure.ts';

test('self-repetition: two of three texts share one 4-gram, so log 2 twice', async () => {
  expect(await measure('self-repetition-4', ['a b c d e', 'a b c d f', 'g h i j'])).toBeCloseTo(
    (2 * Math.log(2)) / 3,
    9,
  );
});

test('self-repetition counts other texts, not uses, and a 4-gram once a text', async () => {
  expect(await measure('self-repetition-4', ['a a a a a a', 'a a a a', 'b'])).toBeCloseTo((2 * Math.log(2)) / 3, 9);
});

test('8-gram reuse: two of three 8-grams are in both texts', async () => {
  expect(await measure('ngram-reuse-8', ['a b c d e f g h i', 'A b, c d e f g h.'])).toBeCloseTo(2 / 3, 9);
});

test('8-grams repeated inside one text are no reuse', async () => {
  expect(await measure('ngram-reuse-8', ['a a a a a a a a a a', 'b'])).toBe(0);
});

test('sentence reuse: case and marks do not matter', async () => {
  expect(await measure('sentence-reuse', ['I left. I ate.', 'i left! It rained.'])).toBe(0.5);
});

test('a sentence twice in one text is no reuse; a mark alone is no sentence', async () => {
  expect(await measure('sentence-reuse', ['Fine. Fine.', 'No.', '...', '...'])).toBe(0);
});
