import { expect, test } from 'vitest';
import { sentenceKey, sentencesOf, wordsOf } from '../../src/language/words.ts';

test('words are lower case, with inner apostrophes and hyphens, straight or curly', () => {
  expect(wordsOf("I didn't, the follow-up DIDN\u2019T. 3:40 'no'")).toEqual([
    'i',
    "didn't",
    'the',
    'follow-up',
    "didn't",
    '3',
    '40',
    'no',
  ]);
  expect(wordsOf('... -- !')).toEqual([]);
});

test('sentences end at their marks, with what closes behind them', () => {
  expect(sentencesOf('He said \'why?\' and left. "Fine." I stayed! Did you? no...')).toEqual([
    "He said 'why?'",
    'and left.',
    '"Fine."',
    'I stayed!',
    'Did you?',
    'no...',
  ]);
});

test('abbreviations end none, and "no." does', () => {
  expect(sentencesOf('Dr. Lee came at 3 p.m. on Monday. I said no. He left.')).toEqual([
    'Dr. Lee came at 3 p.m. on Monday.',
    'I said no.',
    'He left.',
  ]);
});

test('a line break ends a sentence, and the marks of a list are none of its words', () => {
  expect(sentencesOf('- we lost two\n- nobody came\n\n2. I stayed\n3) He left. I ate')).toEqual([
    'we lost two',
    'nobody came',
    'I stayed',
    'He left.',
    'I ate',
  ]);
});

test('the key of a sentence leaves case and punctuation out', () => {
  expect(sentenceKey('"Well, I DID it..."')).toBe(sentenceKey('well i did it.'));
});
