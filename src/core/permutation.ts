import { mix, type Stream } from './random.ts';

/**
 * A keyed permutation of 0 .. left*right - 1 without a table: an alternating Feistel network with modular addition
 * (Black and Rogaway, 2002, "generalized Feistel"), so its domain is exactly left x right and nothing is walked.
 */
export interface Permutation {
  readonly size: number;
  /** The image of `index` (taken modulo size). */
  at(index: number): number;
}

const ROUNDS = 4;

function roundValue(key: number, round: number, value: number, modulus: number): number {
  return Math.floor(((mix(key + Math.imul(round, 0x9e3779b1), value) >>> 0) / 0x100000000) * modulus);
}

/** Opens the permutation of 0 .. left*right - 1 under the key of `stream`; both factors up to 2^31, their product to 2^53. */
export function openPermutation(stream: Stream, left: number, right: number): Permutation {
  const size = left * right;
  return {
    size,
    at(index) {
      const i = index % size;
      let a = i % left;
      let b = Math.floor(i / left);
      for (let round = 0; round < ROUNDS; round++) {
        a = (a + roundValue(stream.high, round, b, left)) % left;
        b = (b + roundValue(stream.low, round, a, right)) % right;
      }
      return b * left + a;
    },
  };
}

/** Factors for a permutation of at least `count` places: near-square, so both halves mix. */
export function factorsFor(count: number): { readonly left: number; readonly right: number } {
  const left = Math.max(1, Math.ceil(Math.sqrt(count)));
  return { left, right: Math.max(1, Math.ceil(count / left)) };
}

/** Opens a permutation of exactly 0 .. count-1 (cycle-walking inside the next near-square domain). */
export function openCountPermutation(stream: Stream, count: number): Permutation {
  const { left, right } = factorsFor(count);
  const whole = openPermutation(stream, left, right);
  return {
    size: count,
    at(index) {
      let image = whole.at(index);
      while (image >= count) image = whole.at(image);
      return image;
    },
  };
}
