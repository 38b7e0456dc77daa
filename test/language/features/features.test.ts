import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROFILES } from '../../../src/language/analyse.ts';
import { FEATURES, featuresOf } from '../../../src/language/features/features.ts';
import { readWordLists } from '../../../src/runtime/features/read-lists.ts';
import { openExtractor } from '../../../src/stages/extract.ts';
import { CASES } from './cases.ts';

const lists = readWordLists();
const { extract } = await openExtractor({ lists, features: FEATURES, profile: 'balanced' });
const measure = (name: string, text: string) => extract(text)[FEATURES.findIndex((feature) => feature.name === name)];

test('every feature has a case, and every case a feature', () => {
  const cased = FEATURES.filter(({ set }) => set !== 'reference').map(({ name }) => name);
  expect(Object.keys(CASES).sort()).toEqual([...cased].sort());
});

test('names are unique, in snake case, and every feature says what it is, where it comes from and what it can be', () => {
  expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length);
  for (const { name, description, source, range } of FEATURES) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(description.length).toBeGreaterThan(4);
    expect(source.length).toBeGreaterThan(3);
    expect(range[1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(range[0]);
  }
});

test('the sets have 16, 16 and the rest', () => {
  expect(featuresOf(['reference'])).toHaveLength(16);
  expect(featuresOf(['core'])).toHaveLength(16);
  expect(featuresOf(['all'])).toEqual(FEATURES);
  expect(
    featuresOf(['mtld', 'core', 'mtld'])
      .map(({ name }) => name)
      .slice(0, 2),
  ).toEqual(['mtld', 'noun_ratio']);
  expect(() => featuresOf(['flesh_reading_ease'])).toThrow(
    expect.objectContaining({ hint: "did you mean 'flesch_reading_ease'?" }),
  );
});

describe.each(Object.entries(CASES))('%s', (name, cases) => {
  test.each(cases)('of %j is %d', (text, value) =>
    expect(measure(name, text)).toBeCloseTo(value, name === 'emotion_density' ? 3 : 4),
  );
});

test('wink tells good from bad', () => {
  expect(measure('wink_sentiment', 'I love this wonderful day.')).toBeGreaterThan(0);
  expect(measure('wink_sentiment', 'I hate this awful day.')).toBeLessThan(0);
});

const ODD = [
  '',
  ' \n\t ',
  'constructor',
  '__proto__ toString hasOwnProperty valueOf',
  '\u{1f600}\u{1f44d}\u{1f3fd}',
  'a'.repeat(3000),
  'A'.repeat(3000),
  '!'.repeat(500),
  '...',
  '\u0000\u0001',
  '\ud800',
  'Привет, как дела?',
  '今日はとても良い天気です。'.repeat(50),
  "n't 's 'll",
  '1e999 -0 NaN Infinity',
  'no\rline\r\nends\n\n\nhere',
];

describe.each(PROFILES)('in the %s profile', async (profile) => {
  const extractor = await openExtractor({ lists, features: FEATURES, profile });
  const outside = (text: string) => {
    const values = extractor.extract(text);
    return FEATURES.flatMap(({ name, range: [least, most] }, i) => {
      const value = values[i] as number;
      const inside = Number.isFinite(value) && value >= least && value <= (most ?? Number.POSITIVE_INFINITY);
      return inside ? [] : [`${name} = ${value}`];
    });
  };
  test.each(ODD)('every value of %j is finite and in its range', (text) => expect(outside(text)).toEqual([]));

  test('and of any text', () => {
    const words = fc.constantFrom(
      'the',
      'I',
      "don't",
      'friend,',
      'GREAT',
      '3.5',
      '(',
      '\u{1f600}',
      'sad.',
      '?!',
      '\n',
      'café',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(outside(text)).toEqual([]);
      }),
      { numRuns: profile === 'deep' ? 50 : 300 },
    );
  });

  test('an empty text is 0 throughout, but for readability', () => {
    const values = extractor.extract('');
    FEATURES.forEach(({ name }, i) => {
      expect([name, values[i]]).toEqual([name, /^readability_score$|^flesch_reading_ease$/.test(name) ? 50 : 0]);
    });
  });
});
