import { expect, test } from 'vitest';
import { judgeFigure, keepsTo, worstOf } from '../../src/evals/judge.ts';
import type { Gate } from '../../src/evals/suite.ts';

const gate = (rest: Partial<Gate>): Gate => ({ metric: 'm', per: 'cell', severity: 'error', seeds: 'all', ...rest });

test.each([
  ['<=', 3, 3, true],
  ['<=', 3, 3.01, false],
  ['>=', 3, 3, true],
  ['>=', 3, 2.99, false],
  ['between', [60, 110], 60, true],
  ['between', [60, 110], 110, true],
  ['between', [60, 110], 59.9, false],
  ['between', [60, 110], 110.1, false],
] as const)('%s %j holds for %d: %s', (op, bound, value, holds) => {
  expect(keepsTo(op, bound, value)).toBe(holds);
});

test('a figure passes only where every seed does, and shows its worst seed', () => {
  expect(judgeFigure(gate({ op: '<=', must: 3, aim: 2 }), 'a', 'x', [1, 2, 3])).toEqual({
    column: 'a',
    cell: 'x',
    values: [1, 2, 3],
    mean: 2,
    worst: 3,
    passed: true,
    aimReached: false,
  });
  expect(judgeFigure(gate({ op: '>=', must: 3, aim: 4 }), 'a', 'x', [5, 2])).toMatchObject({
    worst: 2,
    passed: false,
    aimReached: false,
  });
  expect(judgeFigure(gate({ op: 'between', must: [60, 110] }), 'a', 'x', [62, 100, 80]).worst).toBe(62);
});

test('what cannot be told neither passes nor fails', () => {
  expect(judgeFigure(gate({ op: '<=', must: 3 }), 'a', '', [Number.NaN])).toMatchObject({
    values: [null],
    mean: null,
    worst: null,
    passed: null,
  });
  expect(judgeFigure(gate({ op: '<=', must: 3 }), 'a', '', [Number.NaN, 4])).toMatchObject({ mean: 4, passed: false });
});

test('the worst figure is the one furthest to the wrong side', () => {
  const figures = (op: Gate, values: readonly number[]) => values.map((value) => judgeFigure(op, 'a', '', [value]));
  const low = gate({ op: '>=', must: 2 });
  const band = gate({ op: 'between', must: [10, 20] });
  expect(worstOf(low, figures(low, [5, 3, 4]))).toBe(1);
  expect(worstOf(band, figures(band, [12, 15, 21, 8]))).toBe(3);
  expect(worstOf(gate({}), figures(gate({}), [1, 9, 4]))).toBe(1);
  expect(worstOf(low, figures(low, [Number.NaN]))).toBe(-1);
});
