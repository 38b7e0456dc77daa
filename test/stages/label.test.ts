import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/record.ts';
import type { Pack, Sample } from '../../src/packs/pack.ts';
import { openHeuristic, openLabel } from '../../src/stages/label.ts';
import type { TextModel } from '../../src/statistics/text-model.ts';

const CATEGORIES: TextModel = {
  kind: 'categories',
  outputs: ['low', 'high'],
  terms: ['bad', 'good'],
  inverseFrequency: [1, 1],
  weights: [
    [Math.log(9), 0],
    [0, Math.log(4)],
  ],
  intercepts: [0, 0],
};
const NUMBERS: TextModel = {
  ...CATEGORIES,
  kind: 'numbers',
  outputs: ['first', 'second'],
  weights: [
    [-0.2, 0.3],
    [0.12345, 0],
  ],
  intercepts: [0.5, 0.5],
  range: [0, 1],
};

describe('the heuristic', () => {
  test('names the likeliest category with its probability and what speaks for it', () => {
    const read = openHeuristic(CATEGORIES);
    expect(read(['Bad.'])).toEqual([{ value: 'low', confidence: 0.9, rationale: '+bad' }]);
    expect(read(['So GOOD'])).toEqual([{ value: 'high', confidence: 0.8, rationale: '+good' }]);
  });

  test('reads several texts of a row as one', () => {
    const [label] = openHeuristic(CATEGORIES)(['good', 'bad']);
    // Each term has the share 1 / root of 2.
    const odds = Math.exp((Math.log(9) - Math.log(4)) / Math.SQRT2);
    expect(label).toEqual({
      value: 'low',
      confidence: Math.round((odds / (1 + odds)) * 1000) / 1000,
      rationale: '+bad +good',
    });
  });

  test('gives a number for each output, to three decimals, with the share of known words', () => {
    expect(openHeuristic(NUMBERS)(['bad bad thing'])).toEqual([
      { value: 0.3, confidence: 0.667, rationale: '-bad' },
      { value: 0.623, confidence: 0.667, rationale: '+bad' },
    ]);
  });
});

describe('the stage', () => {
  const pack = {
    labels: ['first', 'second'],
    texts: [{ column: 'said', question: 'q' }],
    table: {
      name: 't',
      columns: ['id', 'said', 'first', 'second'].map((name) => ({ name, type: 'string', description: '' })),
    },
  } as unknown as Pack;
  const sample = { labels: [0.1, 0.2] } as unknown as Sample;
  const labelled = (labeler: 'truth' | 'heuristic' | 'none', from: Cell[], of: Partial<Sample> = sample) => {
    openLabel(pack, labeler, NUMBERS)(from, of as Sample);
    return from;
  };

  test('takes the truth from the sample', () => {
    expect(labelled('truth', ['a', 'bad', null, null])).toEqual(['a', 'bad', 0.1, 0.2]);
  });

  test('leaves a truth that stands in the row as it is', () => {
    expect(labelled('truth', ['a', 'bad', 0.7, 0.8], {})).toEqual(['a', 'bad', 0.7, 0.8]);
  });

  test('has the heuristic read the text and nothing else', () => {
    expect(labelled('heuristic', ['a', 'bad', 0.9, 0.9])).toEqual(['a', 'bad', 0.3, 0.623]);
  });

  test('empties the labels where nobody labels', () => {
    expect(labelled('none', ['a', 'bad', 0.7, 0.8])).toEqual(['a', 'bad', null, null]);
  });
});
