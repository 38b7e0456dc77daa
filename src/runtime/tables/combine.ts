import { UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import { bitsAt, openStream } from '../../core/random.ts';
import type { Cell, Column, Row } from '../../core/record.ts';
import { formatOfPath } from '../../formats/formats.ts';
import { writeTable } from '../../formats/write-table.ts';
import { findNearDuplicates } from '../../language/near-duplicates.ts';
import { sentenceKey } from '../../language/words.ts';
import { readColumnNames } from '../read-column-names.ts';

/** How rows with the same text are found: by their words, by most of their runs of words, or not at all. */
export const DEDUPES = ['exact', 'near', 'none'] as const;
type Dedupe = (typeof DEDUPES)[number];

/** Two files to be made one. */
export interface CombineJob {
  readonly synthetic: string;
  readonly real: string;
  readonly out: string;
  /** Column of the texts that duplicates are found by; needed unless `dedupe` is none. */
  readonly textColumn: string | undefined;
  readonly dedupe: Dedupe;
  /** Share of real rows in the result, above 0 and below 1; undefined takes all rows of both. */
  readonly ratio: number | undefined;
  readonly seed: number;
}

/** What became of the rows of one file. */
interface Part {
  readonly rows: number;
  readonly duplicates: number;
  /** Rows left out so that the ratio holds. */
  readonly leftOut: number;
  readonly taken: number;
}

export interface CombineResult {
  readonly path: string;
  readonly rows: number;
  readonly synthetic: Part;
  readonly real: Part;
  /** Columns that only one of the files has; empty in the rows of the other. */
  readonly onlyInOne: readonly string[];
}

const SOURCE = 'source';

/**
 * Writes the rows of both files as one table, the synthetic ones first, with a column `source`: what the synthetic file
 * says itself, else `synthetic`; `real` for the others. A real row is kept before a synthetic one of the same text.
 * Files are read twice; only texts are held.
 */
export async function combineTables(job: CombineJob): Promise<CombineResult> {
  const columns = { synthetic: await readColumnNames(job.synthetic), real: await readColumnNames(job.real) };
  const texts = {
    synthetic: await textsOf(job.synthetic, columns.synthetic, job),
    real: await textsOf(job.real, columns.real, job),
  };
  const unique = distinct(texts, job.dedupe);
  const wanted = byRatio(unique, job.ratio);
  const keep = {
    synthetic: drawn(unique.synthetic, wanted.synthetic, job.seed, 'synthetic'),
    real: drawn(unique.real, wanted.real, job.seed, 'real'),
  };
  const names = [...new Set([...columns.synthetic, ...columns.real, SOURCE])];
  async function* rows(): AsyncGenerator<Row> {
    yield* taken(job.synthetic, names, keep.synthetic, columns.synthetic.includes(SOURCE) ? undefined : 'synthetic');
    yield* taken(job.real, names, keep.real, 'real');
  }
  const table = names.map((name): Column => ({ name, type: 'string', description: 'As in the files.' }));
  const written = await writeTable(job.out, formatOfPath(job.out), table, rows());
  const part = (which: 'synthetic' | 'real'): Part => ({
    rows: texts[which].length,
    duplicates: texts[which].length - unique[which].length,
    leftOut: unique[which].length - keep[which].size,
    taken: keep[which].size,
  });
  return {
    path: job.out,
    rows: written.rows,
    synthetic: part('synthetic'),
    real: part('real'),
    onlyInOne: names.filter(
      (name) => name !== SOURCE && !(columns.synthetic.includes(name) && columns.real.includes(name)),
    ),
  };
}

/** The text of each row, by its words where duplicates are exact; empty texts where none are looked for. */
async function textsOf(path: string, columns: readonly string[], job: CombineJob): Promise<readonly string[]> {
  const at = columns.indexOf(job.textColumn ?? '');
  if (job.dedupe !== 'none' && at < 0)
    throw new UsageError('unknown-column', `${path} has no column '${job.textColumn ?? ''}'`, {
      at: '--text-column',
      hint: nearHint(job.textColumn ?? '', columns, `it has: ${columns.slice(0, 40).join(', ')}`),
    });
  const texts: string[] = [];
  for await (const { values } of (await formatOfPath(path).open(path)).rows) texts.push(String(values[at] ?? ''));
  return texts;
}

interface Places {
  readonly synthetic: readonly number[];
  readonly real: readonly number[];
}

/** The rows whose text stands nowhere before: real rows come first, then synthetic ones. */
function distinct(
  texts: { readonly synthetic: readonly string[]; readonly real: readonly string[] },
  dedupe: Dedupe,
): Places {
  const all = [...texts.real, ...texts.synthetic];
  const first = new Map<string, number>();
  const partners = dedupe === 'near' ? findNearDuplicates(all) : undefined;
  const dropped = new Set<number>();
  if (dedupe !== 'none')
    all.forEach((text, i) => {
      const key = sentenceKey(text);
      const partner = partners?.[i] ?? -1;
      if (key === '') return;
      if (first.has(key) || (partner >= 0 && partner < i && !dropped.has(partner))) dropped.add(i);
      else first.set(key, i);
    });
  const real = [...texts.real.keys()].filter((i) => !dropped.has(i));
  const synthetic = [...texts.synthetic.keys()].filter((i) => !dropped.has(i + texts.real.length));
  return { synthetic, real };
}

/** The most rows of each that hold the ratio. */
function byRatio({ synthetic, real }: Places, ratio: number | undefined): { synthetic: number; real: number } {
  if (ratio === undefined) return { synthetic: synthetic.length, real: real.length };
  const total = Math.floor(Math.min(real.length / ratio, synthetic.length / (1 - ratio)));
  const ofReal = Math.min(real.length, Math.round(total * ratio));
  return { synthetic: Math.min(synthetic.length, total - ofReal), real: ofReal };
}

/** Some of the rows, drawn by seed. */
function drawn(rows: readonly number[], wanted: number, seed: number, name: string): ReadonlySet<number> {
  if (wanted >= rows.length) return new Set(rows);
  const stream = openStream(seed, 'combine', name);
  return new Set([...rows].sort((a, b) => bitsAt(stream, a) - bitsAt(stream, b) || a - b).slice(0, wanted));
}

async function* taken(
  path: string,
  names: readonly string[],
  keep: ReadonlySet<number>,
  source: string | undefined,
): AsyncGenerator<Row> {
  const table = await formatOfPath(path).open(path);
  const at = names.map((name) => table.columns.indexOf(name));
  const sourceAt = names.indexOf(SOURCE);
  let i = 0;
  for await (const { values } of table.rows) {
    if (!keep.has(i++)) continue;
    const row = at.map((column): Cell => values[column] ?? null);
    if (source !== undefined) row[sourceAt] = source;
    yield row;
  }
}
