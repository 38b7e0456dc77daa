import { expect, test } from 'vitest';
import { featuresOf } from '../../src/language/features/features.ts';
import { readWordLists } from '../../src/runtime/features/read-lists.ts';
import { openExtractor } from '../../src/stages/extract.ts';

const lists = readWordLists();

test('columns and values stand in the order asked for', async () => {
  const extractor = await openExtractor({ lists, features: featuresOf(['n_tokens', 'noun_ratio']), profile: 'fast' });
  expect(extractor.columns).toMatchObject([
    { name: 'n_tokens', type: 'integer', minimum: 0 },
    { name: 'noun_ratio', type: 'number', minimum: 0, maximum: 1 },
  ]);
  expect(extractor.extract('The red car stopped.')).toEqual([4, 1 / 4]);
  expect(extractor.read('Das ist ein sehr schöner Tag.')).toMatchObject({ language: 'other' });
});

test('a value does not depend on the texts before it', async () => {
  const features = featuresOf(['all']);
  const texts = [
    'I helped my friend.',
    'WHY?! I can\u2019t...',
    'constructor',
    '',
    'We tried. We failed. We tried again, happily.',
  ];
  const first = await openExtractor({ lists, features, profile: 'balanced' });
  const second = await openExtractor({ lists, features, profile: 'balanced' });
  const forward = texts.map((text) => first.extract(text));
  const backward = texts.toReversed().map((text) => second.extract(text));
  expect(forward).toEqual(backward.toReversed());
});

test('Brill has a say on adjectives alone', async () => {
  const features = featuresOf(['core', 'reference']);
  const fast = await openExtractor({ lists, features, profile: 'fast' });
  const balanced = await openExtractor({ lists, features, profile: 'balanced' });
  // Brill's takes "real" for an adjective, wink for an adverb.
  const text = 'It was real slow.';
  const differing = features
    .filter((_, i) => fast.extract(text)[i] !== balanced.extract(text)[i])
    .map(({ name }) => name);
  expect(differing).toContain('adj_ratio');
  expect(differing.filter((name) => !name.startsWith('adj_'))).toEqual([]);
});

test('a feature without its word list is refused', async () => {
  const { hedges: _, ...rest } = lists;
  await expect(openExtractor({ lists: rest, features: featuresOf(['hedges']), profile: 'fast' })).rejects.toMatchObject(
    {
      code: 'unknown-list',
    },
  );
});
