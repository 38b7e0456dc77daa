import type { CompiledTelling, CompiledValue } from './compiled.ts';
import type { Layers, PlanBeat } from './plan.ts';

/** Values of the closing beat that take turns before the tellings do. */
const CLOSING_TURNS = 8;

/** Layers, where every required beat's tellings can stand for every record. */
export function layersOf(
  beats: readonly PlanBeat[],
  values: readonly (readonly CompiledValue[])[],
): Layers | undefined {
  const required = beats.flatMap((beat, i) => (beat.optional ? [] : [i]));
  if (!required.every((i) => isFreeBeat(beats[i] as PlanBeat, values))) return undefined;
  const last = beats.at(-1);
  const asksNothing = last?.optional && last.gate === 0 && !last.forced && isFreeBeat(last, values);
  const closingValues = asksNothing ? (values[last.must] ?? []) : [];
  const closes = closingValues.length > 0 && closingValues.every(isFreeValue);
  return {
    closing: closes ? beats.length - 1 : -1,
    closingTurns: closes ? Math.min(CLOSING_TURNS, closingValues.length + 1) : 1,
    tellings: required,
  };
}

/**
 * Whether a telling can stand in its beat for every record: it tells nothing but the beat's own fact, which no other beat
 * can have told before, and nothing is asked that the plan's values do not all answer.
 */
function isFree(telling: CompiledTelling, must: number, values: readonly (readonly CompiledValue[])[]): boolean {
  if (telling.tells & ~(must < 0 ? 0 : 1 << must)) return false;
  const settled = telling.takes.every((take) => values[take.kind]?.every((value) => hasFlag(value, take.flags)));
  return (
    settled &&
    telling.when === 0 &&
    telling.voices.length === 0 &&
    telling.topics.length === 0 &&
    telling.salience === 0 &&
    telling.after === 0
  );
}

/** Whether all tellings of a beat can stand for every record. */
export function isFreeBeat(beat: PlanBeat, values: readonly (readonly CompiledValue[])[]): boolean {
  return beat.distinct.every((telling) => isFree(telling, beat.must, values));
}

/** Whether a value can stand in every text of its plan. */
function isFreeValue(value: CompiledValue): boolean {
  return value.when === 0 && value.topics.length === 0 && value.not.length === 0;
}

/** Turns that the layers of a plan can take. */
export function countTurns(layers: Layers, beats: readonly PlanBeat[]): number {
  return layers.tellings.reduce((turns, i) => turns * (beats[i] as PlanBeat).distinct.length, layers.closingTurns);
}

/** Whether a value has one of the flags. */
export function hasFlag(value: CompiledValue, flags: readonly number[]): boolean {
  return value.flags.some((flag) => flags.includes(flag));
}
