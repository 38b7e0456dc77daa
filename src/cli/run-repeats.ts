import { formatCount } from '../core/format.ts';
import { openRunCounter } from '../evals/repeated-runs.ts';
import { packOf } from '../packs/registry.ts';
import { resolveJob } from '../runtime/config.ts';
import { openRecords } from '../runtime/generate.ts';
import { loadPack } from '../runtime/load-pack.ts';
import { atFlags } from './at-flags.ts';
import type { RepeatsOptions } from './commands/templates.ts';
import { numberOrText, wholeNumber } from './options.ts';
import { openPrinter, renderTable } from './print.ts';
import { openProgress } from './progress.ts';
import { knownQuestion } from './run-templates.ts';

/** Runs `fabula templates repeats`. */
export async function runRepeats(packId: string, options: RepeatsOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const pack = packOf(packId);
  const question = options.question === undefined ? undefined : knownQuestion(packId, options.question);
  const flags = { pack: pack.id, count: numberOrText(options.count), seed: numberOrText(options.seed) };
  const most = wholeNumber('show', options.show, 1, 1_000_000);
  const length = wholeNumber('length', options.length, 2, 50);
  const counter = openRunCounter(length);
  const job = await atFlags(flags, () => resolveJob(flags, undefined, options.folder));
  const record = await openRecords(loadPack(pack.id, options.folder), job, true, options.folder);
  const progress = openProgress({ quiet: printer.json, unit: 'records' });
  try {
    for (let index = 0; index < job.count; index++) {
      // The facts of a sentence come before its telling among its spans: the first is the innermost line that wrote the words.
      for (const narrative of record(index)?.narration.texts ?? [])
        if (question === undefined || narrative.question === question) counter.add(narrative);
      progress.update({ rows: index + 1, total: job.count, resumed: 0 });
    }
  } finally {
    progress.end();
  }
  const { runs, again, lines } = counter.report();
  const shown = lines.slice(0, most);
  if (printer.json) return printer.data({ records: job.count, runs, again, lines: shown });
  printer.line(
    renderTable([
      ['again', 'of its runs', 'told', 'place', 'most often'],
      ...shown.map((line) => [
        formatCount(line.again),
        `${((100 * line.again) / line.runs).toFixed(0)}%`,
        formatCount(line.told),
        line.at,
        `${line.worst.times} x ${line.worst.words}`,
      ]),
    ]),
  );
  printer.line(
    `\n${((100 * again) / Math.max(1, runs)).toFixed(1)}% of ${formatCount(runs)} runs of ${length} words stand in the texts of ${formatCount(job.count)} records more than once; ${formatCount(lines.length)} lines wrote them`,
  );
}
