import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { canonicalJson } from '../core/canonical-json.ts';
import { UsageError } from '../core/errors.ts';
import { diskFault } from '../formats/disk-fault.ts';
import { badnessOf } from './judge.ts';
import type { Unit } from './metric.ts';
import type { Figure } from './result.ts';
import type { Gate } from './suite.ts';

/** The form of a baseline file. */
const FORM = 'fabula.baseline.1';

/** More noise SD to the worse than this is a regression. */
const MOST_NOISE_SD = 3;

/** Below this share of what must be, a spread is taken for too small to be true: three seeds can agree by luck. */
const LEAST_SD_SHARE = 0.005;

/** What has to be the same for two runs to be comparable. */
export interface Conditions {
  readonly pack: string;
  readonly rows: number;
  readonly sampleTokens: number;
  readonly columns: readonly string[];
  readonly config: Readonly<Record<string, unknown>>;
}

/** Mean and standard deviation of every figure of a suite over its seeds. */
export interface Baseline {
  readonly form: typeof FORM;
  readonly suite: string;
  readonly toolVersion: string;
  readonly templateHash: string;
  readonly conditions: Conditions;
  readonly seeds: readonly number[];
  /** By "metric | column | cell": [mean, sd, seeds that gave a value]. */
  readonly figures: Readonly<Record<string, readonly [number, number, number]>>;
}

const shape = z.object({
  form: z.literal(FORM),
  suite: z.string(),
  toolVersion: z.string(),
  templateHash: z.string(),
  conditions: z.object({
    pack: z.string(),
    rows: z.number(),
    sampleTokens: z.number(),
    columns: z.array(z.string()),
    config: z.record(z.string(), z.unknown()),
  }),
  seeds: z.array(z.number()),
  figures: z.record(z.string(), z.tuple([z.number(), z.number(), z.number()])),
});

/** The name of a figure in a baseline. */
function figureKey(metric: string, { column, cell }: Pick<Figure, 'column' | 'cell'>): string {
  return [metric, column, cell].join(' | ');
}

/** Reads a baseline, or returns undefined where there is none. Throws UsageError where the file is something else. */
export function readBaseline(path: string): Baseline | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError)
      throw new UsageError('baseline', `${path} is not a baseline`, {
        at: path,
        hint: 'write it anew with --update-baseline, or leave it out with --baseline none',
        cause,
      });
    throw diskFault(cause, 'read', path);
  }
}

/** The baseline that a run makes: figures of metrics that were not judged are kept from `before` where the conditions are the same. */
export function baselineOf(
  run: Omit<Baseline, 'form' | 'figures'> & {
    readonly gates: readonly { readonly metric: string; readonly figures: readonly Figure[] }[];
  },
  before: Baseline | undefined,
): Baseline {
  const { gates, ...about } = run;
  const kept = before && differingCondition(before.conditions, run.conditions) === undefined ? before.figures : {};
  const judged = new Set(gates.map(({ metric }) => metric));
  const figures: Record<string, readonly [number, number, number]> = {};
  for (const [key, value] of Object.entries(kept)) if (!judged.has(key.split(' | ')[0] as string)) figures[key] = value;
  for (const { metric, figures: found } of gates)
    for (const figure of found) {
      const values = figure.values.filter((value) => value !== null);
      if (values.length === 0) continue;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const sd = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
      figures[figureKey(metric, figure)] = [rounded(mean), rounded(sd), values.length];
    }
  return {
    form: FORM,
    ...about,
    figures: Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** A baseline as the text of its file: a line for each figure, so that a change of one is a change of one line. */
export function formatBaseline({ figures, ...about }: Baseline): string {
  const head = JSON.stringify(about, null, 2).replace(/\n\}$/, '');
  const lines = Object.entries(figures).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `${head},\n  "figures": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** What of the conditions differs, in words; undefined where nothing does. */
export function differingCondition(before: Conditions, now: Conditions): string | undefined {
  for (const key of ['pack', 'rows', 'sampleTokens'] as const)
    if (before[key] !== now[key])
      return `${key === 'sampleTokens' ? 'sample tokens' : key} ${now[key]}, ${before[key]} in the baseline`;
  for (const key of ['columns', 'config'] as const)
    if (canonicalJson(before[key]) !== canonicalJson(now[key])) return `${key} differs from the baseline's`;
  return undefined;
}

/**
 * Adds to the figures of one gate their change against the baseline, in SD of one seed. The noise of a figure is its own
 * SD, but at least the root mean square of the SDs of all cells of its column (three seeds of one cell can agree by luck,
 * those of many cells cannot), half a percent of what must be, and 1 for counts.
 */
export function compareWithBaseline(
  gate: Gate,
  unit: Unit,
  figures: readonly Figure[],
  baseline: Baseline,
): readonly Figure[] {
  const known = figures.map((figure) => baseline.figures[figureKey(gate.metric, figure)]);
  return figures.map((figure, i) => {
    const before = known[i];
    if (before === undefined || figure.mean === null) return figure;
    const peers = known.filter((entry, k) => entry && entry[2] > 1 && figures[k]?.column === figure.column);
    const variance = peers.reduce((sum, entry) => sum + (entry?.[1] ?? 0) ** 2, 0) / Math.max(1, peers.length);
    const sd = Math.max(Math.sqrt(variance), before[1], leastSd(gate, unit, before[0]));
    const change = (figure.mean - before[0]) / sd;
    return {
      ...figure,
      baseline: before[0],
      change,
      regressed: worsening(gate, before[0], figure.mean) / sd > MOST_NOISE_SD,
    };
  });
}

function leastSd({ must }: Gate, unit: Unit, mean: number): number {
  if (unit === 'count') return 1;
  const scale = typeof must === 'object' ? must[1] - must[0] : Math.max(Math.abs(must ?? 0), Math.abs(mean));
  return Math.max(scale * LEAST_SD_SHARE, 1e-9);
}

/** How much further to the wrong side a figure is than before, in its unit; inside a band nothing is worse than anything else. */
function worsening({ op, must }: Gate, before: number, now: number): number {
  if (op === undefined || must === undefined) return 0;
  const least = op === 'between' ? 0 : Number.NEGATIVE_INFINITY;
  return Math.max(least, badnessOf(op, must, now)) - Math.max(least, badnessOf(op, must, before));
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
