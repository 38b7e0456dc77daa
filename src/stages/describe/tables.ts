import type { DatasetSummary, FileEntry } from '../../core/dataset.ts';
import type { TableSchema } from '../../core/record.ts';

/** A table of the dataset with the files that hold it. */
export interface DatasetTable {
  readonly role: 'data' | 'labels' | 'truth';
  readonly schema: TableSchema;
  /** Matches its files, below the dataset folder. */
  readonly glob: string;
  readonly files: readonly FileEntry[];
  /** Its files by split; without entries where the table is not split, and without splits that got no rows. */
  readonly splits: readonly {
    readonly name: string;
    readonly rows: number;
    readonly glob: string;
    readonly files: readonly FileEntry[];
  }[];
}

/** The tables of a dataset that have files: data, labels where they stand apart, truth. */
export function tablesOf(summary: DatasetSummary): readonly DatasetTable[] {
  const tables: DatasetTable[] = [splitTable(summary, 'data', summary.table)];
  if (summary.labelTable) tables.push(splitTable(summary, 'labels', summary.labelTable));
  const folder = `truth/${summary.truthTable.name}`;
  const glob = `${folder}/*${summary.format.extension}`;
  tables.push({ role: 'truth', schema: summary.truthTable, glob, files: filesBelow(summary, folder), splits: [] });
  return tables.filter(({ files }) => files.length > 0);
}

function splitTable(summary: DatasetSummary, role: 'data' | 'labels', schema: TableSchema): DatasetTable {
  const folder = `${role}/${summary.table.name}`;
  const splits = summary.splits.flatMap(({ name }) => {
    const files = filesBelow(summary, `${folder}/${name}`);
    if (files.length === 0) return [];
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    return [{ name, rows, glob: `${folder}/${name}/*${summary.format.extension}`, files }];
  });
  const files = splits.flatMap((split) => split.files);
  return { role, schema, glob: `${folder}/*/*${summary.format.extension}`, files, splits };
}

function filesBelow(summary: DatasetSummary, folder: string): FileEntry[] {
  return summary.files.filter(({ path }) => path.startsWith(`${folder}/`)).sort(byPath);
}

/** Orders files by path, code unit by code unit. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
