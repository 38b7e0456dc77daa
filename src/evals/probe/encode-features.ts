import { DatasetError, UsageError } from '../../core/errors.ts';
import type { Cell } from '../../core/record.ts';
import { type Columns, isMissing, numberOf } from '../../runtime/read-columns.ts';
import type { Feature } from './probe-data.ts';

/** More values than this make no category. */
const MOST_CATEGORIES = 20;

/** A column that was passed over, and why. */
export interface SkippedColumn {
  readonly column: string;
  readonly reason: string;
}

/**
 * The features of named columns: numbers and true or false as they are, columns with 2 to 20 words as one 0 or 1 for each
 * word (`domain=Business`). Throws `DatasetError` with the place of a cell that holds no value, `UsageError` for texts.
 */
export function encodeFeatures(columns: Columns, names: readonly string[]): Feature[] {
  return names.flatMap((name) => {
    const cells = columns.cells(name, '--features');
    const encoded = encode(name, cells);
    if (Array.isArray(encoded)) return encoded;
    if (encoded.row !== undefined)
      throw new DatasetError('missing-cell', `${name} has ${encoded.reason}`, {
        at: columns.placeOf(encoded.row),
        hint: `fill the cells, leave such rows out, or leave ${name} out of --features`,
      });
    throw new UsageError('not-a-feature', `${name} has ${encoded.reason}`, {
      at: '--features',
      hint: `read it as a text with --text ${name}, or leave it out`,
    });
  });
}

/** The features of every column that can be one, and the columns that cannot. */
export function encodeAllFeatures(
  columns: Columns,
  names: readonly string[],
): { readonly features: readonly Feature[]; readonly skipped: readonly SkippedColumn[] } {
  const encoded = names.map((name) => ({ column: name, result: encode(name, columns.cells(name, '--features')) }));
  return {
    features: encoded.flatMap(({ result }) => (Array.isArray(result) ? result : [])),
    skipped: encoded.flatMap(({ column, result }) =>
      Array.isArray(result) ? [] : [{ column, reason: result.reason }],
    ),
  };
}

/** Why a column is no feature, and the first row where that shows in a cell. */
interface Refusal {
  readonly reason: string;
  readonly row?: number;
}

function encode(name: string, cells: readonly Cell[]): Feature[] | Refusal {
  const empty = cells.findIndex(isMissing);
  if (empty >= 0) {
    const count = cells.filter(isMissing).length;
    return { reason: `no value in ${count} of ${cells.length} rows`, row: empty };
  }
  const numbers = cells.map((cell) => numberOf(booleanOf(cell)));
  if (numbers.every((value) => value !== undefined)) return [{ name, values: Float64Array.from(numbers) }];
  const words = [...new Set(cells.map(String))].sort();
  if (words.length > MOST_CATEGORIES || words.length === cells.length)
    return { reason: `${words.length} different texts: neither numbers nor categories` };
  return words.map((word) => ({
    name: `${name}=${word}`,
    values: Float64Array.from(cells, (cell) => (String(cell) === word ? 1 : 0)),
  }));
}

/** True and false, as a file of any format has them, as 1 and 0. */
function booleanOf(cell: Cell): Cell {
  const word = String(cell).toLowerCase();
  return word === 'true' ? 1 : word === 'false' ? 0 : cell;
}
