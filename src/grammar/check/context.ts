import type { Lexicon } from '../lexicon.ts';
import type { Node } from '../pattern.ts';
import type { PackSource, SourceSchema, SourceTelling, SourceValue, TemplateFault, When } from '../source.ts';
import { type Flat, nodesOf, readAloud, readingsOf } from './flatten.ts';
import { Lookup } from './lookup.ts';
import { canMeet, type PlacedValue, type StoryPlan, serves, storyPlansOf, takes } from './plans.ts';

/** Words that may not stand in a template: one line of a list. */
export interface PhraseRule {
  /** Name of the rule that a finding breaks. */
  readonly rule: string;
  readonly pattern: RegExp;
  /** The questions in whose answers it may not stand; all by default. */
  readonly questions?: readonly string[];
  /** What to write instead; a general hint by default. */
  readonly hint?: string;
}

export interface CheckOptions {
  /** Rows that a run may have: no story should repeat a skeleton within them. A million by default. */
  readonly plannedRows?: number;
  /** Forbidden phrases besides those of `check/phrases.ts`, such as the safety rules. */
  readonly phrases?: readonly PhraseRule[];
  /**
   * Attributes that records can have together, besides those of the cell. By default one for each role that the
   * templates of the cell's folder name. Each of them must find a story in each cell and question that has any.
   */
  readonly records?: readonly Readonly<Record<string, string>>[];
}

/** A pattern of the pack and where it stands. */
export interface CheckedPattern {
  readonly role: 'value' | 'telling' | 'set' | 'slot';
  readonly text: string;
  readonly nodes: readonly Node[];
  readonly readings: readonly Flat[];
  /** The words of each reading. */
  readonly spoken: readonly string[];
  readonly file: string;
  readonly at: string;
  /** Folders of the stories that it can stand in; their names are known to it. */
  readonly folders: readonly string[];
  /** Questions that it can stand in an answer to. */
  readonly questions: readonly string[];
  /** Fact kind of a value, beat of a telling, name of a set or slot. */
  readonly name: string;
  /** Form of a value; the main one is ''. */
  readonly form: string;
  /** Conditions under which it stands: its own and its schema's. */
  readonly when: When;
  readonly schema: SourceSchema | undefined;
  readonly value?: SourceValue;
  readonly telling?: SourceTelling;
}

/** One group of rules: a plain object in the list of `check.ts`. */
export interface RuleGroup {
  readonly name: string;
  /** The rules that it can report, with what each one stops. */
  readonly rules: Readonly<Record<string, string>>;
  check(context: CheckContext): void;
}

/** What all rules look at: the pack, its patterns taken apart, its stories, and the list of what was found. */
export class CheckContext extends Lookup {
  readonly lexicon: Lexicon;
  readonly options: CheckOptions;
  readonly faults: TemplateFault[] = [];
  readonly plans: readonly StoryPlan[];
  readonly patterns: readonly CheckedPattern[];
  private readonly plansByTelling = new Map<string, readonly StoryPlan[]>();
  private readonly toldValues = new Map<string, readonly PlacedValue[]>();
  private readonly seen = new Set<string>();

  constructor(source: PackSource, lexicon: Lexicon, options: CheckOptions) {
    super(source);
    this.lexicon = lexicon;
    this.options = options;
    this.plans = storyPlansOf(source);
    this.patterns = collectPatterns(source);
  }

  report(rule: string, at: string, message: string, hint: string, severity: 'error' | 'warning' = 'error'): void {
    const key = `${rule}\0${at}\0${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.faults.push({ rule, severity, at, message, hint });
  }

  /** The stories that hold the telling's beat and file. */
  plansOf(beat: string, file: string): readonly StoryPlan[] {
    const key = `${beat}\0${file}`;
    let found = this.plansByTelling.get(key);
    if (!found) {
      found = this.plans.filter((plan) =>
        plan.beats.some(({ name, tellings }) => name === beat && tellings.some((telling) => telling.file === file)),
      );
      this.plansByTelling.set(key, found);
    }
    return found;
  }

  /** The values of a kind that a telling can tell, in any of its stories. */
  valuesFor(pattern: CheckedPattern, kind: string): readonly PlacedValue[] {
    const { telling } = pattern;
    const key = `${pattern.name}\0${pattern.file}\0${kind}`;
    let all = this.toldValues.get(key);
    if (!all) {
      const plans = this.plansOf(pattern.name, pattern.file);
      all = [
        ...new Map(plans.flatMap((plan) => plan.values[kind] ?? []).map((entry) => [entry.value, entry])).values(),
      ];
      this.toldValues.set(key, all);
    }
    return telling ? all.filter(({ value }) => takes(telling, kind, value) && canMeet(value.when, telling.when)) : all;
  }
}

function collectPatterns(source: PackSource): readonly CheckedPattern[] {
  const { schemas } = source;
  const patterns: CheckedPattern[] = [];
  const all = { folders: unique(schemas.map((s) => s.folder)), questions: unique(schemas.map((s) => s.question)) };
  const add = (
    entry: Omit<CheckedPattern, 'nodes' | 'readings' | 'spoken' | 'at' | 'form' | 'when' | 'schema'> & Extra,
  ) => {
    const nodes = nodesOf(entry.text);
    const readings = readingsOf(nodes);
    const { line, ...rest } = entry;
    patterns.push({
      form: '',
      when: {},
      schema: undefined,
      ...rest,
      nodes,
      readings,
      spoken: readings.map(readAloud),
      at: `${entry.file}:${line}`,
    });
  };
  const audienceOf = (users: readonly SourceSchema[], folder: string) => ({
    folders: users.length > 0 ? unique(users.map((user) => user.folder)) : [folder],
    questions: unique(users.map((user) => user.question)),
  });
  const addFacts = (owner: SourceSchema | PackSource['shared'][number], schema: SourceSchema | undefined) => {
    const users = schema
      ? [schema]
      : schemas.filter(
          (other) => canMeet(nonEmpty(owner.cells), nonEmpty(other.cells)) && serves(source, owner.file, other),
        );
    const audience = audienceOf(users, owner.folder);
    for (const [kind, values] of Object.entries(owner.facts))
      for (const value of values)
        for (const [form, text] of Object.entries(value.forms))
          add({
            role: 'value',
            text,
            file: owner.file,
            line: value.line,
            ...audience,
            name: kind,
            form,
            when: { ...schema?.when, ...value.when },
            schema,
            value,
          });
  };
  const addTellings = (
    owner: SourceSchema | PackSource['tellings'][number],
    beats: SourceSchema['tellings'],
    schema: SourceSchema | undefined,
  ) => {
    const users = schema
      ? [schema]
      : schemas.filter(
          (other) => other.question === owner.question && canMeet(nonEmpty(owner.cells), nonEmpty(other.cells)),
        );
    const audience = { ...audienceOf(users, owner.folder), questions: [owner.question] };
    for (const [beat, tellings] of Object.entries(beats))
      for (const telling of tellings)
        add({
          role: 'telling',
          text: telling.say,
          file: owner.file,
          line: telling.line,
          ...audience,
          name: beat,
          when: { ...schema?.when, ...telling.when },
          schema,
          telling,
        });
  };
  for (const schema of schemas) {
    addFacts(schema, schema);
    addTellings(schema, schema.tellings, schema);
  }
  for (const shared of source.shared) addFacts(shared, undefined);
  for (const file of source.tellings) addTellings(file, file.beats, undefined);
  const scopeAudience = (scope: string) => {
    const users = patterns.filter(
      (pattern) => scope === '' || pattern.file === scope || pattern.folders.includes(scope),
    );
    return {
      folders:
        scope === ''
          ? all.folders
          : unique(users.flatMap((user) => user.folders)).filter((f) => f === scope || scope.includes('.')),
      questions: unique(users.flatMap((user) => user.questions)),
    };
  };
  for (const set of source.sets) {
    const audience = scopeAudience(set.scope);
    for (const text of set.parts)
      add({ role: 'set', text, file: set.file, line: set.line, ...audience, name: set.name });
  }
  for (const slot of source.slots) {
    const audience = scopeAudience(slot.scope);
    for (const { text, line, when } of slot.values)
      add({ role: 'slot', text, file: slot.file, line, ...audience, name: slot.name, when });
  }
  return patterns.map((pattern) => (pattern.folders.length > 0 ? pattern : { ...pattern, folders: [''] }));
}

interface Extra {
  readonly line: number;
  readonly form?: string;
  readonly when?: When;
  readonly schema?: SourceSchema | undefined;
}

/** Headers that say something: an empty list means every value. */
function nonEmpty(cells: When): When {
  return Object.fromEntries(Object.entries(cells).filter(([, values]) => values.length > 0));
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
