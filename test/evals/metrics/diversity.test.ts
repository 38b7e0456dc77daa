import { describe, expect, test } from 'vitest';
import { measure } from './measure.ts';

test('n-gram diversity of "a b a b": 2/4 + 2/3 + 2/2 + 1/1', async () => {
  expect(await measure('ngram-diversity', ['a b a b'])).toBeCloseTo(2 / 4 + 2 / 3 + 2, 9);
});

test('no n-gram crosses two texts: 2/4 words + 1/2 pairs, and nothing longer', async () => {
  expect(await measure('ngram-diversity', ['a b', 'a b'])).toBeNaN();
  expect(await measure('ngram-diversity', ['a b', 'a b', 'c d e f'])).toBeCloseTo(6 / 8 + 4 / 5 + 1 + 1, 9);
});

describe('the Vendi score per text', () => {
  test('equal texts are one text', async () => {
    expect(
      await measure(
        'vendi',
        Array.from({ length: 4 }, () => 'a b c d e'),
      ),
    ).toBeCloseTo(1 / 4, 9);
  });

  test('unlike texts are all different', async () => {
    expect(await measure('vendi', ['a b c d', 'e f g h', 'i j k l'])).toBeCloseTo(1, 9);
  });

  test('two groups of two are two texts', async () => {
    expect(await measure('vendi', ['a b c d', 'e f g h', 'a b c d', 'e f g h'])).toBeCloseTo(0.5, 9);
  });

  test('"a b" and "a c" have a cosine of 1/2 in words, 0 in pairs and no more: eigenvalues (1 +- 1/8) / 2', async () => {
    const [high, low] = [9 / 16, 7 / 16];
    const entropy = -(high * Math.log(high) + low * Math.log(low));
    expect(await measure('vendi', ['a b', 'a c'])).toBeCloseTo(Math.exp(entropy) / 2, 9);
  });
});
