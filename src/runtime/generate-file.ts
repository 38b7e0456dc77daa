import { createHash } from 'node:crypto';
import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { type FileDigest, hashFile } from '../core/hash.ts';
import { diskFault } from '../formats/disk-fault.ts';
import { formatOf } from '../formats/formats.ts';
import { writeAtomically } from '../formats/write-atomically.ts';
import { writePieces } from '../formats/write-file.ts';
import { tablesOf } from './batch.ts';
import { pieceOf, produceRows, type RunOptions } from './generate.ts';
import type { Job } from './job.ts';
import { loadPack } from './load-pack.ts';
import { rangesOf } from './pool.ts';
import { shortfall } from './shortfall.ts';

/** What a stream of rows came to; filled in while it runs. */
export interface RowCounts {
  rows: number;
  missing: number;
}

/** Yields the rows of a job in order, as the bytes of one file. Throws `DatasetError` at the end on a shortfall unless partial is allowed. */
export async function* encodeRows(
  job: Job,
  options: RunOptions,
  counts: RowCounts = { rows: 0, missing: 0 },
): AsyncGenerator<Uint8Array> {
  yield* encodeAll(job, options, counts);
  if (counts.missing > 0 && job.onShortfall === 'error') throw shortfall(job, counts.missing, undefined);
}

async function* encodeAll(job: Job, options: RunOptions, counts: RowCounts): AsyncGenerator<Uint8Array> {
  if (job.labels === 'sidecar' || job.trace)
    throw new UsageError('needs-folder', `${job.trace ? 'traces' : 'sidecar labels'} are files of their own`, {
      at: job.trace ? 'trace' : 'labels',
      hint: 'write a dataset folder, or leave them out',
    });
  const loaded = loadPack(job.pack);
  const single: Job = { ...job, splits: [{ name: 'all', share: 1 }] };
  yield formatOf(job.format).createEncoder(tablesOf(loaded.pack, single).data.table.columns).header;
  for await (const batch of produceRows(loaded, single, rangesOf(0, job.count, pieceOf(job, options)), options)) {
    const bytes = batch.bytes['data/0'];
    if (bytes) yield bytes;
    counts.rows += batch.tally.rows;
    counts.missing += batch.tally.missing;
    options.onProgress?.({ rows: counts.rows + counts.missing, total: job.count, resumed: 0 });
  }
}

/** Writes one file of all rows, whole or not at all; a shortfall is thrown once the file is there. */
export async function generateFile(job: Job, path: string, options: RunOptions): Promise<RowCounts & FileDigest> {
  const counts: RowCounts = { rows: 0, missing: 0 };
  const target = targetOf(path);
  const digest = target.device
    ? await writeToDevice(job, target.path, options, counts)
    : await writeRows(job, target.path, options, counts);
  if (counts.missing > 0 && job.onShortfall === 'error') throw shortfall(job, counts.missing, path);
  return { ...digest, ...counts };
}

/** The file behind a link, and whether it is no plain file (a pipe, /dev/null): such a thing is written to, never replaced. */
function targetOf(path: string): { readonly path: string; readonly device: boolean } {
  if (!existsSync(path)) return { path, device: false };
  const status = statSync(path);
  if (status.isDirectory())
    throw new UsageError('not-a-file', `${path} is a folder`, {
      at: path,
      hint: 'name a file, or write a dataset folder with --out',
    });
  return status.isFile() ? { path: realpathSync(path), device: false } : { path, device: true };
}

async function writeRows(job: Job, path: string, options: RunOptions, counts: RowCounts): Promise<FileDigest> {
  const { convert } = formatOf(job.format);
  if (!convert) return writePieces(path, encodeAll(job, options, counts));
  const rowsPath = join(dirname(path), `.${basename(path)}.rows`);
  try {
    await writePieces(rowsPath, encodeAll(job, options, counts));
    const { data } = tablesOf(loadPack(job.pack).pack, job);
    await writeAtomically(path, (temporary) => convert(rowsPath, temporary, data.table.columns));
  } finally {
    rmSync(rowsPath, { force: true });
  }
  return hashFile(path);
}

async function writeToDevice(job: Job, path: string, options: RunOptions, counts: RowCounts): Promise<FileDigest> {
  if (formatOf(job.format).convert)
    throw new UsageError('not-a-file', `${job.format} cannot be written to ${path}, which is no plain file`, {
      at: path,
      hint: 'use csv or jsonl',
    });
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(path, 'w');
    try {
      for await (const piece of encodeAll(job, options, counts)) {
        hash.update(piece);
        bytes += piece.length;
        await file.writeFile(piece);
      }
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw diskFault(cause, 'write', path);
  }
  return { bytes, sha256: hash.digest('hex') };
}
