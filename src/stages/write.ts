import { createHash, type Hash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileEntry } from '../core/dataset.ts';
import { UsageError } from '../core/errors.ts';
import { hashFile } from '../core/hash.ts';
import type { Column } from '../core/record.ts';
import { diskFault } from '../formats/disk-fault.ts';
import type { TableFormat } from '../formats/table-format.ts';

/** One stream of encoded rows and the file of a shard that it goes to. */
export interface StreamTarget {
  readonly format: TableFormat;
  readonly columns: readonly Column[];
  readonly header: Uint8Array;
  /** Path below the dataset folder of part `shard`. */
  pathOf(shard: number): string;
}

/** What the journal keeps of a shard that is on disk. */
interface ShardRecord<Extra> {
  readonly shard: number;
  readonly files: readonly FileEntry[];
  readonly extra: Extra;
}

/** Folders and files that a dataset may consist of: what --force may clear away. */
const OWN_ENTRIES = [
  'data',
  'labels',
  'truth',
  'rejected',
  'reports',
  '.fabula',
  'manifest.json',
  'README.md',
  'croissant.json',
  'datapackage.json',
  'SHA256SUMS',
  'provenance.intoto.json',
];
const JOURNAL = '.fabula';

export interface DatasetFolder<Extra> {
  readonly path: string;
  /** Shards that an earlier run left whole, by number. */
  readonly done: ReadonlyMap<number, ShardRecord<Extra>>;
  openShard(shard: number): ShardWriter<Extra>;
  /** Takes the journal away: the dataset is complete. */
  complete(): void;
}

export interface ShardWriter<Extra> {
  append(stream: string, bytes: Uint8Array, rows: number): void;
  /** Closes, converts, renames and journals the files of the shard. */
  commit(extra: Extra): Promise<ShardRecord<Extra>>;
  abort(): void;
}

/**
 * Opens the folder of a dataset for writing. `job` is the canonical text of all that decides the bytes: a folder that was
 * begun with another is refused on resume. Throws `UsageError` for a folder in use, `StoreError` for a disk that refuses.
 */
export function openDatasetFolder<Extra>(
  path: string,
  options: {
    readonly job: Readonly<Record<string, unknown>>;
    readonly streams: Readonly<Record<string, StreamTarget>>;
    readonly resume: boolean;
    readonly force: boolean;
  },
): DatasetFolder<Extra> {
  const journal = join(path, JOURNAL);
  const jobPath = join(journal, 'job.json');
  const shardsPath = join(journal, 'shards.jsonl');
  const done = new Map<number, ShardRecord<Extra>>();
  guard(path, () => {
    const entries = existsSync(path) ? readdirSync(path) : [];
    if (options.resume) {
      assertResumable(path, entries, existsSync(jobPath));
      assertSameJob(JSON.parse(readFileSync(jobPath, 'utf8')) as Record<string, unknown>, options.job);
      readShards<Extra>(shardsPath, path, done);
    } else {
      if (entries.length > 0) makeRoom(path, entries, options);
      mkdirSync(journal, { recursive: true });
      writeWhole(jobPath, JSON.stringify(options.job));
    }
  });
  return {
    path,
    done,
    openShard: (shard) => openShard<Extra>(path, shard, options.streams, shardsPath),
    complete: () => rmSync(journal, { recursive: true, force: true }),
  };
}

function assertResumable(path: string, entries: readonly string[], interrupted: boolean): void {
  if (interrupted) return;
  if (entries.includes('manifest.json'))
    throw new UsageError('complete', `the dataset in ${path} is complete`, {
      at: path,
      hint: 'there is nothing to resume; write it anew with --force',
    });
  throw new UsageError('nothing-to-resume', `no interrupted run is in ${path}`, {
    at: path,
    hint: 'leave --resume out, or name the folder of the interrupted run',
  });
}

function makeRoom(path: string, entries: readonly string[], options: { readonly force: boolean }): void {
  if (!options.force)
    throw new UsageError('folder-in-use', `${path} exists and is not empty`, {
      at: path,
      hint: entries.includes(JOURNAL)
        ? 'go on with --resume, or replace it with --force'
        : 'choose another folder with --out, or replace the dataset with --force',
    });
  // A temporary file is what a killed run may leave of one of ours.
  const foreign = entries.filter(
    (entry) => !OWN_ENTRIES.includes(entry) && !OWN_ENTRIES.includes(/^\.(.*)\.tmp$/.exec(entry)?.[1] ?? entry),
  );
  const dataset = entries.includes(JOURNAL) || isManifest(join(path, 'manifest.json'));
  if (foreign.length > 0 || !dataset)
    throw new UsageError(
      'foreign-files',
      `${path} holds files that are no part of a dataset, ${foreign[0] ?? entries[0]} for one`,
      { at: path, hint: '--force replaces datasets only: choose another folder' },
    );
  for (const entry of entries) rmSync(join(path, entry), { recursive: true, force: true });
}

function isManifest(path: string): boolean {
  try {
    return 'manifestVersion' in (JSON.parse(readFileSync(path, 'utf8')) as object);
  } catch {
    return false;
  }
}

/** Refuses to go on with another config, naming the first settings that differ. */
function assertSameJob(old: Readonly<Record<string, unknown>>, job: Readonly<Record<string, unknown>>): void {
  const text = (value: unknown) => JSON.stringify(value) ?? 'nothing';
  const differing = differences('', old, job).slice(0, 4);
  if (differing.length === 0) return;
  const [first] = differing as [{ path: string; old: unknown; now: unknown }];
  throw new UsageError(
    'changed-config',
    `the interrupted run had another config: ${differing.map(({ path, old: was, now }) => `${path} was ${short(text(was))}, is now ${short(text(now))}`).join('; ')}`,
    {
      at: first.path,
      hint: 'resume with the original settings, or begin anew with --force',
    },
  );
}

function differences(prefix: string, old: unknown, now: unknown): { path: string; old: unknown; now: unknown }[] {
  const isTable = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isTable(old) && isTable(now))
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) =>
      differences(prefix ? `${prefix}.${key}` : key, old[key], now[key]),
    );
  return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ path: prefix, old, now }];
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function readShards<Extra>(shardsPath: string, path: string, done: Map<number, ShardRecord<Extra>>): void {
  if (!existsSync(shardsPath)) return;
  for (const line of readFileSync(shardsPath, 'utf8').split('\n')) {
    let record: ShardRecord<Extra>;
    try {
      record = JSON.parse(line) as ShardRecord<Extra>;
    } catch {
      continue; // A line cut short by a kill: its shard is written again.
    }
    const whole = record.files.every(
      (file) => existsSync(join(path, file.path)) && statSync(join(path, file.path)).size === file.bytes,
    );
    if (whole) done.set(record.shard, record);
  }
}

interface OpenFile {
  readonly path: string;
  readonly temporary: string;
  readonly handle: number;
  readonly hash: Hash;
  rows: number;
  bytes: number;
}

function openShard<Extra>(
  folder: string,
  shard: number,
  streams: Readonly<Record<string, StreamTarget>>,
  shardsPath: string,
): ShardWriter<Extra> {
  const open = new Map<string, OpenFile>();
  const fileOf = (stream: string): OpenFile => {
    const found = open.get(stream);
    if (found) return found;
    const target = streams[stream] as StreamTarget;
    const path = target.pathOf(shard);
    const temporary = temporaryName(join(folder, path));
    mkdirSync(dirname(temporary), { recursive: true });
    const file = { path, temporary, handle: openSync(temporary, 'w'), hash: createHash('sha256'), rows: 0, bytes: 0 };
    open.set(stream, file);
    write(file, target.header);
    return file;
  };
  const write = (file: OpenFile, bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(file.handle, bytes, at);
    file.hash.update(bytes);
    file.bytes += bytes.length;
  };
  return {
    append(stream, bytes, rows) {
      guard(folder, () => {
        const file = fileOf(stream);
        write(file, bytes);
        file.rows += rows;
      });
    },
    async commit(extra) {
      const files: FileEntry[] = [];
      for (const [stream, file] of open) {
        const { convert } = (streams[stream] as StreamTarget).format;
        const final = join(folder, file.path);
        try {
          fsyncSync(file.handle);
          closeSync(file.handle);
          if (convert) {
            const converted = `${file.temporary}.converted`;
            await convert(file.temporary, converted, (streams[stream] as StreamTarget).columns);
            const digest = await hashFile(converted);
            renameSync(converted, final);
            rmSync(file.temporary, { force: true });
            files.push({ path: file.path, rows: file.rows, ...digest });
          } else {
            renameSync(file.temporary, final);
            files.push({ path: file.path, rows: file.rows, bytes: file.bytes, sha256: file.hash.digest('hex') });
          }
        } catch (cause) {
          throw diskFault(cause, 'write', final);
        }
      }
      const record = { shard, files, extra };
      guard(folder, () => appendFileSync(shardsPath, `${JSON.stringify(record)}\n`, { flush: true }));
      return record;
    },
    abort() {
      for (const file of open.values()) {
        try {
          closeSync(file.handle);
        } catch {
          // Closed before.
        }
        rmSync(file.temporary, { force: true });
      }
    },
  };
}

function temporaryName(path: string): string {
  return join(dirname(path), `.${path.slice(dirname(path).length + 1)}.tmp`);
}

function writeWhole(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  const handle = openSync(temporary, 'w');
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
}

function guard(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw diskFault(cause, 'write', path);
  }
}
