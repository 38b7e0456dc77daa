import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { stdout } from 'node:process';
import { UsageError } from '../core/errors.ts';
import { formatBytes, formatCount, plural } from '../core/format.ts';
import { nearHint } from '../core/nearest-name.ts';
import { formatOfPath } from '../formats/formats.ts';
import { PROFILES } from '../language/analyse.ts';
import { FEATURES, featuresOf } from '../language/features/features.ts';
import { encodeCsv } from '../runtime/encode-csv.ts';
import { type FeatureJob, type FeatureTable, openFeatureTable } from '../runtime/features/feature-table.ts';
import type { FeatureRun } from '../runtime/features/stream-answers.ts';
import { writeFeatures } from '../runtime/features/write-features.ts';
import { readColumnNames } from '../runtime/read-column-names.ts';
import type { FeaturesFlags } from './commands/features.ts';
import { listOf, wholeNumber } from './options.ts';
import { openPrinter, type Printer, renderTable } from './print.ts';
import { openProgress } from './progress.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Runs `fabula features`. */
export async function runFeatures(file: string | undefined, flags: FeaturesFlags): Promise<void> {
  const printer = openPrinter({ quiet: flags.quiet, json: flags.json });
  if (flags.list) {
    printFeatures(printer, file);
    return;
  }
  const job = await jobOf(file, flags);
  const progress = openProgress({ quiet: printer.quiet || printer.json || flags.out === undefined, unit: 'texts' });
  const stop = stopOnSignal();
  const run: FeatureRun = {
    threads: flags.threads === undefined ? availableParallelism() : wholeNumber('threads', flags.threads, 1, 256),
    signal: stop.signal,
    onProgress: (rows) => progress.update({ rows, resumed: 0 }),
  };
  try {
    if (flags.out === undefined) {
      const table = await openFeatureTable(job, run);
      for await (const bytes of encodeCsv(table)) if (!stdout.write(bytes)) await once(stdout, 'drain');
      noteLanguages(printer, table.languages);
      return;
    }
    const result = await writeFeatures(job, flags.out, run);
    progress.end();
    if (printer.json) {
      printer.data(result);
      return;
    }
    printer.note(
      `${plural(result.rows, 'text')}, ${plural(featuresOf(job.features).length, 'feature')} each (${formatBytes(result.bytes)})`,
    );
    noteLanguages(printer, result.languages);
    printer.line(result.path);
  } finally {
    progress.end();
    stop.close();
  }
}

async function jobOf(path: string | undefined, flags: FeaturesFlags): Promise<FeatureJob> {
  if (path === undefined)
    throw new UsageError('no-file', 'no file is named', { at: 'file', hint: 'name a CSV, JSON Lines or Parquet file' });
  if (flags.keep && flags.idColumn !== undefined) throw excluded('--keep', '--id-column', 'leave one out');
  if (flags.json && flags.out === undefined)
    throw excluded('--json', 'standard output', 'name a file with --out: the numbers go to standard output otherwise');
  const profile = PROFILES.find((name) => name === flags.profile);
  if (profile === undefined)
    throw new UsageError('unknown-profile', `there is no profile '${flags.profile}'`, {
      at: '--profile',
      hint: nearHint(flags.profile, PROFILES),
    });
  const features = listOf('--set', flags.set);
  featuresOf(features);
  if (flags.out !== undefined) formatOfPath(flags.out);
  if (flags.textColumn === undefined) {
    const columns = await readColumnNames(path);
    throw new UsageError('no-text-column', 'the column of texts is not named', {
      at: '--text-column',
      hint: `${path} has: ${columns.slice(0, 40).join(', ')}`,
    });
  }
  const keep = flags.keep ? 'all' : flags.idColumn === undefined ? [] : listOf('--id-column', flags.idColumn);
  return { path, textColumn: flags.textColumn, features, profile, keep };
}

function excluded(flag: string, other: string, hint: string): UsageError {
  return new UsageError('flags', `${flag} and ${other} exclude each other`, { at: flag, hint });
}

function noteLanguages(printer: Printer, { other, unsure }: FeatureTable['languages']): void {
  if (other > 0)
    printer.note(
      `${plural(other, 'text is', 'texts are')} not English: their numbers mean nothing (language_flag is other)`,
    );
  if (unsure > 0) printer.note(`of ${plural(unsure, 'text')} the language is not sure (language_flag is unsure)`);
}

function printFeatures(printer: Printer, file: string | undefined): void {
  if (file !== undefined) throw excluded('--list', 'a file', 'leave the file out');
  const rows = FEATURES.map(({ name, set, type, range, description, source, lists }) => ({
    name,
    set,
    type,
    range,
    description,
    source,
    lists: lists ?? [],
  }));
  if (printer.json) {
    printer.data(rows);
    return;
  }
  const range = ([least, most]: readonly [number, number | null]) => `${formatCount(least)}..${most ?? ''}`;
  printer.line(
    renderTable([
      ['feature', 'set', 'range', 'what it is'],
      ...rows.map((row) => [row.name, row.set, range(row.range), row.description]),
    ]),
  );
}
