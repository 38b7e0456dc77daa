import { existsSync, readFileSync } from 'node:fs';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { FabulaError, UsageError } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';
import { nearHint } from '../core/nearest-name.ts';
import { diskFault } from '../formats/disk-fault.ts';
import { FORMATS } from '../formats/formats.ts';
import type { Pack, Split } from '../packs/pack.ts';
import { packOf } from '../packs/registry.ts';
import { LABELERS } from '../stages/label.ts';
import { STYLES } from '../stages/vary.ts';
import type { Job } from './job.ts';
import { loadPack } from './load-pack.ts';
import { resolveModelJob } from './model-config.ts';

/** A config as written: settings of the run and, beside them, of the pack. */
export type RawConfig = Readonly<Record<string, unknown>>;

/** A config file that was read. */
export interface ConfigFile {
  readonly path: string;
  /** Settings of the run and of the pack. */
  readonly config: RawConfig;
  /** The dataset folder it asks for: where the rows go decides no byte of them, so it is no part of the job. */
  readonly out: string | undefined;
  /** The line on which the setting stands, or the nearest one above it: `count`, `tiers.Crisis`, `organisations.0.name`. */
  lineOf(key: string): number | undefined;
}

const MOST_ROWS = 1_000_000_000;

/** Settings that every pack shares, with the defaults that a run falls back to. */
const DEFAULTS = {
  count: 1000,
  seed: 42,
  format: 'csv',
  view: 'default',
  labels: 'inline',
  labeler: 'truth',
  style: 'natural',
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
  format: z
    .enum(FORMATS.map(({ id }) => id))
    .default(DEFAULTS.format)
    .describe('File format of the tables.'),
  view: z.string().default(DEFAULTS.view).describe('Which columns, under which names: see `fabula packs describe`.'),
  labels: z
    .enum(['inline', 'sidecar', 'none'])
    .default(DEFAULTS.labels)
    .describe('Labels in the data, in files of their own, or not at all.'),
  labeler: z
    .enum(LABELERS)
    .default(DEFAULTS.labeler)
    .describe('Who labels the rows: the hidden truth, a heuristic that reads the texts, or nobody.'),
  style: z.enum(STYLES).default(DEFAULTS.style).describe('Surface of the texts: as people type into a form, or clean.'),
  splits: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.number().min(0))
    .default(DEFAULTS.splits)
    .describe('Split names and shares, summing to 1.'),
  shardRows: whole(100, 10_000_000)
    .default(DEFAULTS.shardRows)
    .describe('Records a part file covers; a run resumes from whole shards.'),
  trace: z.boolean().default(DEFAULTS.trace).describe('Write the choices behind every text to truth/traces.'),
  candidates: whole(1, 1000)
    .default(DEFAULTS.candidates)
    .describe('Candidates tried for a record before it counts as missing.'),
  llm: z
    .strictObject({
      use: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('rewrite, expand, label, judge.'),
      provider: z.string().optional().describe('openai, anthropic, compatible, local or mock.'),
      model: z.string().optional().describe("The provider's name of the model."),
      baseUrl: z.string().optional().describe('Address of the server.'),
      share: z.number().optional().describe('Share of the rows that the model works on.'),
      rowsPerCall: z.number().int().optional().describe('Rows that one call serves.'),
      temperature: z.number().optional().describe("The model's own if left out."),
    })
    .optional()
    .describe('A model that works on the texts; the templates alone if left out.'),
  onShortfall: z
    .enum(['error', 'partial'])
    .default(DEFAULTS.onShortfall)
    .describe('What to do when records are missing.'),
});

const out = z.string().min(1);

/** The JSON schema of a config file: the shared settings and those of every pack. */
export function configJsonSchema(packs: readonly Pack[]): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(general, { io: 'input' }) as Record<string, unknown>;
  const { $schema: _version, additionalProperties: _closed, properties, ...rest } = schema;
  const { pack, view, ...shared } = properties as { pack: object; view: object };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Fabula config',
    description: 'What `fabula generate --config` reads. Flags override it.',
    ...rest,
    required: ['pack'],
    properties: {
      pack: { ...pack, enum: packs.map(({ id }) => id) },
      ...shared,
      view: { ...view, enum: [...new Set(packs.flatMap(({ views }) => Object.keys(views)))] },
      out: { type: 'string', minLength: 1, description: 'Dataset folder; out/<pack> if left out.' },
      ...Object.assign({}, ...packs.map(({ options }) => options)),
    },
    additionalProperties: false,
  };
}

/** Reads a YAML config file; faults name file and line. */
export function readConfigFile(path: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(readText(path), { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const what = (error.message.split('\n')[0] as string).replace(/ at line.*$/, '');
    throw brokenYaml(what, `${path}:${error.linePos?.[0].line ?? 1}`);
  }
  const config = contentOf(document, path);
  const lineOf = (key: string) => {
    const parts = key.split('.');
    for (let length = parts.length; length > 0; length--) {
      const offset = offsetOf(document, parts.slice(0, length));
      if (offset !== undefined) return lines.linePos(offset).line;
    }
    return undefined;
  };
  const { out: folder, ...settings } = config;
  if (folder !== undefined && !out.safeParse(folder).success)
    throw new UsageError('setting', `out ${JSON.stringify(folder)} is not the name of a folder`, {
      at: `${path}:${lineOf('out')}`,
      hint: 'for instance out: out/survey',
    });
  return { path, config: settings, out: folder as string | undefined, lineOf };
}

function readText(path: string): string {
  if (!existsSync(path))
    throw new UsageError('no-config', `there is no config file ${path}`, {
      at: path,
      hint: 'check the path after --config',
    });
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw diskFault(cause, 'read', path);
  }
}

function contentOf(document: Document, path: string): RawConfig {
  let config: unknown;
  try {
    config = document.toJS() ?? {};
  } catch (cause) {
    throw brokenYaml(cause instanceof Error ? cause.message : String(cause), path);
  }
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as RawConfig;
  throw new UsageError('config-shape', 'the config is not a table of settings', {
    at: `${path}:1`,
    hint: 'write lines such as "count: 5000"',
  });
}

function brokenYaml(what: string, at: string): UsageError {
  return new UsageError('config-yaml', what, { at, hint: 'mend the YAML of the config' });
}

/** Where the key (in a list: the entry) at `path` begins. A value may begin on a later line than its key. */
function offsetOf(document: Document, path: readonly string[]): number | undefined {
  const name = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1).map(toStep), true);
  const key = isMap(parent)
    ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === name)?.key
    : undefined;
  const node = key ?? document.getIn(path.map(toStep), true);
  return (node as { range?: [number, number, number] } | undefined)?.range?.[0];
}

function toStep(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}

/**
 * Completes a config to a job: flags over file over defaults. `templates` is the folder whose tables the settings are
 * held against. Throws `UsageError` whose place is the setting, or its line in the file.
 */
export function resolveJob(flags: RawConfig, file?: ConfigFile, templates?: string): Job {
  try {
    return completeJob({ ...file?.config, ...flags }, templates);
  } catch (error) {
    if (!file || !(error instanceof UsageError)) throw error;
    const { code, message, hint, at } = error;
    if (at !== undefined && (at.split('.')[0] as string) in flags) throw error;
    const line = at === undefined ? undefined : file.lineOf(at);
    throw new UsageError(code, message, { hint, at: line ? `${file.path}:${line}` : file.path, cause: error });
  }
}

function completeJob(raw: RawConfig, templates: string | undefined): Job {
  if (raw.pack === undefined)
    throw new UsageError('no-pack', 'no pack is named', { hint: 'name one, as in: fabula generate workplace' });
  const pack = knownPack(raw.pack);
  const known = Object.keys(general.shape);
  const own = Object.keys(pack.options);
  const shared: Record<string, unknown> = {};
  const settings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (known.includes(key)) shared[key] = value;
    else if (own.includes(key)) settings[key] = value;
    else
      throw new UsageError('unknown-setting', `unknown setting '${key}'`, {
        at: key,
        hint: nearHint(key, [...known, ...own]),
      });
  }
  const parsed = general.safeParse(shared);
  if (!parsed.success) throw settingError(parsed.error.issues[0] as Issue, shared);
  const { data } = parsed;
  if (!pack.views[data.view]) throw unknownName('view', data.view, Object.keys(pack.views));
  const { llm, ...rest } = data;
  const model = llm && resolveModelJob(llm);
  const packSettings = pack.parseConfig(settings, loadPack(pack.id, templates).data);
  return {
    ...rest,
    ...(model ? { model } : {}),
    count: pack.rowsOf?.(packSettings, data.count) ?? data.count,
    splits: splitsOf(data.splits),
    settings: packSettings,
  };
}

function knownPack(name: unknown): Pack {
  try {
    return packOf(String(name));
  } catch (error) {
    if (!(error instanceof FabulaError)) throw error;
    throw new UsageError(error.code, error.message, { at: 'pack', hint: error.hint });
  }
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Words a zod issue with the value that was given and what is allowed. */
function settingError(issue: Issue, given: RawConfig): FabulaError {
  const key = String(issue.path[0]);
  const { is, names, example } = ALLOWED[key] ?? {};
  if (names && typeof given[key] === 'string') return unknownName(key, given[key], names);
  const at = issue.path.map(String).join('.');
  const what = `${key} ${JSON.stringify(given[key])} is not ${is ?? (names ? `one of ${names.join(', ')}` : `valid: ${issue.message}`)}`;
  return new UsageError('setting', what, {
    at,
    hint: example ? `for instance ${example}` : `use one of: ${(names ?? []).join(', ')}`,
  });
}

interface Allowed {
  /** What a value has to be. */
  readonly is?: string;
  /** Every value there is. */
  readonly names?: readonly string[];
  readonly example?: string;
}

const ALLOWED: Readonly<Record<string, Allowed>> = {
  count: { is: `a whole number from 1 to ${formatCount(MOST_ROWS)}`, example: '5000' },
  seed: { is: `a whole number from 0 to ${formatCount(Number.MAX_SAFE_INTEGER)}`, example: '42' },
  format: { names: FORMATS.map(({ id }) => id) },
  labels: { names: ['inline', 'sidecar', 'none'] },
  labeler: { names: LABELERS },
  style: { names: STYLES },
  splits: {
    is: 'a table of lower-case names and shares of 0 or more',
    example: 'train: 0.9 and test: 0.1, or --split 80/10/10',
  },
  shardRows: { is: 'a whole number from 100 to 10,000,000', example: '50000' },
  trace: { is: 'true or false', example: 'true' },
  candidates: { is: 'a whole number from 1 to 1,000', example: '10' },
  onShortfall: { names: ['error', 'partial'] },
  view: { is: 'a name', example: 'default' },
  llm: { is: 'a table of settings of a model', example: 'llm: {use: rewrite, provider: mock}' },
};

function unknownName(what: string, name: string, names: readonly string[]): UsageError {
  return new UsageError(`unknown-${what}`, `there is no ${WORDS[what] ?? what} '${name}'`, {
    at: what,
    hint: nearHint(name, names),
  });
}

const WORDS: Readonly<Record<string, string>> = { labels: 'place for labels', onShortfall: 'way to meet a shortfall' };

function splitsOf(shares: Readonly<Record<string, number>>): readonly Split[] {
  const splits = Object.entries(shares)
    .filter(([, share]) => share > 0)
    .map(([name, share]) => ({ name, share }));
  const sum = splits.reduce((total, { share }) => total + share, 0);
  if (splits.length === 0 || Math.abs(sum - 1) > 1e-6)
    throw new UsageError('splits', `the shares of the splits sum to ${Number(sum.toFixed(6))}, not 1`, {
      at: 'splits',
      hint: 'for instance 80/10/10, or train=0.6,validation=0.2,test=0.15,holdout=0.05',
    });
  return splits;
}
