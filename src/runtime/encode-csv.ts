import type { Column, Row } from '../core/record.ts';
import { ByteBuffer } from '../formats/byte-buffer.ts';
import { formatOf } from '../formats/formats.ts';

const PIECE = 1 << 16;

/** Yields the bytes of a table as CSV, header first, while its rows stream by. */
export async function* encodeCsv(table: {
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<Row>;
}): AsyncGenerator<Uint8Array> {
  const encoder = formatOf('csv').createEncoder(table.columns);
  yield encoder.header;
  const out = new ByteBuffer(PIECE * 2);
  for await (const row of table.rows) {
    encoder.appendRow(row, out);
    if (out.length < PIECE) continue;
    yield Buffer.from(out.view());
    out.clear();
  }
  if (out.length > 0) yield Buffer.from(out.view());
}
