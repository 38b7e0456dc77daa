import { LENGTH_BIN, LENGTH_BINS, type LengthTally, type Tally } from '../core/dataset.ts';
import type { Row, TableSchema } from '../core/record.ts';
import type { Narration } from '../packs/narration.ts';
import type { Pack } from '../packs/pack.ts';

/** An empty tally. */
export function emptyTally(splits: number): Tally {
  return {
    rows: 0,
    values: {},
    means: {},
    lengths: {},
    voices: {},
    stories: {},
    rejected: {},
    missing: 0,
    splits: new Array<number>(splits).fill(0),
  };
}

/** Opens the stage that counts finished rows into a tally. */
export function openMeasure(pack: Pack): (tally: Tally, row: Row, narration: Narration, split: number) => void {
  const { columns } = pack.table;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const label = at(pack.labels[0] ?? '');
  const enums = indexed(pack.table, (column) => column.enum !== undefined);
  const integers = indexed(pack.table, (column) => column.type === 'integer' && column.maximum !== undefined);
  const texts = pack.texts.map(({ column }) => ({ name: column, index: at(column) }));
  return (tally, row, narration, split) => {
    const group = label >= 0 ? String(row[label]) : 'all';
    tally.rows++;
    tally.splits[split] = (tally.splits[split] ?? 0) + 1;
    for (const { name, index } of enums) add(entryOf(tally.values, name, emptyCounts), String(row[index]));
    const means = entryOf<Record<string, [number, number]>>(tally.means, group, () => ({}));
    for (const { name, index } of integers) {
      const mean = entryOf(means, name, (): [number, number] => [0, 0]);
      mean[0] += row[index] as number;
      mean[1]++;
    }
    const lengths = entryOf<Record<string, LengthTally>>(tally.lengths, group, () => ({}));
    texts.forEach(({ name, index }, i) => {
      countLength(
        entryOf(lengths, name, emptyLengths),
        (row[index] as string).length,
        narration.texts[i]?.band ?? [0, 0],
      );
    });
    add(tally.voices, narration.voice.name);
    for (const { question, schema } of narration.texts) add(tally.stories, `${question}/${schema}`);
  };
}

function countLength(tally: LengthTally, length: number, [low, high]: readonly [number, number]): void {
  tally.count++;
  tally.sum += length;
  if (length < tally.min) tally.min = length;
  if (length > tally.max) tally.max = length;
  if (length >= low && length <= high) tally.inside++;
  const bin = Math.min(LENGTH_BINS - 1, Math.floor(length / LENGTH_BIN));
  tally.bins[bin] = (tally.bins[bin] as number) + 1;
}

/** Adds `from` into `into`. */
export function addTally(into: Tally, from: Tally): void {
  into.rows += from.rows;
  into.missing += from.missing;
  addEach(into.splits, from.splits);
  for (const key of ['voices', 'stories', 'rejected'] as const) addCounts(into[key], from[key]);
  for (const [column, counts] of Object.entries(from.values))
    addCounts(entryOf(into.values, column, emptyCounts), counts);
  for (const [group, means] of Object.entries(from.means)) {
    const own = entryOf<Record<string, [number, number]>>(into.means, group, () => ({}));
    for (const [column, pair] of Object.entries(means))
      addEach(
        entryOf(own, column, (): [number, number] => [0, 0]),
        pair,
      );
  }
  for (const [group, lengths] of Object.entries(from.lengths)) {
    const own = entryOf<Record<string, LengthTally>>(into.lengths, group, () => ({}));
    for (const [column, tally] of Object.entries(lengths)) addLengths(entryOf(own, column, emptyLengths), tally);
  }
}

function addLengths(into: LengthTally, from: LengthTally): void {
  into.count += from.count;
  into.sum += from.sum;
  into.min = Math.min(into.min, from.min);
  into.max = Math.max(into.max, from.max);
  into.inside += from.inside;
  addEach(into.bins, from.bins);
}

const emptyCounts = (): Record<string, number> => ({});

function emptyLengths(): LengthTally {
  return {
    count: 0,
    sum: 0,
    min: Number.MAX_SAFE_INTEGER,
    max: 0,
    inside: 0,
    bins: new Array<number>(LENGTH_BINS).fill(0),
  };
}

/** The entry of that name, made if it is not there yet. */
function entryOf<T>(table: Record<string, T>, name: string, make: () => T): T {
  const found = table[name];
  if (found !== undefined) return found;
  const made = make();
  table[name] = made;
  return made;
}

function addEach(into: number[], from: readonly number[]): void {
  for (let i = 0; i < from.length; i++) into[i] = (into[i] ?? 0) + (from[i] as number);
}

function addCounts(into: Record<string, number>, from: Readonly<Record<string, number>>): void {
  for (const [name, n] of Object.entries(from)) add(into, name, n);
}

function add(counts: Record<string, number>, name: string, n = 1): void {
  counts[name] = (counts[name] ?? 0) + n;
}

function indexed(table: TableSchema, wanted: (column: TableSchema['columns'][number]) => boolean) {
  return table.columns.flatMap((column, index) => (wanted(column) ? [{ name: column.name, index }] : []));
}
