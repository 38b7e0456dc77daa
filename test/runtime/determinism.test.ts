import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/formats.ts';
import { resolveJob } from '../../src/runtime/config.ts';
import { generateDataset } from '../../src/runtime/generate.ts';
import { encodeRows, generateFile } from '../../src/runtime/generate-file.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { hashesOf, rowsOf, sorted } from './read-dataset.ts';

const folder = makeTemporaryFolder();
const SMALL = { pack: 'workplace', count: 600, seed: 3, shardRows: 200 };
const plain = { workers: 1, batchRows: 250 };
const base = join(folder, 'base');
let expected: Readonly<Record<string, string>>;

beforeAll(async () => {
  await generateDataset(resolveJob({ ...SMALL, trace: true, labels: 'sidecar' }), base, plain);
  expected = hashesOf(base);
});

test('the dataset has a part of every table for every shard', () => {
  const parts = ['00000', '00001', '00002'].map((part) => `part-${part}`);
  const tables = [
    'data/responses/test',
    'data/responses/train',
    'data/responses/validation',
    'labels/responses/test',
    'labels/responses/train',
    'labels/responses/validation',
    'truth/responses_truth',
  ];
  expect(Object.keys(expected).filter((path) => !path.startsWith('truth/traces'))).toEqual(
    tables.flatMap((table) => parts.map((part) => `${table}/${part}.csv`)),
  );
  expect(Object.keys(expected).filter((path) => path.startsWith('truth/traces'))).toEqual(
    parts.map((part) => `truth/traces/${part}.jsonl`),
  );
});

test.each([
  [1, 7],
  [2, 100],
  [4, 5000],
])('%i workers with batches of %i write the same bytes', async (workers, batchRows) => {
  const path = join(folder, `w${workers}-b${batchRows}`);
  await generateDataset(resolveJob({ ...SMALL, trace: true, labels: 'sidecar' }), path, { workers, batchRows });
  expect(hashesOf(path)).toEqual(expected);
});

test('another size of shard puts the same rows into other files', async () => {
  const path = join(folder, 'one-shard');
  await generateDataset(resolveJob({ ...SMALL, labels: 'sidecar', shardRows: 1000 }), path, plain);
  for (const split of ['train', 'validation', 'test'])
    expect(await rowsOf(join(path, 'data/responses', split))).toEqual(
      await rowsOf(join(base, 'data/responses', split)),
    );
});

describe('all rows are the same', () => {
  const read = new Map<string, Awaited<ReturnType<typeof rowsOf>>>();

  test.each(FORMATS.map(({ id }) => id))('in a folder, one file and a stream of %s', async (format) => {
    const job = resolveJob({ ...SMALL, format });
    const path = join(folder, format);
    await generateDataset(job, path, plain);
    const rows = sorted(await rowsOf(join(path, 'data')));
    expect(rows).toHaveLength(600);
    read.set(format, rows);

    const file = join(folder, `all.${format}`);
    expect(await generateFile(job, file, plain)).toMatchObject({ rows: 600, missing: 0 });
    expect(sorted(await rowsOf(file))).toEqual(rows);

    if (format === 'parquet') return;
    const pieces: Uint8Array[] = [];
    for await (const bytes of encodeRows(job, { workers: 2, batchRows: 64 })) pieces.push(bytes);
    expect(Buffer.concat(pieces).equals(readFileSync(file))).toBe(true);
  });

  test('and in every format', () => {
    expect(read.get('jsonl')).toEqual(read.get('csv'));
    expect(read.get('parquet')).toEqual(read.get('csv'));
  });
});

test('another seed shares no story, and the same seed shares all', async () => {
  const story = 'q24_text';
  const textsOf = async (seed: number) => {
    const pieces: Uint8Array[] = [];
    const job = resolveJob({ pack: 'workplace', count: 2000, seed, format: 'jsonl' });
    for await (const bytes of encodeRows(job, plain)) pieces.push(bytes);
    return Buffer.concat(pieces)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
  };
  const [first, second] = [await textsOf(1), await textsOf(2)];
  const known = new Set(first.map((row) => row[story]));
  expect(second.filter((row) => known.has(row[story]))).toEqual([]);
  const ids = new Set(first.map((row) => row.response_id));
  expect(second.filter((row) => ids.has(row.response_id))).toEqual([]);
});

describe('labels', () => {
  test('in files of their own belong to the rows beside them', async () => {
    const inline = join(folder, 'inline');
    await generateDataset(resolveJob(SMALL), inline, plain);
    for (const split of ['train', 'validation', 'test']) {
      const rows = await rowsOf(join(inline, 'data/responses', split));
      const data = await rowsOf(join(base, 'data/responses', split));
      const labels = await rowsOf(join(base, 'labels/responses', split));
      expect(data).toEqual(rows.map((row) => row.slice(0, -1)));
      expect(labels).toEqual(rows.map((row) => [row[0], row.at(-1)]));
    }
  });

  test('can be left out', async () => {
    const path = join(folder, 'unlabelled');
    await generateDataset(resolveJob({ ...SMALL, labels: 'none' }), path, plain);
    const paths = Object.keys(hashesOf(path));
    expect(paths.filter((name) => name.startsWith('labels'))).toEqual([]);
    const [header] = readFileSync(join(path, 'data/responses/train/part-00000.csv'), 'utf8').split('\n');
    expect(header?.split(',')).not.toContain('risk_tier');
    expect(header?.split(',')).toHaveLength(36);
  });
});

test('the survey view has exactly the 36 columns of the survey', async () => {
  const path = join(folder, 'survey.csv');
  await generateFile(resolveJob({ ...SMALL, count: 20, view: 'survey' }), path, plain);
  const header = readFileSync(path, 'utf8').split('\n')[0]?.split(',') ?? [];
  expect(header).toHaveLength(36);
  expect([header[0], header[10], header.at(-1)]).toEqual(['response_id', 'q1', 'submission_date']);
});

test('every span of a trace lies in its text, and names a place', () => {
  const lines = readFileSync(join(base, 'truth/traces/part-00000.jsonl'), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(200);
  for (const line of lines) {
    const { key, texts } = JSON.parse(line);
    expect(key).toMatch(/^resp_[0-9a-f]{8}$/);
    expect(texts.map((text: { question: string }) => text.question)).toEqual(['q23', 'q24', 'q25']);
    for (const { told, spans } of texts) {
      expect(spans.length).toBeGreaterThan(0);
      for (const { start, end, source } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(told.length);
        expect(source).toMatch(/\.yaml:\d+$/);
      }
    }
  }
});
