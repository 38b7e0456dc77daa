import type { CompiledTelling, CompiledVoice } from './compiled.ts';
import type { Conditions } from './conditions.ts';
import type { Deck, Turn } from './deck.ts';
import type { Names } from './scope.ts';
import type { PackSource, SourceSchema } from './source.ts';

/** One beat of a plan, ready to tell. */
export interface PlanBeat {
  readonly name: string;
  readonly optional: boolean;
  readonly gate: number;
  readonly force: number;
  readonly forced: boolean;
  /** Kind number that it must tell, or -1. */
  readonly must: number;
  /** Kinds for which it chooses values: must first, then may. */
  readonly kinds: readonly number[];
  /**
   * For each signature of the fact that it must tell (one, where it must tell none): the tellings that can tell it by
   * salience, highest first; in each, those that name the organisation apart.
   */
  readonly groups: readonly (readonly TellingGroup[])[];
  readonly hasOrg: boolean;
  /** Required beats after this one that can name the organisation. */
  readonly orgAfter: number;
  /** Mean length in characters. */
  readonly length: number;
}

/** Tellings of one salience. */
export interface TellingGroup {
  readonly naming: readonly CompiledTelling[];
  readonly others: readonly CompiledTelling[];
}

/** The decks of a story, or of one of its threads. */
export interface Hand {
  /** The values of each kind number; undefined where there are none. */
  readonly decks: readonly (Deck | undefined)[];
  /** Key kinds that are told in every text, and how they are dealt: own decks beside each other, shared ones likewise. */
  readonly keys: readonly { readonly kind: number; readonly turn: Turn }[];
  /** Names the hand: those of other cells that have the same story have the same. */
  readonly key: number;
}

/** A story that can be told in a cell: a schema by an arc. */
export interface Plan {
  readonly schema: SourceSchema;
  readonly arc: string;
  readonly weight: number;
  /** Which of the cells that tell the story this is: each deals its records hands of its own. */
  readonly lane: number;
  /** How many cells these are. */
  readonly lanes: number;
  readonly when: number;
  readonly beats: readonly PlanBeat[];
  /** What its records are dealt from, in turn: one hand for each thread, or the only one. */
  readonly hands: readonly Hand[];
  /** Records of the story that are dealt different key facts: the product of its own decks of the keys, or else of the shared ones. */
  readonly skeletons: number;
}

/** All stories of one question in one cell, by arc. */
export interface CellPlans {
  readonly arcs: readonly { readonly name: string; readonly weight: number; readonly plans: readonly Plan[] }[];
  readonly low: number;
  readonly high: number;
  /** Names the question and the cell. */
  readonly key: number;
}

/** The compiled templates of a pack. */
export interface CompiledGrammar {
  readonly source: PackSource;
  readonly names: Names;
  readonly conditions: Conditions;
  readonly voices: readonly CompiledVoice[];
  readonly values: number;
  readonly tellings: number;
  readonly topics: number;
  readonly flags: number;
  /** Kinds whose aspect a record attribute of the same name fixes: [kind number, attribute]. */
  readonly aspectAttributes: readonly (readonly [number, string])[];
  /** Source place of every value and telling by coverage number. */
  readonly places: { readonly values: readonly string[]; readonly tellings: readonly string[] };
  /** The stories of a record's cell, by question. */
  cellOf(attributes: Readonly<Record<string, string>>): Readonly<Record<string, CellPlans>> | undefined;
}
