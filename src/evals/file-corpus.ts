import { DatasetError, UsageError } from '../core/errors.ts';
import { nearestName, nearHint } from '../core/nearest-name.ts';
import { formatOfPath } from '../formats/formats.ts';
import { type Corpus, cellKey, joinSlices } from './corpus.ts';

/** A file to judge and the columns that matter. */
export interface FileSource {
  readonly path: string;
  /** Columns that hold texts; at least one. */
  readonly textColumns: readonly string[];
  readonly labelColumn?: string;
  /** The labels in their order; found in the file where it is left out. */
  readonly labelOrder?: readonly string[];
  /** Columns whose values together make a cell. */
  readonly cellColumns: readonly string[];
}

export interface FileCorpus {
  readonly corpus: Corpus;
  /** Labels from one end to the other; empty without a label column. */
  readonly labels: readonly string[];
  /** Whether the order of the labels means something: it was given, or they are numbers. */
  readonly ordered: boolean;
  /** Rows without a text in any column, left out. */
  readonly empty: number;
}

/** More labels than this are not labels but something else, such as an identifier. */
const MOST_LABELS = 50;
/** More cells than this would leave samples too small to say anything. */
const MOST_CELLS = 200;

/** Reads the texts of a CSV, JSON Lines or Parquet file. Throws UsageError for a column that is not there, DatasetError for a file without texts. */
export async function readFileCorpus(source: FileSource): Promise<FileCorpus> {
  const { path, textColumns, labelColumn, cellColumns } = source;
  const table = await formatOfPath(path).open(path);
  const at = (name: string, flag: string) => indexOf(table.columns, name, flag, path);
  const textAt = textColumns.map((name) => at(name, '--text-column'));
  const labelAt = labelColumn === undefined ? undefined : at(labelColumn, '--label-column');
  const cellAt = cellColumns.map((name) => at(name, '--cell-columns'));
  const ids: string[] = [];
  const texts: string[][] = textAt.map(() => []);
  const cells: string[] = [];
  const labels: string[] = [];
  const found = new Set<string>();
  const foundCells = new Set<string>();
  let empty = 0;
  for await (const { values, line } of table.rows) {
    const row = textAt.map((i) => String(values[i] ?? '').trim());
    if (row.every((text) => text === '')) {
      empty++;
      continue;
    }
    ids.push(`row ${line}`);
    row.forEach((text, i) => {
      (texts[i] as string[]).push(text);
    });
    const cell = cellKey(cellAt.map((i) => String(values[i] ?? '')));
    cells.push(cell);
    foundCells.add(cell);
    if (labelAt === undefined) continue;
    const label = String(values[labelAt] ?? '').trim();
    labels.push(label);
    if (label !== '') found.add(label);
    if (found.size > MOST_LABELS) throw tooMany(labelColumn as string, 'label', MOST_LABELS, '--label-column');
    if (foundCells.size > MOST_CELLS) throw tooMany(cellColumns.join(','), 'cell', MOST_CELLS, '--cell-columns');
  }
  if (ids.length === 0)
    throw new DatasetError('no-texts', `${path} has no text in ${textColumns.join(', ')}`, {
      hint: empty > 0 ? `all ${empty} rows are empty there; name another column` : 'the file has no rows',
      at: path,
    });
  const corpus = joinSlices([{ ids, texts, cells, labels, groups: {}, shares: [] }], {
    seed: 0,
    columns: textColumns,
    attributes: cellColumns,
  });
  return { corpus, ...orderOf([...found], source), empty };
}

function indexOf(columns: readonly string[], name: string, flag: string, path: string): number {
  const index = columns.indexOf(name);
  if (index >= 0) return index;
  throw new UsageError('unknown-column', `${path} has no column '${name}'`, {
    at: flag,
    hint: nearHint(name, columns, `it has: ${columns.slice(0, 40).join(', ')}`),
  });
}

function tooMany(column: string, what: string, most: number, flag: string): UsageError {
  return new UsageError('too-many-values', `${column} has more than ${most} values: that is no ${what}`, {
    at: flag,
    hint: 'name a column with few values',
  });
}

/** The labels in the order given; else by number where all are numbers, else by alphabet, which means nothing. */
function orderOf(
  found: readonly string[],
  { labelColumn, labelOrder, path }: FileSource,
): { readonly labels: readonly string[]; readonly ordered: boolean } {
  if (labelColumn === undefined) return { labels: [], ordered: false };
  if (found.length < 2)
    throw new DatasetError('one-label', `${labelColumn} of ${path} has ${found.length} label(s), two are needed`, {
      hint: 'name another column, or leave --label-column out',
      at: '--label-column',
    });
  if (labelOrder !== undefined) {
    const stray = found.find((label) => !labelOrder.includes(label));
    if (stray !== undefined) {
      const near = nearestName(stray, labelOrder);
      throw new UsageError('unknown-label', `the label '${stray}' of ${path} is not in the order given`, {
        at: '--label-order',
        hint: near ? `did you mean '${stray}' by '${near}'?` : 'name every label of the column',
      });
    }
    return { labels: labelOrder.filter((label) => found.includes(label)), ordered: true };
  }
  const numbers = found.every((label) => label !== '' && Number.isFinite(Number(label)));
  const labels = [...found].sort((a, b) => (numbers ? Number(a) - Number(b) : a < b ? -1 : 1));
  return { labels, ordered: numbers };
}
