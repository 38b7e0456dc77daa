import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatasetError, UsageError } from '../../core/errors.ts';
import { formatOfPath } from '../../formats/formats.ts';
import type { SourceRow } from '../../formats/table-format.ts';
import type { Pack } from '../../packs/pack.ts';
import { PACKS, packOf } from '../../packs/registry.ts';
import { columnsHint } from '../features/source-columns.ts';
import { readColumnNames } from '../read-column-names.ts';
import { type Manifest, readManifest } from '../read-manifest.ts';

/** A row and the file that it stands in. */
export interface PlacedRow extends SourceRow {
  readonly path: string;
}

/** What is to be labelled: a file, or the data files of a dataset of ours one behind another. */
export interface LabelSource {
  readonly paths: readonly string[];
  readonly columns: readonly string[];
  /** The dataset that it belongs to. */
  readonly dataset: { readonly folder: string; readonly manifest: Manifest } | undefined;
  /** The rows, from the start at each call. */
  rows(): AsyncIterable<PlacedRow>;
}

/** How far above a data file its manifest stands at most: data/<table>/<split>/part. */
const FOLDERS_ABOVE = 4;

/** Finds the files behind a path. Throws `UsageError` where there is nothing, or a folder is no dataset of ours. */
export async function findSource(path: string): Promise<LabelSource> {
  if (!existsSync(path))
    throw new UsageError('no-file', `there is no file ${path}`, {
      at: path,
      hint: 'name a CSV, JSON Lines or Parquet file, or a dataset folder',
    });
  const folder = statSync(path).isDirectory() ? path : undefined;
  const dataset = folder === undefined ? datasetAbove(path) : { folder, manifest: readManifest(folder) };
  const paths = folder === undefined ? [path] : dataFiles(folder, (dataset as { manifest: Manifest }).manifest);
  const columns = await readColumnNames(paths[0] as string);
  return { paths, columns, dataset, rows: () => rowsOf(paths, columns) };
}

/** The pack that was named, else that of the dataset, else the one whose texts the columns are. Throws `UsageError` with the choices. */
export function packFor({ dataset, columns, paths }: LabelSource, named: string | undefined): Pack {
  if (named !== undefined) return packOf(named);
  if (dataset) return packOf(dataset.manifest.config.pack);
  const found = PACKS.filter((pack) => textColumns(pack, columns).length > 0);
  if (found.length === 1) return found[0] as Pack;
  throw new UsageError('no-pack', `the columns of ${paths[0]} do not tell whose labels it is to get`, {
    at: '--pack',
    hint: `say so with --pack ${PACKS.map(({ id }) => id).join(' or --pack ')}, and which columns are texts with --text`,
  });
}

/** The text columns of a pack that a file has, under the name of any of its views. */
function textColumns(pack: Pack, columns: readonly string[]): readonly string[] {
  return pack.texts.flatMap(({ column }) => columnInFile(pack, column, columns) ?? []);
}

/** The same; throws `UsageError` where the file has none of them. */
export function ownTextColumns(pack: Pack, { columns, paths }: LabelSource): readonly string[] {
  const found = textColumns(pack, columns);
  if (found.length > 0) return found;
  throw new UsageError(
    'no-text-column',
    `${paths[0]} has none of the texts of ${pack.id} (${pack.texts.map(({ column }) => column).join(', ')})`,
    { at: '--text', hint: `name its columns of texts; ${columnsHint(columns)}` },
  );
}

/** What a column of a pack is called in a file, by the pack's own words or those of a view; undefined where it is not there. */
export function columnInFile({ views }: Pack, column: string, columns: readonly string[]): string | undefined {
  const names = Object.values(views).flatMap((view) =>
    view.columns.filter(({ from }) => from === column).map(({ name }) => name),
  );
  return [column, ...names].find((name) => columns.includes(name));
}

function datasetAbove(path: string): LabelSource['dataset'] {
  let folder = dirname(resolve(path));
  for (let above = 0; above <= FOLDERS_ABOVE; above++, folder = dirname(folder)) {
    if (!isDataset(join(folder, 'manifest.json'))) continue;
    return { folder, manifest: readManifest(folder) };
  }
  return undefined;
}

/** Other programs write files of this name too. */
function isDataset(path: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return PACKS.some(({ id }) => id === manifest.config?.pack) && Array.isArray(manifest.files);
  } catch {
    return false;
  }
}

function dataFiles(folder: string, { files }: Manifest): readonly string[] {
  const paths = files.filter(({ path }) => path.startsWith('data/')).map(({ path }) => join(folder, path));
  if (paths.length > 0) return paths;
  throw new UsageError('no-data', `the manifest of ${folder} names no data file`, {
    at: folder,
    hint: 'write the dataset anew',
  });
}

async function* rowsOf(paths: readonly string[], columns: readonly string[]): AsyncGenerator<PlacedRow> {
  for (const path of paths) {
    const table = await formatOfPath(path).open(path);
    if (table.columns.join('\0') !== columns.join('\0'))
      throw new DatasetError('other-columns', `${path} has other columns than ${paths[0]}`, {
        at: path,
        hint: 'write the dataset anew, or label its files one by one',
      });
    for await (const { line, values } of table.rows) yield { path, line, values };
  }
}
