import { openCountPermutation, type Permutation } from '../core/permutation.ts';
import { mix, type Stream } from '../core/random.ts';
import { gcd } from './deck.ts';
import type { CellPlans, Plan } from './plan.ts';

/** The first deck, and those for the records of whom the story that they are dealt cannot be told. */
export const DECKS = 6;
/** Cards of all arcs together, about: an arc's weight is kept to the percent. */
const CARDS_OF_ARCS = 100;

/** A story that was dealt, and the record's number among those of the same story: no two of a deck have the same. */
export interface DealtStory {
  readonly plan: Plan;
  readonly number: number;
  /** Which deck it is from: 0 is the first one, then come those for records of whom its story cannot be told. */
  readonly deck: number;
}

/** The record's number among those of the same story, whichever deck they are from. */
export function numberIn({ number, deck }: DealtStory): number {
  return deck === 0 ? number : -1 - (number * (DECKS - 1) + deck - 1);
}

/**
 * The stories of a question in a cell, dealt to its records. A record of whom the story that it is dealt cannot be told
 * takes that of another deck.
 */
export class StoryDeck {
  private readonly decks: readonly Dealing[];

  constructor(cell: CellPlans, stream: Stream) {
    this.decks = Array.from(
      { length: DECKS },
      (_, i) => new Dealing(cell, i === 0 ? cell.key : mix(cell.key, i), stream),
    );
  }

  /** The story of the record with this rank; undefined if none of those that it is dealt can be told. */
  at(rank: number, canTell: (plan: Plan) => boolean): DealtStory | undefined {
    for (const [deck, dealing] of this.decks.entries()) {
      const { plan, number } = dealing.at(rank);
      if (canTell(plan)) return { plan, number, deck };
    }
    return undefined;
  }
}

/**
 * Stories as decks: one of arcs, and in each arc one of its plans. The record with rank n is dealt card n, round and
 * round, so a plan comes as often as its weight says and its records are numbered without a gap: by that number they are
 * dealt its facts, and a sentence of its own comes again only when all its readings were told.
 */
class Dealing {
  private readonly arcs: Rounds;
  private readonly plans: readonly Rounds[];
  private readonly cell: CellPlans;

  constructor(cell: CellPlans, key: number, { high, low }: Stream) {
    this.cell = cell;
    const keyed = (part: number) => ({ high: mix(high, key + part), low: mix(low, key - part) });
    this.arcs = new Rounds(
      cardsFor(
        cell.arcs.map(({ weight }) => weight),
        CARDS_OF_ARCS,
      ),
      keyed(0),
    );
    this.plans = cell.arcs.map(
      ({ plans }, i) => new Rounds(inLowestTerms(plans.map(({ weight }) => weight)), keyed(i + 1)),
    );
  }

  at(rank: number): Omit<DealtStory, 'deck'> {
    const [arc, among] = this.arcs.at(rank);
    const [plan, number] = (this.plans[arc] as Rounds).at(among);
    return { plan: this.cell.arcs[arc]?.plans[plan] as Plan, number };
  }
}

/** Things with a few cards each, dealt again and again in an order that another rotation of it begins each time. */
class Rounds {
  private readonly ends: readonly number[];
  private readonly order: Permutation;
  private readonly stream: Stream;

  constructor(cards: readonly number[], stream: Stream) {
    let end = 0;
    this.ends = cards.map((count) => {
      end += count;
      return end;
    });
    this.order = openCountPermutation(stream, end);
    this.stream = stream;
  }

  /** Whose card the n-th one is, and how many cards it was dealt before. */
  at(n: number): readonly [number, number] {
    const { ends, order, stream } = this;
    const round = Math.floor(n / order.size);
    const rotation = (mix(stream.high ^ 0x2f1d, round) >>> 0) % order.size;
    const place = order.at((n + rotation) % order.size);
    let i = 0;
    while ((ends[i] as number) <= place) i++;
    const start = i === 0 ? 0 : (ends[i - 1] as number);
    return [i, round * ((ends[i] as number) - start) + place - start];
  }
}

/** Whole numbers in the proportion of the weights, `total` of them together or about. */
function cardsFor(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return inLowestTerms(weights.map((weight) => Math.max(1, Math.round((total * weight) / sum))));
}

function inLowestTerms(numbers: readonly number[]): readonly number[] {
  const common = numbers.reduce(gcd);
  return numbers.map((number) => number / common);
}
