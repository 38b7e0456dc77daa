import { expect, test } from 'vitest';
import { openWordRanks } from '../../src/language/word-ranks.ts';

const rankOf = await openWordRanks();

test('the most frequent word is the first, in any case', () => {
  expect([rankOf('you'), rankOf('You'), rankOf('i'), rankOf('the')]).toEqual([1, 1, 2, 3]);
});

test('rarer words come later, and what is no word comes last', () => {
  const words = ['dog', 'puppy', 'sarcasm', 'zxqvk'];
  const ranks = words.map(rankOf);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(rankOf('constructor')).toBeLessThan(74_287);
  expect(ranks.at(-1)).toBe(74_287);
});
