import { createHash } from 'node:crypto';
import { open, writeFile as writePlainly } from 'node:fs/promises';
import type { FileDigest } from '../core/hash.ts';
import { hashBytes } from '../core/hash.ts';
import { writeAtomically } from './write-atomically.ts';

/** Writes a text or bytes as one file, whole or not at all, and returns its size and hash. */
export async function writeFile(path: string, data: string | Uint8Array): Promise<FileDigest> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  await writeAtomically(path, (temporaryPath) => writePlainly(temporaryPath, bytes));
  return { bytes: bytes.length, sha256: hashBytes(bytes) };
}

/** Writes the pieces one after the other as one file, whole or not at all, and returns its size and hash. */
export async function writePieces(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<FileDigest> {
  const hash = createHash('sha256');
  let bytes = 0;
  await writeAtomically(path, async (temporaryPath) => {
    const file = await open(temporaryPath, 'w');
    try {
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        await file.writeFile(piece);
      }
    } finally {
      await file.close();
    }
  });
  return { bytes, sha256: hash.digest('hex') };
}
