import type { CompiledTelling, CompiledValue, CompiledVoice } from './compiled.ts';
import type { Conditions } from './conditions.ts';
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
  readonly distinct: readonly CompiledTelling[];
  /** The tellings by salience, highest first; in each, those that name the organisation apart. */
  readonly groups: readonly TellingGroup[];
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

/** A story that can be told in a cell: a schema by an arc. */
export interface Plan {
  readonly schema: SourceSchema;
  readonly arc: string;
  readonly weight: number;
  readonly when: number;
  readonly beats: readonly PlanBeat[];
  /** Values by kind number; empty where the plan has none. */
  readonly values: readonly (readonly CompiledValue[])[];
  /** The permuted choices: key kinds, how many values each has, and which factor of the space it belongs to. */
  readonly axes: readonly { readonly kind: number; readonly size: number; readonly half: 0 | 1 }[];
  /** Factors of the space of key facts. */
  readonly left: number;
  readonly right: number;
  /** What makes texts of the same key facts differ; undefined where other choices are left to chance. */
  readonly layers: Layers | undefined;
  /** Ranks until a skeleton repeats: key facts x layers. */
  readonly skeletons: number;
}

/**
 * Short texts have few key facts. When a rank comes to the same facts again it is in the next layer, and takes the next
 * turn of these choices: no two layers make the same choices until all have had their turn. The first layer, the only one
 * of a small run, draws them by weight.
 */
export interface Layers {
  /** The optional closing beat, or -1; its values, and none, take turns first. */
  readonly closing: number;
  readonly closingTurns: number;
  /** Required beats whose tellings take turns. */
  readonly tellings: readonly number[];
}

/** All stories of one question in one cell, by arc. */
export interface CellPlans {
  readonly arcs: readonly { readonly name: string; readonly weight: number; readonly plans: readonly Plan[] }[];
  readonly low: number;
  readonly high: number;
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
