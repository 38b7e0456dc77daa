import type { Column, Row } from '../core/record.ts';
import type { ByteBuffer } from './byte-buffer.ts';
import { encodeNumber } from './encode-number.ts';
import type { RowEncoder } from './table-format.ts';

/** Creates the encoder of JSON Lines: one object per line, keys in the order of the columns, missing values as null. */
export function createJsonlEncoder(columns: readonly Column[]): RowEncoder {
  const names = columns.map(({ name }) => name);
  const keys = names.map((name, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return Object.freeze({
    header: new Uint8Array(0),
    appendRow(values: Row, out: ByteBuffer) {
      for (let i = 0; i < keys.length; i++) {
        out.text(keys[i] as string);
        const value = values[i];
        if (typeof value === 'string') out.text(JSON.stringify(value));
        else if (typeof value === 'number') out.text(encodeNumber(value, names[i] as string));
        else out.text(typeof value === 'boolean' ? (value ? 'true' : 'false') : 'null');
      }
      out.text(keys.length === 0 ? '{}\n' : '}\n');
    },
  });
}
