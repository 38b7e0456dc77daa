import { expect, test } from 'vitest';
import { openTagger } from '../../src/language/tagger.ts';

const { tag } = await openTagger();

test('every word and mark has its tag, and blanks have none', () => {
  expect(tag('She  sings.\n\nThe nurse left!')).toEqual('PRON VERB PUNCT DET NOUN VERB PUNCT'.split(' '));
});

test('a curly apostrophe is one', () => {
  expect(tag('I didn\u2019t go.')).toEqual(tag("I didn't go."));
});

test.each([
  ['', 0],
  [' \n ', 0],
  ['constructor', 1],
  ['__proto__', 3],
  ['\u{1f600}', 1],
])('%j has %i tokens', (text, tokens) => expect(tag(text)).toHaveLength(tokens));
