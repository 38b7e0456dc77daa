import { type DatasetSummary, type FileEntry, LENGTH_BIN, type LengthTally } from '../../core/dataset.ts';
import type { Column } from '../../core/record.ts';
import { byPath } from './tables.ts';

/** How many rows, texts or candidates bear a name. */
export interface NamedCount {
  readonly name: string;
  readonly rows: number;
}

/** A stratum: what was planned, and what was written where that was counted. */
export interface Mix {
  readonly column: string;
  readonly rows: readonly { readonly name: string; readonly planned: number; readonly written: number | undefined }[];
}

/** Lengths of one text column within one label, in characters. */
export interface LengthFigures {
  readonly label: string;
  readonly column: string;
  readonly texts: number;
  readonly mean: number;
  readonly shortest: number;
  readonly longest: number;
  /** Texts inside the length asked for. */
  readonly inside: number;
  readonly bins: readonly number[];
}

/** The mean answer to an item within each label, and the range of the item. */
interface ItemMeans {
  readonly column: string;
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly means: readonly { readonly label: string; readonly mean: number }[];
}

/** Everything that the report draws, in the order in which it is drawn. */
export interface ReportFigures {
  readonly asked: number;
  readonly written: number;
  readonly missing: number;
  readonly splits: readonly NamedCount[];
  readonly labels: readonly string[];
  readonly mixes: readonly Mix[];
  readonly values: readonly {
    readonly column: string;
    readonly description: string;
    readonly rows: readonly NamedCount[];
  }[];
  /** Width of a bin of text lengths, in characters; the last bin is open. */
  readonly lengthBin: number;
  readonly lengths: readonly LengthFigures[];
  readonly items: readonly ItemMeans[];
  readonly voices: readonly NamedCount[];
  readonly stories: readonly NamedCount[];
  readonly rejected: readonly NamedCount[];
  readonly files: readonly FileEntry[];
}

/** Puts the counts of a run in an order that depends on nothing but the counts. */
export function figuresOf(summary: DatasetSummary): ReportFigures {
  const { tally } = summary;
  const labels = labelsOf(summary);
  const planned = Object.entries(summary.strata).map(([column, counts]) => mixOf(column, counts, tally.values[column]));
  return {
    asked: summary.asked,
    written: tally.rows,
    missing: tally.missing,
    splits: summary.splits.map(({ name, rows }) => ({ name, rows })),
    labels,
    mixes: planned,
    values: columnsFirst(summary, Object.keys(tally.values))
      .filter((column) => !(column in summary.strata))
      .map((column) => ({
        column,
        description: columnOf(summary, column)?.description ?? '',
        rows: valuesOf(summary, column),
      })),
    lengthBin: LENGTH_BIN,
    lengths: columnsFirst(summary, [
      ...new Set(Object.values(tally.lengths).flatMap((byColumn) => Object.keys(byColumn))),
    ]).flatMap((column) => labels.flatMap((label) => lengthsOf(label, column, tally.lengths[label]?.[column]))),
    items: columnsFirst(summary, [
      ...new Set(Object.values(tally.means).flatMap((byColumn) => Object.keys(byColumn))),
    ]).map((column) => itemOf(summary, column, labels)),
    voices: largestFirst(tally.voices),
    stories: largestFirst(tally.stories),
    rejected: largestFirst(tally.rejected),
    files: [...summary.files].sort(byPath),
  };
}

/** The labels that lengths and means are grouped by, in the order of the plan. */
function labelsOf({ tally, strata }: DatasetSummary): readonly string[] {
  const found = [...new Set([...Object.keys(tally.lengths), ...Object.keys(tally.means)])];
  const stratum = Object.values(strata).find((counts) => found.every((label) => label in counts));
  return inOrder(found, Object.keys(stratum ?? {}));
}

function mixOf(
  column: string,
  planned: Readonly<Record<string, number>>,
  written: Readonly<Record<string, number>> | undefined,
): Mix {
  const names = inOrder([...new Set([...Object.keys(planned), ...Object.keys(written ?? {})])], Object.keys(planned));
  return {
    column,
    rows: names.map((name) => ({
      name,
      planned: planned[name] ?? 0,
      written: written ? (written[name] ?? 0) : undefined,
    })),
  };
}

/** Rows by value, the values of the column's list in its order and also where they got no row. */
function valuesOf(summary: DatasetSummary, column: string): readonly NamedCount[] {
  const counts = summary.tally.values[column] ?? {};
  const listed = (columnOf(summary, column)?.enum ?? []).map(String);
  const own = Object.keys(counts).some((value) => !listed.includes(value));
  const names = own ? inOrder(Object.keys(counts), listed) : listed;
  return names.map((name) => ({ name, rows: counts[name] ?? 0 }));
}

function lengthsOf(label: string, column: string, lengths: LengthTally | undefined): LengthFigures[] {
  if (!lengths || lengths.count === 0) return [];
  const { count, sum, min, max, inside, bins } = lengths;
  return [{ label, column, texts: count, mean: sum / count, shortest: min, longest: max, inside, bins }];
}

function itemOf(summary: DatasetSummary, name: string, labels: readonly string[]): ItemMeans {
  const column = columnOf(summary, name);
  const means = labels.flatMap((label) => {
    const [sum, count] = summary.tally.means[label]?.[name] ?? [0, 0];
    return count > 0 ? [{ label, mean: sum / count }] : [];
  });
  const bound = (given: unknown, fallback: number) => (typeof given === 'number' ? given : fallback);
  return {
    column: name,
    description: column?.description ?? '',
    minimum: bound(column?.minimum, Math.min(...means.map(({ mean }) => mean))),
    maximum: bound(column?.maximum, Math.max(...means.map(({ mean }) => mean))),
    means,
  };
}

function columnOf(summary: DatasetSummary, name: string): Column | undefined {
  const tables = [summary.table, summary.labelTable, summary.truthTable];
  return tables.flatMap((table) => table?.columns ?? []).find((column) => column.name === name);
}

/** The names as the data table orders its columns, then the others by alphabet. */
function columnsFirst(summary: DatasetSummary, names: readonly string[]): readonly string[] {
  return inOrder(
    names,
    summary.table.columns.map(({ name }) => name),
  );
}

function inOrder(names: readonly string[], order: readonly string[]): readonly string[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names].sort((a, b) => rank(a) - rank(b) || byName(a, b));
}

function largestFirst(counts: Readonly<Record<string, number>>): readonly NamedCount[] {
  return Object.entries(counts)
    .map(([name, rows]) => ({ name, rows }))
    .sort((a, b) => b.rows - a.rows || byName(a.name, b.name));
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
