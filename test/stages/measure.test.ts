import { expect, test } from 'vitest';
import type { Narration } from '../../src/packs/narration.ts';
import type { Pack } from '../../src/packs/pack.ts';
import { workplace } from '../../src/packs/workplace/index.ts';
import { addTally, emptyTally, openMeasure } from '../../src/stages/measure.ts';

const PACK: Pack = {
  ...workplace,
  table: {
    name: 'answers',
    columns: [
      { name: 'id', type: 'string', description: 'Key.' },
      { name: 'mood', type: 'integer', minimum: 1, maximum: 4, description: 'Item.' },
      { name: 'size', type: 'integer', minimum: 1, description: 'Open-ended.' },
      { name: 'said', type: 'string', description: 'Text.' },
      { name: 'tier', type: 'string', enum: ['Bad', 'Good'], description: 'Label.' },
    ],
  },
  texts: [{ column: 'said', question: 'q' }],
  labels: ['tier'],
};

const narration = (voice: string, schema: string): Narration =>
  ({
    voice: { name: voice },
    texts: [{ question: 'q', text: '', schema, arc: 'way', band: [10, 30], spans: [] }],
  }) as unknown as Narration;

const ROWS = [
  [['a', 1, 9, 'x'.repeat(10), 'Bad'], 'plain', 'leak', 0],
  [['b', 4, 9, 'x'.repeat(31), 'Bad'], 'terse', 'leak', 1],
  [['c', 2, 9, 'x'.repeat(5000), 'Good'], 'plain', 'wish', 1],
] as const;

function tallyOf(rows: readonly (typeof ROWS)[number][]) {
  const measure = openMeasure(PACK);
  const tally = emptyTally(2);
  for (const [row, voice, schema, split] of rows) measure(tally, row, narration(voice, schema), split);
  return tally;
}

test('rows are counted by value, mean, length, voice, story and split', () => {
  const tally = tallyOf(ROWS);
  expect(tally).toMatchObject({
    rows: 3,
    values: { tier: { Bad: 2, Good: 1 } },
    means: { Bad: { mood: [5, 2] }, Good: { mood: [2, 1] } },
    voices: { plain: 2, terse: 1 },
    stories: { 'q/leak': 2, 'q/wish': 1 },
    splits: [1, 2],
  });
  expect(tally.means.Bad).not.toHaveProperty('size');
  expect(tally.lengths.Bad?.said).toMatchObject({ count: 2, sum: 41, min: 10, max: 31, inside: 1 });
  expect(tally.lengths.Bad?.said?.bins.slice(0, 2)).toEqual([1, 1]);
  expect(tally.lengths.Good?.said?.bins.at(-1)).toBe(1);
});

test('tallies of shards add up to the tally of the whole, and the parts stay as they were', () => {
  const whole = emptyTally(2);
  const parts = ROWS.map((row) => tallyOf([row]));
  const before = structuredClone(parts);
  for (const part of parts) addTally(whole, part);
  expect(whole).toEqual(tallyOf(ROWS));
  expect(parts).toEqual(before);
});
