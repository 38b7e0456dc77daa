import { basename, extname, join } from 'node:path';
import { stderr } from 'node:process';
import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { type Baseline, baselineOf, formatBaseline, readBaseline } from '../evals/baseline.ts';
import { catalogueOf } from '../evals/catalogue.ts';
import { compareResults, readResult } from '../evals/compare.ts';
import { describeFigures } from '../evals/declared-figures.ts';
import type { FileSource } from '../evals/file-corpus.ts';
import { formatHuman, VERDICT_WORDS } from '../evals/format-value.ts';
import { readHumanBands } from '../evals/human.ts';
import { renderEvalPage } from '../evals/page/eval-page.ts';
import type { EvalResult } from '../evals/result.ts';
import { conditionsOf, failuresOf, runSuite } from '../evals/run.ts';
import { evalsFolder } from '../evals/settings-file.ts';
import { readSuite, type Suite, suiteNames } from '../evals/suite.ts';
import { writeFile } from '../formats/write-file.ts';
import type { EvalFlags } from './commands/eval.ts';
import { renderCounts, renderDifferences, renderGates } from './eval-table.ts';
import { wholeNumber, workersOf } from './options.ts';
import { openPrinter, type Printer, renderTable, wrap } from './print.ts';
import { openProgress } from './progress.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const GATES = ['all', 'must', 'regression', 'none'];
/** Findings printed under a failed gate; the page has more. */
const FINDINGS = 3;
const WIDTH = 100;

/** Runs `fabula eval`. */
export async function runEval(name: string | undefined, flags: EvalFlags): Promise<void> {
  const printer = openPrinter({ quiet: flags.quiet, json: flags.json });
  if (!GATES.includes(flags.gate)) throw unknown('--gate', flags.gate, GATES);
  const file = fileOf(flags);
  const suite = narrowed(readSuite(name ?? (file ? 'corpus' : 'workplace')), flags);
  assertAgree(suite, flags, file);
  const only = flags.only?.flatMap(listOf);
  const baselinePath = baselinePathOf(suite, flags, name);
  const before = baselinePath === undefined ? undefined : readBaseline(baselinePath);
  const progress = openProgress({
    quiet: printer.quiet || printer.json || stderr.isTTY !== true,
    unit: 'pieces of work',
  });
  const stop = stopOnSignal();
  let result: EvalResult;
  try {
    result = await runSuite(suite, {
      workers: workersOf(flags.workers),
      grammar: flags.grammar,
      everySeed: flags.updateBaseline ?? false,
      signal: stop.signal,
      onProgress: ({ done, total }) => progress.update({ rows: done, total, resumed: 0 }),
      ...(file ? { file } : {}),
      ...(only ? { only } : {}),
      ...(baselinePath === undefined ? {} : { baseline: { path: baselinePath, content: before } }),
    });
  } finally {
    progress.end();
    stop.close();
  }
  const folder = flags.out ?? join('eval-results', file ? basename(file.path, extname(file.path)) : suite.id);
  await writeFile(join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(join(folder, 'report.html'), renderEvalPage(result));
  if (flags.updateBaseline) await writeBaseline(suite, result, baselinePath as string, before);
  if (printer.json) printer.data(result);
  else printResult(printer, result, folder, flags.updateBaseline ? baselinePath : undefined);
  const { must, regressions } = failuresOf(result);
  const failed =
    (flags.gate !== 'none' && flags.gate !== 'regression' && must > 0) ||
    (flags.gate !== 'none' && flags.gate !== 'must' && !flags.updateBaseline && regressions > 0);
  if (failed) process.exitCode = 1;
}

/** Runs `fabula eval compare`. */
export function runCompare(before: string, after: string, options: { readonly json?: boolean }): void {
  const printer = openPrinter({ json: options.json });
  const differences = compareResults(readResult(before), readResult(after));
  if (differences.length === 0)
    throw new UsageError('nothing-in-common', `${before} and ${after} have no figure in common`, {
      hint: 'compare two runs of the same suite',
    });
  if (printer.json) printer.data(differences);
  else printer.line(renderDifferences(differences));
}

/** Runs `fabula eval list`. */
export function runList(options: { readonly json?: boolean }): void {
  const printer = openPrinter({ json: options.json });
  const suites = suiteNames().map((name) => readSuite(name));
  const bands = readHumanBands();
  const own = new Map(suites.flatMap(describeFigures).map((figure) => [figure.id, figure]));
  const metrics = catalogueOf(undefined, [...own.values()]).map((metric) => ({
    ...metric,
    human: bands[metric.id] ?? [],
  }));
  if (printer.json) {
    printer.data({ suites: suites.map(({ id, about, gates }) => ({ id, about, gates: gates.length })), metrics });
    return;
  }
  const rows = suites.map(({ id, gates, about }) => [id, gates.length, about]);
  printer.line(renderTable([['suite', 'gates', 'what it judges'], ...rows]));
  for (const { id, title, scope, unit, about, human } of metrics) {
    const people = human.length === 0 ? '' : `; people ${formatHuman(human, unit)}`;
    printer.line(`\n${printer.bold(id)}  ${title} ${printer.dim(`(per ${scope}${people})`)}`);
    printer.line(wrap(about, WIDTH, '    '));
  }
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A list that was typed, with at least one entry. */
function listFlag(flag: string, text: string): readonly string[] {
  const list = listOf(text);
  if (list.length > 0) return list;
  throw new UsageError('empty-list', 'the list is empty', { at: flag, hint: 'write it as a,b,c' });
}

function unknown(flag: string, given: string, known: readonly string[]): UsageError {
  return new UsageError('unknown-value', `'${given}' is not known`, { at: flag, hint: nearHint(given, known) });
}

function fileOf(flags: EvalFlags): FileSource | undefined {
  const { file, textColumn, labelColumn, labelOrder, cellColumns } = flags;
  if (file === undefined) {
    for (const [flag, given] of Object.entries({ textColumn, labelColumn, labelOrder, cellColumns }))
      if (given !== undefined)
        throw new UsageError('flags', `${dashed(flag)} is for a file`, {
          at: dashed(flag),
          hint: 'name one with --file',
        });
    return undefined;
  }
  if (textColumn === undefined)
    throw new UsageError('no-text-column', 'no column of texts is named', {
      at: '--file',
      hint: 'name it with --text-column',
    });
  if (labelOrder !== undefined && labelColumn === undefined)
    throw new UsageError('flags', '--label-order needs --label-column', {
      at: '--label-order',
      hint: 'name the column of labels',
    });
  return {
    path: file,
    textColumns: listFlag('--text-column', textColumn),
    cellColumns: cellColumns === undefined ? [] : listFlag('--cell-columns', cellColumns),
    ...(labelColumn === undefined ? {} : { labelColumn }),
    ...(labelOrder === undefined ? {} : { labelOrder: listFlag('--label-order', labelOrder) }),
  };
}

function dashed(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The suite with what the flags narrow. */
function narrowed(suite: Suite, flags: EvalFlags): Suite {
  const tokens =
    flags.sampleTokens === undefined ? suite.tokens : wholeNumber('sample-tokens', flags.sampleTokens, 100, 10_000_000);
  const columns = flags.columns === undefined ? suite.columns : listFlag('--columns', flags.columns);
  if (flags.columns !== undefined && suite.pack)
    for (const column of columns)
      if (!suite.columns.includes(column)) throw unknown('--columns', column, suite.columns);
  const gates = suite.gates.flatMap((gate) => {
    const own = suite.figures[gate.metric]?.column;
    if (own !== undefined && !columns.includes(own)) return [];
    if (!Array.isArray(gate.columns) || !suite.pack) return [gate];
    const kept = gate.columns.filter((column) => columns.includes(column));
    return kept.length === 0 ? [] : [{ ...gate, columns: kept }];
  });
  const figures = Object.fromEntries(
    Object.entries(suite.figures).filter(([, { column }]) => column === undefined || columns.includes(column)),
  );
  const base = { ...suite, tokens, columns, gates, figures };
  if (!suite.pack) return base;
  const rows = flags.rows === undefined ? suite.pack.rows : wholeNumber('rows', flags.rows, 1, 10_000_000);
  const seeds = flags.seeds === undefined ? suite.pack.seeds : seedsOf(flags.seeds);
  return { ...base, pack: { ...suite.pack, rows, seeds } };
}

function seedsOf(text: string): readonly number[] {
  const seeds = listFlag('--seeds', text).map((seed) => wholeNumber('seeds', seed, 0, Number.MAX_SAFE_INTEGER));
  if (new Set(seeds).size === seeds.length) return seeds;
  throw new UsageError('seeds', 'a seed is named twice', { at: '--seeds', hint: 'name each once' });
}

function assertAgree(suite: Suite, flags: EvalFlags, file: FileSource | undefined): void {
  const fail = (at: string, message: string, hint: string): never => {
    throw new UsageError('flags', message, { at, hint });
  };
  if (file && suite.pack)
    fail('--file', `the suite ${suite.id} judges the pack ${suite.pack.id}`, 'leave the suite out, or use corpus');
  if (!file && !suite.pack)
    fail(suite.id, `the suite ${suite.id} judges a file`, 'name one with --file and --text-column');
  for (const flag of ['rows', 'seeds', 'columns'] as const)
    if (file && flags[flag] !== undefined) fail(`--${flag}`, `--${flag} is for a pack`, 'leave it out');
  if (!flags.updateBaseline) return;
  if (!suite.pack) fail('--update-baseline', 'a file has no seeds to learn the noise from', 'leave it out');
  if (flags.baseline === 'none')
    fail('--update-baseline', '--update-baseline and --baseline none exclude each other', 'leave one out');
  if ((suite.pack?.seeds.length ?? 0) < 2)
    fail('--update-baseline', 'one seed says nothing about the noise', 'use at least two, better three seeds');
}

/** Where the baseline is: as given, among those that ship, or beside a suite of one's own. */
function baselinePathOf(suite: Suite, { baseline }: EvalFlags, name: string | undefined): string | undefined {
  if (baseline === 'none' || (baseline === undefined && !suite.pack)) return undefined;
  if (baseline !== undefined) return baseline;
  if (name !== undefined && /\.ya?ml$/.test(name)) return name.replace(/\.ya?ml$/, '.baseline.json');
  return join(evalsFolder(), 'baselines', `${suite.id}.json`);
}

async function writeBaseline(
  suite: Suite,
  result: EvalResult,
  path: string,
  before: Baseline | undefined,
): Promise<void> {
  const conditions = conditionsOf(suite);
  if (!conditions || result.judged.kind !== 'pack') return;
  const { templateHash, seeds } = result.judged;
  const { suite: id, toolVersion, gates } = result;
  const after = baselineOf({ suite: id, toolVersion, templateHash, conditions, seeds, gates }, before);
  await writeFile(path, formatBaseline(after));
}

function printResult(printer: Printer, result: EvalResult, folder: string, baseline: string | undefined): void {
  printer.line(renderGates(result.gates, printer));
  for (const { verdict, title, findings } of result.gates) {
    if ((verdict !== 'fail' && verdict !== 'warn') || findings.length === 0) continue;
    printer.line(`\n${VERDICT_WORDS[verdict]} ${title}`);
    for (const { column, id, excerpt } of findings.slice(0, FINDINGS))
      printer.line(`  ${[column === 'together' ? '' : column, id].filter(Boolean).join('  ')}  ${excerpt}`);
  }
  printer.line(`\n${renderCounts(result)}`);
  for (const remark of [result.baseline.note, ...result.remarks]) printer.note(remark);
  if (baseline !== undefined) printer.note(`baseline  ${baseline}`);
  printer.note(`report    ${join(folder, 'report.html')}`);
}
