import type { CompiledValue } from './compiled.ts';
import { type Dealings, type Deck, variantAt } from './deck.ts';
import type { Hand } from './plan.ts';
import { SpreadOrder } from './spread.ts';
import { DECKS, type DealtStory } from './story-deck.ts';

/** So many records of the first deck of stories are dealt the first hands; then those of the second take turns with them. */
const AHEAD = 8;

/** Deals the sentences of a thread, which have one value each, so that its texts have as few words in common as can be. */
export class ThreadOrders {
  private readonly dealings: Dealings;
  /** By the key of the hand: cells that tell a thread share its order. */
  private readonly orders = new Map<number, SpreadOrder>();

  constructor(dealings: Dealings) {
    this.dealings = dealings;
  }

  /** The number of the hand that a record is dealt in its thread; no two records of a thread have the same. */
  place({ plan, number, deck }: DealtStory, hand: Hand): number {
    if (plan.hands.length === 1) return number;
    let order = this.orders.get(hand.key);
    if (!order) {
      order = new SpreadOrder((n, into) => this.partsOf(hand, n, into));
      this.orders.set(hand.key, order);
    }
    const n = Math.floor(number / plan.hands.length) * plan.lanes + plan.lane;
    if (deck === 0) return order.at(n + Math.max(0, n - AHEAD));
    return deck === 1 ? order.at(2 * n + 1 + AHEAD) : -(n * (DECKS - 2) + deck - 1);
  }

  /** Writes the part that each alternation of the thread has in hand n; returns how many these are. */
  private partsOf({ decks, keys }: Hand, n: number, into: Uint8Array): number {
    let count = 0;
    for (const { kind, turn } of keys) {
      const deck = decks[kind] as Deck;
      if (!deck.spread) continue;
      const card = this.dealings.card(deck, turn, n);
      let left = variantAt(deck, card, 0, Math.floor(n / deck.size));
      for (const size of (deck.values[0] as CompiledValue).sizes) {
        into[count++] = left % size;
        left = Math.floor(left / size);
      }
    }
    return count;
  }
}
