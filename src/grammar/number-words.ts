import type { Teller } from './teller.ts';

/** Number words by value, zero to thirty. */
export const NUMBER_WORDS: readonly string[] = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
  'twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty'
).split(' ');

export type NumberSlot = (teller: Teller) => number;

const N = 0x6d2b79f5;

const base: NumberSlot = (t) => 3 + t.draw(N, 12);

/** {n} from three to fourteen; {fewer} below it, {more} above it: one of each for a text. */
export const NUMBER_SLOTS: Readonly<Record<string, NumberSlot>> = {
  n: base,
  fewer: (t) => 2 + t.draw(N + 1, base(t) - 2),
  more: (t) => base(t) + 1 + t.draw(N + 2, 5),
};
