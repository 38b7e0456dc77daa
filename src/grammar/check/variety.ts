import { type Node, walkNodes } from '../pattern.ts';
import type { SourceValue } from '../source.ts';
import type { CheckContext, CheckedPattern, RuleGroup } from './context.ts';
import { writeNode, writeNodes } from './flatten.ts';

/** Longest run of words that no alternation breaks. */
const LONGEST_RUN = 6;
/** An opening may be shared by this share of a list, and by this many in any case. */
const OPENING_SHARE = 0.05;
const OPENING_COUNT = 2;
/** Lists shorter than this may repeat their openings. */
const OPENING_LIST = 20;

/** What can be told must be told, once, and in more than one way. */
export const variety: RuleGroup = {
  name: 'variety',
  rules: {
    duplicate: 'the same entry twice in a list',
    'duplicate-part': 'the same part twice in an alternation',
    unused: 'a set, slot or list of people that nothing refers to',
    unreachable: 'a value or telling that no record can get',
    recursion: 'a set, slot or fact that contains itself',
    'fixed-run': 'a long run of words without an alternation',
    opening: 'an opening that too many of a list share',
  },
  check(context) {
    checkDuplicates(context);
    checkUse(context);
    checkReach(context);
    checkRecursion(context);
    for (const pattern of context.patterns) checkRun(context, pattern);
    checkOpenings(context);
  },
};

function checkDuplicates(context: CheckContext): void {
  const first = new Map<string, string>();
  const cellKey = context.source.grammar.cells.at(-1) ?? '';
  const seen = (list: string, text: string, at: string, what: string) => {
    const key = `${list}\0${text.toLowerCase().replace(/\s+/g, ' ').trim()}`;
    const old = first.get(key);
    if (old === undefined) first.set(key, at);
    else
      context.report(
        'duplicate',
        at,
        `"${text}" stands twice in ${what}${old === at ? '' : `, first at ${old}`}`,
        'take one out, or write another',
      );
  };
  for (const { role, form, name, file, text, when, value, at, nodes } of context.patterns) {
    const list = `${role}\0${file}\0${name}\0`;
    if (role === 'value' && form === '')
      seen(`${list}${value?.when[cellKey]?.join() ?? ''}`, text, at, `the list of ${name}`);
    else if (role === 'telling') seen(list, text, at, `the beat '${name}'`);
    else if (role === 'slot') seen(`${list}${JSON.stringify(when)}`, text, at, `the slot {${name}}`);
    else if (role === 'set') seen(list, text, at, `the set <${name}>`);
    for (const node of walkNodes(nodes)) {
      if (node.kind !== 'choice') continue;
      const parts = node.options.map((option) => writeNodes(option.nodes).toLowerCase().trim());
      const twice = parts.find((part, i) => parts.indexOf(part) < i);
      if (twice !== undefined)
        context.report(
          'duplicate-part',
          at,
          `'${twice}' stands twice in ${writeNode(node)}`,
          `take one out; part^2 weighs a part twice`,
        );
    }
  }
  for (const { name, scope, persons, file } of context.source.people)
    for (const person of persons)
      seen(
        `people\0${scope}\0${name}\0${JSON.stringify(person.when)}`,
        `${person.name} / ${person.pronoun}`,
        `${file}:${person.line}`,
        `the people {${name}}`,
      );
}

function checkUse(context: CheckContext): void {
  const { sets, slots, people } = context.source;
  const used = new Set<unknown>();
  for (const { nodes, file, folders } of context.patterns)
    for (const node of walkNodes(nodes))
      for (const folder of folders) {
        if (node.kind === 'set') used.add(context.set(node.name, file, folder));
        if (node.kind !== 'ref') continue;
        const meaning = context.meaning(node.name, file, folder);
        if (meaning?.kind === 'slot') used.add(meaning.slot);
        if (meaning?.kind === 'people') used.add(meaning.people);
      }
  const check = (entries: readonly { name: string; file: string; line: number }[], write: (name: string) => string) => {
    for (const entry of entries)
      if (!used.has(entry))
        context.report(
          'unused',
          `${entry.file}:${entry.line}`,
          `nothing refers to ${write(entry.name)}`,
          'use it, or take it out',
          'warning',
        );
  };
  check(sets, (name) => `the set <${name}>`);
  check(slots, (name) => `the slot {${name}}`);
  check(people, (name) => `the people {${name}}`);
}

function checkReach(context: CheckContext): void {
  const { grammar } = context.source;
  const reached = new Set<unknown>();
  for (const plan of context.plans) {
    for (const { must, may, tellings } of plan.beats) {
      for (const kind of [must, ...may]) for (const { value } of plan.values[kind] ?? []) reached.add(value);
      for (const { telling } of tellings) reached.add(telling);
    }
  }
  const lists = new Map<string, { patterns: CheckedPattern[]; lost: CheckedPattern[] }>();
  for (const pattern of context.patterns) {
    if (!(pattern.value && pattern.form === '') && !pattern.telling) continue;
    const known = pattern.value ? grammar.kinds[pattern.name] : grammar.beats[pattern.name];
    if (!known) continue;
    const key = `${pattern.file}\0${pattern.name}\0${pattern.role}`;
    const list = lists.get(key) ?? { patterns: [], lost: [] };
    list.patterns.push(pattern);
    if (!reached.has(pattern.value ?? pattern.telling)) list.lost.push(pattern);
    lists.set(key, list);
  }
  const hint = 'widen its conditions, give a schema the arc that tells it, or take it out';
  for (const { patterns, lost } of lists.values()) {
    const [only] = lost;
    if (!only) continue;
    const what = only.value ? only.name : `telling of '${only.name}'`;
    if (lost.length === patterns.length && lost.length > 1)
      context.report('unreachable', only.at, `no story can tell any ${what} of this file`, hint, 'warning');
    else
      for (const pattern of lost)
        context.report(
          'unreachable',
          pattern.at,
          `no story can tell this ${what}: "${shortened(pattern.text)}"`,
          hint,
          'warning',
        );
  }
}

/** Looks for a set, slot or fact kind whose own text leads back to it. */
function checkRecursion(context: CheckContext): void {
  const { sets, slots, grammar } = context.source;
  const edges = new Map<string, { to: Set<string>; at: string }>();
  const keyOf = (node: Node, file: string, folder: string): string | undefined => {
    if (node.kind === 'set') {
      const set = context.set(node.name, file, folder);
      return set && `<${set.name}> ${set.scope}`;
    }
    if (node.kind !== 'ref') return undefined;
    const meaning = context.meaning(node.name, file, folder);
    if (meaning?.kind === 'slot') return `{${meaning.slot.name}} ${meaning.slot.scope}`;
    return meaning?.kind === 'fact' ? `{${node.name}${node.form === 'n' ? '.n' : ''}}` : undefined;
  };
  for (const { role, name, form, file, folders, nodes, at } of context.patterns) {
    if (role === 'telling') continue;
    const scope =
      role === 'set'
        ? sets.find((set) => set.name === name && set.file === file)?.scope
        : slots.find((slot) => slot.name === name && slot.file === file)?.scope;
    const from =
      role === 'set'
        ? `<${name}> ${scope}`
        : role === 'slot'
          ? `{${name}} ${scope}`
          : `{${name}${form === 'n' ? '.n' : ''}}`;
    if (role === 'value' && !grammar.kinds[name]) continue;
    for (const node of walkNodes(nodes))
      for (const folder of folders) {
        const to = keyOf(node, file, folder);
        if (to === undefined) continue;
        const entry = edges.get(from) ?? { to: new Set(), at };
        entry.to.add(to);
        edges.set(from, entry);
      }
  }
  const done = new Set<string>();
  const walk = (key: string, path: readonly string[]): void => {
    const start = path.indexOf(key);
    if (start >= 0) {
      const cycle = [...path.slice(start), key].map((name) => name.split(' ')[0]);
      const at = (edges.get(key) as { at: string }).at;
      context.report(
        'recursion',
        at,
        `${cycle[0]} contains itself: ${cycle.join(' -> ')}`,
        'take one of these references out',
      );
      return;
    }
    if (done.has(key)) return;
    done.add(key);
    for (const to of edges.get(key)?.to ?? []) walk(to, [...path, key]);
  };
  for (const key of edges.keys()) walk(key, []);
}

function checkRun(context: CheckContext, { role, nodes, at }: CheckedPattern): void {
  if (role !== 'value' && role !== 'telling') return;
  const run = longestRun(nodes);
  const count = run.split(' ').length;
  if (count > LONGEST_RUN)
    context.report(
      'fixed-run',
      at,
      `${count} words in a row without an alternation: "${run}"`,
      'give two or three of them a part that means nearly the same',
      'warning',
    );
}

function longestRun(nodes: readonly Node[]): string {
  const runs: string[] = [];
  let run = '';
  for (const node of nodes) {
    if (node.kind === 'text') run += node.text;
    else if (node.kind === 'verb' || node.kind === 'noun') run += node.word;
    else {
      runs.push(run);
      run = '';
      if (node.kind === 'choice') runs.push(...node.options.map((option) => longestRun(option.nodes)));
    }
  }
  runs.push(run);
  const words = runs.map((text) => text.split(/\s+/).filter((word) => /\w/.test(word)));
  return words.reduce((longest, list) => (list.length > longest.length ? list : longest), []).join(' ');
}

function checkOpenings(context: CheckContext): void {
  const cellKey = context.source.grammar.cells.at(-1) ?? '';
  const lists = new Map<string, CheckedPattern[]>();
  for (const pattern of context.patterns) {
    if (pattern.form !== '' || (pattern.role !== 'value' && pattern.role !== 'telling')) continue;
    const cell = (pattern.value as SourceValue | undefined)?.when[cellKey]?.join() ?? '';
    const key = `${pattern.role}\0${pattern.file}\0${pattern.name}\0${cell}`;
    lists.set(key, [...(lists.get(key) ?? []), pattern]);
  }
  for (const list of lists.values()) {
    if (list.length < OPENING_LIST) continue;
    const byOpening = new Map<string, CheckedPattern[]>();
    for (const pattern of list) {
      const opening = openingOf(pattern.text);
      if (opening) byOpening.set(opening, [...(byOpening.get(opening) ?? []), pattern]);
    }
    for (const [opening, sharing] of byOpening)
      if (sharing.length > OPENING_COUNT && sharing.length > list.length * OPENING_SHARE)
        context.report(
          'opening',
          sharing[0]?.at ?? '',
          `"${opening}" opens ${sharing.length} of ${list.length} entries of ${sharing[0]?.name}`,
          'begin some of them with another word or another clause',
          'warning',
        );
  }
}

/** The first three words as written; an alternation or a name counts as one. */
function openingOf(text: string): string | undefined {
  const words = text.match(/(?:\[[^\]]*\]|<[^>]*>|\{[^}]*\}|[^\s[<{])+/g) ?? [];
  return words.length < 4 ? undefined : words.slice(0, 3).join(' ').toLowerCase();
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
