import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openLexicon } from '../../src/language/brill-lexicon.ts';

const path = createRequire(import.meta.url).resolve(
  'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json',
);
const json = readFileSync(path, 'utf8');
const lookUp = openLexicon(json);

test('every word has the first of its tags, as the whole of the JSON says', () => {
  const wrong = Object.entries(JSON.parse(json) as Record<string, string[]>).filter(
    ([word, [tag]]) => lookUp(word) !== tag,
  );
  expect(wrong).toEqual([]);
});

test('what is no word has no tag, nor have beginnings and ends of words', () => {
  for (const word of ['', 'qqqq', '\n', '"', "'", '\\', 'chamel', 'hameleon', 'chameleon"', '__proto__'])
    expect([word, lookUp(word)]).toEqual([word, (JSON.parse(json) as Record<string, string[]>)[word]?.[0]]);
});
