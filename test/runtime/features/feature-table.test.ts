import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatOfPath } from '../../../src/formats/formats.ts';
import { writeTable } from '../../../src/formats/write-table.ts';
import { type FeatureJob, openFeatureTable } from '../../../src/runtime/features/feature-table.ts';
import { writeFeatures } from '../../../src/runtime/features/write-features.ts';
import { makeTemporaryFolder } from '../../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();
const TEXTS = [
  'My friend helped me.',
  '',
  'I can\u2019t, "really"',
  'Two\nlines',
  'Das ist ein sehr schöner Tag und ich gehe nach Hause.',
];
const columns = ['id', 'text'].map((name) => ({ name, type: 'string' as const, description: '' }));
const job = (path: string, more: Partial<FeatureJob> = {}): FeatureJob => ({
  path,
  textColumn: 'text',
  features: ['word_count', 'noun_ratio'],
  profile: 'fast',
  keep: ['id'],
  ...more,
});

async function fileOf(name: string, rows: number): Promise<string> {
  const path = join(folder, name);
  const table = Array.from({ length: rows }, (_, i) => [`r${i}`, `${TEXTS[i % TEXTS.length]}${i > 20 ? ` ${i}` : ''}`]);
  await writeTable(path, formatOfPath(path), columns, table);
  return path;
}

describe.each(['.csv', '.jsonl', '.parquet'])('%s', (ending) => {
  test('comes in and goes out with the same numbers, row by row', async () => {
    const path = await fileOf(`in${ending}`, 5);
    const out = join(folder, `out${ending}`);
    const result = await writeFeatures(job(path), out, { threads: 1 });
    expect(result).toMatchObject({ rows: 5, languages: { english: 3, other: 1, unsure: 0, none: 1 } });
    const { columns: names, rows } = await formatOfPath(out).open(out);
    expect(names).toEqual(['id', 'word_count', 'noun_ratio', 'language_flag']);
    const read = (await Array.fromAsync(rows)).map(({ values }) => values.map(String));
    expect(read[0]).toEqual(['r0', '5', '0.25', 'english']);
    expect(read[1]?.map(Number).slice(1, 3)).toEqual([0, 0]);
    expect(read[4]?.[3]).toBe('other');
  });
});

test('the bytes do not depend on the number of threads', async () => {
  const path = await fileOf('many.csv', 4000);
  const bytes = [];
  for (const threads of [1, 2, 3]) {
    const out = join(folder, `many-${threads}.csv`);
    expect((await writeFeatures(job(path), out, { threads })).rows).toBe(4000);
    bytes.push(readFileSync(out, 'utf8'));
  }
  expect(bytes[1]).toBe(bytes[0]);
  expect(bytes[2]).toBe(bytes[0]);
  expect(
    bytes[0]
      ?.split('\n')
      .slice(1, 4001)
      .map((line) => line.split(',')[0]),
  ).toEqual(Array.from({ length: 4000 }, (_, i) => `r${i}`));
});

test('a run can be stopped, and leaves no file', async () => {
  const path = await fileOf('stopped.csv', 4000);
  for (const threads of [1, 2]) {
    const stop = new AbortController();
    const reason = new Error('enough');
    const out = join(folder, `stopped-${threads}-out.csv`);
    const run = writeFeatures(job(path), out, { threads, signal: stop.signal, onProgress: () => stop.abort(reason) });
    await expect(run).rejects.toBe(reason);
    expect(() => readFileSync(out)).toThrow();
  }
});

test('a cell of a megabyte, with and without blanks, is one row', async () => {
  const path = join(folder, 'wide.csv');
  writeFileSync(path, `text\n${'a'.repeat(1_000_000)}\n"${'We tried again, and it worked. '.repeat(30_000)}"\n`);
  const { rows } = await openFeatureTable(job(path, { keep: [], features: ['core'] }), { threads: 2 });
  const values = await Array.fromAsync(rows);
  expect(values).toHaveLength(2);
  expect(values.flat().every((value) => typeof value === 'string' || Number.isFinite(value))).toBe(true);
});

test('cells that are no text are read as one', async () => {
  const path = join(folder, 'mixed.jsonl');
  writeFileSync(path, '{"text":5}\n{"text":null}\n{"text":true}\n');
  const { rows } = await openFeatureTable(job(path, { keep: [] }), { threads: 1 });
  expect((await Array.fromAsync(rows)).map(([count]) => count)).toEqual([1, 0, 1]);
});

test('a column that is not there, or would stand twice, is told before a row is read', async () => {
  const path = join(folder, 'clash.csv');
  writeFileSync(path, 'text,word_count\na,1\n');
  const open = (more: Partial<FeatureJob>) => openFeatureTable(job(path, { keep: [], ...more }), { threads: 1 });
  await expect(open({ textColumn: 'txt' })).rejects.toMatchObject({ hint: "did you mean 'text'?" });
  await expect(open({ keep: ['ident'] })).rejects.toMatchObject({ code: 'unknown-column', at: '--id-column' });
  await expect(open({ keep: 'all' })).rejects.toMatchObject({ code: 'double-column' });
  await expect(writeFeatures(job(path), path, { threads: 1 })).rejects.toMatchObject({ code: 'same-file' });
});
