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
  private readonly order: number[] = [];
  private hands: Hands | undefined;

  constructor(partsOf: PartsOf) {
    this.partsOf = partsOf;
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
    if (last === undefined) {
      order.push(start);
      return;
    }
    this.hands ??= readHands(this.partsOf);
    this.hands.energy[last] = DEALT;
    order.push(leastAfter(this.hands, last, start));
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

function readHands(partsOf: PartsOf): Hands {
  const hand = new Uint8Array(MOST_PARTS);
  const length = Math.min(partsOf(0, hand), MOST_PARTS);
  const words = Math.ceil(length / 8);
  const parts = cut(BLOCK * words);
  for (let n = 0; n < BLOCK; n++) {
    partsOf(n, hand);
    for (let i = 0; i < length; i++) {
      const word = n * words + (i >> 3);
      parts[word] = (parts[word] as number) | (((hand[i] as number) & 15) << ((i & 7) * 4));
    }
  }
  return { energy: cut(BLOCK), words, parts, lastBits: LOWEST_BITS >>> (4 * (8 * words - length)) };
}

/** Adds to the energy of each hand what it has in common with hand `dealt`; returns the first with the least from `start` on. */
function leastAfter({ energy, parts, words, lastBits }: Hands, dealt: number, start: number): number {
  let best = start;
  let least = DEALT;
  for (let i = 0; i < BLOCK; i++) {
    const hand = (start + i) & (BLOCK - 1);
    if (energy[hand] === DEALT) continue;
    let shared = 0;
    for (let word = 0; word < words; word++) {
      const bits = word < words - 1 ? LOWEST_BITS : lastBits;
      shared += sharedOf((parts[hand * words + word] as number) ^ (parts[dealt * words + word] as number), bits);
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
