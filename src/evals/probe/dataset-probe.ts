import { join } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import type { Pack, ProbeTargetColumn } from '../../packs/pack.ts';
import { packOf } from '../../packs/registry.ts';
import { readManifest } from '../../runtime/read-manifest.ts';
import type { ProbeSpec } from './run-probe.ts';

/** The files of a dataset of ours and what its pack has to be learned. */
export interface DatasetProbe {
  /** Its data files, in the order of the manifest. */
  readonly paths: readonly string[];
  /** One for each target of the pack, in the words of the dataset's view. */
  readonly specs: readonly ProbeSpec[];
}

/** Reads which files a dataset folder holds and what is to be learned from them. Throws `UsageError` where its labels are not in the data. */
export function readDatasetProbe(folder: string): DatasetProbe {
  const { config, files } = readManifest(folder);
  const pack = packOf(config.pack);
  const paths = files.filter(({ path }) => path.startsWith('data/')).map(({ path }) => join(folder, path));
  if (paths.length === 0)
    throw new UsageError('no-data', `the manifest of ${folder} names no data file`, {
      at: folder,
      hint: 'write the dataset anew',
    });
  const names = namesInView(pack, config.view);
  const hidden = config.labels === 'inline' ? [] : pack.labels;
  const specs = (pack.probe?.targets ?? [])
    .filter(({ column }) => names.has(column) && !hidden.includes(column))
    .map((target) => specOf(target, names));
  return { paths, specs };
}

/**
 * The target that was asked for, or all of them. Throws `UsageError` where the dataset has none of that name, or none at all.
 */
export function chosenSpecs({ specs }: DatasetProbe, target: string | undefined, folder: string): readonly ProbeSpec[] {
  if (target === undefined && specs.length > 0) return specs;
  const names = specs.map((spec) => spec.target);
  const found = specs.filter((spec) => spec.target === target);
  if (found.length > 0) return found;
  throw target === undefined
    ? new UsageError('no-target', `${folder} holds no target that its pack names`, {
        at: '--target',
        hint: 'name a column with --target and what to learn it from with --features or --text; or write the dataset with --labels inline',
      })
    : new UsageError('unknown-target', `the pack names no features for '${target}'`, {
        at: '--target',
        hint: `${nearHint(target, names, `it names ${names.join(', ') || 'no target'}`)}; or say what to learn it from with --features or --text`,
      });
}

/** Column of the pack -> its name in the view. */
function namesInView({ views, table }: Pack, view: string): ReadonlyMap<string, string> {
  const columns = views[view]?.columns ?? table.columns.map(({ name }) => ({ name, from: name }));
  return new Map(columns.map(({ name, from }) => [from, name]));
}

function specOf(
  { column, features = [], texts = [], group = [] }: ProbeTargetColumn,
  names: ReadonlyMap<string, string>,
): ProbeSpec {
  const shown = (columns: readonly string[]) => columns.flatMap((name) => names.get(name) ?? []);
  return {
    target: names.get(column) as string,
    features: shown(features),
    texts: shown(texts),
    groups: shown([group].flat()),
  };
}
