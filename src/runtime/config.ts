import { existsSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type FabulaError, UsageError } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';
import { formatOf } from '../formats/formats.ts';
import type { Split } from '../packs/pack.ts';
import { packOf } from '../packs/registry.ts';
import type { Job } from './job.ts';
import { loadPack } from './load-pack.ts';

/** A config as written: settings of the run and, beside them, of the pack. */
export type RawConfig = Readonly<Record<string, unknown>>;

const MOST_ROWS = 1_000_000_000;

/** Settings that every pack shares, with the defaults that a run falls back to. */
export const DEFAULTS = {
  count: 1000,
  seed: 42,
  format: 'csv',
  view: 'default',
  labels: 'inline',
  splits: { train: 0.8, validation: 0.1, test: 0.1 },
  shardRows: 50_000,
  trace: false,
  candidates: 10,
  onShortfall: 'error',
} as const;

const whole = (least: number, most: number) => z.number().int().min(least).max(most);

const general = z.strictObject({
  pack: z.string().describe('The pack: which domain to sample and tell.'),
  count: whole(1, MOST_ROWS).default(DEFAULTS.count).describe('Rows wanted.'),
  seed: whole(0, Number.MAX_SAFE_INTEGER).default(DEFAULTS.seed).describe('Same seed, same bytes.'),
  format: z.enum(['csv', 'jsonl', 'parquet']).default(DEFAULTS.format).describe('File format of the tables.'),
  view: z.string().default(DEFAULTS.view).describe('Which columns, under which names: see `fabula packs describe`.'),
  labels: z.enum(['inline', 'sidecar', 'none']).default(DEFAULTS.labels).describe('Labels in the data, in files of their own, or not at all.'),
  splits: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.number().min(0)).default(DEFAULTS.splits).describe('Split names and shares, summing to 1.'),
  shardRows: whole(100, 10_000_000).default(DEFAULTS.shardRows).describe('Records a part file covers; a run resumes from whole shards.'),
  trace: z.boolean().default(DEFAULTS.trace).describe('Write the choices behind every text to truth/traces.'),
  candidates: whole(1, 1000).default(DEFAULTS.candidates).describe('Candidates tried for a record before it counts as missing.'),
  onShortfall: z.enum(['error', 'partial']).default(DEFAULTS.onShortfall).describe('What to do when records are missing.'),
});

/** The JSON schema of a config file: the shared settings and those of every pack. */
export function configJsonSchema(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(general, { io: 'input' }) as Record<string, unknown>;
  const { $schema: _version, additionalProperties: _closed, ...rest } = schema;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://fabula.dev/schemas/config.schema.json',
    title: 'Fabula config',
    ...rest,
    required: ['pack'],
    properties: { ...(schema.properties as object), ...options },
    additionalProperties: false,
  };
}

/** Reads a YAML config file; faults name file and line. */
export function readConfigFile(path: string): { readonly config: RawConfig; readonly lineOf: (key: string) => number | undefined } {
  if (!existsSync(path)) throw new UsageError('no-config', `there is no config file ${path}`, { hint: 'check the path after --config' });
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const [error] = document.errors;
  if (error)
    throw new UsageError('config-yaml', (error.message.split('\n')[0] as string).replace(/ at line.*$/, ''), {
      at: `${path}:${error.linePos?.[0].line ?? 1}`,
      hint: 'mend the YAML of the config',
    });
  const config: unknown = document.toJS() ?? {};
  if (typeof config !== 'object' || Array.isArray(config))
    throw new UsageError('config-shape', 'the config is not a table of settings', { at: `${path}:1`, hint: 'write lines such as "count: 5000"' });
  const lineOf = (key: string) => {
    const parts = key.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    for (let length = parts.length; length > 0; length--) {
      const node = document.getIn(parts.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  return { config: config as RawConfig, lineOf };
}

/** Completes a config to a job: flags over file over defaults. Throws `UsageError` with the place of the fault. */
export function resolveJob(flags: RawConfig, file?: { readonly path: string } & ReturnType<typeof readConfigFile>): Job {
  try {
    return completeJob({ ...file?.config, ...flags });
  } catch (error) {
    if (file && error instanceof UsageError && error.at !== undefined && !(error.at.split('.')[0] as string in flags)) {
      const line = file.lineOf(error.at);
      if (line) throw new UsageError(error.code, error.message, { hint: error.hint, at: `${file.path}:${line}`, cause: error });
    }
    throw error;
  }
}

function completeJob(raw: RawConfig): Job {
  if (typeof raw.pack !== 'string') throw new UsageError('no-pack', 'no pack is named', { hint: 'name one, as in: fabula generate workplace' });
  const pack = packOf(raw.pack);
  const known = Object.keys(general.shape);
  const own = Object.keys(pack.options);
  const shared: Record<string, unknown> = {};
  const settings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (known.includes(key)) shared[key] = value;
    else if (own.includes(key)) settings[key] = value;
    else {
      const near = nearestName(key, [...known, ...own]);
      throw new UsageError('unknown-setting', `unknown setting '${key}'`, { at: key, hint: near ? `did you mean '${near}'?` : `use one of: ${[...known, ...own].join(', ')}` });
    }
  }
  if (typeof shared.format === 'string') formatOf(shared.format);
  const parsed = general.safeParse(shared);
  if (!parsed.success) throw settingError(parsed.error.issues[0] as Issue, shared);
  const { data } = parsed;
  if (!pack.views[data.view]) unknownName('view', data.view, Object.keys(pack.views));
  return { ...data, splits: splitsOf(data.splits), settings: pack.parseConfig(settings, loadPack(pack.id).data) };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Words a zod issue with the value that was given and what is allowed. */
function settingError(issue: Issue, given: RawConfig): FabulaError {
  const key = String(issue.path[0]);
  const value = JSON.stringify(given[key]);
  const allowed = ALLOWED[key];
  return new UsageError('setting', `${key} ${value} is not ${allowed ?? `valid: ${issue.message}`}`, { at: issue.path.map(String).join('.'), hint: allowed ? `give ${key} ${allowed}` : 'see fabula generate --help' });
}

const ALLOWED: Readonly<Record<string, string>> = {
  count: `a whole number from 1 to ${MOST_ROWS.toLocaleString('en-US')}`,
  seed: 'a whole number, 0 or more',
  format: 'one of csv, jsonl, parquet',
  labels: 'one of inline, sidecar, none',
  splits: 'a table of names and shares of 0 or more, such as train: 0.8',
  shardRows: 'a whole number from 100 to 10,000,000',
  trace: 'true or false',
  candidates: 'a whole number from 1 to 1,000',
  onShortfall: 'one of error, partial',
  view: 'a name',
};

function unknownName(what: string, name: string, names: readonly string[]): never {
  const near = nearestName(name, names);
  throw new UsageError(`unknown-${what}`, `there is no ${what} '${name}'`, { at: what, hint: near ? `did you mean '${near}'?` : `use one of: ${names.join(', ')}` });
}

function splitsOf(shares: Readonly<Record<string, number>>): readonly Split[] {
  const splits = Object.entries(shares)
    .filter(([, share]) => share > 0)
    .map(([name, share]) => ({ name, share }));
  const sum = splits.reduce((total, { share }) => total + share, 0);
  if (splits.length === 0 || Math.abs(sum - 1) > 1e-6)
    throw new UsageError('splits', `the shares of the splits sum to ${Number(sum.toFixed(6))}, not 1`, { at: 'splits', hint: 'for instance 80/10/10, or train=0.6,validation=0.2,test=0.15,holdout=0.05' });
  return splits;
}
