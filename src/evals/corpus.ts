import { openCountPermutation } from '../core/permutation.ts';
import { openStream } from '../core/random.ts';
import type { Gate } from './suite.ts';

/** Counts of one share: texts or rows that count, and all that were looked at. */
export interface ShareCount {
  readonly figure: string;
  /** The text column, or '' where the share is of rows. */
  readonly column: string;
  readonly label: string;
  yes: number;
  of: number;
}

/** A stretch of rows, by column. */
export interface CorpusSlice {
  /** Names of the rows, for reports. */
  readonly ids: readonly string[];
  /** Texts of each text column, in the order of the rows; '' where a row has none. */
  readonly texts: readonly (readonly string[])[];
  /** Values of the cell attributes of each row, joined by CELL_JOINT. */
  readonly cells: readonly string[];
  /** Label of each row, '' where it has none; empty without a label column. */
  readonly labels: readonly string[];
  /** Values of the columns that figures are grouped by, each in the order of the rows. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly shares: readonly ShareCount[];
}

/** All rows that are judged together: those of one seed, or of one file. */
export interface Corpus extends CorpusSlice {
  /** The seed that made it; 0 for a file. */
  readonly seed: number;
  readonly columns: readonly string[];
  readonly attributes: readonly string[];
}

/** The texts of one cell in one column, in an order that depends on nothing but their number. */
export interface CellTexts {
  readonly column: string;
  readonly cell: readonly string[];
  readonly texts: readonly string[];
}

const JOINT = '\u001f';

/** The cell of a row as one key. */
export function cellKey(values: readonly string[]): string {
  return values.join(JOINT);
}

/** The values of a cell key, in the order of the attributes. */
export function cellValues(key: string): readonly string[] {
  return key === '' ? [] : key.split(JOINT);
}

/** What a cell is called in tables: "Healthcare, Crisis"; "all" where nothing tells cells apart. */
export function cellName(values: readonly string[]): string {
  return values.length === 0 ? 'all' : values.join(', ');
}

/** Joins slices that follow one another. */
export function joinSlices(
  slices: readonly CorpusSlice[],
  about: { readonly seed: number; readonly columns: readonly string[]; readonly attributes: readonly string[] },
): Corpus {
  const shares = new Map<string, ShareCount>();
  for (const { figure, column, label, yes, of } of slices.flatMap((slice) => slice.shares)) {
    const key = [figure, column, label].join(JOINT);
    const sum = shares.get(key);
    if (sum) {
      sum.yes += yes;
      sum.of += of;
    } else shares.set(key, { figure, column, label, yes, of });
  }
  return {
    ...about,
    ids: slices.flatMap(({ ids }) => ids),
    texts: about.columns.map((_, column) => slices.flatMap(({ texts }) => texts[column] ?? [])),
    cells: slices.flatMap(({ cells }) => cells),
    labels: slices.flatMap(({ labels }) => labels),
    groups: Object.fromEntries(
      Object.keys(slices[0]?.groups ?? {}).map((name) => [name, slices.flatMap(({ groups }) => groups[name] ?? [])]),
    ),
    shares: [...shares.values()],
  };
}

/** Whether a gate looks at the cell. */
export function isCellWanted(gate: Gate, attributes: readonly string[], values: readonly string[]): boolean {
  return Object.entries(gate.cells ?? {}).every(([attribute, wanted]) =>
    wanted.includes(values[attributes.indexOf(attribute)] ?? ''),
  );
}

/**
 * The texts of every cell of a column, cells by name. Each holds at most `characters` of text: samples need no more.
 * Rows are taken in a shuffled order that is the same on every run, because files are often sorted by something.
 */
export function cellTexts(corpus: Corpus, column: string, characters: number): readonly CellTexts[] {
  const texts = corpus.texts[corpus.columns.indexOf(column)] ?? [];
  const cells = new Map<string, { texts: string[]; characters: number }>();
  const order = openCountPermutation(openStream('eval', 'cell sample'), Math.max(1, texts.length));
  for (let i = 0; i < texts.length; i++) {
    const row = order.at(i);
    const text = texts[row] as string;
    if (text === '') continue;
    const key = corpus.cells[row] as string;
    const cell = cells.get(key) ?? { texts: [], characters: 0 };
    if (cell.characters >= characters) continue;
    cells.set(key, cell);
    cell.texts.push(text);
    cell.characters += text.length;
  }
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, cell]) => ({ column, cell: cellValues(key), texts: cell.texts }));
}
