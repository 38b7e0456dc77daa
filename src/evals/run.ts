import { dirname, relative } from 'node:path';
import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import { hashFile } from '../core/hash.ts';
import { nearHint } from '../core/nearest-name.ts';
import { loadPack } from '../runtime/load-pack.ts';
import { rangesOf } from '../runtime/pool.ts';
import { TOOL_VERSION } from '../runtime/version.ts';
import { type Baseline, type Conditions, compareWithBaseline, differingCondition } from './baseline.ts';
import { catalogueOf, type Described } from './catalogue.ts';
import { type Corpus, joinSlices } from './corpus.ts';
import { describeFigures, groupingColumns } from './declared-figures.ts';
import type { FigureStore } from './figure-store.ts';
import { type FileSource, readFileCorpus } from './file-corpus.ts';
import { type HumanBand, readHumanBands } from './human.ts';
import { judgeFigure, worstOf } from './judge.ts';
import { jobOf, type RowPlan } from './make-corpus.ts';
import { type LabelOrder, measureCorpora } from './measure-corpora.ts';
import type { Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { openTaskPool, type TaskPool } from './pool.ts';
import { type EvalResult, type Figure, type GateResult, RESULT_FORM, type Verdict } from './result.ts';
import { evalsFolder } from './settings-file.ts';
import type { Gate, PackPart, Suite } from './suite.ts';

/** Rows that are made as one piece. */
const MADE_AT_ONCE = 2500;
/** The blind reader learns from no more rows than this. */
const TRAINING_ROWS = 20_000;
/** Making rows goes before everything else: all else waits for it. */
const MAKE_WEIGHT = 1000;
const MOST_FINDINGS = 10;
/** Samples below this share of their budget are remarked on. */
const FULL_SAMPLE = 0.9;

/** How a run goes about its work, and what it leaves out. */
export interface EvalOptions {
  readonly workers: number;
  /** The file to judge, for a suite without a pack. */
  readonly file?: FileSource;
  /** Only these metrics. */
  readonly only?: readonly string[];
  /** False leaves out what needs the grammar checker. */
  readonly grammar?: boolean;
  readonly baseline?: { readonly path: string; readonly content: Baseline | undefined };
  /** Every seed for every gate, also for those that look at the first one only: to learn the noise. */
  readonly everySeed?: boolean;
  /** Other metrics than those that ship: for tests; the run then keeps to one thread. */
  readonly metrics?: readonly Metric[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Metrics that need harper.js. */
const GRAMMAR_METRICS = ['grammar-lints', 'article-errors'];

/** Judges a pack or a file by a suite. Throws UsageError for what cannot be judged, DatasetError for a file without texts. */
export async function runSuite(suite: Suite, options: EvalOptions): Promise<EvalResult> {
  const started = systemClock.nowMs();
  const clock = systemClock.elapsedMs();
  const metrics = options.metrics ?? METRICS;
  const catalogue = catalogueOf(metrics, describeFigures(suite));
  const wanted = wantedGates(suite, options, catalogue);
  const pool = countingPool(openTaskPool(options.workers, metrics), options);
  try {
    const input = suite.pack ? await makeCorpora(suite, suite.pack, wanted, pool) : await readCorpus(suite, options);
    const gates = wanted.filter(({ per }) => per !== 'labels' || input.labels !== undefined);
    const measured = await measureCorpora({ ...input, gates, pool, everySeed: options.everySeed ?? false });
    const baseline = baselineFor(suite, options);
    const human = readHumanBands(suite.reference);
    const results = gates.map((gate) => {
      const described = catalogue.find(({ id }) => id === gate.metric) as Described;
      return resultOf(gate, described, human[gate.metric] ?? [], measured.figures, baseline.content);
    });
    return {
      form: RESULT_FORM,
      suite: suite.id,
      about: suite.about,
      toolVersion: TOOL_VERSION,
      judged: input.judged,
      columns: input.suite.columns,
      attributes: input.suite.cells,
      sampleTokens: suite.tokens,
      texts: input.corpora.reduce((sum, corpus) => sum + textsOf(corpus), 0),
      gates: results,
      ...(measured.labels === undefined ? {} : { labels: measured.labels }),
      baseline: baseline.about,
      remarks: [...input.remarks, ...sampleRemarks(results, suite.tokens)],
      counts: countsOf(results),
      run: {
        startedAt: new Date(started).toISOString(),
        seconds: Math.round(systemClock.elapsedMs() - clock) / 1000,
        workers: options.workers,
        node: process.version,
      },
    };
  } finally {
    await pool.close();
  }
}

/** Verdicts that a run can fail by. */
export function failuresOf(result: EvalResult): { readonly must: number; readonly regressions: number } {
  const regressions = result.gates.filter(({ figures }) => figures.some(({ regressed }) => regressed)).length;
  return { must: result.counts.fail, regressions };
}

/** The conditions under which a run of a suite can be compared with another. */
export function conditionsOf(suite: Suite): Conditions | undefined {
  if (!suite.pack) return undefined;
  const { id, rows, config } = suite.pack;
  return { pack: id, rows, sampleTokens: suite.tokens, columns: suite.columns, config };
}

interface Input {
  readonly suite: Suite;
  readonly judged: EvalResult['judged'];
  readonly corpora: readonly Corpus[];
  /** Rows of another seed for the blind reader of each corpus; the rows themselves, halved, where there is none. */
  readonly training: readonly (Corpus | undefined)[];
  readonly labels?: LabelOrder;
  readonly remarks: readonly string[];
}

function wantedGates(suite: Suite, options: EvalOptions, catalogue: readonly Described[]): readonly Gate[] {
  const known = [...new Set(suite.gates.map(({ metric }) => metric))];
  for (const metric of options.only ?? []) {
    if (known.includes(metric)) continue;
    const isThere = catalogue.some(({ id }) => id === metric);
    const what = isThere ? `the suite ${suite.id} has no gate on '${metric}'` : `there is no metric '${metric}'`;
    throw new UsageError('unknown-metric', what, {
      at: '--only',
      hint: nearHint(metric, known, '"fabula eval list" lists them'),
    });
  }
  return suite.gates.filter(
    ({ metric }) =>
      (options.only === undefined || options.only.includes(metric)) &&
      (options.grammar !== false || !GRAMMAR_METRICS.includes(metric)),
  );
}

async function makeCorpora(suite: Suite, pack: PackPart, gates: readonly Gate[], pool: TaskPool): Promise<Input> {
  const { columns, cells, label, figures } = suite;
  const groups = groupingColumns(suite, gates);
  const plan: RowPlan = { pack, columns, cells, figures, groups, ...(label ? { label } : {}) };
  // A config that cannot be is told at once and in its own words, not by a thread.
  jobOf(pack, pack.seeds[0] as number);
  const make = async (seed: number, rows: number): Promise<Corpus> => {
    const slices = rangesOf(0, rows, MADE_AT_ONCE).map(({ from, to }) =>
      pool.run({ kind: 'make', plan, seed, from, to }, MAKE_WEIGHT),
    );
    return joinSlices(await Promise.all(slices), { seed, columns, attributes: cells });
  };
  const corpora = await Promise.all(pack.seeds.map((seed) => make(seed, pack.rows)));
  const reads = gates.some(({ metric }) => metric.startsWith('reader-'));
  const spare =
    reads && corpora.length === 1
      ? await make((pack.seeds[0] as number) + 1, Math.min(pack.rows, TRAINING_ROWS))
      : undefined;
  const made = corpora.reduce((sum, { ids }) => sum + ids.length, 0);
  const missing = pack.rows * corpora.length - made;
  return {
    suite,
    judged: {
      kind: 'pack',
      pack: pack.id,
      templateHash: loadPack(pack.id).source.hash,
      rows: pack.rows,
      seeds: pack.seeds,
      config: pack.config,
    },
    corpora,
    training: corpora.map((_, i) => (reads ? (spare ?? corpora[(i + 1) % corpora.length]) : undefined)),
    ...(label ? { labels: { order: label.order, ordered: true, column: label.column } } : {}),
    remarks: missing > 0 ? [`${missing} rows are missing: every candidate failed its checks`] : [],
  };
}

async function readCorpus(suite: Suite, { file }: EvalOptions): Promise<Input> {
  if (!file)
    throw new UsageError('no-file', `the suite ${suite.id} judges a file, and none is named`, {
      hint: 'name one: fabula eval --file texts.csv --text-column text',
    });
  const { corpus, labels, ordered, empty } = await readFileCorpus(file);
  const { sha256 } = await hashFile(file.path);
  return {
    suite: { ...suite, columns: file.textColumns, cells: file.cellColumns },
    judged: { kind: 'file', path: file.path, sha256, rows: corpus.ids.length, empty },
    corpora: [corpus],
    training: [undefined],
    ...(file.labelColumn === undefined ? {} : { labels: { order: labels, ordered, column: file.labelColumn } }),
    remarks: [
      ...(empty > 0 ? [`${empty} rows without a text were left out`] : []),
      ...(labels.length > 0 && !ordered
        ? ['the labels have no order: --label-order gives them one, and with it their sentiment and distance count']
        : []),
    ],
  };
}

/** A pool that tells how far it is. */
function countingPool(pool: TaskPool, { onProgress, signal }: EvalOptions): TaskPool {
  let done = 0;
  let total = 0;
  return {
    run: async (task, weight) => {
      signal?.throwIfAborted();
      total++;
      const stopped = Promise.withResolvers<never>();
      const stop = () => stopped.reject(signal?.reason);
      signal?.addEventListener('abort', stop);
      try {
        return await Promise.race([pool.run(task, weight), stopped.promise]);
      } finally {
        signal?.removeEventListener('abort', stop);
        onProgress?.({ done: ++done, total });
      }
    },
    close: () => pool.close(),
  };
}

function baselineFor(
  suite: Suite,
  { baseline }: EvalOptions,
): { readonly content: Baseline | undefined; readonly about: EvalResult['baseline'] } {
  if (!baseline) return { content: undefined, about: { note: 'no baseline was asked for' } };
  const { content } = baseline;
  // Nothing of the machine belongs in a report: what ships is named from the package's folder on.
  const inside = relative(dirname(evalsFolder()), baseline.path);
  const path = inside.startsWith('..') ? baseline.path : inside;
  if (!content) return { content, about: { note: `there is no baseline yet: ${path}` } };
  const now = conditionsOf(suite);
  const differs = now ? differingCondition(content.conditions, now) : 'it is of a pack, and a file was judged';
  if (differs !== undefined) return { content: undefined, about: { path, note: `no comparison: ${differs}` } };
  return { content, about: { path, note: `changes are against ${path}` } };
}

function resultOf(
  gate: Gate,
  { id, title, unit, about }: Described,
  human: readonly HumanBand[],
  measured: FigureStore,
  baseline: Baseline | undefined,
): GateResult {
  const judged = measured.figuresOf(gate).map(({ column, cell, values, tokens }): Figure => {
    const figure = judgeFigure(gate, column, cell, values);
    return tokens === undefined ? figure : { ...figure, tokens };
  });
  const figures = baseline ? compareWithBaseline(gate, unit, judged, baseline) : judged;
  const { op, must, aim } = gate;
  return {
    metric: id,
    title,
    unit,
    about,
    per: gate.per,
    ...(op === undefined ? {} : { op }),
    ...(must === undefined ? {} : { must }),
    ...(aim === undefined ? {} : { aim }),
    severity: gate.severity,
    ...(gate.by === undefined ? {} : { by: gate.by }),
    human,
    figures,
    worst: worstOf(gate, figures),
    verdict: verdictOf(gate, figures),
    findings: measured.findingsOf(gate, MOST_FINDINGS),
  };
}

function verdictOf(gate: Gate, figures: readonly Figure[]): Verdict {
  if (!figures.some(({ worst }) => worst !== null)) return 'none';
  if (gate.op === undefined) return 'info';
  if (figures.some(({ passed }) => passed === false)) return gate.severity === 'error' ? 'fail' : 'warn';
  if (figures.some(({ regressed }) => regressed)) return 'worse';
  return gate.aim !== undefined && figures.every(({ aimReached }) => aimReached !== false) ? 'aim' : 'pass';
}

function countsOf(gates: readonly GateResult[]): Readonly<Record<Verdict, number>> {
  const counts = { fail: 0, warn: 0, worse: 0, pass: 0, aim: 0, info: 0, none: 0 };
  for (const { verdict } of gates) counts[verdict]++;
  return counts;
}

function textsOf({ texts }: Corpus): number {
  return texts.reduce((sum, column) => sum + column.reduce((n, text) => n + (text === '' ? 0 : 1), 0), 0);
}

function sampleRemarks(gates: readonly GateResult[], budget: number): readonly string[] {
  const samples = new Map<string, { readonly tokens: number; readonly name: string }>();
  for (const { figures } of gates)
    for (const { column, cell, tokens } of figures)
      if (tokens !== undefined) samples.set(`${column}\0${cell}`, { tokens, name: [column, cell].join(', ') });
  const small = [...samples.values()].filter(({ tokens }) => tokens < budget * FULL_SAMPLE);
  if (small.length === 0) return [];
  const least = small.reduce((a, b) => (b.tokens < a.tokens ? b : a));
  return [
    `${small.length} of ${samples.size} samples hold fewer than ${budget} words (the smallest ${least.tokens}: ${least.name}): figures that grow with size come out too good there`,
  ];
}
