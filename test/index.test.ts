import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as fabula from '../src/index.ts';
import { makeTemporaryFolder } from './formats/temporary-folder.ts';
import './runtime/read-dataset.ts';

const folder = makeTemporaryFolder();

test('a library user writes, reads and proves a dataset', async () => {
  const job: fabula.Job = fabula.resolveJob({
    pack: 'workplace',
    count: 200,
    seed: 7,
    tiers: ['Crisis', 'Safe'],
    format: 'jsonl',
  });
  const seen: number[] = [];
  const options: fabula.RunOptions = { workers: 1, batchRows: 50, onProgress: ({ rows }) => seen.push(rows) };
  const path = join(folder, 'dataset');
  const result: fabula.RunResult = await fabula.generateDataset(job, path, options);
  expect(result).toMatchObject({
    path,
    asked: 200,
    rows: 200,
    missing: 0,
    splits: { train: 160, validation: 20, test: 20 },
  });
  expect(seen).toEqual([0, 50, 100, 150, 200]);
  expect(await fabula.verifyDataset(path, 10)).toMatchObject({ replayed: 10, issues: [] });

  const train = result.files.find((file) => file.path.startsWith('data/responses/train'));
  const table = await fabula
    .formatOfPath(train?.path ?? '')
    .open(join(path, train?.path ?? ''), fabula.packOf(job.pack).table.columns);
  expect(table.columns).toContain('q24_text');
  expect(await Array.fromAsync(table.rows)).toHaveLength(160);
});

test('texts become numbers, one by one and as a file', async () => {
  const { columns, extract } = await fabula.openExtractor({
    lists: fabula.readWordLists(),
    features: fabula.featuresOf(['n_tokens', 'verb_ratio']),
    profile: 'balanced',
  });
  expect(columns.map(({ name }) => name)).toEqual(['n_tokens', 'verb_ratio']);
  expect(extract('We tried again, and it worked.')).toEqual([6, 2 / 6]);
  const path = join(folder, 'texts.jsonl');
  writeFileSync(path, '{"text":"We tried again, and it worked."}\n');
  const job: fabula.FeatureJob = { path, textColumn: 'text', features: ['core'], profile: 'fast', keep: [] };
  expect(await fabula.writeFeatures(job, join(folder, 'numbers.parquet'), { threads: 1 })).toMatchObject({ rows: 1 });
});

test('rows come one by one, as a stream and as one file', async () => {
  const job = fabula.resolveJob({ pack: 'workplace', count: 10 });
  const record = await fabula.openRecords(fabula.loadPack('workplace'), job);
  const pieces: Uint8Array[] = [];
  for await (const piece of fabula.encodeRows(job, { workers: 1, batchRows: 5 })) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toContain(String(record(0)?.row[0]));
  expect(await fabula.generateFile(job, join(folder, 'rows.csv'), { workers: 1, batchRows: 5 })).toMatchObject({
    rows: 10,
  });
});

test('a run can be stopped', async () => {
  const job = fabula.resolveJob({ pack: 'workplace', count: 1000 });
  const reason = new Error('enough');
  for (const workers of [1, 2]) {
    const stop = new AbortController();
    const run = fabula.generateDataset(job, join(folder, `stopped-${workers}`), {
      workers,
      batchRows: 50,
      signal: stop.signal,
      onProgress: ({ rows }) => rows >= 100 && stop.abort(reason),
    });
    await expect(run).rejects.toBe(reason);
  }
});

test('a wrong config is a UsageError with a place and a hint', () => {
  expect(() => fabula.resolveJob({ pack: 'workplace', count: 0 })).toThrow(fabula.UsageError);
  expect(() => fabula.resolveJob({ pack: 'workplac' })).toThrow(
    expect.objectContaining({ at: 'pack', hint: "did you mean 'workplace'?" }),
  );
});

test('a library user sees how learnable a dataset is, and how far labels agree', async () => {
  const path = join(folder, 'probed');
  await fabula.generateDataset(fabula.resolveJob({ pack: 'workplace', count: 120 }), path, {
    workers: 1,
    batchRows: 60,
  });
  const { paths, specs } = fabula.readDatasetProbe(path);
  const columns = await fabula.readColumns(paths, { rows: 100, seed: 1 });
  const results: readonly fabula.ProbeResult[] = specs.map((spec) =>
    fabula.runProbe(columns, spec, { folds: 2, seed: 1 }),
  );
  expect(results).toMatchObject([{ target: 'risk_tier', rows: 100, rowsInFiles: 120 }]);
  const { pairs } = fabula.matchLabels(columns, columns, { column: 'q1', columnB: 'q1', on: 'response_id' });
  expect(fabula.categoryAgreement(pairs)).toMatchObject({ accuracy: 1, ordered: true });
});

test('every name of the public interface', () => {
  expect(Object.keys(fabula).sort()).toMatchInlineSnapshot(`
    [
      "BudgetError",
      "DatasetError",
      "FEATURES",
      "FORMATS",
      "FabulaError",
      "PACKS",
      "PROFILES",
      "PackError",
      "PromptError",
      "ProviderError",
      "StoreError",
      "UsageError",
      "categoryAgreement",
      "configJsonSchema",
      "encodeRows",
      "featuresOf",
      "formatOf",
      "formatOfPath",
      "generateDataset",
      "generateFile",
      "loadPack",
      "matchLabels",
      "numberAgreement",
      "openExtractor",
      "openFeatureTable",
      "openHeuristic",
      "openRecords",
      "packOf",
      "readColumns",
      "readConfigFile",
      "readDatasetProbe",
      "readLabelModel",
      "readWordLists",
      "resolveJob",
      "runProbe",
      "verifyDataset",
      "writeFeatures",
    ]
  `);
});

test('a short text of another hand is labelled by its words, not by what is usual', () => {
  const read = fabula.openHeuristic(fabula.readLabelModel('workplace'));
  const tierOf = (text: string) => read([text])[0]?.value;
  expect(['Crisis', 'At_Risk']).toContain(tierOf('I cry every night and I feel hopeless.'));
  expect(['Crisis', 'At_Risk']).toContain(
    tierOf('He shouted at me in front of everyone, and HR told me to let it go.'),
  );
  expect(['Safe', 'Thriving']).toContain(tierOf('We laugh a lot here, and my boss thanks us every week.'));
});
