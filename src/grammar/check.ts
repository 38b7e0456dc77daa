import { aspects } from './check/aspects.ts';
import { capacity } from './check/capacity.ts';
import { complete } from './check/complete.ts';
import { CheckContext, type CheckOptions, type RuleGroup } from './check/context.ts';
import { definite } from './check/definite.ts';
import { joints } from './check/joints.ts';
import { mention } from './check/mention.ts';
import { names } from './check/names.ts';
import { preconditions } from './check/preconditions.ts';
import { relations } from './check/relations.ts';
import { slots } from './check/slots.ts';
import { threads } from './check/threads.ts';
import { topics } from './check/topics.ts';
import { variety } from './check/variety.ts';
import { words } from './check/words.ts';
import type { Lexicon } from './lexicon.ts';
import type { PackSource, TemplateFault } from './source.ts';

/** The rules of the check, in the order in which they run: capacity counts only what the others let pass. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  names,
  aspects,
  definite,
  relations,
  mention,
  topics,
  threads,
  preconditions,
  slots,
  complete,
  joints,
  variety,
  words,
  capacity,
];

/** Every fault that the rules find in a pack's templates, by file and line; none means that the pack is sound. */
export function checkTemplates(
  source: PackSource,
  lexicon: Lexicon,
  options: CheckOptions = {},
): readonly TemplateFault[] {
  const context = new CheckContext(source, lexicon, options);
  for (const group of RULE_GROUPS) group.check(context);
  return context.faults.toSorted(byPlace);
}

function byPlace(a: TemplateFault, b: TemplateFault): number {
  const [fileA, lineA] = placeOf(a.at);
  const [fileB, lineB] = placeOf(b.at);
  return fileA < fileB ? -1 : fileA > fileB ? 1 : lineA - lineB;
}

function placeOf(at: string): readonly [string, number] {
  const colon = at.lastIndexOf(':');
  return [at.slice(0, colon), Number(at.slice(colon + 1))];
}
