import { expect, test } from 'vitest';
import { renderTable, wrap } from '../../src/cli/print.ts';
import { renderBar, timeLeft } from '../../src/cli/progress.ts';

test('the bar fits its terminal, and goes where it does not', () => {
  expect(renderBar(0.5, '50 of 100 rows', 80)).toBe(`${'█'.repeat(14)}${'░'.repeat(14)} 50 of 100 rows`);
  expect(renderBar(1, 'done', 80)).toBe(`${'█'.repeat(28)} done`);
  expect(renderBar(0.5, '50 of 100 rows', 40)).toBe('50 of 100 rows');
  expect(renderBar(0.5, '50 of 100 rows', 10)).toBe('50 of 100');
});

test.each([
  [0.2, ', 1 s left'],
  [59.4, ', 1 min 0 s left'],
  [119.7, ', 2 min 0 s left'],
  [3600, ', 1 h 0 min left'],
  [Number.POSITIVE_INFINITY, ''],
  [Number.NaN, ''],
])('%d seconds are told as "%s"', (seconds, text) => {
  expect(timeLeft(seconds)).toBe(text);
});

test('cells are set in columns, and long lines wrapped', () => {
  expect(
    renderTable([
      ['split', 'rows'],
      ['train', 8000],
      ['test', 50],
    ]),
  ).toBe('split   rows\ntrain  8,000\ntest      50');
  expect(wrap('one two three', 9, '  ')).toBe('  one two\n  three');
});
