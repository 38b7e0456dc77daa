import type { Column, Row } from '../core/record.ts';
import type { ByteBuffer } from './byte-buffer.ts';
import { encodeNumber } from './encode-number.ts';
import type { RowEncoder } from './table-format.ts';

const COMMA = 44;
const QUOTE = 34;
const NEWLINE = 10;
const SPECIAL = /[",\r\n]/;
const SHORT = 40;

/** True where RFC 4180 asks for quotes; short texts are looked through here, which is faster than the expression. */
function needsQuotes(text: string): boolean {
  if (text.length > SHORT) return SPECIAL.test(text);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= COMMA && (code === QUOTE || code === COMMA || code === NEWLINE || code === 13)) return true;
  }
  return text.length === 0;
}

function appendText(text: string, out: ByteBuffer): void {
  if (!needsQuotes(text)) {
    out.text(text);
    return;
  }
  out.byte(QUOTE);
  out.text(text.includes('"') ? text.replaceAll('"', '""') : text);
  out.byte(QUOTE);
}

/**
 * Creates the encoder of CSV rows by RFC 4180, with `\n` as the line end (as pandas and DuckDB write it).
 * Cells are quoted only where needed; a missing value is nothing and the empty text is `""`, so the two stay apart.
 * Booleans are `True` and `False`, as pandas writes them; every reader of ours takes either spelling.
 */
export function createCsvEncoder(columns: readonly Column[]): RowEncoder {
  const names = columns.map(({ name }) => name);
  const cells = names.map((name) => (needsQuotes(name) ? `"${name.replaceAll('"', '""')}"` : name));
  return Object.freeze({
    header: Buffer.from(`${cells.join(',')}\n`),
    appendRow(values: Row, out: ByteBuffer) {
      for (let i = 0; i < names.length; i++) {
        if (i > 0) out.byte(COMMA);
        const value = values[i];
        if (typeof value === 'string') appendText(value, out);
        else if (typeof value === 'number') {
          if (value >= 1 && value <= 9 && (value | 0) === value) out.byte(48 + value);
          else out.text(encodeNumber(value, names[i] as string));
        } else if (typeof value === 'boolean') out.text(value ? 'True' : 'False');
      }
      out.byte(NEWLINE);
    },
  });
}
