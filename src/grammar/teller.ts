import { bitsAt, type Stream } from '../core/random.ts';
import type { CompiledValue, CompiledVoice, PersonForms, StoryRecord } from './compiled.ts';
import { isHeld } from './conditions.ts';
import { capitalize, type Literal, type LiteralForms, literalOf } from './literal.ts';

/** Compiled mark-up: writes into the teller. */
export type Emit = (teller: Teller) => void;

/** What stands between the text so far and the next piece, as bits. */
export const NOTHING = 0;
export const SPACE = 1;
const CAPITAL = 2;
const END = 4;
const ARTICLE = 8;

/** Names of draws that no pattern owns. */
const RUN_ON = 0x1f3a5c79;
const OPENER = 0x2b4d6f81;
const DROP = 0x3c5e7091;

/** A sentence of so many words is short: people seldom let it stand by itself. */
const SHORT = 6;

/** A voice that runs on this often joins three sentences and more. */
const BREATHLESS = 0.4;

/** A stretch of text and the choice that wrote it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly beat: string;
  /** Fact kind, or '' for the telling's own words. */
  readonly kind: string;
  /** Source place of the value or telling. */
  readonly source: string;
}

/**
 * The realizer and its state: one instance per thread, used for one text after another. It writes capitals, articles,
 * spaces and full stops, picks names and pronouns, and answers every draw from the text's own stream.
 */
export class Teller implements Stream {
  out = '';
  high = 0;
  low = 0;
  /** Contraction level of the voice. */
  level = 1;
  voice: CompiledVoice;
  record: StoryRecord;
  sentence = 0;
  /** The variant of the value being told. */
  variant = 0;
  /** Chosen value by kind; undefined where the text has none. */
  readonly facts: (CompiledValue | undefined)[];
  /** Which combination of its alternations each chosen value is told in. */
  readonly variants: number[];
  spans: Span[] | undefined;
  beat = '';
  /** Truth of each record-level condition. */
  readonly holds: Int32Array;

  /** What the next piece has to write before itself. */
  pending = CAPITAL;
  /** The text so far ends with its own mark. */
  closed = false;
  private endMark = '.';
  /** The sentence that was joined to the next one last. */
  private joined = -1;
  /** Where the sentence that is being written began. */
  private from = 0;
  private serial = 0;
  private readonly people: (PersonForms | undefined)[];
  private readonly mentioned: Int32Array;
  private readonly setSerial: Int32Array;
  private readonly setUses: Uint8Array;
  private lastPerson = -1;
  private lastPersonSentence = 0;
  private plural = false;
  private number = 0;

  constructor(
    sizes: { kinds: number; people: number; sets: number; conditions: number },
    record: StoryRecord,
    voice: CompiledVoice,
  ) {
    this.facts = new Array(sizes.kinds).fill(undefined);
    this.variants = new Array(sizes.kinds).fill(0);
    this.people = new Array(sizes.people).fill(undefined);
    this.mentioned = new Int32Array(sizes.people).fill(-1);
    this.setSerial = new Int32Array(sizes.sets).fill(-1);
    this.setUses = new Uint8Array(sizes.sets);
    this.holds = new Int32Array(sizes.conditions).fill(-1);
    this.record = record;
    this.voice = voice;
  }

  /** Takes up a record: its people are chosen anew. */
  beginRecord(record: StoryRecord, voice: CompiledVoice): void {
    this.record = record;
    this.voice = voice;
    this.level = voice.contraction;
    this.people.fill(undefined);
  }

  /** Starts a text; `high` and `low` are its stream. Everything said so far is forgotten. */
  beginText(high: number, low: number): void {
    this.high = high;
    this.low = low;
    this.out = '';
    this.pending = CAPITAL;
    this.closed = false;
    this.sentence = 0;
    this.lastPerson = -1;
    this.joined = -1;
    this.from = 0;
    this.serial++;
    this.facts.fill(undefined);
    if (this.spans) this.spans = [];
  }

  /** Ends the text and returns it. */
  finish(): string {
    if (this.pending & END && !this.closed) this.out += this.endMark;
    return this.out;
  }

  /** A whole number in [0, n) under the name `node`. */
  draw(node: number, n: number): number {
    return Math.floor((bitsAt(this, node) / 0x100000000) * n);
  }

  /** A number in [0, 1) under the name `node`. */
  share(node: number): number {
    return bitsAt(this, node) / 0x100000000;
  }

  emit(literal: Literal): void {
    const { pending } = this;
    let left = literal.gapAfter ? SPACE : NOTHING;
    if (pending <= SPACE) {
      const text = this.formsOf(literal);
      this.out += pending === SPACE || literal.gapBefore ? text.spaced : text.plain;
    } else {
      const capital = this.emitAfter(literal, this.formsOf(literal), pending);
      if (literal.opensQuote) left |= capital;
    }
    this.pending = left;
    this.closed = literal.closed;
  }

  /** Writes a literal behind what is pending; returns whether a capital was. */
  private formsOf(literal: Literal): LiteralForms {
    return this.level === 1 ? literal.written : this.level === 0 ? literal.full : literal.short;
  }

  private emitAfter(literal: Literal, text: LiteralForms, before: number): number {
    let pending = before;
    if (pending & END) pending = this.closeSentence(pending);
    const gap = (pending & SPACE || literal.gapBefore) && this.out !== '' ? ' ' : '';
    if (pending & ARTICLE) {
      const article = literal.an ? 'an' : 'a';
      this.out += gap + (pending & CAPITAL ? capitalize(article) : article);
      this.out += text.spaced;
    } else if (pending & CAPITAL) this.emitOpening(literal, text, gap);
    else this.out += gap ? text.spaced : text.plain;
    return pending & CAPITAL;
  }

  private emitOpening(literal: Literal, text: LiteralForms, gap: string): void {
    const { voice, sentence } = this;
    if (voice.opener > 0 && literal.opensClause && sentence > 0 && this.share(OPENER + sentence) < voice.opener) {
      const opener = voice.openers[this.draw(OPENER ^ sentence, voice.openers.length)] as Literal;
      this.out += gap + opener.written.capital + text.spaced;
    } else if (
      voice.dropSubject > 0 &&
      literal.withoutSubject !== '' &&
      this.share(DROP + sentence) < voice.dropSubject
    )
      this.out += gap + literal.withoutSubject;
    else this.out += gap ? text.spacedCapital : text.capital;
  }

  /** Writes the mark of the sentence before, or a comma where the voice runs on; returns what is pending after it. */
  private closeSentence(pending: number): number {
    const rest = (pending & ~END) | SPACE;
    if (this.closed) return rest | CAPITAL;
    if (this.endMark === '.' && this.runsOn()) {
      this.out += ',';
      this.joined = this.sentence;
      return rest;
    }
    this.out += this.endMark;
    this.from = this.out.length;
    return rest | CAPITAL;
  }

  /** Whether the voice joins the next sentence to this one: seldom two in a row, or the thread is lost. */
  private runsOn(): boolean {
    const { runOn, shortRunOn } = this.voice;
    if (this.joined === this.sentence - 1 && runOn < BREATHLESS) return false;
    const share = shortRunOn > runOn && this.isShort() ? shortRunOn : runOn;
    return share > 0 && this.share(RUN_ON + this.sentence) < share;
  }

  private isShort(): boolean {
    const words = this.out.slice(this.from).trim().split(' ');
    return words.length <= SHORT;
  }

  gap(): void {
    this.pending |= SPACE;
  }

  article(): void {
    this.pending |= ARTICLE;
  }

  end(mark: string): void {
    this.pending = END;
    this.endMark = mark;
    this.sentence++;
  }

  /** Starts a new sentence where the text so far stops on an abbreviation ("until 3 p.m."), which ends none by itself. */
  beginTelling(): void {
    if (this.out !== '' && !(this.pending & END)) this.end('.');
  }

  /** How often this text has used the set so far; counts the use. */
  useOf(set: number): number {
    if (this.setSerial[set] !== this.serial) {
      this.setSerial[set] = this.serial;
      this.setUses[set] = 0;
    }
    const use = this.setUses[set] as number;
    this.setUses[set] = use + 1;
    return use;
  }

  /** Writes a person: case 0 subject, 1 object, 2 possessive; `force` 1 pronoun, 2 name, 0 by mention. */
  tellPerson(entity: number, candidates: readonly PersonForms[], form: 0 | 1 | 2, force: 0 | 1 | 2): void {
    const person = this.people[entity] ?? this.choosePerson(entity, candidates);
    this.people[entity] = person;
    const near = this.lastPerson === entity && this.sentence - this.lastPersonSentence <= 1;
    const known = this.mentioned[entity] === this.serial;
    const pronoun = force === 1 || (force === 0 && near && known);
    const literal = pronoun ? person.pronoun[form] : known && force === 0 ? person.later[form] : person.name[form];
    this.emit(literal);
    this.mentioned[entity] = this.serial;
    this.lastPerson = entity;
    this.lastPersonSentence = this.sentence;
    this.plural = pronoun && person.they;
  }

  private choosePerson(entity: number, candidates: readonly PersonForms[]): PersonForms {
    const { high, low } = this.record.stream;
    for (let use = 0; use < 12; use++) {
      const t = bitsAt({ high, low }, 0x51ed270b + entity * 31 + use * 0x9e37);
      const person = candidates[t % candidates.length] as PersonForms;
      if (isHeld(this.holds, person.when)) return person;
    }
    return candidates.find((person) => isHeld(this.holds, person.when)) ?? (candidates[0] as PersonForms);
  }

  /** A verb that agrees with the person mentioned last. */
  verb(singular: Literal, plural: Literal): void {
    this.emit(this.plural ? plural : singular);
  }

  emitText(text: string): void {
    this.emit(literalOf(text));
  }

  /** Remembers the number just told, for the noun after it. */
  setNumber(value: number): void {
    this.number = value;
  }

  noun(singular: Literal, plural: Literal): void {
    this.emit(this.number === 1 ? singular : plural);
  }

  /** Writes a fact and, when tracing, its span. */
  tellFact(kind: number, kindName: string, form: number): void {
    const value = this.facts[kind];
    if (!value) return;
    const start = this.out.length;
    this.variant = this.variants[kind] as number;
    (value.emit[form] ?? (value.emit[0] as Emit))(this);
    this.trace(start, kindName, value.source);
  }

  /** When tracing, records that everything since `start` came from `source`. */
  trace(start: number, kind: string, source: string): void {
    if (!this.spans) return;
    let from = start;
    while (from < this.out.length && /[\s.,;:?!]/.test(this.out[from] as string)) from++;
    this.spans.push({ start: from, end: this.out.length, beat: this.beat, kind, source });
  }
}
