import { cellsOf } from '../compile.ts';
import { canHold } from '../conditions.ts';
import { walkNodes } from '../pattern.ts';
import type { Grammar, PackSource, SourceSchema, SourceTelling, SourceValue, When } from '../source.ts';
import { threadsOf } from '../threads.ts';
import { nodesOf } from './flatten.ts';

export interface PlacedValue {
  readonly value: SourceValue;
  readonly file: string;
}

interface PlacedTelling {
  readonly telling: SourceTelling;
  readonly file: string;
}

export interface StoryBeat {
  readonly name: string;
  readonly optional: boolean;
  readonly must: string;
  readonly may: readonly string[];
  readonly tellings: readonly PlacedTelling[];
}

/** A story that some record can get: a schema by one of its arcs in one cell, with all that may be told in it. */
export interface StoryPlan {
  readonly schema: SourceSchema;
  readonly arc: string;
  readonly cell: Readonly<Record<string, string>>;
  readonly beats: readonly StoryBeat[];
  /** Values by fact kind. */
  readonly values: Readonly<Record<string, readonly PlacedValue[]>>;
}

/** Every story of a pack, read from its source alone, so that a pack with faults has plans too. */
export function storyPlansOf(source: PackSource): readonly StoryPlan[] {
  const { grammar } = source;
  const cells = cellsOf(grammar.cells, grammar.attributes);
  return source.schemas.flatMap((schema) =>
    cells
      .filter((cell) => inCells(schema.cells, cell))
      .flatMap((cell) =>
        schema.arcs
          .filter((arc) => grammar.arcs[arc]?.question === schema.question)
          .map((arc) => planOf(source, schema, arc, cell)),
      ),
  );
}

function planOf(source: PackSource, schema: SourceSchema, arc: string, cell: Readonly<Record<string, string>>) {
  const { grammar } = source;
  const known = { ...cell, arc };
  const fits = (when: When) => canHold(when, known) && canMeet(when, schema.when);
  const values = Object.fromEntries(
    Object.keys(grammar.kinds).map((kind) => [
      kind,
      (schema.facts[kind]
        ? [schema]
        : source.shared.filter((shared) => inCells(shared.cells, cell) && serves(source, shared.file, schema))
      )
        .flatMap(({ facts, file }) => (facts[kind] ?? []).map((value) => ({ value, file })))
        .filter(({ value }) => fits(value.when)),
    ]),
  );
  const beats = (grammar.arcs[arc]?.beats ?? []).map((spec): StoryBeat => {
    const name = beatName(spec);
    const own = (schema.tellings[name] ?? []).map((telling) => ({ telling, file: schema.file }));
    const shared = source.tellings
      .filter((file) => file.question === schema.question && inCells(file.cells, cell))
      .flatMap(({ beats, file }) => (beats[name] ?? []).map((telling) => ({ telling, file })));
    const { must, may } = grammar.beats[name] ?? { must: '', may: [] };
    const tellings = [...own, ...shared].filter(
      ({ telling }) =>
        fits(telling.when) && mentionsOf(telling, grammar).every(({ kind }) => (values[kind] ?? []).length > 0),
    );
    return { name, optional: spec.endsWith('?'), must, may, tellings };
  });
  return { schema, arc, cell, beats, values };
}

/** The plan of each thread of a story, with the values of that thread. */
export function threadPlansOf(plan: StoryPlan): readonly StoryPlan[] {
  const kinds = Object.keys(plan.values);
  const isThreaded = kinds.map((kind) => plan.schema.threads.includes(kind));
  return threadsOf(Object.values(plan.values), isThreaded, ({ value }) => value.behind).map((lists) => ({
    ...plan,
    values: Object.fromEntries(lists.map((list, i) => [kinds[i], list])),
  }));
}

/** The name of a beat in an arc's list, without the mark of an optional one. */
export function beatName(spec: string): string {
  return spec.replace(/\?$/, '');
}

/** Whether a file with these headers is for the cell. */
function inCells(cells: When, cell: Readonly<Record<string, string>>): boolean {
  return Object.entries(cells).every(([key, values]) => values.length === 0 || values.includes(cell[key] as string));
}

/** Whether one record can meet both conditions. */
export function canMeet(a: When, b: When): boolean {
  return Object.entries(a).every(([key, values]) => b[key] === undefined || values.some((v) => b[key]?.includes(v)));
}

/** Whether a shared file is for the schema's question: below a folder named for a question it is for that one alone. */
export function serves(source: PackSource, file: string, schema: { readonly question: string }): boolean {
  const questions = new Set(Object.values(source.grammar.arcs).map((arc) => arc.question));
  return file
    .split('/')
    .slice(1, -1)
    .every((folder) => !questions.has(folder) || folder === schema.question);
}

export interface Mention {
  readonly kind: string;
  readonly form: string;
}

const mentionCache = new WeakMap<SourceTelling, readonly Mention[]>();

/** The facts that a telling refers to, in the order of its words. */
export function mentionsOf(telling: SourceTelling, grammar: Grammar): readonly Mention[] {
  let found = mentionCache.get(telling);
  if (!found) {
    found = [...walkNodes(nodesOf(telling.say))].flatMap((node) =>
      node.kind === 'ref' && grammar.kinds[node.name] ? [{ kind: node.name, form: node.form }] : [],
    );
    mentionCache.set(telling, found);
  }
  return found;
}

/** The kinds that a telling tells: those it gives in a main or inflected form, and those it opens blind with. */
export function toldBy(telling: SourceTelling, grammar: Grammar): readonly string[] {
  return [
    ...new Set(
      mentionsOf(telling, grammar)
        .filter(({ form }) => form !== 'n' || telling.blind)
        .map(({ kind }) => kind),
    ),
  ];
}

/** Whether a telling that takes certain aspects and tags can tell this value. */
export function takes(telling: SourceTelling, kind: string, value: SourceValue): boolean {
  const flags = [value.aspect, ...value.tags];
  return [telling.take[kind], telling.tags[kind]].every(
    (asked) => !asked || asked.some((flag) => flags.includes(flag)),
  );
}

/** A cell in words: "Healthcare, Crisis". */
export function cellText(cell: Readonly<Record<string, string>>): string {
  return Object.values(cell).join(', ');
}
