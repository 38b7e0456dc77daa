import { expect, test } from 'vitest';
import { openStream, pickAt } from '../../src/core/random.ts';
import { findNearDuplicates, shingleSimilarity } from '../../src/language/near-duplicates.ts';

const partners = (texts: readonly string[]) => [...findNearDuplicates(texts)];

test('similarity is shared shingles over all: 4 of 8, 3 of 7', () => {
  expect(shingleSimilarity('a b c d e f g h i j', 'a b c d e f g h x y')).toBe(4 / 8);
  expect(shingleSimilarity('a b c d e f g h i', 'A, b c d e f g. x y')).toBe(3 / 7);
  expect(shingleSimilarity('', '')).toBe(0);
});

test('half of the shingles is enough, less is not', () => {
  expect(partners(['a b c d e f g h i j', 'q r s t u', 'a b c d e f g h x y'])).toEqual([2, -1, 0]);
  expect(partners(['a b c d e f g h i', 'a b c d e f g x y'])).toEqual([-1, -1]);
});

test('short texts are compared whole, empty ones not at all', () => {
  expect(partners(['see above', 'See above!', 'see', '', ''])).toEqual([1, 0, -1, -1, -1]);
});

test('a shingle that comes back in a text counts once', () => {
  expect(shingleSimilarity('a a a a a a a a', 'a a a a a')).toBe(1);
});

test('of 400 pairs with some words changed, all but 2 in 100 of the near ones are found, and no other', () => {
  const stream = openStream('test');
  const word = (node: number) => `w${pickAt(stream, node, 5000)}`;
  const originals = Array.from({ length: 400 }, (_, i) => Array.from({ length: 40 }, (_, j) => word(i * 1000 + j)));
  const copies = originals.map((words, i) => {
    const changed = [...words];
    for (let k = 0; k < i % 5; k++) changed[pickAt(stream, i * 1000 + 500 + k, 40)] = 'changed';
    return changed;
  });
  const texts = [...originals, ...copies].map((words) => words.join(' '));
  const similar = originals.map((_, i) => shingleSimilarity(texts[i] as string, texts[i + 400] as string) >= 0.5);
  const found = partners(texts);
  const near = similar.flatMap((isNear, i) => (isNear ? [i] : []));
  expect(near.length).toBeGreaterThan(150);
  expect(near.length).toBeLessThan(350);
  expect(near.filter((i) => found[i] === i + 400).length).toBeGreaterThanOrEqual(0.98 * near.length);
  expect(found.filter((partner, i) => partner !== -1 && !similar[i % 400])).toEqual([]);
});

test('thousands of texts with the same opening do not hide a pair', () => {
  const opening = 'the thing that i would change first is that';
  const texts = Array.from(
    { length: 3000 },
    (_, i) => `${opening} ${Array.from({ length: 12 }, (_, j) => `v${i}x${j}`).join(' ')}`,
  );
  texts.push(`${texts[1500]} again`);
  const found = partners(texts);
  expect(found[1500]).toBe(3000);
  expect(found.filter((partner) => partner !== -1)).toHaveLength(2);
});
