import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import type { YamlFile } from '../grammar/read-yaml.ts';
import { packOf } from '../packs/registry.ts';
import { catalogueOf, type Described, type Scope } from './catalogue.ts';
import type { Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { checkSettings, evalsFolder, readSettings, settingsFault } from './settings-file.ts';

/** What a value is held against. `between` takes both ends as inside. */
export type Operator = '<=' | '>=' | 'between';
export type Bound = number | readonly [number, number];

/** One line of a suite: a metric, where it is measured, and what it must be. */
export interface Gate {
  readonly metric: string;
  readonly per: Scope;
  /** Left out where the figure is only reported. */
  readonly op?: Operator;
  /** What a value must be for the run to pass. */
  readonly must?: Bound;
  /** Where we want to be; not reaching it fails nothing. */
  readonly aim?: Bound;
  /** A warning fails no run. */
  readonly severity: 'error' | 'warning';
  /** Text columns it is measured on, each by itself, or all of them together; the suite's by default, each by itself. On labels the default is together. */
  readonly columns?: readonly string[] | 'together';
  /** Values of cell attributes; other cells are left out. */
  readonly cells?: Readonly<Record<string, readonly string[]>>;
  /** Of figures on how rows were made: one for each label instead of one for all. */
  readonly by?: 'label';
  /** The first seed alone, for what is slow. */
  readonly seeds: 'all' | 'first';
}

/** A share that is counted while rows are made: of rows by hidden facts, by beats that were told, or of texts by words that they say. */
export interface DeclaredShare {
  readonly title: string;
  readonly about: string;
  /** Only rows with these values of truth or table columns. */
  readonly among?: Readonly<Record<string, readonly string[]>>;
  /** Rows that count: with these values of truth or table columns. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** Rows that count: a text of theirs tells this beat. */
  readonly beat?: string;
  /** Rows that count: the text in `column` says one of these words that the record computes, such as `org`. */
  readonly words?: readonly string[];
  readonly column?: string;
}

/** How rows of a pack are made. */
export interface PackPart {
  readonly id: string;
  readonly rows: number;
  readonly seeds: readonly number[];
  readonly config: Readonly<Record<string, unknown>>;
}

/** What is judged and by which gates. */
export interface Suite {
  readonly id: string;
  readonly about: string;
  /** Left out where a file is judged. */
  readonly pack?: PackPart;
  /** Text columns. */
  readonly columns: readonly string[];
  /** Columns whose values together make a cell. */
  readonly cells: readonly string[];
  /** Words of a cell's sample. */
  readonly tokens: number;
  readonly label?: { readonly column: string; readonly order: readonly string[] };
  readonly figures: Readonly<Record<string, DeclaredShare>>;
  readonly gates: readonly Gate[];
}

const text = z.string().min(1, 'is empty');
const names = z.array(text).min(1, 'is an empty list');
const whole = (least: number) => z.number().int('is not a whole number').min(least, `is below ${least}`);
const bound = z.union([z.number(), z.tuple([z.number(), z.number()])], 'is neither a number nor [lowest, highest]');
const values = z.record(z.string(), names);

const gate = z.strictObject({
  metric: text,
  per: z.enum(['cell', 'corpus', 'labels', 'pack']),
  op: z.enum(['<=', '>=', 'between']).optional(),
  must: bound.optional(),
  aim: bound.optional(),
  severity: z.enum(['error', 'warning']).default('error'),
  columns: z.union([names, z.literal('together')], 'is neither a list of columns nor the word together').optional(),
  cells: values.optional(),
  by: z.enum(['label']).optional(),
  seeds: z.enum(['all', 'first']).default('all'),
});

const share = z.strictObject({
  title: text.max(34, 'is longer than 34 characters'),
  about: text,
  among: values.optional(),
  where: values.optional(),
  beat: text.optional(),
  words: names.optional(),
  column: text.optional(),
});

const label = z.strictObject({ column: text, order: z.array(text).min(2, 'needs at least two labels') });

const shape = z.strictObject({
  extends: text.optional(),
  suite: z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not a name in lower-case letters, digits and hyphens'),
  about: text,
  pack: text.optional(),
  rows: whole(1).optional(),
  seeds: z.array(whole(0)).min(1, 'is an empty list').optional(),
  config: z.record(z.string(), z.unknown()).default({}),
  columns: names.optional(),
  cells: z.array(text).default([]),
  tokens: whole(100),
  label: label.optional(),
  figures: z.record(z.string().regex(/^[a-z0-9-]+$/), share).default({}),
  gates: z.array(gate).min(1, 'is an empty list'),
});

const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(shape.shape),
  gates: Object.keys(gate.shape),
  figures: Object.keys(share.shape),
  label: Object.keys(label.shape),
};
const GUIDE = 'evals/suites/workplace.yaml shows the shape of a suite';

/** The suites that ship. */
export function suiteNames(): readonly string[] {
  return readdirSync(join(evalsFolder(), 'suites'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}

/** Reads a suite by its name or by the path of its file; throws UsageError with file, line and cure. */
export function readSuite(nameOrPath: string, metrics: readonly Metric[] = METRICS): Suite {
  const isPath = /[\\/]|\.ya?ml$/.test(nameOrPath);
  const path = isPath ? nameOrPath : suitePath(nameOrPath);
  if (!isPath && !existsSync(path)) {
    const known = suiteNames();
    throw new UsageError('unknown-suite', `there is no suite '${nameOrPath}'`, {
      hint: nearHint(nameOrPath, known, `use one of: ${known.join(', ')}, or the path of a .yaml file`),
    });
  }
  const source = withParent(readSettings(path, 'check the path, or name a suite: fabula eval list'));
  const data = checkSettings(source, shape, (at) => KEYS[String(at[0] ?? '')] ?? [], GUIDE);
  const { extends: _parent, suite: id, about, pack, rows, seeds, config, ...rest } = data;
  const suite = {
    id,
    about,
    ...(pack === undefined ? {} : { pack: { id: pack, rows: rows ?? 0, seeds: seeds ?? [], config } }),
    ...rest,
    columns: rest.columns ?? [],
  } as Suite;
  checkPack(source, suite);
  suite.gates.forEach((entry, i) => {
    checkGate(source, suite, entry, i, metrics);
  });
  for (const [name, declared] of Object.entries(suite.figures)) checkShare(source, suite, name, declared);
  return suite;
}

function suitePath(name: string): string {
  return join(evalsFolder(), 'suites', `${name}.yaml`);
}

/** A suite that extends another has all of its settings and replaces some. */
function withParent(source: YamlFile): YamlFile {
  const { extends: parent } = source.data as { extends?: unknown };
  if (parent === undefined) return source;
  assertKnown(source, ['extends'], 'suite', String(parent), suiteNames());
  const { data } = withParent(readSettings(suitePath(String(parent)), 'restore the file'));
  return { ...source, data: { ...(data as object), ...(source.data as object) } };
}

/** What the shares of a suite are called in tables. */
export function describeShares(suite: Suite): readonly Described[] {
  return Object.entries(suite.figures).map(([id, { title, about }]) => ({
    id,
    title,
    about,
    unit: 'share',
    scope: 'pack',
  }));
}

function checkPack(source: YamlFile, { pack, columns, cells, label: labels }: Suite): void {
  if (!pack) return;
  const known = packOf(pack.id);
  for (const key of ['rows', 'seeds', 'columns'] as const)
    if ((source.data as Record<string, unknown>)[key] === undefined)
      throw settingsFault(source, ['pack'], `${key} is missing`, `a suite that judges a pack says ${key}`);
  const table = known.table.columns.map(({ name }) => name);
  const texts = known.texts.map(({ column }) => column);
  columns.forEach((name, i) => {
    assertKnown(source, ['columns', i], 'text column', name, texts);
  });
  cells.forEach((name, i) => {
    assertKnown(source, ['cells', i], 'column', name, table);
  });
  if (labels) assertKnown(source, ['label', 'column'], 'column', labels.column, table);
}

function checkGate(source: YamlFile, suite: Suite, entry: Gate, i: number, metrics: readonly Metric[]): void {
  const at = (key: keyof Gate) => ['gates', i, key];
  const fail = (key: keyof Gate, message: string, hint: string): never => {
    throw settingsFault(source, at(key), `${entry.metric}: ${message}`, hint);
  };
  const catalogue = catalogueOf(metrics, describeShares(suite));
  assertKnown(
    source,
    at('metric'),
    'metric',
    entry.metric,
    catalogue.map(({ id }) => id),
  );
  const { scope } = catalogue.find(({ id }) => id === entry.metric) as Described;
  if (scope !== entry.per) fail('per', `it is measured per ${scope}, not per ${entry.per}`, `write per: ${scope}`);
  if (entry.per === 'pack' && !suite.pack)
    fail('per', 'a file has no plan to hold it against', 'take the gate out, or name a pack');
  if (entry.per === 'labels' && suite.pack && !suite.label)
    fail('per', 'the suite has no label', 'add label: {column: ..., order: [...]}');
  if (entry.by === 'label' && (entry.per !== 'pack' || !suite.label))
    fail('by', 'by: label is for figures per pack in a suite with a label', 'take it out');
  if (entry.op === undefined && (entry.must !== undefined || entry.aim !== undefined))
    fail('metric', 'the bound has no operator', 'add op: "<=", ">=" or between');
  if (entry.op !== undefined && entry.must === undefined)
    fail('op', 'the operator has no bound', 'add must: and the bound');
  for (const key of ['must', 'aim'] as const) {
    const given = entry[key];
    if (given === undefined) continue;
    if ((entry.op === 'between') !== Array.isArray(given))
      fail(
        key,
        `${key} ${JSON.stringify(given)} does not go with ${entry.op}`,
        entry.op === 'between' ? 'write [lowest, highest]' : 'write one number',
      );
    if (Array.isArray(given) && given[0] > given[1]) fail(key, `${key} runs backwards`, 'write [lowest, highest]');
  }
  if (entry.aim !== undefined && !isTighter(entry))
    fail('aim', 'the aim is easier than what it must be', 'swap aim and must');
  if (Array.isArray(entry.columns) && suite.pack)
    entry.columns.forEach((name, k) => {
      assertKnown(source, [...at('columns'), k], 'text column of the suite', name, suite.columns);
    });
  for (const key of Object.keys(entry.cells ?? {}))
    assertKnown(source, [...at('cells'), key], 'cell attribute', key, suite.cells);
}

function isTighter({ op, must, aim }: Gate): boolean {
  if (op === '<=') return (aim as number) <= (must as number);
  if (op === '>=') return (aim as number) >= (must as number);
  const [low, high] = must as readonly [number, number];
  const [from, to] = aim as readonly [number, number];
  return from >= low && to <= high;
}

function checkShare(source: YamlFile, suite: Suite, name: string, declared: DeclaredShare): void {
  const at = ['figures', name];
  const ways = (['where', 'beat', 'words'] as const).filter((key) => declared[key] !== undefined);
  if (ways.length !== 1)
    throw settingsFault(
      source,
      at,
      `${name} says ${ways.length === 0 ? 'nothing' : ways.join(' and ')} to count by`,
      'give it one of where, beat and words',
    );
  if ((declared.words === undefined) !== (declared.column === undefined))
    throw settingsFault(source, at, `${name}: words and column go together`, 'name the text column to look in');
  if (declared.column !== undefined)
    assertKnown(source, [...at, 'column'], 'text column of the suite', declared.column, suite.columns);
  const pack = packOf((suite.pack as PackPart).id);
  const columns = [...pack.table.columns, ...pack.truthColumns.columns].map((column) => column.name);
  for (const key of ['among', 'where'] as const)
    for (const column of Object.keys(declared[key] ?? {}))
      assertKnown(source, [...at, key, column], 'column', column, columns);
}

function assertKnown(
  source: YamlFile,
  path: readonly PropertyKey[],
  what: string,
  name: string,
  known: readonly string[],
): void {
  if (known.includes(name)) return;
  const cure = nearHint(name, known, `use one of: ${known.slice(0, 40).join(', ')}`);
  throw settingsFault(source, path, `there is no ${what} '${name}'`, cure);
}
