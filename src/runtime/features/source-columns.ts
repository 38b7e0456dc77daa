import { UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import type { Column } from '../../core/record.ts';
import { LANGUAGE_FLAGS } from '../../language/language-flag.ts';

/** The column that says what a text is written in. */
export const LANGUAGE_COLUMN: Column = {
  name: 'language_flag',
  type: 'string',
  description:
    'english; other: not English, the numbers mean nothing; unsure: too short or odd to say; none: no letters',
  enum: LANGUAGE_FLAGS,
};

/** The column of a result that a column of a file becomes. */
export function columnFrom(name: string, path: string): Column {
  return { name, type: 'string', description: `as in ${path}` };
}

/** Where a column stands in a file; throws `UsageError` at the flag with the nearest name. */
export function columnAt(columns: readonly string[], name: string, flag: string, path: string): number {
  const index = columns.indexOf(name);
  if (index >= 0) return index;
  throw new UsageError('unknown-column', `${path} has no column '${name}'`, {
    at: flag,
    hint: nearHint(name, columns, columnsHint(columns)),
  });
}

/** "it has: a, b, c", for a hint. */
export function columnsHint(columns: readonly string[]): string {
  return `it has: ${columns.slice(0, 40).join(', ')}`;
}

/** Throws `UsageError` where a column would stand twice in a result; `flag` picks single columns of the file. */
export function assertDistinct(columns: readonly Column[], path: string, flag: string): void {
  const seen = new Set<string>();
  for (const { name } of columns) {
    if (seen.has(name))
      throw new UsageError('double-column', `the column '${name}' would stand twice in the result`, {
        at: path,
        hint: `rename it in the file, or take single columns along with ${flag}`,
      });
    seen.add(name);
  }
}
