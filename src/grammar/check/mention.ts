import type { CheckContext, CheckedPattern, RuleGroup } from './context.ts';
import { type Flat, readAloud } from './flatten.ts';
import { canMeet } from './plans.ts';

const SUBJECT_FORMS = ['', 'he', 'she', 'name'];
/** Words that may stand between a subject and its verb. */
const ADVERB =
  /^(?:never|still|always|also|just|only|then|now|even|hardly|barely|usually|often|sometimes|really|mostly|actually|already|rarely|seldom|simply)$/;

/** Words behind which a person is the object, unless a clause of that person begins there. */
const OBJECT_AFTER =
  /(?:^|[\s(])(?:to|with|at|from|of|by|beside|behind|near|past|toward|against|without|told|asked|thanked|helped|blamed|trusted|missed) $/;
/** What may stand behind an object and not behind the subject of a clause. */
const AFTER_OBJECT = /^(?:[,.;:!?)]| (?:and|but|in|on|with|to|about|again|for|at|because|until|from|by)\b|$)/;

/** Words for people that are things as well: only a reader can tell. */
const ALSO_THINGS = /\b(?:chair|lead|head|second|charge)$/;

/** A person is named once, then referred to; the verb goes with what was said. */
export const mention: RuleGroup = {
  name: 'mention',
  rules: {
    'named-twice': 'a person in literal words who is also one of the people of the story',
    object: 'a person as the object in the form of a subject',
    agreement: 'a present verb that does not follow the pronoun',
    'verb-without-person': 'an agreeing verb with nobody to agree with',
  },
  check(context) {
    for (const pattern of context.patterns) {
      if (pattern.role !== 'value' && pattern.role !== 'telling') continue;
      checkNames(context, pattern);
      for (const reading of pattern.readings) checkPeople(context, pattern, reading);
    }
  },
};

function checkNames(context: CheckContext, pattern: CheckedPattern): void {
  const { spoken, at, file, folders, when } = pattern;
  const named = new Set(spoken.join('\n').match(NAME_START));
  for (const folder of folders)
    for (const [name, person] of namesIn(context, file, folder)) {
      if (!named.has(person.start) || !spoken.some((words) => person.pattern.test(words))) continue;
      if (!person.whens.some((other) => canMeet(other, when))) continue;
      context.report(
        'named-twice',
        at,
        `'${name}' is a name of {${person.slot}}, whom the same text can name too`,
        `write {${person.slot}}, {${person.slot}.o} or {${person.slot}'s}`,
        /^(?:my|our) /.test(name) && !ALSO_THINGS.test(name) ? 'error' : 'warning',
      );
    }
}

/** How a name begins that is no proper name. */
const NAME_START = /\b(?:my|our|the) [\w-]+/g;

interface PersonName {
  readonly slot: string;
  readonly start: string;
  readonly pattern: RegExp;
  readonly whens: readonly CheckedPattern['when'][];
}

const nameCache = new WeakMap<CheckContext, Map<string, ReadonlyMap<string, PersonName>>>();

/** Names that people lists of this scope give, by text. */
function namesIn(context: CheckContext, file: string, folder: string): ReadonlyMap<string, PersonName> {
  const key = context.source.people.some((people) => people.scope === file) ? `${file}\0${folder}` : folder;
  const cache = nameCache.get(context) ?? new Map<string, ReadonlyMap<string, PersonName>>();
  nameCache.set(context, cache);
  const found = cache.get(key);
  if (found) return found;
  const names = new Map<string, PersonName>();
  for (const { name: slot, persons, scope } of context.source.people) {
    if (![file, folder, ''].includes(scope)) continue;
    for (const person of persons)
      for (const name of new Set([person.name, person.later])) {
        if (!/^(?:my|our|the) /.test(name)) continue;
        const old = names.get(name);
        const pattern =
          old?.pattern ??
          new RegExp(
            `(?<![\\w'-])${name.replace(/[.*+?^$()[\]\\]/g, '\\$&')}(?:'s)?(?![\\w-])${/est$/.test(name) ? '(?! [a-z])' : ''}`,
          );
        names.set(name, {
          slot: old?.slot ?? slot,
          start: name.match(NAME_START)?.[0] ?? name,
          pattern,
          whens: [...(old?.whens ?? []), person.when],
        });
      }
  }
  cache.set(key, names);
  return names;
}

function checkPeople(context: CheckContext, { at, file, folders }: CheckedPattern, reading: Flat): void {
  const folder = folders[0] ?? '';
  let person = false;
  reading.forEach((node, i) => {
    if (node.kind === 'verb' && !person)
      context.report(
        'verb-without-person',
        at,
        `~${node.word} agrees with nobody: no person stands before it`,
        `name a person before it, or write '${node.word}' without the mark`,
      );
    if (node.kind !== 'ref') return;
    const meaning = context.meaning(node.name, file, folder);
    if (meaning?.kind !== 'people') return;
    person = true;
    checkObject(context, at, reading, i);
    const next = reading[i + 1];
    if (!SUBJECT_FORMS.includes(node.form) || next?.kind !== 'text' || inQuotes(reading, i)) return;
    const words = /^((?: [a-z]+n't| [a-z]+)+)/.exec(next.text)?.[1]?.trim().split(' ') ?? [];
    const verb = words.find((word) => !ADVERB.test(word));
    if (verb === undefined || [undefined, verb].includes(context.lexicon.pluralVerb(verb))) return;
    if (!meaning.people.persons.some(({ pronoun }) => pronoun === 'they')) return;
    context.report(
      'agreement',
      at,
      `'${verb}' after {${node.name}} stays as it is where {${node.name}} is 'they'`,
      `write ~${verb}`,
    );
  });
}

/** "I went to {boss}, who ...": told later it would read "I went to she". */
function checkObject(context: CheckContext, at: string, reading: Flat, i: number): void {
  const [before, node, next] = [reading[i - 1], reading[i], reading[i + 1]];
  if (node?.kind !== 'ref' || node.form !== '' || before?.kind !== 'text' || !OBJECT_AFTER.test(before.text)) return;
  if (next && (next.kind !== 'text' || !AFTER_OBJECT.test(next.text))) return;
  context.report(
    'object',
    at,
    `{${node.name}} is an object behind '${before.text.trim().split(' ').at(-1)}'`,
    `write {${node.name}.o}`,
  );
}

/** Whether a node stands inside a quoted remark: an odd number of opening and closing quotes before it. */
function inQuotes(reading: Flat, i: number): boolean {
  const before = readAloud(reading.slice(0, i));
  return (before.match(/(?<![A-Za-z])'|'(?![A-Za-z])|"/g) ?? []).length % 2 === 1;
}
