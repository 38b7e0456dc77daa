import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, taggedHash } from '../core/canonical-json.ts';
import { systemClock } from '../core/clock.ts';
import type { DatasetSummary, FileEntry, Tally } from '../core/dataset.ts';
import { hashBytes } from '../core/hash.ts';
import type { Cell } from '../core/record.ts';
import { formatOf } from '../formats/formats.ts';
import { writeFile } from '../formats/write-file.ts';
import { openPipeline } from '../pipeline.ts';
import { describeDataset } from '../stages/describe.ts';
import { addTally, emptyTally } from '../stages/measure.ts';
import { openDatasetFolder, type ShardWriter, type StreamTarget } from '../stages/write.ts';
import { type BatchResult, type JobTables, samplerOf, tablesOf } from './batch.ts';
import type { Job } from './job.ts';
import { compilePack, type LoadedPack, loadPack, templatesFolder } from './load-pack.ts';
import { produceWithModel } from './model-pool.ts';
import type { ModelStage } from './model-stage.ts';
import { openCompletion } from './open-completion.ts';
import { produceInOrder, type Range, rangesOf } from './pool.ts';
import { shortfall } from './shortfall.ts';
import { TOOL_VERSION } from './version.ts';

/** How a run goes about its work; none of it changes a byte of the data. */
export interface RunOptions {
  readonly workers: number;
  readonly batchRows: number;
  readonly resume?: boolean;
  readonly force?: boolean;
  /** Stops the run between two batches: it throws the signal's reason and leaves nothing torn; a folder can be resumed. */
  readonly signal?: AbortSignal;
  /** The model layer of the run, where the job has a model. */
  readonly model?: ModelStage;
  readonly onProgress?: (progress: { readonly rows: number; readonly total: number; readonly resumed: number }) => void;
}

/** What a run did. */
export interface RunResult {
  readonly path: string;
  readonly asked: number;
  readonly rows: number;
  readonly missing: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly splits: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly files: readonly FileEntry[];
  readonly jobHash: string;
}

const JOB_TAG = 'fabula.job.1';

/** A job in canonical form with the version of its templates, and its hash: what a run is known by. */
export function identifyJob(
  job: Job,
  templates: string,
): { readonly pinned: Record<string, unknown>; readonly hash: string } {
  const pinned = { ...JSON.parse(canonicalJson(withoutGaps(job))), templates } as Record<string, unknown>;
  return { pinned, hash: taggedHash(JOB_TAG, pinned) };
}

/** The same data without keys that hold nothing. */
function withoutGaps(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Writes the dataset of a job as a folder; resumes an interrupted one. Throws `DatasetError` on a shortfall unless partial is allowed. */
export async function generateDataset(job: Job, folder: string, options: RunOptions): Promise<RunResult> {
  const started = systemClock.nowMs();
  const loaded = loadPack(job.pack);
  const tables = tablesOf(loaded.pack, job);
  const { pinned, hash: jobHash } = identifyJob(job, loaded.source.hash);
  const { onShortfall: _decidesNoByte, ...pins } = pinned;
  const output = openDatasetFolder<ShardFacts>(folder, {
    job: pins,
    streams: streamsOf(job, tables),
    resume: options.resume ?? false,
    force: options.force ?? false,
  });
  const shards = rangesOf(0, job.count, job.shardRows);
  const open = shards.flatMap((range, shard) => (output.done.has(shard) ? [] : [{ range, shard }]));
  const tally = emptyTally(job.splits.length);
  const files = new Map<number, readonly FileEntry[]>();
  const examples: Readonly<Record<string, Cell>>[] = [];
  for (const [shard, record] of output.done) {
    addTally(tally, record.extra.tally);
    examples.push(...record.extra.examples);
    files.set(shard, record.files);
  }
  const resumed = tally.rows + tally.missing;
  const report = () => options.onProgress?.({ rows: tally.rows + tally.missing, total: job.count, resumed });
  report();

  const ranges = open.flatMap(({ range, shard }) =>
    rangesOf(range.from, range.to, pieceOf(job, options)).map((batch) => ({ ...batch, shard })),
  );
  let writer: ShardWriter<ShardFacts> | undefined;
  let facts = emptyFacts(job);
  try {
    let at = 0;
    for await (const batch of produceRows(loaded, job, ranges, options)) {
      const { shard } = ranges[at++] as Range & { shard: number };
      writer ??= output.openShard(shard);
      appendBatch(writer, batch);
      addTally(facts.tally, batch.tally);
      facts.examples.push(...batch.examples);
      addTally(tally, batch.tally);
      examples.push(...batch.examples);
      if (ranges[at]?.shard !== shard) {
        files.set(shard, (await writer.commit(facts)).files);
        writer = undefined;
        facts = emptyFacts(job);
      }
      report();
    }
  } catch (error) {
    writer?.abort();
    throw error;
  }

  const dataFiles = shards.flatMap((_, shard) => files.get(shard) ?? []);
  const finished = systemClock.nowMs();
  const summary = summarize(
    {
      job: pinned,
      jobHash,
      loaded,
      tables,
      tally,
      examples,
      files: dataFiles,
      started,
      finished,
      options,
      resumed: output.done.size,
    },
    job,
  );
  for (const { path, text } of describeDataset(summary)) await writeFile(join(folder, path), text);
  const result: RunResult = {
    path: folder,
    asked: job.count,
    rows: tally.rows,
    missing: tally.missing,
    rejected: tally.rejected,
    splits: Object.fromEntries(job.splits.map((split, s) => [split.name, tally.splits[s] ?? 0])),
    seconds: (finished - started) / 1000,
    files: dataFiles,
    jobHash,
  };
  if (tally.missing > 0 && job.onShortfall === 'error') throw shortfall(job, tally.missing, join(folder, 'rejected'));
  output.complete();
  return result;
}

/** Records that are drafted together when a model works on them: which rows share a call must not depend on the run. */
export const MODEL_PIECE = 2500;

/** Records of one piece of work. */
export function pieceOf(job: Job, options: RunOptions): number {
  return job.model ? MODEL_PIECE : options.batchRows;
}

/** Produces ranges in order, with the model in the middle where the job has one. */
export function produceRows(
  loaded: LoadedPack,
  job: Job,
  ranges: readonly Range[],
  options: RunOptions,
): AsyncGenerator<BatchResult> {
  if (!job.model) return produceInOrder(loaded, job, ranges, options);
  if (!options.model) throw new Error('the job has a model, and no model layer is open');
  return produceWithModel(loaded, job, ranges, options.model, options);
}

/** What the journal keeps of a shard besides its files. */
interface ShardFacts {
  readonly tally: Tally;
  readonly examples: Readonly<Record<string, Cell>>[];
}

function emptyFacts(job: Job): ShardFacts {
  return { tally: emptyTally(job.splits.length), examples: [] };
}

function appendBatch(writer: ShardWriter<ShardFacts>, batch: BatchResult): void {
  for (const [stream, bytes] of Object.entries(batch.bytes)) writer.append(stream, bytes, batch.rows[stream] ?? 0);
  if (batch.rejected.length > 0) {
    const lines = batch.rejected.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    writer.append('rejected', Buffer.from(lines), batch.rejected.length);
  }
}

function streamsOf(job: Job, tables: JobTables): Record<string, StreamTarget> {
  const format = formatOf(job.format);
  const jsonl = formatOf('jsonl');
  const part =
    (folder: string, extension = format.extension) =>
    (shard: number) =>
      `${folder}/part-${String(shard).padStart(5, '0')}${extension}`;
  const table = (columns: typeof tables.truth.columns, folder: string): StreamTarget => ({
    format,
    columns,
    header: format.createEncoder(columns).header,
    pathOf: part(folder),
  });
  const lines = (folder: string): StreamTarget => ({
    format: jsonl,
    columns: [],
    header: new Uint8Array(),
    pathOf: part(folder, jsonl.extension),
  });
  const streams: Record<string, StreamTarget> = {
    truth: table(tables.truth.columns, `truth/${tables.truth.name}`),
    traces: lines('truth/traces'),
    rejected: lines('rejected'),
  };
  job.splits.forEach((split, s) => {
    streams[`data/${s}`] = table(tables.data.table.columns, `data/${tables.data.table.name}/${split.name}`);
    if (tables.labels)
      streams[`labels/${s}`] = table(tables.labels.table.columns, `labels/${tables.data.table.name}/${split.name}`);
  });
  return streams;
}

interface Finished {
  readonly job: Record<string, unknown>;
  readonly jobHash: string;
  readonly loaded: LoadedPack;
  readonly tables: JobTables;
  readonly tally: Tally;
  readonly examples: readonly Readonly<Record<string, Cell>>[];
  readonly files: readonly FileEntry[];
  readonly started: number;
  readonly finished: number;
  readonly options: RunOptions;
  readonly resumed: number;
}

function summarize(run: Finished, job: Job): DatasetSummary {
  const { pack, source } = run.loaded;
  const format = formatOf(job.format);
  const sampler = samplerOf(run.loaded, job);
  return {
    title: pack.title,
    description: pack.description,
    warning: pack.warning,
    packId: pack.id,
    packVersion: pack.version,
    toolVersion: TOOL_VERSION,
    templateHash: source.hash,
    lexiconHash: hashBytes(readFileSync(join(templatesFolder(), 'lexicon', 'english.yaml'))),
    job: run.job,
    jobHash: run.jobHash,
    seed: job.seed,
    asked: job.count,
    format: { id: format.id, extension: format.extension, mediaType: format.mediaType },
    view: job.view,
    labels:
      job.labels === 'inline'
        ? run.tables.data.table.columns.map(({ name }) => name).filter((name) => pack.labels.includes(name))
        : [],
    texts: pack.texts.flatMap(
      ({ column }) => pack.views[job.view]?.columns.filter(({ from }) => from === column).map(({ name }) => name) ?? [],
    ),
    table: run.tables.data.table,
    labelTable: run.tables.labels?.table,
    truthTable: run.tables.truth,
    splits: job.splits.map((split, s) => ({ name: split.name, rows: run.tally.splits[s] ?? 0 })),
    strata: sampler.strata,
    groupKey: String(job.settings.splitBy ?? pack.groupKey ?? 'family_id'),
    tally: run.tally,
    files: run.files,
    examples: run.examples,
    run: {
      startedAt: new Date(run.started).toISOString(),
      finishedAt: new Date(run.finished).toISOString(),
      seconds: (run.finished - run.started) / 1000,
      workers: run.options.workers,
      node: process.version,
      resumedShards: run.resumed,
    },
  };
}

/** Opens the records of a job one by one, on this thread: for examples, replays and explanations. */
export async function openRecords(loaded: LoadedPack, job: Job, trace = false, templates?: string) {
  const pipeline = openPipeline({
    pack: loaded.pack,
    grammar: compilePack(loaded, templates),
    sampler: samplerOf(loaded, job),
    seed: job.seed,
    candidates: job.candidates,
    style: job.style,
    trace,
    completion: await openCompletion(loaded.pack, job),
  });
  return (index: number) => pipeline.produce(index, []);
}
