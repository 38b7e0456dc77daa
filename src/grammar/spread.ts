import { mix } from '../core/random.ts';
import { modulo } from './deck.ts';

/** Hands that are put in order together: a power of two. */
const BLOCK = 256;
/** Alternations of a hand that are compared, at most: eight to a word of four bits each, three words or their sums would run over. */
const MOST_PARTS = 24;
const LOWEST_BITS = 0x11111111;
/** More than any energy: 24 parts that are all the same count 96, and there are at most 255 hands before. */
const DEALT = 0x7fffffff;

/** Writes which part each alternation has in hand n; more than fit are left out. Returns how many there are. */
export type PartsOf = (n: number, into: Uint8Array) => number;

/**
 * The order in which the hands of a thread are dealt, so that its texts have as few words in common as can be: of a block of
 * hands, each next one is that with the least energy, the sum over all dealt before of what both have in common to the third
 * power (as in minimum-energy designs of computer experiments; Joseph et al. 2015). Every hand is dealt once, as without it.
 */
export class SpreadOrder {
  private readonly partsOf: PartsOf;
  private readonly others: (() => readonly number[]) | undefined;
  private readonly order: number[] = [];
  private hands: Hands | undefined;

  /** `others` are hands that are dealt elsewhere, numbered as for `partsOf`: those of this order keep away from them too. */
  constructor(partsOf: PartsOf, others?: () => readonly number[]) {
    this.partsOf = partsOf;
    this.others = others;
  }

  /** Which hand the n-th one in this order is. */
  at(n: number): number {
    const place = modulo(n, BLOCK);
    while (this.order.length <= place) this.dealNext();
    return n - place + (this.order[place] as number);
  }

  private dealNext(): void {
    const { order } = this;
    // Of several with the least the first from another place each time, or records in turn would meet the same parts.
    const start = mix(order.length, BLOCK) & (BLOCK - 1);
    const last = order[order.length - 1];
    // Most threads of a small run are told once: the first hand is compared with none.
    let next = start;
    if (!this.hands && (this.others || last !== undefined)) {
      this.hands = readHands(this.partsOf);
      for (const other of this.others?.() ?? []) next = leastAfter(this.hands, packed(this.partsOf, other), 0, start);
    }
    if (this.hands && last !== undefined) {
      this.hands.energy[last] = DEALT;
      next = leastAfter(this.hands, this.hands.parts, last, start);
    }
    order.push(next);
  }
}

/** The hands of a block. */
interface Hands {
  /** What each has in common with those that are dealt, or `DEALT`. */
  readonly energy: Int32Array;
  readonly words: number;
  /** The parts of each, eight to a word. */
  readonly parts: Int32Array;
  /** The lowest bit of each part that the last word of a hand holds. */
  readonly lastBits: number;
}

let chunk = new Int32Array();
let used = 0;

/** An array cut from a large one: a run opens thousands of orders, and as many small buffers would keep the collector busy. */
function cut(length: number): Int32Array {
  if (used + length > chunk.length) {
    chunk = new Int32Array(0x10000);
    used = 0;
  }
  used += length;
  return chunk.subarray(used - length, used);
}

const hand = new Uint8Array(MOST_PARTS);

function readHands(partsOf: PartsOf): Hands {
  const length = Math.min(partsOf(0, hand), MOST_PARTS);
  const words = Math.ceil(length / 8);
  const parts = cut(BLOCK * words);
  for (let n = 0; n < BLOCK; n++) {
    partsOf(n, hand);
    pack(hand, length, parts, n * words);
  }
  return { energy: cut(BLOCK), words, parts, lastBits: LOWEST_BITS >>> (4 * (8 * words - length)) };
}

/** The parts of hand n, eight to a word. */
function packed(partsOf: PartsOf, n: number): Int32Array {
  const length = Math.min(partsOf(n, hand), MOST_PARTS);
  const parts = new Int32Array(Math.ceil(length / 8));
  pack(hand, length, parts, 0);
  return parts;
}

function pack(from: Uint8Array, length: number, into: Int32Array, at: number): void {
  for (let i = 0; i < length; i++) {
    const word = at + (i >> 3);
    into[word] = (into[word] as number) | (((from[i] as number) & 15) << ((i & 7) * 4));
  }
}

/** Adds to the energy of each hand what it has in common with hand `dealt` of `others`; returns the first with the least from `start` on. */
function leastAfter(
  { energy, parts, words, lastBits }: Hands,
  others: Int32Array,
  dealt: number,
  start: number,
): number {
  let best = start;
  let least = DEALT;
  for (let i = 0; i < BLOCK; i++) {
    const hand = (start + i) & (BLOCK - 1);
    if (energy[hand] === DEALT) continue;
    let shared = 0;
    for (let word = 0; word < words; word++) {
      const bits = word < words - 1 ? LOWEST_BITS : lastBits;
      shared += sharedOf((parts[hand * words + word] as number) ^ (others[dealt * words + word] as number), bits);
    }
    const common = sumOf(shared);
    const sum = (energy[hand] as number) + common * common * common;
    energy[hand] = sum;
    if (sum < least) {
      least = sum;
      best = hand;
    }
  }
  return best;
}

/**
 * For each part that is the same in both words, of those that `bits` names: 1, and more if the one or two after it are the
 * same as well, since they make a longer run. `difference` holds the bits in which the words differ.
 */
function sharedOf(difference: number, bits: number): number {
  const some = difference | (difference >>> 2);
  const same = ~(some | (some >>> 1)) & bits;
  const two = same & (same >>> 4);
  return same + two + 2 * (two & (same >>> 8));
}

/** The sum of eight groups of four bits. */
function sumOf(groups: number): number {
  return Math.imul((groups & 0x0f0f0f0f) + ((groups >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
