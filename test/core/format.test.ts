import { expect, test } from 'vitest';
import { formatBytes, formatCount, plural } from '../../src/core/format.ts';

test('counts have commas between thousands, other numbers stay as they are', () => {
  expect([0, 999, 1000, 1_234_567, -1000, 0.25, 1234.5678].map(formatCount)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-1,000',
    '0.25',
    '1234.5678',
  ]);
});

test('a noun is in the plural where it is not one', () => {
  expect([plural(1, 'row'), plural(2000, 'row'), plural(0, 'row is', 'rows are')]).toEqual([
    '1 row',
    '2,000 rows',
    '0 rows are',
  ]);
});

test('a size is told in the largest unit that it fills', () => {
  expect([0, 999, 1000, 1_234_567, 5e15].map(formatBytes)).toEqual(['0 B', '999 B', '1.0 kB', '1.2 MB', '5000.0 TB']);
});
