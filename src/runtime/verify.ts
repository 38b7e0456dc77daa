import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { canonicalJson } from '../core/canonical-json.ts';
import { DatasetError } from '../core/errors.ts';
import { hashFile } from '../core/hash.ts';
import { openStream, pickAt } from '../core/random.ts';
import type { Column, Row } from '../core/record.ts';
import { formatOfPath } from '../formats/formats.ts';
import type { Pack } from '../packs/pack.ts';
import { tablesOf } from './batch.ts';
import { openRecords } from './generate.ts';
import { type Job, retellingOf } from './job.ts';
import { loadPack } from './load-pack.ts';
import { assertSameTemplates, jobOf, type Manifest, readManifest } from './read-manifest.ts';

/** Files that the manifest cannot list, because they are written after it. */
const LATER = ['manifest.json', 'provenance.intoto.json'];
const TABLE_FOLDERS = ['data', 'labels', 'truth', 'rejected'];

/** A file that is not what the manifest says, or a row that does not come out again. */
export interface VerifyIssue {
  readonly path: string;
  readonly fault: 'missing' | 'changed' | 'stray' | 'unreadable' | 'row-differs' | 'row-missing';
  readonly detail: string;
}

export interface VerifyResult {
  readonly files: number;
  readonly replayed: number;
  readonly issues: readonly VerifyIssue[];
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
    if (sha256 !== file.sha256)
      issues.push({
        path: file.path,
        fault: 'changed',
        detail: bytes === file.bytes ? 'its hash is another' : `${bytes} bytes, ${file.bytes} in the manifest`,
      });
  }
  await checkSums(folder, issues);
  issues.push(...strayFiles(folder, manifest));
  const replayed = replay > 0 ? await replayRows(folder, manifest, replay, replaySeed, issues) : 0;
  return { files: manifest.files.length, replayed, issues };
}

/** The manifest and the files written after it, against SHA256SUMS, which lists them. */
async function checkSums(folder: string, issues: VerifyIssue[]): Promise<void> {
  const path = join(folder, 'SHA256SUMS');
  if (!existsSync(path)) {
    issues.push({ path: 'SHA256SUMS', fault: 'missing', detail: 'the file is not there' });
    return;
  }
  const sums = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, 64), line.slice(66)] as const);
  for (const [sha256, name] of sums) {
    if (!LATER.includes(name)) continue;
    if (!existsSync(join(folder, name))) issues.push({ path: name, fault: 'missing', detail: 'the file is not there' });
    else if ((await hashFile(join(folder, name))).sha256 !== sha256)
      issues.push({ path: name, fault: 'changed', detail: 'its hash is another than in SHA256SUMS' });
  }
}

/** Files among the tables that no run wrote: a reader of the folder would take them for rows. */
function strayFiles(folder: string, manifest: Manifest): VerifyIssue[] {
  const listed = new Set(manifest.files.map(({ path }) => path));
  const found = TABLE_FOLDERS.filter((name) => existsSync(join(folder, name))).flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
  return found
    .filter((path) => !listed.has(path))
    .sort()
    .map((path) => ({ path, fault: 'stray', detail: 'the manifest does not list it' }));
}

async function replayRows(
  folder: string,
  manifest: Manifest,
  wanted: number,
  seed: number,
  issues: VerifyIssue[],
): Promise<number> {
  const loaded = loadPack(manifest.config.pack);
  assertSameTemplates(folder, manifest, loaded);
  const job = jobOf(manifest, loaded);
  const tables = tablesOf(loaded.pack, job);
  const records = await openRecords(loaded, job);
  const stream = openStream(seed, 'replay');
  const expected = new Map<string, string>();
  const same = comparableForm(loaded.pack, job, tables.data.table.columns);
  const count = Math.min(wanted, job.count);
  for (let draw = 0; expected.size < count && draw < count * 20; draw++) {
    const record = records(pickAt(stream, draw, job.count));
    if (!record) continue;
    const row = tables.data.project(record.row);
    expected.set(String(row[0]), same(row));
  }
  const replayed = expected.size;
  const dataFiles = manifest.files.filter(
    (file) => file.path.startsWith('data/') && existsSync(join(folder, file.path)),
  );
  for (const file of dataFiles) {
    const { open } = formatOfPath(file.path);
    try {
      const table = await open(join(folder, file.path), tables.data.table.columns);
      for await (const { values, line } of table.rows) {
        const key = String(values[0]);
        const row = expected.get(key);
        if (row === undefined) continue;
        expected.delete(key);
        if (same(values) !== row)
          issues.push({ path: file.path, fault: 'row-differs', detail: `${key}, line ${line}` });
      }
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
      issues.push({ path: file.path, fault: 'unreadable', detail: error.message });
    }
  }
  for (const key of expected.keys()) issues.push({ path: 'data', fault: 'row-missing', detail: key });
  return replayed;
}

/** A row as it is compared with its replay: texts that a model retold cannot be made again here, so they are left out. */
function comparableForm(pack: Pack, job: Job, columns: readonly Column[]): (row: Row) => string {
  const retold = job.model && retellingOf(job.model.uses);
  if (!retold) return canonicalJson;
  const texts = new Set(
    pack.texts.flatMap(({ column }) =>
      (pack.views[job.view]?.columns ?? []).flatMap(({ from, name }) => (from === column ? [name] : [])),
    ),
  );
  return (row) => canonicalJson(row.filter((_, i) => !texts.has(columns[i]?.name ?? '')));
}
