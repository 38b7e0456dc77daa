import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The size of a file and the hex SHA-256 of its bytes. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads a file through once, in constant memory, and returns its size and hash. */
export async function hashFile(path: string): Promise<FileDigest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The hex SHA-256 of a text (as UTF-8) or of bytes. */
export function hashBytes(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
