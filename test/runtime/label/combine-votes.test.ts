import { describe, expect, test } from 'vitest';
import type { Column } from '../../../src/core/record.ts';
import { combineVotes } from '../../../src/runtime/label/combine-votes.ts';

const TIER: readonly Column[] = [{ name: 'tier', type: 'string', enum: ['a', 'b', 'c'], description: '' }];
const SCORES: readonly Column[] = ['x', 'y'].map((name) => ({
  name,
  type: 'number',
  description: '',
  minimum: 0,
  maximum: 2,
}));
const says = (value: string, confidence = 0.5) => ({
  values: [value],
  confidence,
  reason: `${value} at ${confidence}`,
});
const scores = (...values: number[]) => ({ values, confidence: 0.4, reason: 'so' });

describe('categories', () => {
  test('one vote keeps the confidence that was stated', () => {
    expect(combineVotes([says('b', 0.7)], 1, TIER)).toEqual([{ value: 'b', confidence: 0.7, rationale: 'b at 0.7' }]);
  });

  test('most votes win, with their share as the confidence and the first reason among them', () => {
    expect(combineVotes([says('a', 0.99), says('c', 0.1), says('c', 0.2)], 3, TIER)).toEqual([
      { value: 'c', confidence: 0.667, rationale: 'c at 0.1' },
    ]);
  });

  test('of equal counts the one stated with more confidence wins, then the first of the column', () => {
    expect(combineVotes([says('a', 0.3), says('b', 0.6)], 2, TIER)[0]).toMatchObject({ value: 'b', confidence: 0.5 });
    expect(combineVotes([says('c'), says('b')], 2, TIER)[0]).toMatchObject({ value: 'b', confidence: 0.5 });
  });

  test('a vote that was not given counts against the confidence', () => {
    expect(combineVotes([says('a', 1)], 4, TIER)[0]).toMatchObject({ value: 'a', confidence: 0.25 });
  });
});

describe('numbers', () => {
  test('one vote keeps value and confidence', () => {
    expect(combineVotes([scores(0.25, 1)], 1, SCORES)).toEqual([
      { value: 0.25, confidence: 0.4, rationale: 'so' },
      { value: 1, confidence: 0.4, rationale: 'so' },
    ]);
  });

  test('the mean counts, and the spread over the range of the column lowers the confidence', () => {
    expect(combineVotes([scores(0.5, 1), scores(0.7, 1), scores(1, 1)], 3, SCORES)).toMatchObject([
      { value: 0.733, confidence: 0.75 },
      { value: 1, confidence: 1 },
    ]);
  });

  test('a vote that was not given counts against the confidence', () => {
    expect(combineVotes([scores(1, 1), scores(1, 1)], 3, SCORES)[0]).toMatchObject({ value: 1, confidence: 0.667 });
  });
});
