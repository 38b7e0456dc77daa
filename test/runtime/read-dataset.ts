import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Row } from '../../src/core/record.ts';
import { formatOfPath } from '../../src/formats/formats.ts';
import { packOf } from '../../src/packs/registry.ts';

process.env.FABULA_CACHE ??= join((await import('node:os')).tmpdir(), 'fabula-test-cache');

/** Every file of a dataset that the seed decides, by its path: name -> SHA-256. Manifest, provenance, sums, card and report hold the time of the run. */
export function hashesOf(folder: string): Readonly<Record<string, string>> {
  const files = ['data', 'labels', 'truth', 'rejected'].flatMap((name) => filesBelow(join(folder, name)));
  return Object.fromEntries(
    files.sort().map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** The rows of one file, or of all files below a folder in the order of their paths. */
export async function rowsOf(path: string, columns = packOf('workplace').table.columns): Promise<Row[]> {
  const files = /\.\w+$/.test(path) ? [path] : filesBelow(path).sort();
  const rows: Row[] = [];
  for (const file of files) {
    const table = await formatOfPath(file).open(file, columns);
    for await (const { values } of table.rows) rows.push(values);
  }
  return rows;
}

/** Rows in the order of their first cell. */
export function sorted(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
}
