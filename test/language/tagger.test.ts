import { expect, test } from 'vitest';
import { openTagger } from '../../src/language/tagger.ts';

const { tag, read } = await openTagger();

test('every word and mark has its tag, and blanks have none', () => {
  expect(tag('She  sings.\n\nThe nurse left!')).toEqual('PRON VERB PUNCT DET NOUN VERB PUNCT'.split(' '));
});

test('a curly apostrophe is one', () => {
  expect(tag('I didn\u2019t go.')).toEqual(tag("I didn't go."));
});

test.each([
  ["I'm tired.", 'PRON AUX ADJ PUNCT'],
  ['and im here', 'CCONJ PRON AUX ADV'],
  ["I've gone, I'll stay", 'PRON AUX VERB PUNCT PRON AUX VERB'],
  ['Tim came in', 'PROPN VERB ADP'],
  ['I wanna go', 'PRON VERB VERB'],
])('%j is %s', (text, tags) => expect(tag(text)).toEqual(tags.split(' ')));

test('a contraction the model does not part is parted, in any case', () => {
  expect(read("I'M HERE AND IM FINE NOW").tokens).toEqual(['I', "'m", 'here', 'and', 'I', "'m", 'fine', 'now']);
});

test.each([
  ['', 0],
  [' \n ', 0],
  ['constructor', 1],
  ['__proto__', 3],
  ['\u{1f600}', 1],
])('%j has %i tokens', (text, tokens) => expect(tag(text)).toHaveLength(tokens));
