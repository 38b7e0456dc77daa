import { openCountPermutation, type Permutation } from '../core/permutation.ts';
import { mix, type Stream } from '../core/random.ts';
import { gcd } from './deck.ts';
import type { CellPlans, Plan } from './plan.ts';

/** Decks for the records of whom a story cannot be told. */
const SPARES = 5;
/** Cards of all arcs together, about: an arc's weight is kept to the percent. */
const CARDS_OF_ARCS = 100;

/** A story that was dealt, and the record's number among those of the same story. */
export interface DealtStory {
  readonly plan: Plan;
  readonly number: number;
}

/**
 * The stories of a question in a cell as decks: one of arcs, and in each arc one of its plans. The record with rank n is
 * dealt card n, round and round, so a plan comes as often as its weight says and its records are numbered without a gap:
 * by that number they are dealt its facts, and a sentence of its own comes again only when all its readings were told.
 */
export class StoryDeck {
  private readonly arcs: Rounds;
  private readonly plans: readonly Rounds[];
  private readonly cell: CellPlans;
  private readonly spares: readonly StoryDeck[];

  constructor(cell: CellPlans, stream: Stream, spares = SPARES) {
    const { high, low } = stream;
    this.cell = cell;
    this.spares = Array.from(
      { length: spares },
      (_, i) => new StoryDeck({ ...cell, key: mix(cell.key, i + 1) }, stream, 0),
    );
    const keyed = (key: number) => ({ high: mix(high, cell.key + key), low: mix(low, cell.key - key) });
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

  at(rank: number): DealtStory {
    const [arc, among] = this.arcs.at(rank);
    const [plan, number] = (this.plans[arc] as Rounds).at(among);
    return { plan: this.cell.arcs[arc]?.plans[plan] as Plan, number };
  }

  /**
   * A story for a record of whom the one that it is dealt cannot be told: the first that can be, of several other decks
   * of the same stories. Its numbers count down from -1, so that no record of a story has the number of another.
   */
  spareAt(rank: number, canTell: (plan: Plan) => boolean): DealtStory | undefined {
    for (const [i, deck] of this.spares.entries()) {
      const { plan, number } = deck.at(rank);
      if (canTell(plan)) return { plan, number: -1 - (number * this.spares.length + i) };
    }
    return undefined;
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
