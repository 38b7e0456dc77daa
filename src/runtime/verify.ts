import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openStream, pickAt } from '../core/random.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { DatasetError, UsageError } from '../core/errors.ts';
import { hashFile } from '../core/hash.ts';
import { formatOf, formatOfPath } from '../formats/formats.ts';
import { tablesOf } from './batch.ts';
import { openRecords } from './generate.ts';
import type { Job } from './job.ts';
import { loadPack } from './load-pack.ts';

/** A file that is not what the manifest says, or a row that does not come out again. */
export interface VerifyIssue {
  readonly path: string;
  readonly fault: 'missing' | 'changed' | 'row-differs' | 'row-missing';
  readonly detail: string;
}

export interface VerifyResult {
  readonly files: number;
  readonly replayed: number;
  readonly issues: readonly VerifyIssue[];
}

interface Manifest {
  readonly config: Job & { readonly templates: string };
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string; readonly rows?: number }[];
}

/** Recomputes every hash of a dataset folder and makes `replay` of its rows again from seed and config. */
export async function verifyDataset(folder: string, replay: number, replaySeed = 1): Promise<VerifyResult> {
  const manifest = readManifest(folder);
  const issues: VerifyIssue[] = [];
  for (const file of manifest.files) {
    const path = join(folder, file.path);
    if (!existsSync(path)) {
      issues.push({ path: file.path, fault: 'missing', detail: 'the file is not there' });
      continue;
    }
    const bytes = statSync(path).size;
    const { sha256 } = await hashFile(path);
    if (sha256 !== file.sha256) issues.push({ path: file.path, fault: 'changed', detail: bytes === file.bytes ? 'its hash is another' : `${bytes} bytes, ${file.bytes} in the manifest` });
  }
  if (replay > 0) await replayRows(folder, manifest, replay, replaySeed, issues);
  return { files: manifest.files.length, replayed: Math.min(replay, manifest.config.count), issues };
}

function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path))
    throw new UsageError('no-manifest', `${folder} holds no manifest.json`, {
      at: folder,
      hint: existsSync(join(folder, '.fabula')) ? 'the run was interrupted: go on with fabula generate --resume' : 'name the folder that fabula generate wrote',
    });
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    if (typeof manifest.config?.pack === 'string' && Array.isArray(manifest.files)) return manifest;
  } catch {
    // Falls through to the one error for both.
  }
  throw new DatasetError('bad-manifest', 'the manifest cannot be read', { at: path, hint: 'restore it, or write the dataset anew' });
}

async function replayRows(folder: string, manifest: Manifest, wanted: number, seed: number, issues: VerifyIssue[]): Promise<void> {
  const { templates, ...job } = manifest.config;
  const loaded = loadPack(job.pack);
  if (loaded.source.hash !== templates)
    throw new DatasetError('other-templates', `the dataset was made with templates ${templates.slice(0, 12)}, this version has ${loaded.source.hash.slice(0, 12)}`, {
      at: join(folder, 'manifest.json'),
      hint: 'replay with the version of the tool that the manifest names',
    });
  const tables = tablesOf(loaded.pack, job);
  const records = openRecords(loaded, job);
  const stream = openStream(seed, 'replay');
  const expected = new Map<string, string>();
  const count = Math.min(wanted, job.count);
  for (let draw = 0; expected.size < count && draw < count * 20; draw++) {
    const record = records(pickAt(stream, draw, job.count));
    if (!record) continue;
    const row = tables.data.project(record.row);
    expected.set(String(row[0]), canonicalJson(row));
  }
  const dataFiles = manifest.files.filter((file) => file.path.startsWith('data/') && existsSync(join(folder, file.path)));
  for (const file of dataFiles) {
    const format = formatOf(formatOfPath(file.path).id);
    const table = await format.open(join(folder, file.path), tables.data.table.columns);
    for await (const { values, line } of table.rows) {
      const key = String(values[0]);
      const row = expected.get(key);
      if (row === undefined) continue;
      expected.delete(key);
      if (canonicalJson(values) !== row) issues.push({ path: file.path, fault: 'row-differs', detail: `${key}, line ${line}` });
    }
  }
  for (const key of expected.keys()) issues.push({ path: 'data', fault: 'row-missing', detail: key });
}
