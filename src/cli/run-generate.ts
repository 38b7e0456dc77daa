import { once } from 'node:events';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { UsageError } from '../core/errors.ts';
import { formatOfPath } from '../formats/formats.ts';
import { readConfigFile, type RawConfig, resolveJob } from '../runtime/config.ts';
import { encodeRows, generateDataset, generateFile, type RowCounts, type RunOptions } from '../runtime/generate.ts';
import type { Job } from '../runtime/job.ts';
import type { GenerateOptions } from './commands/generate.ts';
import { namesOrWeights, numberOrText, splitShares, wholeNumber, workersOf } from './options.ts';
import { formatBytes, formatCount, openPrinter, type Printer, renderTable } from './print.ts';
import { openProgress } from './progress.ts';

const SMALL = 4000;

/** Runs `fabula generate`. */
export async function runGenerate(pack: string | undefined, options: GenerateOptions): Promise<void> {
  const printer = openPrinter({ quiet: options.quiet || options.stdout, json: options.json });
  assertOneTarget(options);
  const file = options.config === undefined ? undefined : { path: options.config, ...readConfigFile(options.config) };
  const { out: configuredOut, ...config } = (file?.config ?? {}) as RawConfig & { out?: string };
  const job = resolveJob(flagsOf(pack, options), file && { ...file, config });
  const progress = openProgress({ quiet: printer.quiet || printer.json });
  const run: RunOptions = {
    workers: job.count <= SMALL && options.workers === undefined ? 1 : workersOf(options.workers),
    batchRows: options.batchSize === undefined ? 2500 : wholeNumber('batch-size', options.batchSize, 1, 1_000_000),
    resume: options.resume ?? false,
    force: options.force ?? false,
    onProgress: (state) => progress.update(state),
  };
  try {
    if (options.stdout) await writeToStdout(job, run);
    else if (options.singleFile !== undefined) await writeSingleFile(job, options.singleFile, run, printer, () => progress.end());
    else await writeFolder(job, options.out ?? configuredOut ?? join('out', job.pack), run, printer, () => progress.end());
  } finally {
    progress.end();
  }
}

function assertOneTarget(options: GenerateOptions): void {
  const targets = [options.stdout && '--stdout', options.singleFile !== undefined && '--single-file', options.out !== undefined && '--out'].filter(Boolean);
  if (targets.length > 1) throw new UsageError('targets', `${targets.join(' and ')} exclude each other`, { hint: 'choose one place for the rows' });
  if (options.resume && (options.stdout || options.singleFile !== undefined)) throw new UsageError('resume', '--resume works on a dataset folder only', { hint: 'leave it out, or write a folder with --out' });
}

/** The settings given as flags; what was not given stays out. */
function flagsOf(pack: string | undefined, options: GenerateOptions): RawConfig {
  const flags: Record<string, unknown> = {
    pack,
    count: options.count === undefined ? undefined : numberOrText(options.count),
    seed: options.seed === undefined ? undefined : numberOrText(options.seed),
    format: options.format ?? (options.singleFile === undefined ? undefined : formatOfPath(options.singleFile).id),
    view: options.view,
    labels: options.labels,
    splits: options.split === undefined ? undefined : splitShares(options.split),
    splitBy: options.splitBy,
    tiers: options.tiers === undefined ? undefined : namesOrWeights(options.tiers),
    domains: options.domains === undefined ? undefined : namesOrWeights(options.domains),
    roster: options.roster,
    ideation: options.ideation === false ? false : undefined,
    until: options.until,
    trace: options.trace,
    shardRows: options.shardRows === undefined ? undefined : numberOrText(options.shardRows),
    candidates: options.candidates === undefined ? undefined : numberOrText(options.candidates),
    onShortfall: options.onShortfall,
  };
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}

async function writeToStdout(job: Job, run: RunOptions): Promise<void> {
  if (job.format === 'parquet') throw new UsageError('stdout-parquet', 'Parquet cannot be written to standard output', { hint: 'use csv or jsonl, or --single-file rows.parquet' });
  const counts: RowCounts = { rows: 0, missing: 0 };
  for await (const bytes of encodeRows(job, run, counts)) if (!stdout.write(bytes)) await once(stdout, 'drain');
}

async function writeSingleFile(job: Job, path: string, run: RunOptions, printer: Printer, settle: () => void): Promise<void> {
  const result = await generateFile(job, path, run);
  settle();
  if (printer.json) return printer.data({ path, ...result });
  printer.note(`${formatCount(result.rows)} rows, ${formatBytes(result.bytes)}`);
  printer.line(path);
}

async function writeFolder(job: Job, folder: string, run: RunOptions, printer: Printer, settle: () => void): Promise<void> {
  const result = await generateDataset(job, folder, run);
  settle();
  if (printer.json) return printer.data(result);
  const bytes = result.files.reduce((sum, file) => sum + file.bytes, 0);
  printer.note(`${formatCount(result.rows)} rows in ${result.seconds.toFixed(1)} s (${formatBytes(bytes)}), seed ${job.seed}\n`);
  printer.note(renderTable([['split', 'rows'], ...Object.entries(result.splits)]));
  if (result.missing > 0) printer.note(`\n${formatCount(result.missing)} rows are missing: every candidate failed its checks (see ${join(folder, 'rejected')})`);
  printer.note(`\nreport  ${join(folder, 'reports', 'report.html')}\ncard    ${join(folder, 'README.md')}`);
  printer.line(folder);
}
