import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import type { YamlFile } from '../grammar/read-yaml.ts';
import type { Scope } from './catalogue.ts';
import { checkSuite } from './check-suite.ts';
import type { Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { assertKnown, checkSettings, evalsFolder, readSettings } from './settings-file.ts';

/** What a value is held against. `between` takes both ends as inside. */
export type Operator = '<=' | '>=' | 'between';
export type Bound = number | readonly [number, number];

/** One line of a suite: a metric, where it is measured, and what it must be. A metric of cells can also be measured on the whole corpus. */
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
  /** One figure for each value instead of one for all: "label" for figures on how rows were made, a column for texts over the corpus. */
  readonly by?: string;
  /** The first seed alone, for what is slow. */
  readonly seeds: 'all' | 'first';
}

/**
 * A figure of the suite's own. It says one of `where`, `beat`, `words` or `trend`: a share that is counted while rows are made
 * (of rows by hidden facts, by beats that were told, or of texts by words that they say), or how a metric goes with a column.
 */
export interface DeclaredFigure {
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
  /** Words of the text itself that count as well. */
  readonly literal?: readonly string[];
  readonly column?: string;
  /** Spearman's rho between the values of a column, in their order, and a metric of the texts with each value. */
  readonly trend?: Trend;
}

/** A metric of cells, and the column along which it is followed. */
export interface Trend {
  readonly of: string;
  readonly along: string;
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
  /** The people whose figures stand beside ours, by their name in evals/human.yaml; all of them where none is named. */
  readonly reference?: string;
  readonly label?: { readonly column: string; readonly order: readonly string[] };
  readonly figures: Readonly<Record<string, DeclaredFigure>>;
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
  by: text.optional(),
  seeds: z.enum(['all', 'first']).default('all'),
});

const trend = z.strictObject({ of: text, along: text });

const figure = z.strictObject({
  title: text.max(34, 'is longer than 34 characters'),
  about: text,
  among: values.optional(),
  where: values.optional(),
  beat: text.optional(),
  words: names.optional(),
  literal: names.optional(),
  column: text.optional(),
  trend: trend.optional(),
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
  reference: text.optional(),
  label: label.optional(),
  figures: z.record(z.string().regex(/^[a-z0-9-]+$/), figure).default({}),
  gates: z.array(gate).min(1, 'is an empty list'),
});

const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(shape.shape),
  gates: Object.keys(gate.shape),
  figures: Object.keys(figure.shape),
  trend: Object.keys(trend.shape),
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
  const data = checkSettings(
    source,
    shape,
    (at) => KEYS[String(at[2] === 'trend' ? 'trend' : (at[0] ?? ''))] ?? [],
    GUIDE,
  );
  const { extends: _parent, suite: id, about, pack, rows, seeds, config, ...rest } = data;
  const suite = {
    id,
    about,
    ...(pack === undefined ? {} : { pack: { id: pack, rows: rows ?? 0, seeds: seeds ?? [], config } }),
    ...rest,
    columns: rest.columns ?? [],
  } as Suite;
  checkSuite(source, suite, metrics);
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
