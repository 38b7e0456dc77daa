import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Column } from '../../src/core/record.ts';
import type { Sample, Split } from '../../src/packs/pack.ts';
import { PACKS, packOf } from '../../src/packs/registry.ts';
import type { ProducedRecord } from '../../src/pipeline.ts';
import { resolveJob } from '../../src/runtime/config.ts';
import { openRecords } from '../../src/runtime/generate.ts';
import { openRealSampler, realPack } from './real-pack.ts';

/** What a cell breaks of its column's promise; undefined if nothing. */
function faultOf(cell: Cell | undefined, column: Column): string | undefined {
  const wanted =
    column.type === 'integer' || column.type === 'number' ? 'number' : column.type === 'boolean' ? 'boolean' : 'string';
  const at = `${column.name} = ${cell}`;
  if (typeof cell !== wanted) return `${at}: not a ${column.type}`;
  if (column.type === 'integer' && !Number.isInteger(cell)) return `${at}: not whole`;
  if (column.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(cell as string)) return `${at}: not a day`;
  if (column.enum && !(column.enum as readonly Cell[]).includes(cell as Cell)) return `${at}: not in the list`;
  if (column.minimum !== undefined && (cell as number) < (column.minimum as number)) return `${at}: too small`;
  if (column.maximum !== undefined && (cell as number) > (column.maximum as number)) return `${at}: too large`;
  return undefined;
}

const plain = ({ row, story, truth, split, key, rank, sensitive }: Sample) => ({
  row,
  story,
  truth,
  split,
  key,
  rank,
  sensitive,
});

test('every pack has a name of its own and is frozen', () => {
  expect(PACKS.length).toBeGreaterThan(0);
  expect(new Set(PACKS.map(({ id }) => id)).size).toBe(PACKS.length);
  for (const pack of PACKS) {
    expect(packOf(pack.id)).toBe(pack);
    expect(Object.isFrozen(pack)).toBe(true);
  }
  expect(Object.isFrozen(PACKS)).toBe(true);
});

test('an unknown pack is refused with the nearest name, or with all of them', () => {
  const [{ id } = { id: '' }] = PACKS;
  expect(() => packOf(`${id.slice(1)}x`)).toThrow(
    expect.objectContaining({ code: 'unknown-pack', hint: expect.stringContaining(id) }),
  );
  expect(() => packOf('zzz')).toThrow(
    expect.objectContaining({ code: 'unknown-pack', hint: expect.stringContaining(id) }),
  );
});

describe.each(PACKS.map((pack) => [pack.id, pack] as const))('%s', (id, pack) => {
  const columnNames = pack.table.columns.map(({ name }) => name);

  test('columns of both tables have names of their own, in snake_case, and descriptions', () => {
    for (const table of [pack.table, pack.truthColumns]) {
      const names = table.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, description } of table.columns) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(description).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  test('views show columns that exist, each under a name of its own, with words for values that exist', () => {
    expect(Object.keys(pack.views)).toContain('default');
    for (const view of Object.values(pack.views)) {
      const names = view.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { from, words } of view.columns) {
        expect(columnNames).toContain(from);
        const values = pack.table.columns.find(({ name }) => name === from)?.enum as readonly string[] | undefined;
        for (const word of Object.keys(words ?? {})) expect(values).toContain(word);
      }
    }
  });

  test('what a probe learns, learns from and groups by are columns, and no target is its own feature', () => {
    for (const { column, features = [], texts = [], group = [] } of pack.probe?.targets ?? []) {
      expect(features.length + texts.length).toBeGreaterThan(0);
      for (const name of [column, ...features, ...texts, ...[group].flat()]) expect(columnNames).toContain(name);
      expect([...features, ...texts]).not.toContain(column);
    }
  });

  test('text columns and labels exist, and texts are told by questions that have stories', () => {
    const questions = new Set(realPack(id).source.schemas.map(({ question }) => question));
    expect(pack.texts.length).toBeGreaterThan(0);
    for (const { column, question } of pack.texts) {
      expect(pack.table.columns.find(({ name }) => name === column)?.type).toBe('string');
      expect(questions).toContain(question);
    }
    for (const label of pack.labels) expect(columnNames).toContain(label);
  });

  test('the truth table starts with the key of the row', () => {
    expect(pack.truthColumns.columns[0]?.name).toBe(pack.table.columns[0]?.name);
    const { row, truth, key } = openRealSampler(id, { count: 10 }).sample(3, 0);
    expect([row[0], truth[0]]).toEqual([key, key]);
  });

  test('every cell of 2,000 told rows and their truths is what its column says', async () => {
    const record = await openRecords(realPack(id), resolveJob({ pack: id, count: 2000 }));
    const faults = new Set<string>();
    for (let i = 0; i < 2000; i++) {
      const { row, truth } = record(i) as ProducedRecord;
      expect(row).toHaveLength(pack.table.columns.length);
      expect(truth.length).toBeGreaterThan(pack.truthColumns.columns.length);
      for (const [k, column] of pack.table.columns.entries()) faults.add(faultOf(row[k], column) ?? '');
      for (const [k, column] of pack.truthColumns.columns.entries()) faults.add(faultOf(truth[k], column) ?? '');
    }
    expect([...faults].filter(Boolean)).toEqual([]);
  });

  test('rows come with their text columns empty', () => {
    const { row } = openRealSampler(id, { count: 10 }).sample(3, 0);
    for (const { column } of pack.texts) expect(row[columnNames.indexOf(column)]).toBe('');
  });

  test('a record depends on seed and index alone, not on what was sampled before', () => {
    const forward = openRealSampler(id, { count: 200 });
    const records = Array.from({ length: 200 }, (_, i) => plain(forward.sample(i, 0)));
    const backward = openRealSampler(id, { count: 200 });
    for (let i = 199; i >= 0; i--) expect(plain(backward.sample(i, 0))).toEqual(records[i]);
    expect(plain(openRealSampler(id, { count: 200, seed: 43 }).sample(0, 0))).not.toEqual(records[0]);
  });

  test('a second candidate is another record of the same key, stratum and split', () => {
    const sampler = openRealSampler(id, { count: 100 });
    const label = columnNames.indexOf(pack.labels[0] as string);
    let changed = 0;
    for (let i = 0; i < 100; i++) {
      const [first, second, third] = [0, 1, 2].map((candidate) => sampler.sample(i, candidate)) as [
        Sample,
        Sample,
        Sample,
      ];
      expect([second.key, second.split, second.row[label]]).toEqual([first.key, first.split, first.row[label]]);
      expect(new Set([first.rank, second.rank, third.rank]).size).toBe(3);
      if (new Set([first, second, third].map(({ row }) => JSON.stringify(row))).size === 3) changed++;
    }
    expect(changed).toBe(100);
  });

  test('5,000 records have 5,000 keys', () => {
    const sampler = openRealSampler(id, { count: 5000 });
    expect(new Set(Array.from({ length: 5000 }, (_, i) => sampler.sample(i, 0).key)).size).toBe(5000);
  });

  test('splits and strata hold exactly what the sampler says, and splits their share to the row, or to what stays together', () => {
    const splits = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    const property = fc.property(fc.integer({ min: 1, max: 700 }), splits, fc.nat(), (count, shares, seed) => {
      const named = shares.map((share, i): Split => ({ name: `split${i}`, share }));
      const sampler = openRealSampler(id, { count, seed, splits: named });
      const seen = shares.map(() => 0);
      const strata = Object.fromEntries(
        Object.keys(sampler.strata).map((column) => [column, {} as Record<string, number>]),
      );
      for (let i = 0; i < count; i++) {
        const { split, row } = sampler.sample(i, 0);
        seen[split] = (seen[split] as number) + 1;
        for (const [column, counts] of Object.entries(strata)) {
          const value = String(row[columnNames.indexOf(column)]);
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      expect(sampler.count).toBe(count);
      expect(seen).toEqual(sampler.splitCounts);
      for (const [column, counts] of Object.entries(sampler.strata))
        expect(strata[column]).toEqual(Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)));
      const whole = shares.reduce((a, b) => a + b, 0);
      for (const [i, n] of seen.entries())
        expect(Math.abs(n - (count * (shares[i] as number)) / whole)).toBeLessThan(
          sampler.together === 1 ? 1 : 2 * sampler.together,
        );
    });
    fc.assert(property, { numRuns: 40 });
  });

  test('the settings that are published are the ones that are taken', () => {
    const { data } = realPack(id);
    for (const [setting, schema] of Object.entries(pack.options)) {
      const value = (schema as { readonly default?: unknown }).default;
      if (value !== undefined) expect(pack.parseConfig({ [setting]: value }, data)[setting]).toEqual(value);
    }
    expect(Object.keys(pack.parseConfig({}, data)).sort()).toEqual(Object.keys(pack.options).sort());
    expect(() => pack.parseConfig({ 'no-such-setting': 1 }, data)).toThrow(
      expect.objectContaining({ name: 'UsageError' }),
    );
  });
});
