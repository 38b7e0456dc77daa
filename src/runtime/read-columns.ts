import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { bitsAt, openStream } from '../core/random.ts';
import type { Cell } from '../core/record.ts';
import { formatOfPath } from '../formats/formats.ts';

/** The cells of one or more files, column by column. */
export interface Columns {
  /** Every column of the files, in their order. */
  readonly names: readonly string[];
  readonly rows: number;
  /** Rows that the files hold; more than `rows` where some were drawn. */
  readonly rowsInFiles: number;
  /** The cells of a column; throws `UsageError` with the nearest name. `flag` is where the name was given. */
  cells(name: string, flag: string): readonly Cell[];
  /** Where a row stands, as `file:line`. */
  placeOf(row: number): string;
}

/** At most so many rows, drawn by seed. */
export interface RowLimit {
  readonly rows: number;
  readonly seed: number;
}

interface KeptRow {
  readonly bits: number;
  readonly path: string;
  readonly line: number;
  readonly values: readonly Cell[];
}

/**
 * Reads CSV, JSON Lines or Parquet files that have the same columns, one behind another. Of a file with more rows than
 * `limit` says, rows are drawn by seed and stay in their order; no more than twice as many are held.
 */
export async function readColumns(paths: readonly string[], limit?: RowLimit): Promise<Columns> {
  const most = limit?.rows ?? Infinity;
  const stream = openStream(limit?.seed ?? 0, 'sampled rows');
  let names: readonly string[] = [];
  let kept: KeptRow[] = [];
  let rowsInFiles = 0;
  for (const path of paths) {
    const table = await formatOfPath(path).open(path);
    const order = names.length === 0 ? undefined : names.map((name) => table.columns.indexOf(name));
    if (names.length === 0) names = table.columns;
    for await (const { line, values } of table.rows) {
      const own = order ? order.map((i) => values[i] ?? null) : values;
      kept.push({ bits: bitsAt(stream, rowsInFiles++), path, line, values: own });
      if (kept.length >= 2 * most) kept = lowest(kept, most);
    }
  }
  if (kept.length > most) kept = lowest(kept, most);
  return {
    names,
    rows: kept.length,
    rowsInFiles,
    cells(name, flag) {
      const index = names.indexOf(name);
      if (index < 0)
        throw new UsageError('unknown-column', `${paths[0]} has no column '${name}'`, {
          at: flag,
          hint: nearHint(name, names, `it has: ${names.slice(0, 40).join(', ')}`),
        });
      return kept.map(({ values }) => values[index] ?? null);
    },
    placeOf: (row) => `${kept[row]?.path}:${kept[row]?.line}`,
  };
}

/** The rows with the lowest bits, in the order they had. */
function lowest(rows: readonly KeptRow[], most: number): KeptRow[] {
  const cut = Float64Array.from(rows, ({ bits }) => bits).sort()[most - 1] as number;
  return rows.filter(({ bits }) => bits <= cut).slice(0, most);
}

/** The number that a cell holds, undefined where it holds none: true and false, an empty cell and NaN are none. */
export function numberOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string' || cell.trim() === '') return undefined;
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a cell says that there is no value: empty, or one of the words that other programs write for it. */
export function isMissing(cell: Cell): boolean {
  if (typeof cell === 'number') return Number.isNaN(cell);
  return cell === null || (typeof cell === 'string' && /^\s*(?:nan|n\/?a|null|none|)\s*$/i.test(cell));
}
