import { DatasetError, UsageError } from '../../core/errors.ts';
import type { Cell } from '../../core/record.ts';
import { type Columns, isMissing, numberOf } from '../../runtime/read-columns.ts';
import type { ProbeTarget } from './probe-data.ts';

/** More classes than this are not classes but something else, such as an identifier. */
const MOST_CLASSES = 50;

/**
 * A column as a target: numbers where all cells hold one and there are more than two, else classes, in the order of
 * numbers or of the alphabet.
 *
 * @param kind what it must be; found in the cells where it is left out
 * @throws DatasetError at an empty cell, at a cell that is no number among numbers, at a single class
 */
export function readTarget(columns: Columns, name: string, kind?: ProbeTarget['kind']): ProbeTarget {
  const cells = columns.cells(name, '--target');
  const empty = cells.findIndex(isMissing);
  if (empty >= 0)
    throw new DatasetError(
      'missing-cell',
      `${name} has no value in ${cells.filter(isMissing).length} of ${cells.length} rows`,
      {
        at: columns.placeOf(empty),
        hint: 'leave out the rows without a target',
      },
    );
  const numbers = cells.map(numberOf);
  const stray = numbers.indexOf(undefined);
  const mostlyNumbers = numbers.filter((value) => value !== undefined).length > cells.length / 2;
  if (stray >= 0 && (kind === 'numbers' || (kind === undefined && mostlyNumbers)))
    throw new DatasetError('not-a-number', `${name} is '${cells[stray]}', not a number`, {
      at: columns.placeOf(stray),
      hint: mostlyNumbers
        ? 'mend the cell, or read the values as classes with --task classification'
        : 'name a column of numbers, or read the values as classes with --task classification',
    });
  const names = namesOf(cells, stray < 0);
  if (names.length < 2)
    throw new DatasetError(
      'one-class',
      `${name} is '${names[0]}' in all ${cells.length} rows: there is nothing to learn`,
      {
        at: '--target',
        hint: 'name a column with at least two different values',
      },
    );
  if (kind === 'numbers' || (kind === undefined && stray < 0 && names.length > 2))
    return { kind: 'numbers', values: Float64Array.from(numbers as number[]) };
  if (names.length > MOST_CLASSES)
    throw new UsageError('too-many-values', `${name} has ${names.length} different values: those are no classes`, {
      at: '--target',
      hint: `name a column with at most ${MOST_CLASSES} values, or a column of numbers`,
    });
  const places = new Map(names.map((label, place) => [label, place]));
  return { kind: 'classes', labels: Int32Array.from(cells, (cell) => places.get(String(cell)) as number), names };
}

function namesOf(cells: readonly Cell[], numeric: boolean): string[] {
  return [...new Set(cells.map(String))].sort((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1));
}
