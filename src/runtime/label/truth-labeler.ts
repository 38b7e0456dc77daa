import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatasetError, UsageError } from '../../core/errors.ts';
import type { Cell } from '../../core/record.ts';
import { formatOfPath } from '../../formats/formats.ts';
import type { Pack } from '../../packs/pack.ts';
import { columnInFile, type LabelSource } from './find-source.ts';
import { type Label, type RowLabeler, unlabelled } from './row-labels.ts';

type Truth = ReadonlyMap<string, readonly Label[]>;

/**
 * Opens the labels that a dataset's truth/ holds for its keys. Only the part that a data file belongs to is in memory.
 * Throws `UsageError` where a file is of no dataset or has no key, `DatasetError` where the dataset has no truth.
 */
export function openTruthLabeler(pack: Pack, source: LabelSource): RowLabeler {
  const { dataset, columns, paths } = source;
  if (!dataset)
    throw new UsageError('no-truth', `${paths[0]} stands in no dataset folder, so nothing holds its truth`, {
      at: '--labeler',
      hint: 'name a folder that fabula generate wrote or a file in it, or use --labeler heuristic',
    });
  const key = pack.truthColumns.columns[0]?.name ?? '';
  const shown = columnInFile(pack, key, columns);
  if (shown === undefined)
    throw new UsageError('no-key', `${paths[0]} has no column '${key}', by which its truth could be found`, {
      at: paths[0],
      hint: 'write the dataset in a view that has it, such as --view default',
    });
  const keyAt = columns.indexOf(shown);
  const files = dataset.manifest.files
    .filter(({ path }) => path.startsWith(`truth/${pack.truthColumns.name}/`))
    .map(({ path }) => join(dataset.folder, path));
  const missing = files.find((path) => !existsSync(path));
  if (files.length === 0 || missing !== undefined)
    throw new DatasetError('no-truth', missing ? `${missing} is not there` : `${dataset.folder} holds no truth/`, {
      at: dataset.folder,
      hint: 'restore it, or write the dataset anew: the same seed gives the same rows',
    });
  let held: { readonly part: string; readonly truth: Promise<Truth> } | undefined;
  const truthOf = (path: string) => {
    const part = /part-\d+/.exec(basename(path))?.[0] ?? '';
    if (held?.part !== part) {
      const own = files.filter((file) => basename(file).includes(part));
      held = { part, truth: readTruth(pack, key, own.length > 0 ? own : files) };
    }
    return held.truth;
  };
  return {
    label: (rows) =>
      Promise.all(
        rows.map(async ({ path, values }) => {
          const labels = (await truthOf(path)).get(String(values[keyAt]));
          return labels ? { origin: 'truth', labels } : unlabelled('no truth for its key');
        }),
      ),
  };
}

async function readTruth(pack: Pack, key: string, files: readonly string[]): Promise<Truth> {
  const names = pack.trueLabels ?? pack.labels;
  const truth = new Map<string, readonly Label[]>();
  for (const path of files) {
    const table = await formatOfPath(path).open(path, pack.truthColumns.columns);
    const [keyAt, ...labelsAt] = [key, ...names].map((name) => {
      const at = table.columns.indexOf(name);
      if (at >= 0) return at;
      throw new DatasetError('no-truth', `${path} has no column '${name}'`, {
        at: path,
        hint: 'write the dataset anew with this version',
      });
    }) as [number, ...number[]];
    for await (const { values } of table.rows)
      truth.set(
        String(values[keyAt]),
        labelsAt.map((at) => ({ value: values[at] as Cell, confidence: 1, rationale: 'truth' })),
      );
  }
  return truth;
}
