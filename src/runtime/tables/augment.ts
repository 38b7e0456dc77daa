import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { hashText, openStream, unitAt } from '../../core/random.ts';
import type { Cell, Column, Row } from '../../core/record.ts';
import { formatOfPath } from '../../formats/formats.ts';
import { writeTable } from '../../formats/write-table.ts';
import { groupFolds, shuffledFolds } from '../../statistics/folds.ts';
import { smote } from '../../statistics/smote.ts';
import { type Columns, isMissing, numberOf, readColumns } from '../read-columns.ts';
import { readManifest } from '../read-manifest.ts';

/** What to add rows to, and how many. */
export interface AugmentJob {
  /** A dataset folder of ours, whose training rows are augmented; or a file, which is split into folds first. */
  readonly path: string;
  /** Column of the classes that are to be as large as the largest. */
  readonly target: string;
  /** Rows of it stay in one fold; undefined draws rows by class. */
  readonly group: string | undefined;
  readonly folds: number;
  /** How large each class becomes: this many times the largest one. */
  readonly factor: number;
  readonly neighbours: number;
  readonly seed: number;
  readonly out: string;
}

/** A file that was written. */
interface AugmentedFile {
  readonly path: string;
  readonly rows: number;
  /** New rows among them. */
  readonly added: number;
}

export interface AugmentResult {
  readonly files: readonly AugmentedFile[];
  /** Columns that new rows stand between two rows in; the others are those of the row they start from, texts empty. */
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
}

const MARK = 'augmented';
/** A column with a cell of so many words holds texts. */
const TEXT_WORDS = 4;

/**
 * Adds rows to training rows alone (SMOTE), so that nothing of a test row is in any row that is learned from: to the
 * training split of a dataset, or to the training part of each fold of a file.
 */
export async function augmentTable(job: AugmentJob): Promise<AugmentResult> {
  const dataset = existsSync(job.path) && statSync(job.path).isDirectory();
  const paths = dataset ? trainingFiles(job.path) : [job.path];
  const columns = await readColumns(paths);
  columns.cells(job.target, '--target');
  const kinds = kindsOf(columns, job.target);
  await mkdir(job.out, { recursive: true });
  const all = Array.from({ length: columns.rows }, (_, row) => row);
  const cells = columns.names.map((name) => columns.cells(name, 'file'));
  const table = { names: columns.names, cells, kinds };
  const files: AugmentedFile[] = [];
  if (dataset) files.push(await writeAugmented(job, table, all, join(job.out, 'train.csv'), 0));
  else {
    const folds = foldsOf(columns, job);
    for (let fold = 0; fold < job.folds; fold++) {
      const folder = join(job.out, `fold-${fold + 1}`);
      await mkdir(folder, { recursive: true });
      const train = all.filter((row) => folds[row] !== fold);
      files.push(await writeAugmented(job, table, train, join(folder, 'train.csv'), fold));
      const test = all.filter((row) => folds[row] === fold);
      const path = join(folder, 'test.csv');
      await writeRows(
        path,
        table,
        test.map((row) => rowOf(table, row, false)),
      );
      files.push({ path, rows: test.length, added: 0 });
    }
  }
  const named = (kind: Kind) => columns.names.filter((_, i) => kinds[i] === kind);
  return { files, numbers: [...named('number'), ...named('integer')], texts: named('text') };
}

type Kind = 'number' | 'integer' | 'text' | 'word';

interface Table {
  readonly names: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly kinds: readonly Kind[];
}

function trainingFiles(folder: string): readonly string[] {
  const { files } = readManifest(folder);
  const paths = files.filter(({ path }) => /^data\/[^/]+\/train\//.test(path)).map(({ path }) => join(folder, path));
  if (paths.length > 0) return paths;
  throw new UsageError('no-training-split', `${folder} has no split named train`, {
    at: folder,
    hint: 'generate it with --split 80/10/10, or name one of its files to split it into folds',
  });
}

/** What each column holds; the target is a word, whatever it looks like. */
function kindsOf(columns: Columns, target: string): readonly Kind[] {
  return columns.names.map((name): Kind => {
    if (name === target) return 'word';
    const present = columns.cells(name, 'file').filter((cell) => !isMissing(cell));
    const numbers = present.map(numberOf);
    if (present.length === columns.rows && numbers.every((value) => value !== undefined))
      return numbers.every((value) => Number.isInteger(value)) ? 'integer' : 'number';
    return present.some((cell) => String(cell).split(/\s+/).length >= TEXT_WORDS) ? 'text' : 'word';
  });
}

function foldsOf(columns: Columns, { group, target, folds, seed }: AugmentJob): ArrayLike<number> {
  if (group === undefined) {
    const labels = columns.cells(target, '--target').map(String);
    const classes = [...new Set(labels)];
    return shuffledFolds(
      labels.map((label) => classes.indexOf(label)),
      folds,
      seed,
    );
  }
  const groups = columns.cells(group, '--group').map(String);
  const distinct = new Set(groups).size;
  if (distinct < folds)
    throw new UsageError('few-groups', `${group} has ${distinct} groups for ${folds} folds`, {
      at: '--folds',
      hint: `at most --folds ${distinct}`,
    });
  return groupFolds(groups, folds);
}

async function writeAugmented(
  job: AugmentJob,
  table: Table,
  rows: readonly number[],
  path: string,
  fold: number,
): Promise<AugmentedFile> {
  const added = [...newRows(job, table, rows, fold)];
  await writeRows(path, table, [...rows.map((row) => rowOf(table, row, false)), ...added]);
  return { path, rows: rows.length + added.length, added: added.length };
}

/** New rows, class after class. */
function* newRows(job: AugmentJob, table: Table, rows: readonly number[], fold: number): Generator<Row> {
  const labels = table.cells[table.names.indexOf(job.target)] as readonly Cell[];
  const classes = Map.groupBy(rows, (row) => String(labels[row]));
  const size = Math.round(job.factor * Math.max(...[...classes.values()].map((members) => members.length)));
  const numeric = table.kinds.flatMap((kind, i) => (kind === 'number' || kind === 'integer' ? [i] : []));
  let serial = 0;
  for (const [label, members] of classes) {
    const stream = openStream(job.seed, 'augment', fold, label);
    const points = members.map((row) =>
      Float64Array.from(numeric, (i) => numberOf(table.cells[i]?.[row] ?? null) ?? 0),
    );
    const units = (draw: number) => unitAt(stream, hashText(String(draw)));
    for (const point of smote(points, Math.max(0, size - members.length), job.neighbours, units)) {
      const base = members[point.base] as number;
      const row = rowOf(table, base, true) as Cell[];
      numeric.forEach((column, k) => {
        const from = points[point.base]?.[k] as number;
        const to = points[point.neighbour]?.[k] as number;
        const value = from + point.share * (to - from);
        row[column] = table.kinds[column] === 'integer' ? Math.round(value) : Math.round(value * 1e6) / 1e6;
      });
      serial++;
      row[0] = table.kinds[0] === 'word' ? `augmented_${fold + 1}_${serial}` : (row[0] as Cell);
      yield row;
    }
  }
}

/** A row as it stands, or as the start of a new one: without its texts, which nothing stands between. */
function rowOf({ names, cells, kinds }: Table, row: number, augmented: boolean): Row {
  const values = names.map((_, i): Cell => (augmented && kinds[i] === 'text' ? null : (cells[i]?.[row] ?? null)));
  return [...values, augmented];
}

async function writeRows(path: string, { names, kinds }: Table, rows: readonly Row[]): Promise<void> {
  const columns = names.map(
    (name, i): Column => ({
      name,
      type: kinds[i] === 'number' || kinds[i] === 'integer' ? 'number' : 'string',
      description: 'As in the file.',
    }),
  );
  const mark: Column = { name: MARK, type: 'boolean', description: 'Whether the row stands between two others.' };
  await writeTable(path, formatOfPath(path), [...columns, mark], rows);
}
