import { describe, expect, test } from 'vitest';
import { type PartsOf, SpreadOrder } from '../../src/grammar/spread.ts';

/** A thread with so many parts in each of its alternations, its hands numbered by them from the left. */
function threadOf(sizes: readonly number[]): PartsOf {
  return (n, into) => {
    let left = n;
    sizes.forEach((size, i) => {
      into[i] = left % size;
      left = Math.floor(left / size);
    });
    return sizes.length;
  };
}

const handOf = (parts: PartsOf, n: number, length: number) => {
  const into = new Uint8Array(length);
  parts(n, into);
  return [...into];
};

/** The most parts that any two of the hands share. */
function mostInCommon(hands: readonly (readonly number[])[]): number {
  let most = 0;
  hands.forEach((a, i) => {
    for (const b of hands.slice(0, i)) most = Math.max(most, a.filter((part, j) => part === b[j]).length);
  });
  return most;
}

describe('the order in which hands are dealt', () => {
  test('has each hand of a block once, in this and in every other block', () => {
    const order = new SpreadOrder(threadOf([4, 3, 5, 2, 3]));
    for (const start of [0, 256, -256, 256 * 1000]) {
      const dealt = Array.from({ length: 256 }, (_, n) => order.at(start + n));
      expect(dealt.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 256 }, (_, n) => start + n));
    }
  });

  test('lets the first hands share no part while there are other parts, and few for long', () => {
    const sizes = [4, 4, 4, 4];
    const parts = threadOf(sizes);
    const order = new SpreadOrder(parts);
    const dealt = Array.from({ length: 16 }, (_, n) => handOf(parts, order.at(n), sizes.length));
    expect(mostInCommon(dealt.slice(0, 4))).toBe(0);
    expect(mostInCommon(dealt)).toBeLessThanOrEqual(2);
    expect(mostInCommon(Array.from({ length: 16 }, (_, n) => handOf(parts, n, sizes.length)))).toBe(3);
  });

  test('is the same whichever of its hands is asked for first', () => {
    const forwards = new SpreadOrder(threadOf([3, 3, 3, 3]));
    const backwards = new SpreadOrder(threadOf([3, 3, 3, 3]));
    const ahead = Array.from({ length: 40 }, (_, n) => forwards.at(n));
    const behind = Array.from({ length: 40 }, (_, n) => backwards.at(39 - n)).reverse();
    expect(behind).toEqual(ahead);
  });

  test('looks at more alternations than fit into a word, and at no more than it can', () => {
    const sizes = new Array<number>(40).fill(2);
    const parts: PartsOf = (n, into) => {
      sizes.forEach((size, i) => {
        into[i] = (n >> (i % 8)) % size;
      });
      return sizes.length;
    };
    const order = new SpreadOrder(parts);
    const dealt = Array.from({ length: 2 }, (_, n) => handOf(parts, order.at(n), 32));
    expect(mostInCommon(dealt)).toBe(0);
  });

  test('gives every part its share to records that take each fourth place', () => {
    const parts = threadOf([4]);
    const order = new SpreadOrder(parts);
    const uses = [0, 0, 0, 0];
    for (let n = 0; n < 256; n += 4) {
      const part = handOf(parts, order.at(n), 1)[0] as number;
      uses[part] = (uses[part] as number) + 1;
    }
    for (const count of uses) expect(count).toBeGreaterThan(8);
  });
});
