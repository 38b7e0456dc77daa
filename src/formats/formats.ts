import { UsageError } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import type { TableFormat } from './table-format.ts';

/** Every file format; a new one is a file beside this and a line here. */
export const FORMATS: readonly TableFormat[] = Object.freeze([csv, jsonl, parquet]);

function pick(name: string, key: 'id' | 'extension', message: string): TableFormat {
  const found = FORMATS.find((format) => format[key] === name.toLowerCase());
  if (found !== undefined) return found;
  const names = FORMATS.map((format) => format[key]);
  const near = nearestName(name, names);
  const hint = near === undefined ? `Use one of ${names.join(', ')}.` : `Did you mean "${near}"?`;
  throw new UsageError('unknown-format', message, { hint, at: name });
}

/** The format of that id; throws UsageError with the nearest one. */
export function formatOf(id: string): TableFormat {
  return pick(id, 'id', `There is no format "${id}".`);
}

/** The format a file name's ending stands for; throws UsageError with the nearest one. */
export function formatOfPath(path: string): TableFormat {
  const ending = /\.[^./\\]*$/.exec(path)?.[0] ?? '';
  return pick(ending, 'extension', `The ending of ${path} names no format.`);
}
