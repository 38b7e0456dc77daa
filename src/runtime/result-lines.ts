import { readFileSync } from 'node:fs';
import { UsageError } from '../core/errors.ts';
import type { ResultRow } from '../store/queries.ts';

/** The answers of an export, line by line. Throws UsageError with the line that is none. */
export function readResultLines(path: string): readonly ResultRow[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError('no-export', `${path} cannot be read`, {
      at: path,
      hint: 'name a file of fabula cache export',
      cause,
    });
  }
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      const row = JSON.parse(line) as ResultRow;
      const whole = /^[0-9a-f]{64}$/.test(row.key) && typeof row.purpose === 'string' && typeof row.model === 'string';
      if (whole && (row.body === undefined) !== (row.failure === undefined)) return [row];
    } catch {
      // Reported below, as any other line that is no answer.
    }
    throw new UsageError('bad-export', 'the line is not an answer of an export', {
      at: `${path}:${i + 1}`,
      hint: 'export again: the file may be cut off',
    });
  });
}
