import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestName, nearHint } from '../../src/core/nearest-name.ts';

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['cuont', 'count', 1],
  ['worplace', 'workplace', 1],
] as const)('from "%s" to "%s" takes %i edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
});

test('the distance is the same both ways and never more than the longer word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance === 0).toBe(a === b);
    }),
  );
});

test.each([
  ['wrokplace', 'workplace'],
  ['CSV', 'csv'],
  ['parkuet', 'parquet'],
  ['zebra', undefined],
  ['', undefined],
] as const)('"%s" was meant to be %s', (name, meant) => {
  expect(nearestName(name, ['workplace', 'csv', 'jsonl', 'parquet'])).toBe(meant);
});

test('the hint names the near one, or else all there are, from candidates that can be read only once', () => {
  const kinds = new Map([
    ['csv', 1],
    ['jsonl', 2],
  ]);
  expect(nearHint('cvs', kinds.keys())).toBe("did you mean 'csv'?");
  expect(nearHint('zebra', kinds.keys())).toBe('use one of: csv, jsonl');
  expect(nearHint('zebra', kinds.keys(), 'leave it out')).toBe('leave it out');
});
