import { expect, test } from 'vitest';
import { openBorder } from '../../../src/packs/workplace/border.ts';
import { readFacts } from '../../../src/packs/workplace/data.ts';
import { loadPack } from '../../../src/runtime/load-pack.ts';

const facts = readFacts(loadPack('workplace').data);
const all = Object.keys(facts.likert.bands);
const toldAs = openBorder(facts, all);
const SURE = 0;

test.each([
  ['the upper edge of Crisis', 'Crisis', 44, 'At_Risk'],
  ['the lower edge of Safe', 'Safe', 67, 'Mixed'],
  ['the upper edge of Safe', 'Safe', 77, 'Thriving'],
  ['the middle of Mixed', 'Mixed', 61, 'Mixed'],
  ['the end of the scale', 'Thriving', 88, 'Thriving'],
  ['the start of the scale', 'Crisis', 22, 'Crisis'],
])('%s', (_, tier, sum, expected) => {
  expect(toldAs(tier, sum / 22, SURE)).toBe(expected);
});

test('most people at a border use the words of their own tier', () => {
  expect(toldAs('Safe', 67 / 22, facts.likert.border.share)).toBe('Safe');
});

test('a tier that the run does not have lends no words', () => {
  expect(openBorder(facts, ['Crisis'])('Crisis', 44 / 22, SURE)).toBe('Crisis');
});
