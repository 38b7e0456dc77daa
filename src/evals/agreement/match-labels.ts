import { DatasetError, UsageError } from '../../core/errors.ts';
import type { Cell } from '../../core/record.ts';
import { type Columns, isMissing } from '../../runtime/read-columns.ts';

/** A label of each of two hands for the same row. */
export interface LabelPair {
  readonly a: Cell;
  readonly b: Cell;
  /** Where the row stands in each file. */
  readonly placeA: string;
  readonly placeB: string;
}

export interface MatchedLabels {
  readonly pairs: readonly LabelPair[];
  /** Rows whose identifier stands in one file alone. */
  readonly onlyInA: number;
  readonly onlyInB: number;
  /** Rows of both files where at least one has no label. */
  readonly unlabelled: number;
}

export interface LabelColumns {
  readonly column: string;
  readonly columnB: string;
  /** The identifier; rows are matched by their order where it is left out. */
  readonly on?: string | undefined;
}

/**
 * Puts the labels of two files side by side. Throws `UsageError` for a column that is not there or files that do not fit
 * row by row, `DatasetError` for an identifier that stands twice or is missing, and where nothing is left to compare.
 */
export function matchLabels(a: Columns, b: Columns, { column, columnB, on }: LabelColumns): MatchedLabels {
  const first = a.cells(column, '--column');
  const second = b.cells(columnB, columnB === column ? '--column' : '--column-b');
  const partner = on === undefined ? byOrder(a, b) : byIdentifier(a, b, on);
  const pairs: LabelPair[] = [];
  let unlabelled = 0;
  let matched = 0;
  partner.forEach((rowB, rowA) => {
    if (rowB === undefined) return;
    matched++;
    const labels = { a: first[rowA] as Cell, b: second[rowB] as Cell };
    if (isMissing(labels.a) || isMissing(labels.b)) unlabelled++;
    else pairs.push({ ...labels, placeA: a.placeOf(rowA), placeB: b.placeOf(rowB) });
  });
  if (pairs.length === 0)
    throw new DatasetError('nothing-to-compare', 'no row has a label in both files', {
      at: on === undefined ? '--column' : '--on',
      hint: matched === 0 ? 'name a column whose values stand in both files' : 'name the columns that hold the labels',
    });
  return { pairs, onlyInA: a.rows - matched, onlyInB: b.rows - matched, unlabelled };
}

function byOrder(a: Columns, b: Columns): readonly number[] {
  if (a.rows === b.rows) return Array.from({ length: a.rows }, (_, row) => row);
  throw new UsageError('unequal-rows', `one file has ${a.rows} rows and the other ${b.rows}`, {
    at: '--on',
    hint: 'name the identifier that rows are matched by, for instance --on id',
  });
}

function byIdentifier(a: Columns, b: Columns, on: string): readonly (number | undefined)[] {
  const places = new Map<string, number>();
  const identifiers = (columns: Columns) => {
    const seen = new Set<string>();
    return columns.cells(on, '--on').map((cell, row) => {
      const identifier = String(cell);
      if (isMissing(cell) || seen.has(identifier))
        throw new DatasetError(
          'bad-identifier',
          isMissing(cell) ? `${on} is empty` : `${on} '${identifier}' stands more than once`,
          { at: columns.placeOf(row), hint: 'match by a column whose values are all different' },
        );
      seen.add(identifier);
      return identifier;
    });
  };
  identifiers(b).forEach((identifier, row) => {
    places.set(identifier, row);
  });
  return identifiers(a).map((identifier) => places.get(identifier));
}
