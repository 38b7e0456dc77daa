import type { Teller } from './teller.ts';

/** Number words by value, as far as the number slots reach. */
export const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
] as const;

export type NumberSlot = (teller: Teller) => number;

const N = 0x6d2b79f5;

const base: NumberSlot = (t) => 3 + t.draw(N, 12);

/** {n} from three to fourteen; {fewer} below it, {more} above it: one of each for a text. */
export const NUMBER_SLOTS: Readonly<Record<string, NumberSlot>> = {
  n: base,
  fewer: (t) => 2 + t.draw(N + 1, base(t) - 2),
  more: (t) => base(t) + 1 + t.draw(N + 2, 5),
};
