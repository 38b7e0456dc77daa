import { statSync } from 'node:fs';
import { stderr } from 'node:process';
import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { chosenSpecs, readDatasetProbe } from '../evals/probe/dataset-probe.ts';
import { type ProbeSpec, runProbe } from '../evals/probe/run-probe.ts';
import { readColumns } from '../runtime/read-columns.ts';
import type { ProbeFlags } from './commands/probe.ts';
import { wholeNumber } from './options.ts';
import { openPrinter } from './print.ts';
import { renderProbe } from './probe-table.ts';
import { openProgress } from './progress.ts';

const TASKS = { regression: 'numbers', classification: 'classes' } as const;

/** Runs `fabula probe`. */
export async function runProbeCommand(path: string, flags: ProbeFlags): Promise<void> {
  const printer = openPrinter({ json: flags.json });
  const folds = wholeNumber('folds', flags.folds, 2, 100);
  const seed = wholeNumber('seed', flags.seed, 0, 0xffffffff);
  const rows = wholeNumber('rows', flags.rows, 10, 1_000_000);
  const kind = taskOf(flags.task);
  const { paths, specs } = whatToLearn(path, flags);
  const columns = await readColumns(paths, { rows, seed });
  const models = listOf(flags.models);
  const total = specs.reduce((sum, { groups }) => sum + (groups.length > 0 ? 2 : 1) * folds, 0);
  const progress = openProgress({ quiet: printer.json || stderr.isTTY !== true, unit: 'folds' });
  let done = 0;
  const onFold = () => progress.update({ rows: ++done, total, resumed: 0 });
  const results = specs.map((spec) => runProbe(columns, { ...spec, kind }, { folds, seed, models, onFold }));
  progress.end();
  if (printer.json) printer.data({ path, targets: results });
  else printer.line(results.map((result) => renderProbe(result, printer)).join('\n\n\n'));
}

function taskOf(task: string | undefined): ProbeSpec['kind'] {
  if (task === undefined) return undefined;
  if (Object.hasOwn(TASKS, task)) return TASKS[task as keyof typeof TASKS];
  throw new UsageError('unknown-task', `there is no task '${task}'`, {
    at: '--task',
    hint: nearHint(task, Object.keys(TASKS)),
  });
}

function whatToLearn(
  path: string,
  flags: ProbeFlags,
): { readonly paths: readonly string[]; readonly specs: readonly ProbeSpec[] } {
  const named = listOf(flags.features);
  const texts = listOf(flags.text);
  const groups = listOf(flags.group);
  const features: ProbeSpec['features'] | undefined = named?.join() === 'all' ? 'all' : named;
  const own = {
    ...(features || texts ? { features: features ?? [], texts: texts ?? [] } : {}),
    ...(groups ? { groups } : {}),
  };
  const place = statSync(path, { throwIfNoEntry: false });
  if (place === undefined)
    throw new UsageError('no-file', `there is no file or folder ${path}`, {
      at: path,
      hint: 'name a dataset folder, or a CSV, JSON Lines or Parquet file',
    });
  if (place.isDirectory()) {
    const dataset = readDatasetProbe(path);
    if (flags.target !== undefined && (features || texts))
      return { paths: dataset.paths, specs: [{ target: flags.target, features: [], texts: [], groups: [], ...own }] };
    const specs = chosenSpecs(dataset, flags.target, path).map((spec) => ({ ...spec, ...own }));
    return { paths: dataset.paths, specs };
  }
  if (flags.target === undefined)
    throw new UsageError('no-target', 'no column is named to be learned', {
      at: '--target',
      hint: `for instance fabula probe ${path} --target score`,
    });
  return { paths: [path], specs: [{ target: flags.target, features: 'all', texts: [], groups: [], ...own }] };
}

function listOf(text: string | undefined): readonly string[] | undefined {
  return text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
