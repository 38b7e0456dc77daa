import { describe, expect, test } from 'vitest';
import { openRealizer, realizeAll } from './tiny-pack.ts';

/** Every telling of a value. */
const tellings = (value: string) => realizeAll('{x}.', { facts: { x: [value] } }, 600);

describe('a closing tag', () => {
  test('may be left out, with its comma', () => {
    expect(tellings('they told me [twice|once], [over lunch|kindly]')).toEqual([
      'They told me once, kindly.',
      'They told me once, over lunch.',
      'They told me once.',
      'They told me twice, kindly.',
      'They told me twice, over lunch.',
      'They told me twice.',
    ]);
  });

  test('is told in one telling of three, and an optional one no oftener', () => {
    for (const value of ['we ate, [late|at last|with them]', 'we ate[, late|, at last|, with them|]']) {
      const tell = openRealizer('{x}.', { facts: { x: [value] } });
      const told = Array.from({ length: 900 }, (_, seed) => tell(seed));
      expect(told.filter((text) => text !== 'We ate.').length / 900).toBeCloseTo(1 / 3, 1);
      expect(new Set(told).size).toBe(4);
    }
  });

  test('keeps its place where it is a clause', () => {
    expect(tellings('they told me, [and I left|but nobody heard|which hurt|I laughed]')).toHaveLength(4);
  });

  test('is kept where the main clause may stand behind the comma', () => {
    expect(tellings('when it is quiet, [coffee helps|naps help]')).toEqual([
      'When it is quiet, coffee helps.',
      'When it is quiet, naps help.',
    ]);
  });
});
