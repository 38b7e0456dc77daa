import { expect, test } from 'vitest';
import {
  formatChange,
  formatGate,
  formatHuman,
  formatPlace,
  formatRange,
  formatTitle,
  formatValue,
  largestChange,
} from '../../src/evals/format-value.ts';
import type { Figure } from '../../src/evals/result.ts';

test.each([
  [2.857, 'ratio', '2.86'],
  [0.9847, 'ratio', '0.985'],
  [110.4, 'ratio', '110'],
  [0.041, 'share', '4.1%'],
  [0.00123, 'share', '0.12%'],
  [0.00002, 'share', '0.002%'],
  [0, 'share', '0%'],
  [1, 'share', '100%'],
  [12345, 'count', '12,345'],
  [1.25, 'count', '1.3'],
  [0.444, 'per-1k', '0.44'],
  [3.806, 'per-100', '3.81'],
  [1, 'yes-no', 'yes'],
  [0, 'yes-no', 'no'],
  [null, 'ratio', '-'],
] as const)('%s as %s is %s', (value, unit, text) => {
  expect(formatValue(value, unit)).toBe(text);
});

test('gates and bands are written as their author did', () => {
  expect(formatGate('<=', 0.001, 'share')).toBe('<= 0.1%');
  expect(formatGate('>=', 0.985, 'ratio')).toBe('>= 0.985');
  expect(formatGate('between', [0.07, 0.15], 'share')).toBe('7% to 15%');
  expect(formatGate('>=', 1, 'yes-no')).toBe('yes');
  expect(formatGate(undefined, undefined, 'ratio')).toBe('-');
  expect(formatHuman([{ title: 'people', low: 2.56, high: 2.86 }], 'ratio')).toBe('2.56 to 2.86');
  expect(formatHuman([{ title: 'people', low: 0.001, high: 0.001 }], 'share')).toBe('0.1%');
  expect(formatHuman([], 'ratio')).toBe('-');
});

const figure = (mean: number, rest: Partial<Figure> = {}): Figure => ({
  column: 'a',
  cell: '',
  values: [mean],
  mean,
  worst: mean,
  passed: true,
  aimReached: null,
  ...rest,
});

test('ranges, places and changes', () => {
  expect(formatRange([figure(2), figure(3.5)], 'ratio')).toBe('2.00 to 3.50');
  expect(formatRange([figure(2)], 'ratio')).toBe('-');
  expect(formatPlace({ column: 'together', cell: '' })).toBe('all texts');
  expect(formatPlace({ column: 'q24_text', cell: 'Healthcare, Crisis' })).toBe('q24_text, Healthcare, Crisis');
  expect(formatPlace({ column: '', cell: '' })).toBe('-');
  expect(formatChange({})).toBe('-');
  expect(formatChange({ change: -1.24 })).toBe('-1.2');
  expect(formatChange({ change: 4, regressed: true })).toBe('worse 4.0');
});

test('a gate with a value for each of something says so', () => {
  expect(formatTitle({ title: 'like' })).toBe('like');
  expect(formatTitle({ title: 'like', by: 'grade' })).toBe('like, by grade');
});

test('of several changes a regression is shown, else the largest', () => {
  const figures = [figure(1, { change: 2 }), figure(1, { change: -9 }), figure(1, { change: 3.5, regressed: true })];
  expect(largestChange({ figures })).toMatchObject({ change: 3.5 });
  expect(largestChange({ figures: figures.slice(0, 2) })).toMatchObject({ change: -9 });
  expect(largestChange({ figures: [figure(1)] })).toEqual({});
});
