import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { stdout } from 'node:process';
import { UsageError } from '../core/errors.ts';
import { formatBytes, formatCount, plural } from '../core/format.ts';
import { nearHint } from '../core/nearest-name.ts';
import { formatOfPath } from '../formats/formats.ts';
import { type WrittenTable, writeTable } from '../formats/write-table.ts';
import type { Pack } from '../packs/pack.ts';
import { assertOtherFile } from '../runtime/assert-other-file.ts';
import { encodeCsv } from '../runtime/encode-csv.ts';
import type { FeatureRun } from '../runtime/features/stream-answers.ts';
import { findSource, type LabelSource, ownTextColumns, packFor } from '../runtime/label/find-source.ts';
import { openHeuristicLabeler, readableOnly } from '../runtime/label/heuristic-labeler.ts';
import { type LabelTable, openLabelTable } from '../runtime/label/label-table.ts';
import { FILE_LABELERS, type FileLabeler } from '../runtime/label/row-labels.ts';
import { openTruthLabeler } from '../runtime/label/truth-labeler.ts';
import { readLabelModel } from '../runtime/open-completion.ts';
import { atFlags } from './at-flags.ts';
import type { LabelFlags } from './commands/label.ts';
import type { OpenedLabeler } from './open-label-model.ts';
import { listOf, wholeNumber } from './options.ts';
import { openPrinter, type Printer } from './print.ts';
import { openProgress, type Progress } from './progress.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Batches that wait for a model at once: enough for any number of calls at a time, few enough to keep memory flat. */
const MODEL_AHEAD = 8;

/** Runs `fabula label`. */
export async function runLabel(file: string, flags: LabelFlags): Promise<void> {
  const printer = openPrinter({ quiet: flags.quiet, json: flags.json });
  const kind = labelerOf(flags);
  const source = await findSource(file);
  const pack = packFor(source, flags.pack);
  const texts = textsOf(kind, pack, source, flags.text);
  if (flags.dryRun)
    return await (await import('./open-label-model.ts')).printLabelEstimate(pack, source, texts, flags, printer);
  if (flags.out !== undefined) assertOtherFile(flags.out, source.paths);
  const progress = openProgress({ quiet: printer.quiet || printer.json || flags.out === undefined });
  const stop = stopOnSignal();
  try {
    const labeler = await openLabeler(kind, pack, source, texts, flags, printer, progress, stop.signal);
    const run: FeatureRun = {
      threads: flags.threads === undefined ? availableParallelism() : wholeNumber('threads', flags.threads, 1, 256),
      signal: stop.signal,
      onProgress: (rows) => progress.update({ rows, resumed: 0, ...(labeler.aside ? { aside: labeler.aside() } : {}) }),
    };
    let finished = false;
    try {
      const table = openLabelTable(
        {
          source,
          pack,
          texts,
          keep: flags.id === undefined ? 'all' : listOf('--id', flags.id),
          labeler: labeler.labeler,
          ahead: kind === 'llm' ? MODEL_AHEAD : 1,
        },
        run,
      );
      await writeOut(table, flags.out, labeler, printer, progress);
      finished = true;
    } finally {
      progress.end();
      await labeler.close(finished);
    }
  } finally {
    progress.end();
    stop.close();
  }
}

async function writeOut(
  table: LabelTable,
  out: string | undefined,
  labeler: OpenedLabeler,
  printer: Printer,
  progress: Progress,
): Promise<void> {
  if (out === undefined) {
    for await (const bytes of encodeCsv(table)) if (!stdout.write(bytes)) await once(stdout, 'drain');
    noteGaps(printer, table);
    return;
  }
  const written = await writeTable(out, formatOfPath(out), table.columns, table.rows);
  progress.end();
  const { origins, unlabelled, languages } = table;
  if (printer.json) {
    const columns = table.columns.map(({ name }) => name);
    printer.data({ path: out, ...written, columns, origins, unlabelled, languages, ...labeler.figures() });
    return;
  }
  noteRows(printer, written, table);
  printer.line(out);
}

async function openLabeler(
  kind: FileLabeler,
  pack: Pack,
  source: LabelSource,
  texts: readonly string[],
  flags: LabelFlags,
  printer: Printer,
  progress: Progress,
  signal: AbortSignal,
): Promise<OpenedLabeler> {
  const anyLanguage = flags.anyLanguage ?? false;
  if (kind === 'llm') {
    const { openLabelModel } = await import('./open-label-model.ts');
    const opened = await openLabelModel(pack, source, texts, flags, printer, progress, signal);
    return { ...opened, labeler: readableOnly(opened.labeler, anyLanguage) };
  }
  const labeler =
    kind === 'truth'
      ? openTruthLabeler(pack, source)
      : readableOnly(
          openHeuristicLabeler(pack, await atFlags({ labeler: kind }, () => readLabelModel(pack.id))),
          anyLanguage,
        );
  return { labeler, figures: () => ({}), close: async () => {} };
}

function labelerOf({ labeler, out, json, dryRun }: LabelFlags): FileLabeler {
  const kind = FILE_LABELERS.find((name) => name === labeler);
  if (kind === undefined)
    throw new UsageError('unknown-labeler', `there is no labeler '${labeler}'`, {
      at: '--labeler',
      hint: nearHint(labeler, FILE_LABELERS),
    });
  if (dryRun && kind !== 'llm')
    throw new UsageError('flags', `--dry-run says what a model would cost, and --labeler ${kind} asks none`, {
      at: '--dry-run',
      hint: 'leave it out, or use --labeler llm',
    });
  if (json && out === undefined && !dryRun)
    throw new UsageError('flags', '--json and standard output exclude each other', {
      at: '--json',
      hint: 'name a file with --out: the rows go to standard output otherwise',
    });
  if (out !== undefined) formatOfPath(out);
  return kind;
}

/** The truth is found by key, so it needs no texts. */
function textsOf(kind: FileLabeler, pack: Pack, source: LabelSource, given: string | undefined): readonly string[] {
  if (given !== undefined) return listOf('--text', given);
  return kind === 'truth' ? [] : ownTextColumns(pack, source);
}

function noteRows(printer: Printer, { rows, bytes }: WrittenTable, table: LabelTable): void {
  const origins = Object.entries(table.origins).filter(([, n]) => n > 0);
  printer.note(
    `${plural(rows, 'row')} (${formatBytes(bytes)}): ${origins.map(([name, n]) => `${name} ${formatCount(n)}`).join(', ') || 'nothing to label'}`,
  );
  noteGaps(printer, table);
}

function noteGaps(printer: Printer, { unlabelled }: LabelTable): void {
  for (const [why, n] of Object.entries(unlabelled)) printer.note(`${plural(n, 'row')} without a label: ${why}`);
}
