import { nearHint } from '../../core/nearest-name.ts';
import { inflectHead } from '../compile-pattern.ts';
import { PatternFault, parsePattern, walkNodes } from '../pattern.ts';
import { formsOf } from '../scope.ts';
import type { SourceSchema, When } from '../source.ts';
import type { CheckContext, CheckedPattern, RuleGroup } from './context.ts';
import { beatName } from './plans.ts';

/** Verbs with one form for all persons. */
const UNCHANGING = /^(?:can|could|will|would|shall|should|may|might|must)(?:n't|not)?$|ed$/;
const PERSON_FORMS = ['', 'o', 'possessive', 'he', 'she', 'him', 'her', 'his', 'name'];

/** Every name must mean something where it stands. */
export const names: RuleGroup = {
  name: 'names',
  rules: {
    pattern: 'mark-up that is not well-formed',
    'unknown-name': 'a slot, person or fact that nothing defines',
    'unknown-set': 'a set that nothing defines',
    'unknown-form': 'a form that the name does not have',
    'unknown-word': 'a verb or noun that the lexicon does not know',
    'unknown-kind': 'a fact kind that grammar.yaml does not define',
    'unknown-beat': 'a beat that grammar.yaml does not define',
    'unknown-arc': 'an arc that grammar.yaml does not define',
    'unknown-question': 'a question that no arc answers',
    'unknown-attribute': 'an attribute that records do not have',
    'unknown-attribute-value': 'a value that the attribute does not have',
    'unknown-aspect': 'an aspect or tag that the fact kind does not have',
    'unknown-tag': 'a tag that no value carries',
    'unknown-voice': 'a voice that nothing defines',
    'unknown-slot-kind': 'a kind of slot that grammar.yaml does not define',
    'same-name': 'two stories, lists of shared facts or of tellings under one name',
  },
  check(context) {
    for (const pattern of context.patterns) checkPattern(context, pattern);
    checkHeaders(context);
    checkOwnNames(context);
    checkGrammar(context);
    checkTellings(context);
    checkConditions(context);
    const { slotKinds } = context.source.grammar;
    for (const { kind, name, file, line } of context.source.slots)
      if (kind !== '' && !slotKinds[kind])
        context.report(
          'unknown-slot-kind',
          `${file}:${line}`,
          `the slot {${name}} is of the kind '${kind}', which slot_kinds does not list`,
          nearHint(kind, Object.keys(slotKinds), `use one of: ${Object.keys(slotKinds).join(', ')}`),
        );
  },
};

function checkPattern(context: CheckContext, pattern: CheckedPattern): void {
  const { at, text, file, folders } = pattern;
  try {
    parsePattern(text);
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    context.report('pattern', at, `${error.message} in "${text}"`, error.hint);
    return;
  }
  // A table's entry must be known to some folder, what is told in a story to every folder of its stories.
  const everywhere = pattern.role === 'value' || pattern.role === 'telling';
  const unknownIn = (isKnown: (folder: string) => boolean) => {
    const missing = folders.filter((folder) => !isKnown(folder));
    return missing.length === 0 || (!everywhere && missing.length < folders.length)
      ? undefined
      : (missing[0] as string);
  };
  for (const node of walkNodes(pattern.nodes)) {
    if (node.kind === 'set') {
      const folder = unknownIn((name) => context.set(node.name, file, name) !== undefined);
      if (folder === undefined) continue;
      const known = inScope(context.source.sets, file, folder);
      context.report(
        'unknown-set',
        at,
        `there is no set <${node.name}>${within(folder)}`,
        nearHint(node.name, known, 'define it under sets:'),
      );
    } else if (node.kind === 'ref') {
      const folder = unknownIn((name) => context.meaning(node.name, file, name) !== undefined);
      if (folder !== undefined) {
        const { slots, people, grammar } = context.source;
        const known = [
          ...inScope([...slots, ...people], file, folder),
          ...Object.keys(grammar.kinds),
          ...grammar.computed,
        ];
        context.report(
          'unknown-name',
          at,
          `nothing is called {${node.name}}${within(folder)}`,
          nearHint(node.name, known, 'define it as a slot or person, or correct the name'),
        );
      } else checkForm(context, pattern, node.name, node.form);
    } else if (node.kind === 'verb' && !context.lexicon.pluralVerb(node.word))
      context.report(
        'unknown-word',
        at,
        `the lexicon has no verb with the he/she form '${node.word}'`,
        UNCHANGING.test(node.word)
          ? `write '${node.word}' without the mark: it is the same for everybody`
          : nearHint(node.word, thirdPersons(context), 'add its base form to the lexicon'),
      );
    else if (node.kind === 'noun' && !context.lexicon.plural(node.word))
      context.report('unknown-word', at, `the lexicon has no noun '${node.word}'`, 'add it to the lexicon');
  }
  if (pattern.role === 'value' && pattern.form === '' && context.source.grammar.kinds[pattern.name]?.forms[0] === 'b')
    try {
      inflectHead(text, 'g', context.lexicon);
    } catch (error) {
      if (!(error instanceof PatternFault)) throw error;
      context.report('unknown-word', at, error.message, error.hint);
    }
}

function checkForm(context: CheckContext, { at, file, folders }: CheckedPattern, name: string, form: string): void {
  const folder = folders.find((f) => context.meaning(name, file, f)) ?? '';
  const meaning = context.meaning(name, file, folder);
  const { kinds, computed } = context.source.grammar;
  const forms =
    meaning?.kind === 'fact'
      ? formsOf(kinds[name]?.forms ?? [])
      : meaning?.kind === 'people'
        ? PERSON_FORMS
        : meaning?.kind === 'computed'
          ? computed.filter((slot) => slot.split('.')[0] === name).map((slot) => slot.split('.')[1] ?? '')
          : [''];
  if (forms.includes(form)) return;
  const others = forms.filter(Boolean);
  context.report(
    'unknown-form',
    at,
    `{${name}} has no form '${form}'`,
    others.length > 0 ? `its forms are: ${others.join(', ')}` : `write {${name}}`,
  );
}

/** A trace names the story and the telling: one name must lead to one place. */
function checkOwnNames(context: CheckContext): void {
  const { source } = context;
  for (const files of [source.schemas, source.shared, source.tellings]) {
    const first = new Map<string, string>();
    for (const { id, file, line } of files) {
      const at = `${file}:${line}`;
      const old = first.get(id);
      if (old === undefined) first.set(id, at);
      else context.report('same-name', at, `'${id}' is the name of ${old} already`, 'give each a name of its own');
    }
  }
}

/** What the headers of story files have in common. */
type Headed = Partial<Omit<SourceSchema, 'file' | 'line' | 'cells'>> & Pick<SourceSchema, 'file' | 'line' | 'cells'>;

function checkHeaders(context: CheckContext): void {
  const { source } = context;
  const { grammar } = source;
  const questions = [...new Set(Object.values(grammar.arcs).map((arc) => arc.question))];
  const files: readonly Headed[] = [
    ...source.schemas,
    ...source.shared,
    ...source.tellings.map(({ beats, ...rest }) => ({ ...rest, tellings: beats })),
  ];
  for (const file of files) {
    const at = `${file.file}:${file.line}`;
    if (file.question !== undefined && !questions.includes(file.question))
      context.report(
        'unknown-question',
        at,
        `no arc answers the question '${file.question}'`,
        nearHint(file.question, questions, `use one of: ${questions.join(', ')}`),
      );
    for (const [key, values] of Object.entries(file.cells))
      for (const value of values)
        if (!grammar.attributes[key]?.includes(value))
          context.report(
            'unknown-attribute-value',
            at,
            `the header names the ${key} '${value}', which grammar.yaml does not list`,
            nearHint(value, grammar.attributes[key] ?? [], `use one of: ${(grammar.attributes[key] ?? []).join(', ')}`),
          );
    for (const arc of file.arcs ?? [])
      if (grammar.arcs[arc]?.question !== file.question)
        context.report(
          'unknown-arc',
          at,
          grammar.arcs[arc]
            ? `the arc '${arc}' answers ${grammar.arcs[arc].question}, not ${file.question}`
            : `there is no arc '${arc}'`,
          nearHint(arc, Object.keys(grammar.arcs), `use one of: ${Object.keys(grammar.arcs).join(', ')}`),
        );
    for (const [kind, values] of Object.entries(file.facts ?? {}))
      if (!grammar.kinds[kind])
        context.report(
          'unknown-kind',
          `${file.file}:${values[0]?.line ?? file.line}`,
          `there is no fact kind '${kind}'`,
          nearHint(kind, Object.keys(grammar.kinds), `use one of: ${Object.keys(grammar.kinds).join(', ')}`),
        );
    for (const [beat, tellings] of Object.entries(file.tellings ?? {}))
      if (!grammar.beats[beat])
        context.report(
          'unknown-beat',
          `${file.file}:${tellings[0]?.line ?? file.line}`,
          `there is no beat '${beat}'`,
          nearHint(beat, Object.keys(grammar.beats), `use one of: ${Object.keys(grammar.beats).join(', ')}`),
        );
  }
}

function checkGrammar(context: CheckContext): void {
  const { grammar } = context.source;
  const at = `${grammar.file}:1`;
  const need = (rule: string, what: string, name: string, names: readonly string[], where: string) => {
    if (!names.includes(name))
      context.report(
        rule,
        at,
        `${where} names the ${what} '${name}', which is not defined`,
        nearHint(name, names, `define it, or use one of: ${names.join(', ')}`),
      );
  };
  const kinds = Object.keys(grammar.kinds);
  for (const [name, arc] of Object.entries(grammar.arcs)) {
    for (const beat of arc.beats)
      need('unknown-beat', 'beat', beatName(beat), Object.keys(grammar.beats), `the arc '${name}'`);
    for (const kind of arc.tells) need('unknown-kind', 'fact kind', kind, kinds, `the arc '${name}'`);
  }
  for (const [name, beat] of Object.entries(grammar.beats))
    for (const kind of [beat.must, ...beat.may])
      if (kind) need('unknown-kind', 'fact kind', kind, kinds, `the beat '${name}'`);
  for (const [relation, pairs] of Object.entries(grammar.relations))
    for (const kind of pairs.flatMap((pair) => pair.split('>')))
      need('unknown-kind', 'fact kind', kind, kinds, `the relation '${relation}'`);
  const last = grammar.cells.at(-1) ?? '';
  for (const [cell, arcs] of Object.entries(grammar.mix)) {
    need('unknown-attribute-value', last, cell, grammar.attributes[last] ?? [], 'mix');
    for (const arc of Object.keys(arcs)) need('unknown-arc', 'arc', arc, Object.keys(grammar.arcs), `mix of ${cell}`);
  }
}

function checkTellings(context: CheckContext): void {
  const { grammar, voices } = context.source;
  const tags = new Map<string, Set<string>>();
  for (const { role, name, value } of context.patterns)
    if (role === 'value') tags.set(name, new Set([...(tags.get(name) ?? []), ...(value?.tags ?? [])]));
  for (const { telling, at } of context.patterns) {
    if (!telling) continue;
    for (const [word, asks] of [
      ['take', telling.take],
      ['tags', telling.tags],
    ] as const)
      for (const [kind, flags] of Object.entries(asks)) {
        const known = grammar.kinds[kind];
        if (!known) {
          context.report(
            'unknown-kind',
            at,
            `${word} names the fact kind '${kind}', which does not exist`,
            nearHint(kind, Object.keys(grammar.kinds), `use one of: ${Object.keys(grammar.kinds).join(', ')}`),
          );
          continue;
        }
        const offered = [...(word === 'take' ? known.aspects : []), ...(tags.get(kind) ?? [])];
        for (const flag of flags)
          if (!offered.includes(flag))
            context.report(
              word === 'take' ? 'unknown-aspect' : 'unknown-tag',
              at,
              word === 'take' ? `${kind} has no aspect '${flag}'` : `no value of ${kind} carries the tag '${flag}'`,
              nearHint(
                flag,
                offered,
                offered.length > 0 ? `use one of: ${offered.join(', ')}` : 'give some values the tag, or take it out',
              ),
            );
      }
    for (const voice of telling.voice)
      if (!voices.some(({ name }) => name === voice))
        context.report(
          'unknown-voice',
          at,
          `there is no voice '${voice}'`,
          nearHint(
            voice,
            voices.map(({ name }) => name),
            `use one of: ${voices.map(({ name }) => name).join(', ')}`,
          ),
        );
  }
}

function checkConditions(context: CheckContext): void {
  const { source } = context;
  const { grammar } = source;
  const known: Readonly<Record<string, readonly string[]>> = { ...grammar.attributes, arc: Object.keys(grammar.arcs) };
  const check = (when: When, at: string) => {
    for (const [attribute, values] of Object.entries(when)) {
      const listed = known[attribute];
      if (!listed) {
        const names = Object.keys(known);
        context.report(
          'unknown-attribute',
          at,
          `records have no attribute '${attribute}'`,
          nearHint(attribute, names, `use one of: ${names.join(', ')}`),
        );
        continue;
      }
      for (const value of values)
        if (!listed.includes(value))
          context.report(
            'unknown-attribute-value',
            at,
            `${attribute} is never '${value}'`,
            nearHint(value, [...listed, ...Object.keys(grammar.groups)], `use one of: ${listed.join(', ')}`),
          );
    }
  };
  for (const schema of source.schemas) check(schema.when, `${schema.file}:${schema.line}`);
  for (const { value, telling, at } of context.patterns) check(value?.when ?? telling?.when ?? {}, at);
  for (const slot of source.slots) for (const { when, line } of slot.values) check(when, `${slot.file}:${line}`);
  for (const people of source.people)
    for (const { when, line } of people.persons) check(when, `${people.file}:${line}`);
  for (const voice of source.voices) check(voice.when, `voices.yaml:${voice.line}`);
  for (const beat of Object.values(grammar.beats)) check({ ...beat.gate, ...beat.force }, `${grammar.file}:1`);
}

function inScope(
  entries: readonly { readonly name: string; readonly scope: string }[],
  file: string,
  folder: string,
): string[] {
  return entries.filter(({ scope }) => [file, folder, ''].includes(scope)).map(({ name }) => name);
}

function within(folder: string): string {
  return folder ? ` in ${folder}` : '';
}

function* thirdPersons({ lexicon }: CheckContext): Generator<string> {
  for (const verb of lexicon.verbs) yield lexicon.inflect(verb, 's') ?? verb;
}
