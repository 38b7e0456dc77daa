import { open, rm } from 'node:fs/promises';
import { type FileDigest, hashFile } from '../core/hash.ts';
import type { Column, Row } from '../core/record.ts';
import { ByteBuffer } from './byte-buffer.ts';
import type { RowEncoder, TableFormat } from './table-format.ts';
import { writeAtomically } from './write-atomically.ts';

const PIECE = 1 << 20;

/** What was written. */
export interface WrittenTable extends FileDigest {
  readonly rows: number;
}

async function writeRows(path: string, encoder: RowEncoder, rows: Iterable<Row> | AsyncIterable<Row>): Promise<number> {
  const out = new ByteBuffer(PIECE + (PIECE >> 2));
  const file = await open(path, 'w');
  try {
    await file.writeFile(encoder.header);
    let count = 0;
    for await (const row of rows) {
      encoder.appendRow(row, out);
      count++;
      if (out.length >= PIECE) {
        await file.writeFile(out.view());
        out.clear();
      }
    }
    await file.writeFile(out.view());
    return count;
  } finally {
    await file.close();
  }
}

/** Writes rows as one file of the format, whole or not at all, in flat memory; returns its rows, size and hash. */
export async function writeTable(
  path: string,
  format: TableFormat,
  columns: readonly Column[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<WrittenTable> {
  let count = 0;
  let digest: FileDigest = { bytes: 0, sha256: '' };
  await writeAtomically(path, async (temporaryPath) => {
    const { convert } = format;
    const rowsPath = convert === undefined ? temporaryPath : `${temporaryPath}.rows`;
    try {
      count = await writeRows(rowsPath, format.createEncoder(columns), rows);
      await convert?.(rowsPath, temporaryPath, columns);
    } finally {
      if (rowsPath !== temporaryPath) await rm(rowsPath, { force: true });
    }
    digest = await hashFile(temporaryPath);
  });
  return { rows: count, ...digest };
}
