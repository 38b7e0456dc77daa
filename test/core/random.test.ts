import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bitsAt,
  hashText,
  indexByWeight,
  mix,
  normalAt,
  openStream,
  pickAt,
  subStream,
  unitAt,
} from '../../src/core/random.ts';

/** Sum of (seen - expected)^2 / expected over equally likely classes. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

function tally(classes: number, values: Iterable<number>): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const value of values) counts[value] = (counts[value] as number) + 1;
  return counts;
}

const node = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const path = fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.nat()), { minLength: 1, maxLength: 4 });

describe('a stream', () => {
  test('is named by its path alone', () => {
    const property = fc.property(path, path, (words, others) => {
      const stream = openStream(...words);
      openStream(...others);
      expect(openStream(...words)).toEqual(stream);
    });
    fc.assert(property);
  });

  test('changes with every word of the path and with their order', () => {
    const paths = [[1, 'a'], ['a', 1], [1, 'b'], [2, 'a'], [1, 'a', ''], ['1', 'a'], ['1a'], [1], [1 + 2 ** 32, 'a']];
    const names = paths.map((words) => JSON.stringify(openStream(...words)));
    expect(new Set(names).size).toBe(paths.length);
  });

  test('gives each of 200,000 items a stream of its own', () => {
    const run = openStream(42, 'record');
    const seen = new Set<string>();
    for (let item = 0; item < 200_000; item++) {
      const { high, low } = subStream(run, item);
      seen.add(`${high}/${low}`);
    }
    expect(seen.size).toBe(200_000);
  });

  test('is as wide as 64 bits: 200,000 paths of two words name 200,000 streams', () => {
    const seen = new Set<string>();
    for (let run = 0; run < 450; run++)
      for (let item = 0; item < 450; item++) {
        const { high, low } = openStream(run, item);
        seen.add(`${high}/${low}`);
      }
    expect(seen.size).toBe(450 * 450);
  });

  test('is not moved by what is read from it', () => {
    const stream = openStream(7);
    const before = bitsAt(stream, 3);
    for (let i = 0; i < 100; i++) bitsAt(stream, i);
    expect(bitsAt(stream, 3)).toBe(before);
  });
});

describe('numbers of a stream', () => {
  test('are 32 unsigned bits, a unit below 1 and a pick below n', () => {
    fc.assert(
      fc.property(path, node, fc.integer({ min: 1, max: 1e6 }), (words, name, n) => {
        const stream = openStream(...words);
        const bits = bitsAt(stream, name);
        expect(bits).toBe(bits >>> 0);
        expect(unitAt(stream, name)).toBe(bits / 2 ** 32);
        const pick = pickAt(stream, name, n);
        expect(Number.isInteger(pick) && pick >= 0 && pick < n).toBe(true);
      }),
    );
  });

  test('are even over the nodes of one stream', () => {
    const stream = openStream(1, 'even');
    const picks = Array.from({ length: 50_000 }, (_, i) => pickAt(stream, i, 50));
    expect(chiSquare(tally(50, picks))).toBeLessThan(95);
  });

  test('are even over the records of one node', () => {
    const run = openStream(1, 'even');
    const picks = Array.from({ length: 50_000 }, (_, i) => pickAt(subStream(run, i), hashText('tier'), 50));
    expect(chiSquare(tally(50, picks))).toBeLessThan(95);
  });

  test.each([
    [
      'two nodes of a record',
      (i: number) => [subStream(openStream(5), i), 100, subStream(openStream(5), i), 101] as const,
    ],
    [
      'one node of two neighbours',
      (i: number) => [subStream(openStream(5), i), 100, subStream(openStream(5), i + 1), 100] as const,
    ],
    ['one node of two seeds', (i: number) => [openStream(i), 100, openStream(i + 1), 100] as const],
  ])('%s are independent: all pairs of a hundred classes are equally likely', (_, places) => {
    const pairs = Array.from({ length: 40_000 }, (_, i) => {
      const [first, a, second, b] = places(i);
      return pickAt(first, a, 10) * 10 + pickAt(second, b, 10);
    });
    expect(chiSquare(tally(100, pairs))).toBeLessThan(160);
  });

  test('every bit is set half the time', () => {
    const stream = openStream('bits');
    const counts = new Array<number>(32).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const bits = bitsAt(stream, i);
      for (let bit = 0; bit < 32; bit++) counts[bit] = (counts[bit] as number) + ((bits >>> bit) & 1);
    }
    for (const count of counts) expect(Math.abs(count / 20_000 - 0.5)).toBeLessThan(0.02);
  });

  test('normal deviates have mean 0, variance 1 and the right tails', () => {
    const stream = openStream('normal');
    const values = Array.from({ length: 40_000 }, (_, i) => normalAt(stream, i));
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
    expect(values.filter((value) => Math.abs(value) > 1.96).length / values.length).toBeCloseTo(0.05, 2);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

test('a change of one bit of either word changes half the bits of the mix', () => {
  let changed = 0;
  let pairs = 0;
  for (let i = 0; i < 200; i++)
    for (let bit = 0; bit < 32; bit++) {
      const whole = mix(i, i * 7);
      for (const other of [mix(i ^ (1 << bit), i * 7), mix(i, (i * 7) ^ (1 << bit))]) {
        for (let rest = (whole ^ other) >>> 0; rest; rest &= rest - 1) changed++;
        pairs++;
      }
    }
  expect(changed / pairs).toBeGreaterThan(15);
  expect(changed / pairs).toBeLessThan(17);
});

test('texts that differ in one letter or in length have different hashes', () => {
  const texts = ['', 'a', 'b', 'ab', 'ba', 'aa', 'a a', 'A', 'é', 'e', '\0', '\0\0'];
  expect(new Set(texts.map((text) => hashText(text))).size).toBe(texts.length);
  expect(hashText('a', 1)).not.toBe(hashText('a', 2));
});

test('a weighted index falls where the cumulative weights say, and never on a weight of zero', () => {
  const cumulative = [1, 1, 4];
  expect([0, 0.2499, 0.25, 0.9999].map((unit) => indexByWeight(cumulative, unit))).toEqual([0, 0, 2, 2]);
  expect(indexByWeight([0, 2], 0)).toBe(1);
  expect(indexByWeight([5], 0.99)).toBe(0);
});
