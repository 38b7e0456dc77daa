import { existsSync, realpathSync } from 'node:fs';
import { UsageError } from '../../core/errors.ts';
import { ByteBuffer } from '../../formats/byte-buffer.ts';
import { formatOf, formatOfPath } from '../../formats/formats.ts';
import { type WrittenTable, writeTable } from '../../formats/write-table.ts';
import type { LanguageFlag } from '../../language/language-flag.ts';
import { type FeatureJob, type FeatureRun, type FeatureTable, openFeatureTable } from './feature-table.ts';

const PIECE = 1 << 16;

/** What became of a file of texts. */
export interface FeatureResult extends WrittenTable {
  readonly path: string;
  readonly columns: readonly string[];
  /** Rows of each language flag. */
  readonly languages: Readonly<Record<LanguageFlag, number>>;
}

/** Writes the numbers of a file of texts as a CSV, JSON Lines or Parquet file, whole or not at all. */
export async function writeFeatures(job: FeatureJob, path: string, run: FeatureRun): Promise<FeatureResult> {
  if (existsSync(path) && existsSync(job.path) && realpathSync(path) === realpathSync(job.path))
    throw new UsageError('same-file', `${path} is the file that is read`, { at: '--out', hint: 'name another file' });
  const format = formatOfPath(path);
  const table = await openFeatureTable(job, run);
  const written = await writeTable(path, format, table.columns, table.rows);
  return { path, ...written, columns: table.columns.map(({ name }) => name), languages: table.languages };
}

/** Yields the bytes of a table of numbers as CSV. */
export async function* encodeFeatures({
  columns,
  rows,
}: Pick<FeatureTable, 'columns' | 'rows'>): AsyncGenerator<Uint8Array> {
  const encoder = formatOf('csv').createEncoder(columns);
  yield encoder.header;
  const out = new ByteBuffer(PIECE * 2);
  for await (const row of rows) {
    encoder.appendRow(row, out);
    if (out.length < PIECE) continue;
    yield Buffer.from(out.view());
    out.clear();
  }
  if (out.length > 0) yield Buffer.from(out.view());
}
