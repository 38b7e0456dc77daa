import { expect, test } from 'vitest';
import { measure } from './measure.ts';

test.each([
  ['equal texts', ['a b c d e', 'a b c d e'], 1],
  ['texts without a common word', ['a b c d', 'e f g h'], 0],
  ['one word of five: (4/5 x 3/4 x 2/3 x 1/2)^(1/4)', ['a b c d e', 'a b c d f'], 0.2 ** 0.25],
  [
    'words count as often as in the text that has them most: ("a a": 1/2, "a b" and "b a": 2/2)',
    ['a a', 'a b', 'b a'],
    ((0.5 * 0.1 ** 3) ** 0.25 + 2 * (0.1 ** 3) ** 0.25) / 3,
  ],
  [
    'a short text pays for being short, a long one does not',
    ['a b c', 'a b c d e f'],
    (Math.exp(1 - 6 / 3) * 0.1 ** 0.25 + ((3 / 6) * (2 / 5) * (1 / 4) * (0.1 / 3)) ** 0.25) / 2,
  ],
  [
    'the nearest length counts, the shorter of two: 4 words beside 3 and 5',
    ['a b c d', 'a b c', 'x y z v w'],
    ((3 / 4) * (2 / 3) * (1 / 2) * (0.1 / 1)) ** 0.25 / 3 + (Math.exp(1 - 4 / 3) * 0.1 ** 0.25) / 3,
  ],
])('%s', async (_, texts, expected) => expect(await measure('self-bleu-4', texts)).toBeCloseTo(expected, 9));

test('one text alone says nothing', async () => expect(await measure('self-bleu-4', ['a b c d'])).toBeNaN());

test('of more than 200 texts 200 are compared: 100 pairs of 400 texts lose their partner now and then', async () => {
  const texts = Array.from({ length: 400 }, (_, i) => `a${i % 200} b${i % 200} c${i % 200} d${i % 200}`);
  const value = await measure('self-bleu-4', texts);
  expect(value).toBeGreaterThan(0.35);
  expect(value).toBeLessThan(0.65);
});
