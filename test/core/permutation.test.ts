import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factorsFor, openCountPermutation, openPermutation } from '../../src/core/permutation.ts';
import { openStream } from '../../src/core/random.ts';

const FACTORS = [
  [1, 1],
  [1, 7],
  [7, 1],
  [2, 2],
  [12, 12],
  [3, 1000],
  [1000, 3],
  [97, 89],
  [256, 256],
] as const;
const COUNTS = [1, 2, 3, 7, 10, 17, 100, 101, 4095, 4096, 10_007];

function images(permutation: { readonly size: number; at(index: number): number }): number[] {
  return Array.from({ length: permutation.size }, (_, i) => permutation.at(i));
}

function expectBijection(permutation: { readonly size: number; at(index: number): number }): void {
  const all = images(permutation);
  expect(new Set(all).size).toBe(permutation.size);
  expect(all.every((image) => Number.isInteger(image) && image >= 0 && image < permutation.size)).toBe(true);
}

describe('every place is reached exactly once', () => {
  test.each(FACTORS)('over %i x %i', (left, right) => {
    const permutation = openPermutation(openStream(3), left, right);
    expect(permutation.size).toBe(left * right);
    expectBijection(permutation);
  });

  test.each(COUNTS)('over a count of %i', (count) => {
    const permutation = openCountPermutation(openStream(3), count);
    expect(permutation.size).toBe(count);
    expectBijection(permutation);
  });

  test('over any factors and any key', () => {
    const size = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.integer(), size, size, (seed, left, right) =>
        expectBijection(openPermutation(openStream(seed), left, right)),
      ),
    );
  });

  test('over any count and any key', () => {
    const count = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(fc.integer(), count, (seed, n) => expectBijection(openCountPermutation(openStream(seed), n))),
    );
  });

  test('over a space too large to list, as far as one looks', () => {
    const permutation = openPermutation(openStream(8), 2 ** 26, 2 ** 26);
    const seen = new Set(Array.from({ length: 100_000 }, (_, i) => permutation.at(i)));
    expect(seen.size).toBe(100_000);
    expect([...seen].every((image) => Number.isSafeInteger(image) && image >= 0 && image < 2 ** 52)).toBe(true);
  });
});

test('an index past the end starts over', () => {
  const permutation = openPermutation(openStream(1), 5, 6);
  expect(permutation.at(30 + 4)).toBe(permutation.at(4));
});

test('keys differ: 100 seeds give 100 orders', () => {
  const orders = Array.from({ length: 100 }, (_, seed) => images(openCountPermutation(openStream(seed), 50)).join());
  expect(new Set(orders).size).toBe(100);
});

test.each(['high', 'low'] as const)('both words of the key count: %s', (word) => {
  const orders = [1, 2].map((value) => images(openPermutation({ high: 5, low: 5, [word]: value }, 30, 40)).join());
  expect(orders[0]).not.toBe(orders[1]);
});

test('the same key gives the same order', () => {
  expect(images(openPermutation(openStream(9, 'a'), 30, 40))).toEqual(
    images(openPermutation(openStream(9, 'a'), 30, 40)),
  );
});

test.each([0, 1, 59])('over 6,000 keys, index %i lands on every one of 60 places about equally often', (index) => {
  const counts = new Array<number>(60).fill(0);
  for (let seed = 0; seed < 6000; seed++) {
    const place = openPermutation(openStream(seed, 'even'), 6, 10).at(index);
    counts[place] = (counts[place] as number) + 1;
  }
  const chiSquare = counts.reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0);
  expect(chiSquare).toBeLessThan(115);
});

test('neighbours are scattered: no step from one place to the next is frequent, in either half', () => {
  const permutation = openPermutation(openStream(2), 100, 100);
  const steps = [new Array<number>(100).fill(0), new Array<number>(100).fill(0)];
  for (let i = 0; i + 1 < 10_000; i++) {
    const [a, b] = [permutation.at(i), permutation.at(i + 1)];
    for (const [half, step] of [b - a, Math.floor(b / 100) - Math.floor(a / 100)].entries()) {
      const counts = steps[half] as number[];
      const residue = ((step % 100) + 100) % 100;
      counts[residue] = (counts[residue] as number) + 1;
    }
  }
  for (const counts of steps) expect(Math.max(...counts)).toBeLessThan(200);
});

test('factors are near a square and hold the count', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (count) => {
      const { left, right } = factorsFor(count);
      expect(left * right).toBeGreaterThanOrEqual(count);
      expect(left * right).toBeLessThan(count + left);
      expect(Math.abs(left - right)).toBeLessThanOrEqual(2);
    }),
  );
});
