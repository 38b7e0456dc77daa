import { describe, expect, test } from 'vitest';
import { measure } from './measure.ts';

describe('MTLD', () => {
  test('a ratio of 4/6 ends a stretch; three new words behind it add nothing: 9 words, one stretch either way', async () => {
    expect(await measure('mtld', ['Of the people, by the people, for the people.'])).toBeCloseTo(9, 9);
  });

  test('the rest counts by its way to .72: 4/5 is .2/.28 of a stretch', async () => {
    expect(await measure('mtld', ['a b c d a'])).toBeCloseTo(5 / (0.2 / 0.28), 9);
  });

  test('the two directions are averaged: one stretch and .25/.28 of one forward, one backward', async () => {
    expect(await measure('mtld', ['a a', 'b c d b'])).toBeCloseTo((6 / (1 + 0.25 / 0.28) + 6 / 1) / 2, 9);
  });

  test('texts stand one behind another', async () => {
    expect(await measure('mtld', ['a', 'a', 'a', 'a'])).toBe(2);
  });

  test('words that all differ have no stretch', async () => expect(await measure('mtld', ['a b c'])).toBeNaN());
});

describe('HD-D', () => {
  const letters = (word: string, times: number) => Array.from({ length: times }, () => word).join(' ');

  test('42 different words are all drawn', async () => {
    expect(await measure('hd-d', [Array.from({ length: 42 }, (_, i) => `w${i}`).join(' ')])).toBeCloseTo(1, 9);
  });

  test('a single type is one of 42', async () => {
    expect(await measure('hd-d', [letters('a', 84)])).toBeCloseTo(1 / 42, 9);
  });

  test('one word among 42 others is drawn 42 times of 43', async () => {
    expect(await measure('hd-d', [`b ${letters('a', 42)}`])).toBeCloseTo((1 + 42 / 43) / 42, 9);
  });

  test('two of 44 words are missed with 2/44 x 1/43', async () => {
    expect(await measure('hd-d', [`b b ${letters('a', 42)}`])).toBeCloseTo((2 - (2 / 44) * (1 / 43)) / 42, 9);
  });

  test('fewer than 42 words say nothing', async () => expect(await measure('hd-d', ['a b c'])).toBeNaN());
});
