import { expect, test } from 'vitest';
import { openTagger } from '../../src/language/tagger.ts';
import { truecase } from '../../src/language/truecase.ts';

test.each([
  ['i was sad and i left', 'I was sad and I left'],
  ["i'm sure i've seen it", "I'm sure I've seen it"],
  ['hi i-beam wifi (i know)', 'hi i-beam wifi (I know)'],
  ['That was GREAT, really', 'That was great, really'],
  ['I WAS SO ANGRY AT MY MANAGER', 'I was so angry at my manager'],
  ['The US and NHS', 'The US and NHS'],
  ['OK', 'OK'],
  ['', ''],
])('%j is %j', (typed, expected) => expect(truecase(typed)).toBe(expected));

test('shouting changes no tag', async () => {
  const { read } = await openTagger();
  expect(read('I WAS SO ANGRY AT MY MANAGER').tags).toEqual(read('I was so angry at my manager').tags);
  expect(read("i'm sad").tags).toEqual(read("I'm sad").tags);
});
