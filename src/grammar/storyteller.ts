import { openPermutation, type Permutation } from '../core/permutation.ts';
import { bitsAt, hashText, indexByWeight, mix, openStream, type Stream } from '../core/random.ts';
import type { CompiledTelling, CompiledValue, CompiledVoice, StoryRecord } from './compiled.ts';
import { isHeld } from './conditions.ts';
import type { CellPlans, CompiledGrammar, Layers, Plan, PlanBeat } from './plan.ts';
import { type Span, Teller } from './teller.ts';

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

const ATTEMPTS = 6;
const node = (name: string) => hashText(name);
const VOICE = node('voice');
const ARC = node('arc');
const SCHEMA = node('schema');
const TARGET = node('target');
const INCLUDE = node('include');
const ORG = node('org');
const VALUE = node('value');
const TELLING = node('telling');
const CLOSING = node('closing');

/** Opens a storyteller: one for each thread, told the records in any order. */
export function openStoryteller(grammar: CompiledGrammar, options: StorytellerOptions): Storyteller {
  return new Planner(grammar, options);
}

class Planner implements Storyteller {
  readonly coverage: Coverage | undefined;
  private readonly grammar: CompiledGrammar;
  private readonly teller: Teller;
  private readonly stream: Stream;
  private readonly permutations = new Map<Plan, Permutation>();
  private readonly topicSerial: Int32Array;
  private readonly bannedSerial: Int32Array;
  private readonly questionNodes = new Map<string, number>();
  private cells: Readonly<Record<string, CellPlans>> | undefined;
  private serial = 0;
  private told = 0;
  /** The value of each axis, the closing value and the tellings that have their turn. */
  private readonly digits: number[] = [];
  private readonly turns: CompiledTelling[] = [];
  private closing: CompiledValue | undefined;
  private orgWanted = false;
  private orgTold = false;

  constructor(grammar: CompiledGrammar, options: StorytellerOptions) {
    this.grammar = grammar;
    this.stream = openStream(options.seed, 'skeleton', grammar.source.pack);
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
    const plan = this.choosePlan(cell);
    if (!plan) return undefined;
    this.readDigits(plan, rank);
    let best = '';
    let bestMiss = Number.POSITIVE_INFINITY;
    let bestSpans: Span[] | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      this.tellPlan(plan, cell, mix(high, attempt * 0x632be5ab), mix(low, attempt));
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

  private choosePlan(cell: CellPlans): Plan | undefined {
    const { holds } = this.teller;
    const weights: number[] = [];
    let total = 0;
    for (const arc of cell.arcs) {
      if (arc.plans.some((plan) => isHeld(holds, plan.when))) total += arc.weight;
      weights.push(total);
    }
    if (total === 0) return undefined;
    const arc = cell.arcs[indexByWeight(weights, this.teller.share(ARC))] as CellPlans['arcs'][number];
    let sum = 0;
    for (const plan of arc.plans) if (isHeld(holds, plan.when)) sum += plan.weight;
    let left = this.teller.share(SCHEMA) * sum;
    let chosen: Plan | undefined;
    for (const plan of arc.plans) {
      if (!isHeld(holds, plan.when)) continue;
      chosen = plan;
      left -= plan.weight;
      if (left < 0) break;
    }
    return chosen;
  }

  /** Unranks the record's place in the permuted space of key facts to one digit for each, and its turn in the layers. */
  private readDigits(plan: Plan, rank: number): void {
    let permutation = this.permutations.get(plan);
    if (!permutation) {
      const key = hashText(`${plan.schema.file}/${plan.arc}`);
      const stream = { high: mix(this.stream.high, key), low: mix(this.stream.low, key) };
      permutation = openPermutation(stream, plan.left, plan.right);
      this.permutations.set(plan, permutation);
    }
    const place = permutation.at(rank);
    const rest: [number, number] = [place % plan.left, Math.floor(place / plan.left)];
    for (let i = 0; i < plan.axes.length; i++) {
      const { half, size } = plan.axes[i] as Plan['axes'][number];
      this.digits[i] = rest[half] % size;
      rest[half] = Math.floor(rest[half] / size);
    }
    if (plan.layers)
      this.takeTurns(plan, plan.layers, Math.floor(rank / permutation.size), mix(this.stream.low, place));
  }

  /** Chooses the closing value and the tellings of layer `layer`; `key` names the key facts, which have an order of their own. */
  private takeTurns(plan: Plan, layers: Layers, layer: number, key: number): void {
    let rest = layer;
    const turn = rest % layers.closingTurns;
    rest = Math.floor(rest / layers.closingTurns);
    this.closing = undefined;
    if (layers.closing >= 0) {
      const silentTurn = mix(key, CLOSING) & 1;
      const values = plan.values[(plan.beats[layers.closing] as PlanBeat).must] as readonly CompiledValue[];
      if (turn !== silentTurn)
        this.closing = takesTurn(values, mix(key, VALUE), turn === 0 ? 0 : turn === 1 ? 0 : turn - 1);
    }
    for (const i of layers.tellings) {
      const { distinct } = plan.beats[i] as PlanBeat;
      this.turns[i] = takesTurn(distinct, mix(key, TELLING + i), rest % distinct.length);
      rest = Math.floor(rest / distinct.length);
    }
  }

  private tellPlan(plan: Plan, cell: CellPlans, high: number, low: number): void {
    const { teller } = this;
    teller.beginText(high, low);
    this.serial++;
    this.told = 0;
    this.orgTold = false;
    this.orgWanted = teller.share(ORG) < ORG_SHARE;
    for (let i = 0; i < plan.axes.length; i++) {
      const { kind } = plan.axes[i] as Plan['axes'][number];
      this.take(kind, (plan.values[kind] as readonly CompiledValue[])[this.digits[i] as number] as CompiledValue);
    }
    if (plan.layers && this.closing) this.take((plan.beats[plan.layers.closing] as PlanBeat).must, this.closing);
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
        const wanted =
          plan.layers?.closing === i
            ? this.closing !== undefined
            : this.isWanted(beat, room, optional, i, cell.high - teller.out.length - required);
        optional -= beat.length;
        if (!wanted) continue;
      } else required -= beat.length;
      this.tellBeat(plan, beat, i);
    }
  }

  private isWanted(beat: PlanBeat, room: number, optional: number, i: number, limit: number): boolean {
    const { holds } = this.teller;
    if (!isHeld(holds, beat.gate)) return false;
    if (beat.forced && isHeld(holds, beat.force)) return true;
    if (beat.length > limit) return false;
    return this.teller.share(INCLUDE + i) < room / optional;
  }

  private tellBeat(plan: Plan, beat: PlanBeat, i: number): void {
    const { teller } = this;
    let available = 0;
    for (const kind of beat.kinds) {
      if (!teller.facts[kind]) this.chooseValue(plan, kind);
      if (teller.facts[kind] && !(this.told & (1 << kind))) available |= 1 << kind;
    }
    if (beat.must >= 0 && !(available & (1 << beat.must))) return;
    const telling = plan.layers && !beat.optional ? this.turns[i] : this.chooseTelling(beat, i, available);
    if (!telling) return;
    for (const topic of telling.topics) this.topicSerial[topic] = this.serial;
    this.told |= telling.tells;
    for (const kind of beat.kinds) if (telling.tells & (1 << kind)) this.count(teller.facts[kind]);
    if (telling.org) this.orgTold = true;
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

  private chooseValue(plan: Plan, kind: number): void {
    const list = plan.values[kind] as readonly CompiledValue[];
    const n = list.length;
    const base = VALUE + kind * 131;
    const aspect = this.wantedAspect(kind);
    for (let use = 0; use < 8; use++) {
      const value = list[this.teller.draw(base + use * 0x9e3779b1, n)] as CompiledValue;
      if (this.fits(value, aspect)) {
        this.take(kind, value);
        return;
      }
    }
    const start = this.teller.draw(base, n);
    for (let k = 0; k < n; k++) {
      const value = list[(start + k) % n] as CompiledValue;
      if (this.fits(value, aspect)) {
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
    for (const group of beat.groups) {
      const base = TELLING + i * 257;
      const [first, second] = wantOrg ? [group.naming, group.others] : [group.others, group.naming];
      const telling = this.anyOf(first, base, available) ?? this.anyOf(second, base + 1, available);
      if (telling) return telling;
    }
    return undefined;
  }

  /** A telling of the list that can be told now: a few draws, then the first from a drawn start. */
  private anyOf(list: readonly CompiledTelling[], base: number, available: number): CompiledTelling | undefined {
    const n = list.length;
    if (n === 0) return undefined;
    for (let use = 0; use < 6; use++) {
      const telling = list[this.teller.draw(base + Math.imul(use, 0x85ebca6b), n)] as CompiledTelling;
      if (this.canTell(telling, available)) return telling;
    }
    const start = this.teller.draw(base, n);
    for (let k = 0; k < n; k++) {
      const telling = list[(start + k) % n] as CompiledTelling;
      if (this.canTell(telling, available)) return telling;
    }
    return undefined;
  }

  private canTell(telling: CompiledTelling, available: number): boolean {
    const { teller } = this;
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

/** Share of texts that are to name their organisation where a telling allows it. */
const ORG_SHARE = 0.92;

/**
 * The item that has turn `n` in an order that depends on `key` alone: the first is drawn by weight, then come the others,
 * each once, from a drawn start on.
 */
function takesTurn<T extends { readonly weight: number }>(items: readonly T[], key: number, n: number): T {
  const count = items.length;
  let total = 0;
  for (let i = 0; i < count; i++) total += (items[i] as T).weight;
  let left = ((mix(key, 1) >>> 0) / 0x100000000) * total;
  let first = 0;
  while (first < count - 1 && left >= (items[first] as T).weight) left -= (items[first++] as T).weight;
  if (n === 0) return items[first] as T;
  const others = count - 1;
  const place = ((mix(key, 2) >>> 0) + n - 1) % others;
  return items[place < first ? place : place + 1] as T;
}
