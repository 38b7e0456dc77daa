import { join } from 'node:path';
import { formatBytes, formatCount } from '../core/format.ts';
import { resolveJob } from '../runtime/config.ts';
import { generateDataset, openRecords } from '../runtime/generate.ts';
import { loadPack } from '../runtime/load-pack.ts';
import { atFlags } from './at-flags.ts';
import { numberOrText } from './options.ts';
import { openPrinter, renderTable, wrap } from './print.ts';

const ROWS = 2000;
const WIDTH = 96;

/** Runs `fabula demo`: the main job, small enough to watch. */
export async function runDemo(options: { readonly out: string; readonly seed: string }): Promise<void> {
  const printer = openPrinter({});
  const flags = { pack: 'workplace', count: ROWS, seed: numberOrText(options.seed) };
  const job = await atFlags(flags, () => resolveJob(flags));
  const result = await generateDataset(job, options.out, { workers: 1, batchRows: 500, force: true });
  const bytes = result.files.reduce((sum, file) => sum + file.bytes, 0);
  printer.line(
    `${printer.bold(`${formatCount(result.rows)} labelled survey responses`)} in ${result.seconds.toFixed(2)} s, ${formatBytes(bytes)}, seed ${job.seed}, no network, no key\n`,
  );
  const loaded = loadPack(job.pack);
  const { columns } = loaded.pack.table;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const label = at(loaded.pack.labels[0] as string);
  const record = await openRecords(loaded, job);
  const values = columns[label]?.enum ?? [];
  for (const value of values) {
    for (let index = 0; index < job.count; index++) {
      const found = record(index);
      if (found?.row[label] !== value) continue;
      const who = ['position_level', 'department', 'domain', 'tenure_range'].map((name) => String(found.row[at(name)]));
      printer.line(`${printer.bold(String(value))} ${printer.dim(who.join(', '))}`);
      printer.line(wrap(String(found.row[at('q24_text')]), WIDTH, '  '));
      printer.line();
      break;
    }
  }
  printer.line(
    renderTable([
      ['where', 'what'],
      [
        join(options.out, 'data'),
        `the rows: ${Object.entries(result.splits)
          .map(([name, rows]) => `${name} ${formatCount(rows)}`)
          .join(', ')}`,
      ],
      [join(options.out, 'truth'), 'the hidden facts behind each row'],
      [join(options.out, 'reports', 'report.html'), 'charts to look at'],
      [join(options.out, 'README.md'), 'the dataset card'],
      [join(options.out, 'manifest.json'), 'how it was made, and every hash'],
    ]),
  );
  printer.line(`\nNo row describes a real person, organisation or event. ${loaded.pack.warning}`);
  printer.line(
    `\nNext: npx fabula generate workplace --count 50000 --seed 42, and npx fabula verify ${options.out} --replay 20`,
  );
}
