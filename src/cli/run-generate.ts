import { once } from 'node:events';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { UsageError } from '../core/errors.ts';
import { formatBytes, formatCount, plural } from '../core/format.ts';
import { packOf } from '../packs/registry.ts';
import { readConfigFile, resolveJob } from '../runtime/config.ts';
import { generateDataset, type RunOptions } from '../runtime/generate.ts';
import { encodeRows, generateFile, type RowCounts } from '../runtime/generate-file.ts';
import type { Job } from '../runtime/job.ts';
import { atFlags } from './at-flags.ts';
import type { GenerateOptions } from './commands/generate.ts';
import { generateFlags } from './generate-flags.ts';
import { openModel } from './open-model.ts';
import { wholeNumber, workersOf } from './options.ts';
import { openPrinter, type Printer, renderTable } from './print.ts';
import { openProgress, type Progress } from './progress.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Up to so many rows a second thread costs more than it saves (measured: even at about 30,000). */
const SMALL = 20_000;
const BATCH_ROWS = 2500;

/** Runs `fabula generate`. */
export async function runGenerate(pack: string | undefined, options: GenerateOptions): Promise<void> {
  const printer = openPrinter({ quiet: options.quiet, json: options.json });
  assertFlagsAgree(options);
  const file = options.config === undefined ? undefined : readConfigFile(options.config);
  const flags = generateFlags(pack, options);
  const workers = options.workers === undefined ? undefined : workersOf(options.workers);
  const batchRows =
    options.batchSize === undefined ? BATCH_ROWS : wholeNumber('batch-size', options.batchSize, 1, 1_000_000);
  const progress = openProgress({ quiet: printer.quiet || printer.json || options.stdout === true });
  const stop = stopOnSignal();
  try {
    await atFlags(flags, async () => {
      const job = resolveJob(flags, file);
      if (options.dryRun) return await (await import('./run-estimate.ts')).printEstimate(job, options, printer);
      const model = await openModel(job, options, printer, progress, stop.signal);
      const run: RunOptions = {
        workers: workers ?? (job.count <= SMALL ? 1 : workersOf(undefined)),
        batchRows,
        resume: options.resume ?? false,
        force: options.force ?? false,
        signal: stop.signal,
        onProgress: (state) => progress.update({ ...state, ...(model ? { aside: model.progressLine() } : {}) }),
        ...(model ? { model: model.layer.stage } : {}),
      };
      const stopModel = () => void model?.layer.engine.stop(stop.signal.reason);
      stop.signal.addEventListener('abort', stopModel);
      let finished = false;
      try {
        if (options.stdout) await writeToStdout(job, run, printer);
        else if (options.singleFile !== undefined)
          await writeSingleFile(job, options.singleFile, run, printer, progress);
        else await writeFolder(job, options.out ?? file?.out ?? join('out', job.pack), run, printer, progress);
        finished = true;
      } finally {
        progress.end();
        await model?.close(finished);
      }
    });
  } finally {
    progress.end();
    stop.close();
  }
}

function assertFlagsAgree(options: GenerateOptions): void {
  const given = (flags: Readonly<Record<string, unknown>>) =>
    Object.keys(flags).filter((flag) => flags[flag] !== undefined && flags[flag] !== false);
  const exclusive = [
    given({ '--stdout': options.stdout, '--single-file': options.singleFile, '--out': options.out }),
    given({ '--stdout': options.stdout, '--json': options.json }),
    given({ '--stdout': options.stdout, '--single-file': options.singleFile, '--resume': options.resume }),
    given({ '--resume': options.resume, '--force': options.force }),
  ].find((flags) => flags.length > 1);
  if (exclusive)
    throw new UsageError('flags', `${exclusive.join(' and ')} exclude each other`, {
      at: exclusive[0],
      hint: 'leave one out',
    });
  for (const [flag, path] of [
    ['--out', options.out],
    ['--single-file', options.singleFile],
    ['--config', options.config],
  ])
    if (path?.trim() === '') throw new UsageError('empty-path', 'the path is empty', { at: flag, hint: 'name a path' });
}

async function writeToStdout(job: Job, run: RunOptions, printer: Printer): Promise<void> {
  if (job.format === 'parquet')
    throw new UsageError('stdout-parquet', 'parquet cannot be written to standard output', {
      at: '--stdout',
      hint: 'use csv or jsonl, or --single-file rows.parquet',
    });
  const counts: RowCounts = { rows: 0, missing: 0 };
  for await (const bytes of encodeRows(job, run, counts)) if (!stdout.write(bytes)) await once(stdout, 'drain');
  noteUnlabelled(printer, job);
  noteMissing(printer, counts.missing);
}

async function writeSingleFile(
  job: Job,
  path: string,
  run: RunOptions,
  printer: Printer,
  progress: Progress,
): Promise<void> {
  const result = await generateFile(job, path, run);
  progress.end();
  if (printer.json) return printer.data({ path, ...result });
  printer.note(`${formatCount(result.rows)} rows (${formatBytes(result.bytes)}), seed ${job.seed}`);
  noteUnlabelled(printer, job);
  noteMissing(printer, result.missing);
  printer.line(path);
}

async function writeFolder(
  job: Job,
  folder: string,
  run: RunOptions,
  printer: Printer,
  progress: Progress,
): Promise<void> {
  const result = await generateDataset(job, folder, run);
  progress.end();
  if (printer.json) return printer.data(result);
  const bytes = result.files.reduce((sum, file) => sum + file.bytes, 0);
  printer.note(
    `${formatCount(result.rows)} rows in ${result.seconds.toFixed(1)} s (${formatBytes(bytes)}), seed ${job.seed}\n`,
  );
  printer.note(renderTable([['split', 'rows'], ...Object.entries(result.splits)]));
  noteUnlabelled(printer, job);
  noteMissing(printer, result.missing, join(folder, 'rejected'));
  printer.note(`\nreport  ${join(folder, 'reports', 'report.html')}\ncard    ${join(folder, 'README.md')}`);
  printer.line(folder);
}

function noteUnlabelled(printer: Printer, { labeler, labels, pack }: Job): void {
  if (labeler !== 'none' || labels === 'none') return;
  printer.note(`no row is labelled (--labeler none), so nothing stands in ${packOf(pack).labels.join(', ')}`);
}

function noteMissing(printer: Printer, missing: number, rejected?: string): void {
  if (missing === 0) return;
  const where = rejected === undefined ? '' : ` (see ${rejected})`;
  printer.note(`${plural(missing, 'row is', 'rows are')} missing: every candidate failed its checks${where}`);
}
