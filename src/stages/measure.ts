import { LENGTH_BIN, LENGTH_BINS, type Tally } from '../core/dataset.ts';
import type { Row, TableSchema } from '../core/record.ts';
import type { Narration } from '../packs/narration.ts';
import type { Pack } from '../packs/pack.ts';

/** An empty tally. */
export function emptyTally(splits: number): Tally {
  return { rows: 0, values: {}, means: {}, lengths: {}, voices: {}, stories: {}, rejected: {}, missing: 0, splits: new Array<number>(splits).fill(0) };
}

/** Opens the stage that counts finished rows into a tally. */
export function openMeasure(pack: Pack): (tally: Tally, row: Row, narration: Narration, split: number) => void {
  const columns = pack.table.columns;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const label = at(pack.labels[0] ?? '');
  const enums = indexed(pack.table, (column) => column.enum !== undefined);
  const integers = indexed(pack.table, (column) => column.type === 'integer' && column.maximum !== undefined);
  const texts = pack.texts.map(({ column }) => ({ name: column, index: at(column) }));
  return (tally, row, narration, split) => {
    const group = label >= 0 ? String(row[label]) : 'all';
    tally.rows++;
    tally.splits[split] = (tally.splits[split] ?? 0) + 1;
    for (const { name, index } of enums) add((tally.values[name] ??= {}), String(row[index]));
    const means = (tally.means[group] ??= {});
    for (const { name, index } of integers) {
      const mean = (means[name] ??= [0, 0]);
      mean[0] += row[index] as number;
      mean[1]++;
    }
    const lengths = (tally.lengths[group] ??= {});
    texts.forEach(({ name, index }, i) => {
      const length = (row[index] as string).length;
      const [low, high] = narration.texts[i]?.band ?? [0, 0];
      const entry = (lengths[name] ??= { count: 0, sum: 0, min: length, max: length, inside: 0, bins: new Array<number>(LENGTH_BINS).fill(0) });
      entry.count++;
      entry.sum += length;
      if (length < entry.min) entry.min = length;
      if (length > entry.max) entry.max = length;
      if (length >= low && length <= high) entry.inside++;
      const bin = Math.min(LENGTH_BINS - 1, Math.floor(length / LENGTH_BIN));
      entry.bins[bin] = (entry.bins[bin] as number) + 1;
    });
    add(tally.voices, narration.voice.name);
    for (const { question, schema } of narration.texts) add(tally.stories, `${question}/${schema}`);
  };
}

/** Adds `from` into `into`. */
export function addTally(into: Tally, from: Tally): void {
  into.rows += from.rows;
  into.missing += from.missing;
  from.splits.forEach((n, i) => (into.splits[i] = (into.splits[i] ?? 0) + n));
  for (const key of ['voices', 'stories', 'rejected'] as const) for (const [name, n] of Object.entries(from[key])) add(into[key], name, n);
  for (const [column, counts] of Object.entries(from.values)) for (const [value, n] of Object.entries(counts)) add((into.values[column] ??= {}), value, n);
  for (const [group, means] of Object.entries(from.means))
    for (const [column, [sum, count]] of Object.entries(means)) {
      const mean = ((into.means[group] ??= {})[column] ??= [0, 0]);
      mean[0] += sum;
      mean[1] += count;
    }
  for (const [group, lengths] of Object.entries(from.lengths))
    for (const [column, entry] of Object.entries(lengths)) {
      const table = (into.lengths[group] ??= {});
      const own = table[column];
      if (!own) {
        table[column] = { ...entry, bins: [...entry.bins] };
        continue;
      }
      own.count += entry.count;
      own.sum += entry.sum;
      own.min = Math.min(own.min, entry.min);
      own.max = Math.max(own.max, entry.max);
      own.inside += entry.inside;
      entry.bins.forEach((n, i) => (own.bins[i] = (own.bins[i] as number) + n));
    }
}

function indexed(table: TableSchema, wanted: (column: TableSchema['columns'][number]) => boolean) {
  return table.columns.flatMap((column, index) => (wanted(column) ? [{ name: column.name, index }] : []));
}

function add(counts: Record<string, number>, name: string, n = 1): void {
  counts[name] = (counts[name] ?? 0) + n;
}
