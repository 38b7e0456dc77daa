import { expect, test } from 'vitest';
import { wornOut } from '../../../src/evals/worn-out.ts';
import { measure } from './measure.ts';

test('the lists are long enough and no phrase is one word', () => {
  const { words, phrases } = wornOut();
  expect(words.size).toBeGreaterThanOrEqual(60);
  const all = [...phrases.values()].flat();
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(all.filter((phrase) => phrase.length < 2)).toEqual([]);
  expect(new Set(all.map((phrase) => phrase.join(' '))).size).toBe(all.length);
});

test('two of seven words', async () => {
  expect(await measure('worn-out-words', ['I delve into a Tapestry', 'of words'])).toBeCloseTo(2000 / 7, 9);
});

test('two phrases in 12 words; none across two sentences', async () => {
  const texts = ['It was a testament to us.', 'I couldn\u2019t help but laugh.', 'A testament. To.'];
  expect(await measure('worn-out-phrases', texts)).toBeCloseTo(2000 / 14, 9);
});

test('em dashes and double hyphens, not hyphens, en dashes or a line of hyphens', async () => {
  expect(
    await measure('em-dashes', ['It was \u2014 I think \u2014 fine', 'yes -- no', 'a-b 3\u20134 ---']),
  ).toBeCloseTo(3000 / 10, 9);
});

test('what people write has none of it', async () => {
  const texts = [
    'We were two short all of August and nobody asked if we could manage. I stopped taking lunch.',
    'my manager forgot my review. twice. ok',
    'Good people, bad software. I would stay if they fixed the parking.',
  ];
  expect(await measure('worn-out-words', texts)).toBe(0);
  expect(await measure('worn-out-phrases', texts)).toBe(0);
});
