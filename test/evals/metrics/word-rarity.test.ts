import { expect, test } from 'vitest';
import { openWordRanks } from '../../../src/language/word-ranks.ts';
import { measure } from './measure.ts';

test('the mean of two nouns and a verb; names, pronouns, articles, numbers and fillers have none', async () => {
  const rankOf = await openWordRanks();
  const ranks = ['puppy', 'chewed', 'hamster'].map((word) => Math.log10(rankOf(word)));
  const expected = ranks.reduce((sum, rank) => sum + rank, 0) / 3;
  expect(await measure('word-rarity', ['The puppy chewed it.', 'um the hamster and Ana - 12 of them.'])).toBeCloseTo(
    expected,
    9,
  );
});

test('words of an older child are rarer', async () => {
  const younger = await measure('word-rarity', ['We saw a dog and ran home.']);
  expect(await measure('word-rarity', ['We postponed a rehearsal and edited the playlist.'])).toBeGreaterThan(younger);
});
