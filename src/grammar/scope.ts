import { hashText } from '../core/random.ts';
import { type CompiledPattern, compilePattern, type Meaning, type NamedSet, type Scope } from './compile-pattern.ts';
import type { PersonForms } from './compiled.ts';
import { type Conditions, isHeld } from './conditions.ts';
import type { Lexicon } from './lexicon.ts';
import { literalOf } from './literal.ts';
import { NUMBER_SLOTS } from './number-words.ts';
import { PatternFault } from './pattern.ts';
import type { PackSource, SourcePeople, SourcePerson, SourceSlot } from './source.ts';

const PRONOUNS: Readonly<Record<string, readonly [string, string, string]>> = {
  she: ['she', 'her', 'her'],
  he: ['he', 'him', 'his'],
  they: ['they', 'them', 'their'],
};

/** A pattern's fault with the file and line that it stands in. */
export class PlacedFault extends PatternFault {
  readonly at: string;
  constructor(fault: PatternFault, at: string) {
    super(fault.message, fault.hint, fault.column);
    this.at = at;
  }
}

/** Runs `work`; a fault of a pattern comes out with its place. */
export function placed<T>(at: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PatternFault && !(error instanceof PlacedFault)) throw new PlacedFault(error, at);
    throw error;
  }
}

/** The forms that a fact kind can be told in; verbs' base forms inflect. */
export function formsOf(forms: readonly string[]): readonly string[] {
  return forms[0] === 'b' ? ['', 'g', 'p', 's'] : ['', ...forms.slice(1)];
}

/** What all scopes of a pack share: numbered entities, sets and kinds. */
export class Names {
  readonly kinds: readonly string[];
  readonly entityNumber = new Map<string, number>();
  readonly setNumber = new Map<string, number>();
  private readonly scopes = new Map<string, Scope>();
  private readonly slotCache = new Map<SourceSlot, CompiledPattern>();
  private readonly peopleCache = new Map<SourcePeople, readonly PersonForms[]>();
  private readonly computed: ReadonlySet<string>;
  readonly source: PackSource;
  readonly lexicon: Lexicon;
  private readonly conditions: Conditions;

  constructor(source: PackSource, lexicon: Lexicon, conditions: Conditions) {
    this.source = source;
    this.lexicon = lexicon;
    this.conditions = conditions;
    this.kinds = Object.keys(source.grammar.kinds);
    this.computed = new Set(source.grammar.computed.map((name) => name.split('.')[0] as string));
    for (const people of source.people) number(this.entityNumber, people.name);
    source.sets.forEach((set, i) => {
      this.setNumber.set(`${set.scope}/${set.name}`, i);
    });
  }

  /** The scope of patterns in `file`, told in a story of `folder`. */
  scope(file: string, folder: string): Scope {
    const key = `${file}|${folder}`;
    let scope = this.scopes.get(key);
    if (!scope) {
      scope = this.openScope(file, folder);
      this.scopes.set(key, scope);
    }
    return scope;
  }

  private openScope(file: string, folder: string): Scope {
    const chain = [file, folder, ''];
    const find = <T extends { readonly name: string; readonly scope: string }>(list: readonly T[], name: string) => {
      for (const scope of chain) {
        const found = list.find((entry) => entry.name === name && entry.scope === scope);
        if (found) return found;
      }
      return undefined;
    };
    const cache = new Map<string, Meaning | undefined>();
    const scope: Scope = {
      lexicon: this.lexicon,
      meaning: (name) => {
        if (!cache.has(name)) cache.set(name, this.meaningOf(name, find, scope));
        return cache.get(name);
      },
      set: (name): NamedSet | undefined => {
        const set = find(this.source.sets, name);
        const key = set && `${set.scope}/${set.name}`;
        return (
          set && {
            index: this.setNumber.get(key as string) as number,
            parts: set.parts,
            mode: set.mode,
            key: key as string,
          }
        );
      },
      connectives: (from, to) => connectivesOf(this.source, from, to),
    };
    return scope;
  }

  private meaningOf(
    name: string,
    find: <T extends { readonly name: string; readonly scope: string }>(
      list: readonly T[],
      name: string,
    ) => T | undefined,
    scope: Scope,
  ): Meaning | undefined {
    const kind = this.source.grammar.kinds[name];
    if (kind) return { kind: 'fact', index: this.kinds.indexOf(name), forms: formsOf(kind.forms) };
    const people = find(this.source.people, name);
    if (people)
      return { kind: 'person', index: this.entityNumber.get(name) as number, candidates: this.personsOf(people) };
    const slot = find(this.source.slots, name);
    if (slot) {
      const compiled = this.slotOf(slot, scope);
      return { kind: 'slot', ...compiled };
    }
    if (this.computed.has(name)) return { kind: 'computed', forms: this.source.grammar.computed };
    const numberSlot = NUMBER_SLOTS[name];
    return numberSlot && { kind: 'number', slot: numberSlot };
  }

  private slotOf(slot: SourceSlot, scope: Scope): CompiledPattern {
    const found = this.slotCache.get(slot);
    if (found) return found;
    const node = hashText(`${slot.scope}/${slot.name}`);
    const values = slot.values.map((value) => ({
      ...placed(`${slot.file}:${value.line}`, () =>
        compilePattern(value.text, scope, `${slot.scope}/${slot.name}/${value.text}`),
      ),
      when: this.conditions.numberOf(value.when),
    }));
    const n = values.length;
    const compiled: CompiledPattern = {
      sizes: [],
      length: values.reduce((sum, value) => sum + value.length, 0) / n,
      emit: (t) => {
        for (let use = 0; use < 16; use++) {
          const value = values[t.draw(node + use, n)] as (typeof values)[number];
          if (isHeld(t.holds, value.when)) return value.emit(t);
        }
        (values.find((value) => isHeld(t.holds, value.when)) ?? (values[0] as (typeof values)[number])).emit(t);
      },
    };
    this.slotCache.set(slot, compiled);
    return compiled;
  }

  private personsOf(people: SourcePeople): readonly PersonForms[] {
    const found = this.peopleCache.get(people);
    if (found) return found;
    const persons = people.persons.map((person) => personForms(person, this.conditions.numberOf(person.when)));
    this.peopleCache.set(people, persons);
    return persons;
  }
}

function number(map: Map<string, number>, name: string): void {
  if (!map.has(name)) map.set(name, map.size);
}

function personForms(person: SourcePerson, when: number): PersonForms {
  const cases = (subject: string, object: string, possessive: string) =>
    [literalOf(subject), literalOf(object), literalOf(possessive)] as const;
  const named = (name: string) => cases(name, name, possessiveOf(name));
  const [subject, object, possessive] = PRONOUNS[person.pronoun] as readonly [string, string, string];
  return {
    name: named(person.name),
    later: named(person.later),
    pronoun: cases(subject, object, possessive),
    they: person.pronoun === 'they',
    when,
  };
}

/** What stands behind the person in a name and cannot take an 's: "Mike from my team", "a woman who has been here forever". */
const ASIDE = / (?:who|from|at|in|on|down|up|across|next|with|two|I) .*$/;

/** "James's" and "my boss's", but "the nurses'"; "Mike's" of Mike from my team. */
function possessiveOf(full: string): string {
  const name = full.replace(ASIDE, '');
  return /[a-z]{2}s$/.test(name) &&
    !/(ss|us|is)$/.test(name) &&
    /^(the|my|our|one of) .*[^s]s$/.test(name) &&
    !/boss$/.test(name)
    ? `${name}'`
    : `${name}'s`;
}

/** Connectives of the relations declared for two kinds in this order; undefined if there are none. */
export function connectivesOf(source: PackSource, from: string, to: string): readonly string[] | undefined {
  const texts = Object.entries(source.grammar.relations)
    .filter(([, pairs]) => pairs.includes(`${from}>${to}`))
    .flatMap(([relation]) => source.grammar.connectives[relation] ?? []);
  return texts.length > 0 ? texts : undefined;
}
