import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { topShare } from '../../../src/evals/metrics/parts-of-speech.ts';
import { measure } from './measure.ts';

test('the tags of each text stand on a line, joined by spaces', async () => {
  const lines = 'PRON VERB PUNCT\nPRON VERB PUNCT';
  const expected = lines.length / gzipSync(lines, { level: 9 }).length;
  expect(await measure('compression-ratio-pos', ['She sings.', 'He cooks.'])).toBeCloseTo(expected, 9);
});

test('the 100 most frequent 6-grams of 151: 50 uses of one and 99 of the others, of 200', () => {
  const rare = Array.from({ length: 150 }, (_, i) => ['A', 'B', 'C', 'D', 'E', `${i}`]);
  const frequent = Array.from({ length: 50 }, () => ['A', 'A', 'A', 'A', 'A', 'A']);
  expect(topShare([...rare, ...frequent])).toBe(149 / 200);
});

test('a text of fewer than six tags has no 6-gram', async () => {
  expect(topShare([['A', 'B', 'C', 'D', 'E']])).toBeNaN();
  expect(await measure('pos-6gram-top100', ['I went home and slept.', 'She sings.'])).toBe(1);
});
