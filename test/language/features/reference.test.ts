import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROFILES } from '../../../src/language/analyse.ts';
import { REFERENCE_FEATURES } from '../../../src/language/features/reference.ts';
import { readWordLists } from '../../../src/runtime/features/read-lists.ts';
import { openExtractor } from '../../../src/stages/extract.ts';

/** Counted by hand, see scripts/reference/feature_values.py. */
const CASES = JSON.parse(readFileSync('test/fixtures/reference-features.json', 'utf8')) as readonly {
  readonly text: string;
  readonly features: Readonly<Record<string, number>>;
}[];
/** The hand counted words as a tagger should; compromise is a third opinion that is allowed to differ. */
const HAND_COUNTED = PROFILES.filter((profile) => profile !== 'deep');
const NAMES = `empathy_markers problem_solving_language perseverance_indicators social_processes cognitive_processes
  positive_sentiment negative_sentiment avg_sentence_length syntactic_complexity word_count unique_word_count noun_count
  verb_count adj_count adv_count readability_score`.split(/\s+/);

test('there are 16 of them, named and ordered as in the reference file', () => {
  expect(REFERENCE_FEATURES.map(({ name }) => name)).toEqual(NAMES);
  expect(CASES).toHaveLength(30);
});

describe.each(HAND_COUNTED)('%s', async (profile) => {
  const { extract } = await openExtractor({ lists: readWordLists(), features: REFERENCE_FEATURES, profile });
  test.each(CASES)('$text has the values that were counted by hand', ({ text, features }) => {
    const values = extract(text);
    const rounded = NAMES.map((name, i) => [name, Number((values[i] as number).toFixed(3))]);
    expect(Object.fromEntries(rounded)).toEqual(
      Object.fromEntries(NAMES.map((name) => [name, Number((features[name] as number).toFixed(3))])),
    );
  });
});

test('none is constant', async () => {
  for (const name of NAMES) expect(new Set(CASES.map(({ features }) => features[name])).size).toBeGreaterThan(1);
});
