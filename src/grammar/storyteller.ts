import { bitsAt, hashText, indexByWeight, mix, openStream, type Stream } from '../core/random.ts';
import type { CompiledTelling, CompiledValue, CompiledVoice, StoryRecord } from './compiled.ts';
import { isHeld } from './conditions.ts';
import { Dealings, type Deck, modulo, type Turn, valueAt, variantAt } from './deck.ts';
import type { CellPlans, CompiledGrammar, Hand, Plan, PlanBeat, TellingGroup } from './plan.ts';
import { type DealtStory, numberIn, StoryDeck } from './story-deck.ts';
import { type Span, Teller } from './teller.ts';
import { ThreadOrders } from './thread-orders.ts';

/** A finished text and what it was made from. */
export interface Story {
  readonly text: string;
  readonly plan: Plan;
  /** Length asked for, in characters. */
  readonly band: readonly [number, number];
  /** Which candidate it is: 0 unless earlier ones missed the length. */
  readonly attempt: number;
}

/** How often alternatives fired, by coverage number. */
interface Coverage {
  readonly values: Uint32Array;
  readonly tellings: Uint32Array;
}

export interface Storyteller {
  /** Takes up a record: evaluates its conditions and chooses its voice. Returns the voice. */
  begin(record: StoryRecord): CompiledVoice;
  /**
   * Tells the answer to `question`; `rank` is the record's number among those that could be told from the same schemas.
   * Undefined if no story fits.
   */
  tell(question: string, rank: number): Story | undefined;
  /** Spans of the text told last, if tracing. */
  readonly spans: readonly Span[];
  readonly coverage: Coverage | undefined;
}

export interface StorytellerOptions {
  readonly seed: number;
  readonly trace?: boolean;
  readonly coverage?: boolean;
}

const ATTEMPTS = 12;
/** Attempts that keep the record's key facts; later ones are dealt the hand of a rank that no record has. */
const ATTEMPTS_A_HAND = 2;
/** A prime: a story that is told in threads goes on to another. */
const SPARE_RANKS = 1_000_000_007;
/** How far apart the numbers of the cells lie that tell the same story: a prime, so that no deck comes round with it. */
const LANE = 1_000_003;
const node = (name: string) => hashText(name);
const VOICE = node('voice');
const SCHEMA = node('schema');
const TARGET = node('target');
const INCLUDE = node('include');
const ORG = node('org');
const VALUE = node('value');
const TELLING = node('telling');
const SHARE = node('share');

/** Opens a storyteller: one for each thread, told the records in any order. */
export function openStoryteller(grammar: CompiledGrammar, options: StorytellerOptions): Storyteller {
  return new Planner(grammar, options);
}

class Planner implements Storyteller {
  readonly coverage: Coverage | undefined;
  private readonly grammar: CompiledGrammar;
  private readonly teller: Teller;
  private readonly stream: Stream;
  private readonly dealings: Dealings;
  private readonly threads: ThreadOrders;
  private readonly stories = new Map<CellPlans, StoryDeck>();
  private readonly topicSerial: Int32Array;
  private readonly bannedSerial: Int32Array;
  private readonly questionNodes = new Map<string, number>();
  private cells: Readonly<Record<string, CellPlans>> | undefined;
  private serial = 0;
  private told = 0;
  /** The card that was dealt for each kind, and how often its deck had been dealt through before. */
  private readonly places: number[] = [];
  private readonly rounds: number[] = [];
  /** The names of those decks: a small one deals few places, which would all be told alike in every story. */
  private readonly keys: number[] = [];
  private rank = 0;
  /** The record's number among those of its cell that are told in the same thread of the same story. */
  private number = 0;
  /** Its place in the order of the thread's hands, in any cell. */
  private place = 0;
  private attempt = 0;
  private orgWanted = false;
  private orgTold = false;

  constructor(grammar: CompiledGrammar, options: StorytellerOptions) {
    this.grammar = grammar;
    this.stream = openStream(options.seed, 'skeleton', grammar.source.pack);
    this.dealings = new Dealings(this.stream);
    this.threads = new ThreadOrders(this.dealings);
    const nobody: StoryRecord = { stream: this.stream, attributes: {}, computed: {} };
    const { names } = grammar;
    this.teller = new Teller(
      {
        kinds: names.kinds.length,
        people: names.entityNumber.size,
        sets: names.setNumber.size,
        conditions: grammar.conditions.words,
      },
      nobody,
      grammar.voices[0] as CompiledVoice,
    );
    if (options.trace) this.teller.spans = [];
    if (options.coverage)
      this.coverage = { values: new Uint32Array(grammar.values), tellings: new Uint32Array(grammar.tellings) };
    this.topicSerial = new Int32Array(grammar.topics).fill(-1);
    this.bannedSerial = new Int32Array(grammar.topics).fill(-1);
  }

  get spans(): readonly Span[] {
    return this.teller.spans ?? [];
  }

  begin(record: StoryRecord): CompiledVoice {
    const { holds } = this.teller;
    this.grammar.conditions.evaluate(record.attributes, holds);
    this.cells = this.grammar.cellOf(record.attributes);
    const voices = this.grammar.voices;
    let total = 0;
    for (const voice of voices) if (isHeld(holds, voice.when)) total += voice.weight;
    let left = (bitsAt(record.stream, VOICE) / 0x100000000) * total;
    let chosen = voices[0] as CompiledVoice;
    for (const voice of voices) {
      if (!isHeld(holds, voice.when)) continue;
      chosen = voice;
      left -= voice.weight;
      if (left < 0) break;
    }
    this.teller.beginRecord(record, chosen);
    return chosen;
  }

  tell(question: string, rank: number): Story | undefined {
    const { teller } = this;
    const cell = this.cells?.[question];
    if (!cell) return undefined;
    const questionNode = this.questionNode(question);
    const high = mix(teller.record.stream.high, questionNode);
    const low = mix(teller.record.stream.low, questionNode + 1);
    teller.beginText(high, low);
    const dealt = this.dealStory(cell, rank);
    if (!dealt) return undefined;
    const { plan } = dealt;
    let best = '';
    let bestMiss = Number.POSITIVE_INFINITY;
    let bestSpans: Span[] | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      this.attempt = attempt;
      const spare = Math.floor(attempt / ATTEMPTS_A_HAND) * SPARE_RANKS;
      this.rank = rank + spare;
      const hand = this.takeHand({ ...dealt, number: dealt.number + spare });
      this.tellPlan(plan, hand, cell, mix(high, attempt * 0x632be5ab), mix(low, attempt));
      const text = teller.finish();
      const miss = Math.max(cell.low - text.length, text.length - cell.high, 0);
      if (miss < bestMiss) {
        bestMiss = miss;
        best = text;
        bestSpans = teller.spans;
      }
      if (miss === 0) return { text, plan, band: [cell.low, cell.high], attempt };
    }
    if (bestSpans) teller.spans = bestSpans;
    return { text: best, plan, band: [cell.low, cell.high], attempt: ATTEMPTS };
  }

  private questionNode(question: string): number {
    let found = this.questionNodes.get(question);
    if (found === undefined) {
      found = hashText(question);
      this.questionNodes.set(question, found);
    }
    return found;
  }

  /** The story that the record is dealt; where none of those can be told of it, one that can be is drawn. */
  private dealStory(cell: CellPlans, rank: number): DealtStory | undefined {
    const { holds } = this.teller;
    let deck = this.stories.get(cell);
    if (!deck) {
      deck = new StoryDeck(cell, this.stream);
      this.stories.set(cell, deck);
    }
    const dealt = deck.at(rank, ({ when }) => isHeld(holds, when));
    if (dealt) return dealt;
    const fitting: Plan[] = [];
    const cumulative: number[] = [];
    let total = 0;
    for (const { plans, weight } of cell.arcs) {
      const told = plans.filter((plan) => isHeld(holds, plan.when));
      const sum = told.reduce((all, plan) => all + plan.weight, 0);
      for (const plan of told) {
        fitting.push(plan);
        total += (weight * plan.weight) / sum;
        cumulative.push(total);
      }
    }
    const plan = fitting[indexByWeight(cumulative, this.teller.share(SCHEMA))];
    return plan && { plan, number: rank + (SPARE_RANKS >> 1), deck: 0 };
  }

  /** Takes up the record's numbers among those of the story and of its thread; returns what it is dealt from. */
  private takeHand(dealt: DealtStory): Hand {
    const { hands, lane } = dealt.plan;
    const hand = hands[dealt.number % hands.length] as Hand;
    this.number = numberIn({ ...dealt, number: Math.floor(dealt.number / hands.length) }) + lane * LANE;
    this.place = this.threads.place(dealt, hand);
    return hand;
  }

  /** Deals the record a value of a kind; `use` names a later try, for a card that does not fit. */
  private deal(deck: Deck, kind: number, use: number, turn: Turn = IN_ORDER): CompiledValue {
    const n = !deck.own ? this.rank : deck.spread ? this.place : this.number;
    const place =
      use === 0
        ? this.dealings.card(deck, turn, n)
        : this.teller.draw(VALUE + kind * 131 + use * 0x9e3779b1, deck.size);
    const i = valueAt(deck, place);
    this.places[kind] = place;
    this.keys[kind] = deck.key;
    this.rounds[kind] = Math.floor(n / deck.size);
    this.teller.variants[kind] = variantAt(deck, place, i, this.rounds[kind] as number);
    return deck.values[i] as CompiledValue;
  }

  private tellPlan(plan: Plan, hand: Hand, cell: CellPlans, high: number, low: number): void {
    const { teller } = this;
    teller.beginText(high, low);
    this.serial++;
    this.told = 0;
    this.orgWanted = teller.share(ORG) < (this.grammar.source.grammar.naming[plan.schema.question] ?? 0);
    for (const { kind, turn } of hand.keys) this.take(kind, this.deal(hand.decks[kind] as Deck, kind, 0, turn));
    this.orgTold = hand.keys.some(({ kind }) => teller.facts[kind]?.org);
    const { beats } = plan;
    let required = 0;
    let optional = 0;
    for (const beat of beats) {
      if (beat.optional) optional += beat.length;
      else required += beat.length;
    }
    const span = cell.high - cell.low;
    const target = cell.low + span * (0.12 + 0.7 * teller.share(TARGET));
    for (let i = 0; i < beats.length; i++) {
      const beat = beats[i] as PlanBeat;
      if (beat.optional) {
        const room = target - teller.out.length - required;
        const wanted = this.isWanted(beat, room, optional, i, cell.high - teller.out.length - required);
        optional -= beat.length;
        if (!wanted) continue;
      } else required -= beat.length;
      this.tellBeat(hand, beat, i);
    }
  }

  private isWanted(beat: PlanBeat, room: number, optional: number, i: number, limit: number): boolean {
    const { holds } = this.teller;
    if (!isHeld(holds, beat.gate)) return false;
    if (beat.forced && isHeld(holds, beat.force)) return true;
    if (beat.length > limit) return false;
    return this.teller.share(INCLUDE + i) < room / optional;
  }

  private tellBeat({ decks }: Hand, beat: PlanBeat, i: number): void {
    const { teller } = this;
    let available = 0;
    for (const kind of beat.kinds) {
      const deck = decks[kind];
      if (deck && !teller.facts[kind]) this.chooseValue(deck, kind);
      if (teller.facts[kind] && !(this.told & (1 << kind))) available |= 1 << kind;
    }
    if (beat.must >= 0 && !(available & (1 << beat.must))) return;
    const telling = this.chooseTelling(beat, i, available);
    if (!telling) return;
    for (const topic of telling.topics) this.topicSerial[topic] = this.serial;
    this.told |= telling.tells;
    for (const kind of beat.kinds) if (telling.tells & (1 << kind)) this.count(teller.facts[kind]);
    if (telling.org || beat.kinds.some((kind) => telling.tells & (1 << kind) && teller.facts[kind]?.org))
      this.orgTold = true;
    if (this.coverage) this.coverage.tellings[telling.id] = (this.coverage.tellings[telling.id] as number) + 1;
    teller.beat = beat.name;
    teller.beginTelling();
    const start = teller.out.length;
    telling.emit(teller);
    teller.trace(start, '', telling.source);
  }

  private take(kind: number, value: CompiledValue): void {
    this.teller.facts[kind] = value;
    for (const topic of value.topics) this.topicSerial[topic] = this.serial;
    for (const topic of value.not) this.bannedSerial[topic] = this.serial;
  }

  private count(value: CompiledValue | undefined): void {
    if (value && this.coverage) this.coverage.values[value.id] = (this.coverage.values[value.id] as number) + 1;
  }

  private chooseValue(deck: Deck, kind: number): void {
    const aspect = this.wantedAspect(kind);
    const first = this.attempt * TRIES;
    for (let use = first; use < first + TRIES; use++) {
      const value = this.deal(deck, kind, use);
      if (this.fits(value, aspect)) {
        this.take(kind, value);
        return;
      }
    }
    const { values } = deck;
    const n = values.length;
    const start = this.teller.draw(VALUE + kind, n);
    for (let k = 0; k < n; k++) {
      const value = values[(start + k) % n] as CompiledValue;
      if (this.fits(value, aspect)) {
        this.teller.variants[kind] = this.teller.draw(VALUE + kind + 1, value.variants);
        this.take(kind, value);
        return;
      }
    }
  }

  private wantedAspect(kind: number): string | undefined {
    for (const [number, attribute] of this.grammar.aspectAttributes)
      if (number === kind) return this.teller.record.attributes[attribute];
    return undefined;
  }

  private fits(value: CompiledValue, aspect: string | undefined): boolean {
    if (!isHeld(this.teller.holds, value.when) || (aspect !== undefined && value.aspect !== aspect)) return false;
    for (const topic of value.topics)
      if (this.topicSerial[topic] === this.serial || this.bannedSerial[topic] === this.serial) return false;
    for (const topic of value.not) if (this.topicSerial[topic] === this.serial) return false;
    return true;
  }

  private chooseTelling(beat: PlanBeat, i: number, available: number): CompiledTelling | undefined {
    const { teller } = this;
    const wantOrg =
      this.orgWanted && !this.orgTold && beat.hasOrg && teller.share(ORG + 1 + i) * (beat.orgAfter + 1) < 1;
    const value = beat.must >= 0 ? teller.facts[beat.must] : undefined;
    const turn = this.turnOf(beat, i);
    const groups = beat.groups[value?.signature ?? 0] as readonly TellingGroup[];
    for (const sharing of beat.optional ? [true] : [true, false])
      for (const group of groups) {
        const [first, second] = wantOrg ? [group.naming, group.others] : [group.others, group.naming];
        const telling = this.anyOf(first, turn, available, sharing) ?? this.anyOf(second, turn, available, sharing);
        if (telling) return telling;
      }
    return undefined;
  }

  /**
   * Whose turn it is to tell the beat. A card of a deck meets another telling in each round, so that a sentence comes
   * again only after the card has been told in all of them.
   */
  private turnOf(beat: PlanBeat, i: number): number {
    const base = TELLING + i * 257;
    if (beat.must < 0) return bitsAt(this.teller, base);
    const order =
      mix(this.stream.low ^ base ^ (this.keys[beat.must] as number), this.places[beat.must] as number) >>> 0;
    return modulo(order + (this.rounds[beat.must] as number) + this.attempt, 0x100000000);
  }

  /**
   * The telling of the list whose turn it is, or the next of a few others, if it can be told now; `sharing` passes over
   * one that does not take all its turns.
   */
  private anyOf(
    list: readonly CompiledTelling[],
    turn: number,
    available: number,
    sharing: boolean,
  ): CompiledTelling | undefined {
    const n = list.length;
    for (let use = 0; use < n && use < TURNS; use++) {
      const place = use === 0 ? turn : (mix(turn, use) >>> 0) + turn;
      const telling = list[place % n] as CompiledTelling;
      if (!this.canTell(telling, available)) continue;
      if (!sharing || telling.share === 1 || this.teller.share(SHARE + telling.id * 7 + use) < telling.share)
        return telling;
    }
    for (let k = 0; k < n; k++) {
      const telling = list[(turn + k) % n] as CompiledTelling;
      if ((!sharing || telling.share === 1) && this.canTell(telling, available)) return telling;
    }
    return undefined;
  }

  /** Whether a fact that the telling tells names the organisation as well. */
  private wouldNameTwice({ tells }: CompiledTelling): boolean {
    return this.teller.facts.some((value, kind) => value?.org === true && (tells & (1 << kind)) !== 0);
  }

  private canTell(telling: CompiledTelling, available: number): boolean {
    const { teller } = this;
    if (telling.org && this.wouldNameTwice(telling)) return false;
    if (telling.tells & ~available || telling.after & ~this.told || !isHeld(teller.holds, telling.when)) return false;
    if (telling.free) return true;
    for (const take of telling.takes) {
      const value = teller.facts[take.kind];
      if (!value?.flags.some((flag) => take.flags.includes(flag))) return false;
    }
    if (telling.voices.length > 0 && !telling.voices.includes(teller.voice.index)) return false;
    for (const topic of telling.topics) if (this.topicSerial[topic] === this.serial) return false;
    return true;
  }
}

const IN_ORDER: Turn = { period: 1, shift: 0 };
/** Cards that are drawn for a fact before the first that fits is looked for. */
const TRIES = 8;
/** Tellings that are asked in a drawn order before the first that fits is looked for. */
const TURNS = 12;
