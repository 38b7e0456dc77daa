import { nodesOf } from './check/flatten.ts';
import { beatName } from './check/plans.ts';
import { countDerivations } from './count.ts';
import { walkNodes } from './pattern.ts';
import type { Cells, PackSource, SourceValue } from './source.ts';

/** What is written for one group of cells: a question, and the domains and tiers that its files name together. */
interface TemplateCount {
  readonly question: string;
  /** The headers of the files in words: "Healthcare / Crisis, At_Risk". */
  readonly cells: string;
  readonly schemas: number;
  /** Values in schemas. */
  readonly values: number;
  /** Values of a fact of a schema, mean. */
  readonly valuesPerFact: number;
  /** Values of a shared fact, mean; a list for each tier counts as one. */
  readonly valuesPerSharedFact: number;
  readonly sharedValues: number;
  readonly tellings: number;
  /** Tellings of a beat, mean; those of single schemas are left out. */
  readonly tellingsPerBeat: number;
  /** Alternations in all patterns. */
  readonly alternations: number;
  /** Words that an author wrote: every part of every alternation. */
  readonly words: number;
  /** Readings of a value by its own alternations, median. */
  readonly readings: number;
}

/** A measure of how much to write: lowest and highest. */
type Range = readonly [number, number];

/** How much to write for a group of cells (docs/decisions/0006): situations, and values of each of their facts. */
const BUDGET = { schemas: [30, 80], valuesPerFact: [3, 7], readings: 250, sets: 60 } as const satisfies Readonly<
  Record<string, Range | number>
>;

export interface TemplateStatistics {
  readonly groups: readonly TemplateCount[];
  readonly total: Omit<TemplateCount, 'question' | 'cells'>;
  readonly sets: number;
  /** The same as a table below `STATISTICS_HEAD`: groups, the whole, and the budget. */
  readonly rows: readonly (readonly (string | number)[])[];
}

export const STATISTICS_HEAD = [
  'question',
  'cells',
  'schemas',
  'values',
  'a fact',
  'shared',
  'a shared fact',
  'tellings',
  'a beat',
  'alternations',
  'words',
  'readings',
] as const;

interface Tally {
  readonly question: string;
  readonly cells: string;
  schemas: number;
  facts: number;
  values: number;
  sharedFacts: number;
  sharedValues: number;
  tellings: number;
  commonTellings: number;
  beats: number;
  alternations: number;
  words: number;
  readonly readings: number[];
}

/** Counts what is written in a pack, by question and by the cells that the files name. */
export function countTemplates(source: PackSource): TemplateStatistics {
  const tallies = new Map<string, Tally>();
  const tallyOf = (question: string, cells: Cells): Tally => {
    const text = cellsText(cells);
    const key = `${question}\0${text}`;
    const found = tallies.get(key) ?? { ...EMPTY, readings: [], question, cells: text };
    tallies.set(key, found);
    return found;
  };
  for (const schema of source.schemas) {
    const tally = tallyOf(schema.question, schema.cells);
    tally.schemas++;
    for (const values of Object.values(schema.facts)) {
      tally.facts++;
      tally.values += values.length;
      for (const value of values) addValue(tally, value);
    }
    for (const tellings of Object.values(schema.tellings)) {
      tally.tellings += tellings.length;
      addPatterns(
        tally,
        tellings.map(({ say }) => say),
      );
    }
  }
  for (const shared of source.shared) {
    const tally = tallyOf(questionOf(source, shared.file, Object.keys(shared.facts)), shared.cells);
    for (const values of Object.values(shared.facts)) {
      tally.sharedFacts++;
      tally.sharedValues += values.length;
      for (const value of values) addValue(tally, value);
    }
  }
  for (const file of source.tellings) {
    const tally = tallyOf(file.question, file.cells);
    for (const tellings of Object.values(file.beats)) {
      tally.beats++;
      tally.tellings += tellings.length;
      tally.commonTellings += tellings.length;
      addPatterns(
        tally,
        tellings.map(({ say }) => say),
      );
    }
  }
  const tables: Tally = { ...EMPTY, readings: [] };
  for (const { parts } of source.sets) addPatterns(tables, parts);
  for (const { values } of source.slots)
    addPatterns(
      tables,
      values.map(({ text }) => text),
    );
  const groups = [...tallies.values()]
    .sort(byName)
    .map(({ question, cells, ...tally }) => ({ question, cells, ...countOf(tally) }));
  const whole = [...tallies.values(), tables].reduce((sum, tally) => add(sum, tally), { ...EMPTY });
  const total = countOf(whole);
  return { groups, total, sets: source.sets.length, rows: rowsOf(source, groups, total) };
}

const EMPTY: Tally = {
  question: '',
  cells: '',
  schemas: 0,
  facts: 0,
  values: 0,
  sharedFacts: 0,
  sharedValues: 0,
  tellings: 0,
  commonTellings: 0,
  beats: 0,
  alternations: 0,
  words: 0,
  readings: [],
};

function add(a: Tally, b: Tally): Tally {
  const sum = { ...a, readings: [...a.readings, ...b.readings] };
  for (const key of Object.keys(a) as (keyof Tally)[])
    if (key !== 'question' && key !== 'cells' && key !== 'readings') sum[key] = a[key] + b[key];
  return sum;
}

function addValue(tally: Tally, { forms }: SourceValue): void {
  const patterns = Object.values(forms);
  addPatterns(tally, patterns);
  const [main = ''] = patterns;
  tally.readings.push(Number(countDerivations(nodesOf(main))));
}

function addPatterns(tally: Tally, patterns: readonly string[]): void {
  for (const pattern of patterns)
    for (const node of walkNodes(nodesOf(pattern))) {
      if (node.kind === 'choice') tally.alternations++;
      else if (node.kind === 'verb' || node.kind === 'noun') tally.words++;
      else if (node.kind === 'text') tally.words += node.text.split(/\s+/).filter((word) => /\w/.test(word)).length;
    }
}

function countOf(tally: Omit<Tally, 'question' | 'cells'>): Omit<TemplateCount, 'question' | 'cells'> {
  const { schemas, values, sharedValues, tellings, alternations, words, readings } = tally;
  return {
    schemas,
    values,
    valuesPerFact: mean(values, tally.facts),
    sharedValues,
    valuesPerSharedFact: mean(sharedValues, tally.sharedFacts),
    tellings,
    tellingsPerBeat: mean(tally.commonTellings, tally.beats),
    alternations,
    words,
    readings: readings.toSorted((a, b) => a - b)[readings.length >> 1] ?? 0,
  };
}

function mean(sum: number, n: number): number {
  return n === 0 ? 0 : Math.round((10 * sum) / n) / 10;
}

function rowsOf(
  source: PackSource,
  groups: readonly TemplateCount[],
  total: TemplateStatistics['total'],
): TemplateStatistics['rows'] {
  const row = (count: Omit<TemplateCount, 'question' | 'cells'>, question: string, cells: string) => [
    question,
    cells,
    count.schemas,
    count.values,
    count.valuesPerFact,
    count.sharedValues,
    count.valuesPerSharedFact,
    count.tellings,
    count.tellingsPerBeat,
    count.alternations,
    count.words,
    count.readings,
  ];
  const range = ([low, high]: Range) => `${low}-${high}`;
  const questions = new Set(Object.values(source.grammar.arcs).map(({ question }) => question));
  return [
    ...groups.map((group) => row(group, group.question, group.cells)),
    row(total, 'all', `with ${source.sets.length} sets (${BUDGET.sets} or more)`),
    ...[...questions].map((question) => [
      question,
      'to write for a domain and severity',
      range(BUDGET.schemas),
      '',
      range(BUDGET.valuesPerFact),
      '',
      '',
      '',
      '',
      '',
      '',
      `${BUDGET.readings} or more`,
    ]),
  ];
}

/** The question that a shared file serves: its folder's, or else that of the arcs whose beats tell its facts. */
function questionOf(source: PackSource, file: string, kinds: readonly string[]): string {
  const { arcs, beats } = source.grammar;
  const questions = new Set(Object.values(arcs).map(({ question }) => question));
  const folder = file
    .split('/')
    .slice(1, -1)
    .find((name) => questions.has(name));
  if (folder !== undefined) return folder;
  const telling = Object.values(arcs).find((arc) =>
    arc.beats.some((spec) => kinds.includes(beats[beatName(spec)]?.must ?? '')),
  );
  return telling?.question ?? '';
}

function cellsText(cells: Cells): string {
  return Object.values(cells)
    .map((values) => (values.length > 0 ? values.join(', ') : 'all'))
    .join(' / ');
}

function byName(a: Tally, b: Tally): number {
  const [x, y] = [`${a.question} ${a.cells}`, `${b.question} ${b.cells}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
