import { expect, test } from 'vitest';
import { openSyllableCounter, vowelGroups } from '../../src/language/syllables.ts';

const syllables = await openSyllableCounter();

test.each([
  ['cat', 1],
  ['happy', 2],
  ['beautiful', 3],
  ['constructor', 3],
  ['42', 1],
  ['__proto__', 2],
])('%s has %i', (word, count) => {
  expect(syllables(word)).toBe(count);
  expect(syllables(word)).toBe(count);
});

test('by groups of vowels a final e is silent, and no word is without', () => {
  expect(['make', 'the', 'eye', 'rhythm', 'b', 'idea'].map(vowelGroups)).toEqual([1, 1, 1, 1, 1, 2]);
});

test('a word of 3,000 letters is counted', () => {
  expect(syllables('ab'.repeat(1500))).toBe(1500);
});
