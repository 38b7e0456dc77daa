import { mix, type Stream } from '../core/random.ts';
import type { CompiledValue } from './compiled.ts';

/** Cards of a value, at most: so many of its variants are told in one round, the next ones in the next. */
const CARDS_PER_VALUE = 64;

/** The values of a fact in a plan, laid out as a deck with a card for each variant of each value. */
export interface Deck {
  /** No other story has it: it is dealt to the records of its story alone. */
  readonly own: boolean;
  /** It holds the one sentence that a thread has of this kind: the order of the thread's hands deals it. */
  readonly spread: boolean;
  readonly values: readonly CompiledValue[];
  /** Every n-th variant of a value is in the same part; a round tells one part, and the first round this one. */
  readonly parts: number;
  readonly first: number;
  /** Cards up to and with each value. */
  readonly ends: Int32Array;
  readonly size: number;
  /** For each value, how far apart neighbouring cards lie among its variants. */
  readonly strides: Int32Array;
  /** Names the deck: equal lists of values have equal decks. */
  readonly key: number;
}

/** A deck of the cards of the values: of all variants, or where decks begin with different ones, of a part in each round. */
export function deckOf(
  values: readonly CompiledValue[],
  { key, own, spread = false, parts = 1, first = 0 }: Pick<Deck, 'key' | 'own'> & Partial<Deck>,
): Deck {
  const ends = new Int32Array(values.length);
  let size = 0;
  values.forEach((value, i) => {
    size += cardsOf(value, parts) * value.weight;
    ends[i] = size;
  });
  return {
    own,
    spread,
    values,
    parts,
    first,
    ends,
    size,
    strides: Int32Array.from(values, ({ variants }) => strideOf(variants)),
    key,
  };
}

/** Cards of a value in a deck that tells one of so many parts of it in a round; never none. */
function cardsOf({ variants }: CompiledValue, parts: number): number {
  return Math.min(Math.max(1, Math.floor(variants / parts)), CARDS_PER_VALUE);
}

/**
 * A step that visits all of `n` and goes far each time (near n over the golden ratio): the variants of a value are numbered
 * by its alternations from the left, so the first ones in a row would all begin alike.
 */
function strideOf(n: number): number {
  let stride = Math.max(1, Math.round(n * 0.618));
  while (gcd(stride, n) > 1) stride++;
  return stride;
}

/** The number of the value that holds card `place`. */
export function valueAt(deck: Deck, place: number): number {
  let low = 0;
  let high = deck.ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((deck.ends[middle] as number) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The variant that card `place` of value `i` stands for in a round. With c cards, card k has the variants k, k + c, k + 2c,
 * ... of each part and tells one in each round, of one part after the other: two cards never stand for the same variant,
 * whatever their rounds.
 */
export function variantAt(deck: Deck, place: number, i: number, round: number): number {
  const start = i === 0 ? 0 : (deck.ends[i - 1] as number);
  const value = deck.values[i] as CompiledValue;
  const { variants } = value;
  const { first, parts } = deck;
  const cards = cardsOf(value, parts);
  const card = (place - start) % cards;
  const part = modulo(first + round, parts);
  const rounds = Math.max(1, Math.ceil((Math.ceil((variants - part) / parts) - card) / cards));
  const number = part + parts * (card + cards * modulo(Math.floor(round / parts), rounds));
  return (number * (deck.strides[i] as number)) % variants;
}

/**
 * The order in which a deck is dealt under a seed: the cards of each value spread evenly over it, the k-th of n at a random
 * place in the k-th n-th part, so that few records hear every value and yet no value calls for another of a deck beside it.
 */
function openDealing(stream: Stream, deck: Deck): Int32Array {
  const key = mix(stream.high, deck.key);
  // Place and card in one number: sorted as such, without a comparison of our own.
  const placed = new Float64Array(deck.size);
  let start = 0;
  for (const [i, end] of deck.ends.entries()) {
    const cards = end - start;
    const first = mix(stream.low, key + i) >>> 0;
    for (let k = 0; k < cards; k++) {
      const card = start + ((first + k) % cards);
      const place = (k + (mix(key, card) >>> 0) / 0x100000000) / cards;
      placed[card] = Math.floor(place * 0x100000000) * deck.size + card;
    }
    start = end;
  }
  return Int32Array.from(placed.sort(), (number) => number % deck.size);
}

/** Deals decks under a seed, each in an order that is made when it is first asked for. */
export class Dealings {
  private readonly stream: Stream;
  private readonly orders = new Map<Deck, Int32Array>();

  constructor(stream: Stream) {
    this.stream = stream;
  }

  /** The card that record n is dealt of a deck. */
  card(deck: Deck, { period, shift }: Turn, n: number): number {
    let order = this.orders.get(deck);
    if (!order) {
      order = openDealing(this.stream, deck);
      this.orders.set(deck, order);
    }
    return order[modulo(n + shift * Math.floor(n / period), deck.size)] as number;
  }
}

/** How a deck is dealt beside others: record n is dealt card (n + shift * floor(n / period)) of it, round and round. */
export interface Turn {
  readonly period: number;
  readonly shift: number;
}

/**
 * Turns for decks that are dealt together. Each record is dealt the next card of every deck, and a deck skips `shift`
 * cards whenever the decks before it have come round, so that no two of as many records as the product of the sizes
 * are dealt the same hand: with n = s + q * period, s follows from the decks before and the card is s + q * (period +
 * shift), which tells q apart because period + shift and the size have no common factor.
 */
export function turnsOf(sizes: readonly number[]): readonly Turn[] {
  let period = 1;
  return sizes.map((size) => {
    let shift = 0;
    while (gcd((period + shift) % size, size) > 1) shift++;
    const turn = { period, shift };
    period = Math.min(period * size, Number.MAX_SAFE_INTEGER);
    return turn;
  });
}

/** The remainder of a floored division: never negative. */
export function modulo(a: number, n: number): number {
  return a - n * Math.floor(a / n);
}

export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
