import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { DatasetError } from '../core/errors.ts';
import { diskFault } from './disk-fault.ts';

const PIECE = 1 << 18;

/** How many bytes at the end are the start of a character whose rest is yet to come. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) lines++;
  return lines;
}

function notUtf8(bytes: Buffer, lineBefore: number, path: string): DatasetError {
  let line = lineBefore;
  for (let start = 0, end = 0; start < bytes.length; start = end + 1, line++) {
    end = bytes.indexOf(10, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) break;
  }
  return new DatasetError('not-utf8', `Line ${line} of ${path} is not UTF-8.`, {
    hint: 'Save the file as UTF-8.',
    at: `${path}:${line}`,
  });
}

/**
 * Streams a UTF-8 file as pieces of text that never break a character, without a byte order mark.
 * Throws DatasetError with the line where the file is not UTF-8, StoreError where it cannot be read.
 */
export async function* readText(path: string): AsyncGenerator<string> {
  const file = await open(path).catch((cause: unknown) => {
    throw diskFault(cause, 'read', path);
  });
  try {
    let line = 1;
    let rest = Buffer.alloc(0);
    for (let first = true; ; first = false) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE).catch((cause: unknown) => {
        throw diskFault(cause, 'read', path);
      });
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const whole = bytes.subarray(0, bytes.length - (bytesRead === 0 ? 0 : unfinished(bytes)));
      if (!isUtf8(whole)) throw notUtf8(whole, line, path);
      rest = bytes.subarray(whole.length);
      line += countLines(whole);
      const text = whole.toString('utf8');
      if (text !== '') yield first && text.startsWith('\uFEFF') ? text.slice(1) : text;
      if (bytesRead === 0) return;
    }
  } finally {
    await file.close();
  }
}
