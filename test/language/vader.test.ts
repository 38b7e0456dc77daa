import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scoreSentiment, scoreVader } from '../../src/language/vader.ts';

/** Sentences with the values of vaderSentiment 3.3.2: compound to four digits, shares to three. */
const REFERENCE: [text: string, compound: number, positive: number, negative: number, neutral: number][] = JSON.parse(
  readFileSync('test/language/vader-reference.json', 'utf8'),
);

describe('agrees with vaderSentiment 3.3.2', () => {
  test.each(REFERENCE)('%s', (text, compound, positive, negative, neutral) => {
    const score = scoreVader(text);
    expect(Math.abs(score.compound - compound)).toBeLessThan(0.000051);
    expect(Math.abs(score.positive - positive)).toBeLessThan(0.00051);
    expect(Math.abs(score.negative - negative)).toBeLessThan(0.00051);
    expect(Math.abs(score.neutral - neutral)).toBeLessThan(0.00051);
  });
});

test('one word of the lexicon: 1.9 / sqrt(1.9² + 15), and 2.9 of 3.9 parts', () => {
  const score = scoreVader('good today');
  expect(score.compound).toBeCloseTo(1.9 / Math.sqrt(1.9 ** 2 + 15), 12);
  expect(score.positive).toBeCloseTo(2.9 / 3.9, 12);
  expect(score.neutral).toBeCloseTo(1 / 3.9, 12);
  expect(score.negative).toBe(0);
});

test('a curly apostrophe counts as a straight one', () => {
  expect(scoreVader('It wasn\u2019t good.')).toEqual(scoreVader("It wasn't good."));
  expect(scoreVader('It wasn\u2019t good.').compound).toBeLessThan(0);
});

test('nothing to read gives 0', () => {
  for (const text of ['', '  \n ']) {
    expect(scoreVader(text)).toEqual({ compound: 0, positive: 0, negative: 0, neutral: 0 });
    expect(scoreSentiment(text).compound).toBe(0);
  }
});

describe('an answer', () => {
  const good = `${'The day went on as it does. '.repeat(6)}It was good.`;

  test('of at least 2 sentences and 150 characters is the mean of its sentences', () => {
    expect(good.length).toBeGreaterThanOrEqual(150);
    expect(scoreSentiment(good).compound).toBeCloseTo(scoreVader('It was good.').compound / 7, 12);
    expect(scoreSentiment(good).neutral).toBeCloseTo((6 + scoreVader('It was good.').neutral) / 7, 12);
  });

  test('that is shorter, or one sentence, is taken whole', () => {
    const short = good.slice(-149);
    expect(scoreSentiment(short)).toEqual(scoreVader(short));
    const single = good.replaceAll('. ', ', ');
    expect(scoreSentiment(single)).toEqual(scoreVader(single));
  });

  test('takes sentences that were split before', () => {
    expect(scoreSentiment(good, ['It was good.', 'It was bad.']).compound).toBeCloseTo(
      (scoreVader('It was good.').compound + scoreVader('It was bad.').compound) / 2,
      12,
    );
  });
});
