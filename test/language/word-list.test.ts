import { expect, test } from 'vitest';
import { openStemmer } from '../../src/language/stemmer.ts';
import { compileList, countHits } from '../../src/language/word-list.ts';

const stem = await openStemmer();
const list = (match: 'word' | 'stem', words: readonly string[], phrases: readonly string[] = []) =>
  compileList('a', { origin: 'a test', match, words, phrases }, stem);

test('a word counts each time it stands there, and by stem in all its forms', () => {
  expect(countHits(list('word', ['help']), ['help', 'helps', 'help'])).toBe(2);
  expect(countHits(list('stem', ['help']), ['help', 'helps', 'helping', 'helm'].map(stem))).toBe(3);
});

test('a phrase goes before its words, the longest first, and nothing counts twice', () => {
  const phrases = list('word', ['calm', 'down'], ['calm down', 'calm down now']);
  expect(countHits(phrases, ['calm', 'down', 'now', 'calm', 'down', 'calm'])).toBe(3);
  expect(countHits(phrases, ['calm'])).toBe(1);
});

test('names of members of objects stand in no list', () => {
  expect(countHits(list('word', ['help'], ['to help']), ['constructor', '__proto__', 'toString'])).toBe(0);
});

test('an entry that can never match is refused', () => {
  expect(() => list('word', ['two words'])).toThrow(expect.objectContaining({ at: 'lists: a' }));
  expect(() => list('word', [], ['one'])).toThrow(expect.objectContaining({ code: 'word-list' }));
  expect(() => list('word', ['!'])).toThrow(expect.objectContaining({ code: 'word-list' }));
});
