import type { Stream } from '../core/random.ts';
import type { Literal } from './literal.ts';
import type { SourceVoice } from './source.ts';
import type { Emit } from './teller.ts';

/** What the engine is given of a record: its stream, its attributes, and words that only the record knows. */
export interface StoryRecord {
  readonly stream: Stream;
  /** Value of each attribute of grammar.yaml, by name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts for the slots that the record computes (org, month, ...): one is drawn for each text. */
  readonly computed: Readonly<Record<string, readonly string[]>>;
}

/** [subject, object, possessive]. */
type Cases = readonly [Literal, Literal, Literal];

export interface PersonForms {
  readonly name: Cases;
  readonly later: Cases;
  readonly pronoun: Cases;
  readonly they: boolean;
  /** Number of the condition; 0 always holds. */
  readonly when: number;
}

/** A voice as its file has it, with its number, its condition and its openers as the teller takes them. */
export interface CompiledVoice extends Omit<SourceVoice, 'line' | 'when' | 'openers'> {
  readonly index: number;
  readonly when: number;
  readonly openers: readonly Literal[];
}

export interface CompiledValue {
  /** Writers by form number; form 0 is the main one. */
  readonly emit: readonly (Emit | undefined)[];
  readonly when: number;
  readonly topics: readonly number[];
  readonly not: readonly number[];
  /** Numbers of its aspect and tags. */
  readonly flags: readonly number[];
  readonly aspect: string;
  /** Number of the combination of its aspect and tags among those of its kind. */
  readonly signature: number;
  /** Parts of each of its alternations that are told apart by number, leftmost first. */
  readonly sizes: readonly number[];
  /** How many combinations of these there are. */
  readonly variants: number;
  /** Numbers of the threads that it may stand in, from 1; empty for every one. */
  readonly behind: readonly number[];
  /** Names the organisation itself. */
  readonly org: boolean;
  readonly length: number;
  readonly weight: number;
  /** `file:line` of the source. */
  readonly source: string;
  /** Number for the coverage report. */
  readonly id: number;
}

export interface CompiledTelling {
  readonly emit: Emit;
  /** Bits of the kinds told. */
  readonly tells: number;
  /** Bits of the kinds that must have been told before. */
  readonly after: number;
  /** Flags of chosen values, all of which must be set; a group is any-of. */
  readonly takes: readonly { readonly kind: number; readonly flags: readonly number[] }[];
  readonly when: number;
  /** Asks nothing of values, voice or topics. */
  readonly free: boolean;
  /** Voices that may use it; empty for all. */
  readonly voices: readonly number[];
  readonly topics: readonly number[];
  readonly org: boolean;
  readonly salience: number;
  /**
   * Share of its turns that it takes: below 1 where a sentence of its own tells no fact and has few readings, or that
   * sentence would stand in too many texts.
   */
  readonly share: number;
  readonly length: number;
  readonly weight: number;
  readonly source: string;
  readonly id: number;
}
