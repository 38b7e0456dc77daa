import type { Tally } from '../core/dataset.ts';
import type { Cell, TableSchema } from '../core/record.ts';
import { ByteBuffer } from '../formats/byte-buffer.ts';
import { formatOf } from '../formats/formats.ts';
import type { Pack, Sampler } from '../packs/pack.ts';
import { openPipeline, type RejectedRecord } from '../pipeline.ts';
import { emptyTally, openMeasure } from '../stages/measure.ts';
import { openLabels, openView, type Projection } from '../stages/project.ts';
import type { Job } from './job.ts';
import { compilePack, type LoadedPack } from './load-pack.ts';

/** Rows that card and report show. */
const EXAMPLES = 5;

/** The encoded rows of a run of records, by file that they go to. */
export interface BatchResult {
  readonly from: number;
  readonly to: number;
  /** Bytes by stream name: `data/0` is the first split, `truth`, `labels/0`, `traces`. */
  readonly bytes: Readonly<Record<string, Uint8Array>>;
  /** Rows by stream name. */
  readonly rows: Readonly<Record<string, number>>;
  readonly rejected: readonly RejectedRecord[];
  readonly tally: Tally;
  /** The first rows of the run, column -> value, for card and report. */
  readonly examples: readonly Readonly<Record<string, Cell>>[];
}

/** The tables that a job writes, by stream family. */
export interface JobTables {
  readonly data: Projection;
  readonly labels: Projection | undefined;
  readonly truth: TableSchema;
}

/** The tables of a job. */
export function tablesOf(pack: Pack, job: Job): JobTables {
  const perText = pack.texts.flatMap(({ question }) => [
    { name: `${question}_schema`, type: 'string' as const, description: `Story schema of ${question}.` },
    { name: `${question}_arc`, type: 'string' as const, description: `Narrative arc of ${question}.` },
  ]);
  return {
    data: openView(pack, job.view, job.labels),
    labels: job.labels === 'sidecar' ? openLabels(pack) : undefined,
    truth: {
      name: pack.truthColumns.name,
      columns: [
        ...pack.truthColumns.columns,
        { name: 'voice', type: 'string', description: 'Voice of the texts.' },
        ...perText,
      ],
    },
  };
}

/** The sampler of a job. */
export function samplerOf(loaded: LoadedPack, job: Job): Sampler {
  return loaded.pack.openSampler({
    config: job.settings,
    data: loaded.data,
    seed: job.seed,
    count: job.count,
    splits: job.splits,
  });
}

/** Opens the producer of a job: records from..to-1 in, encoded rows out. One for each thread. */
export function openBatches(loaded: LoadedPack, job: Job): (from: number, to: number) => BatchResult {
  const { pack } = loaded;
  const pipeline = openPipeline({
    pack,
    grammar: compilePack(loaded),
    sampler: samplerOf(loaded, job),
    seed: job.seed,
    candidates: job.candidates,
    trace: job.trace,
  });
  const tables = tablesOf(pack, job);
  const format = formatOf(job.format);
  const dataEncoder = format.createEncoder(tables.data.table.columns);
  const truthEncoder = format.createEncoder(tables.truth.columns);
  const labelEncoder = tables.labels && format.createEncoder(tables.labels.table.columns);
  const measure = openMeasure(pack);
  const buffers = new Map<string, ByteBuffer>();
  const bufferOf = (name: string) => {
    let buffer = buffers.get(name);
    if (!buffer) {
      buffer = new ByteBuffer(1 << 20);
      buffers.set(name, buffer);
    }
    return buffer;
  };
  const dataNames = job.splits.map((_, split) => `data/${split}`);
  const labelNames = job.splits.map((_, split) => `labels/${split}`);
  return (from, to) => {
    for (const buffer of buffers.values()) buffer.clear();
    const rejected: RejectedRecord[] = [];
    const examples: Record<string, Cell>[] = [];
    const tally = emptyTally(job.splits.length);
    const rows: Record<string, number> = {};
    for (let index = from; index < to; index++) {
      const record = pipeline.produce(index, rejected);
      if (!record) {
        tally.missing++;
        continue;
      }
      const { split } = record.sample;
      const dataName = dataNames[split] as string;
      const row = tables.data.project(record.row);
      dataEncoder.appendRow(row, bufferOf(dataName));
      if (index < EXAMPLES)
        examples.push(Object.fromEntries(tables.data.table.columns.map(({ name }, i) => [name, row[i] as Cell])));
      rows[dataName] = (rows[dataName] ?? 0) + 1;
      truthEncoder.appendRow(record.truth, bufferOf('truth'));
      rows.truth = (rows.truth ?? 0) + 1;
      if (tables.labels && labelEncoder) {
        const labelName = labelNames[split] as string;
        labelEncoder.appendRow(tables.labels.project(record.row), bufferOf(labelName));
        rows[labelName] = (rows[labelName] ?? 0) + 1;
      }
      if (job.trace) {
        // Spans count in the text as it was told, before typing errors and the like went over it.
        const texts = record.narration.texts.map(({ question, schema, arc, text: told, spans }) => ({
          question,
          schema,
          arc,
          told,
          spans,
        }));
        bufferOf('traces').text(`${JSON.stringify({ key: record.sample.key, texts })}\n`);
        rows.traces = (rows.traces ?? 0) + 1;
      }
      measure(tally, record.row, record.narration, split);
    }
    for (const { rejection } of rejected)
      tally.rejected[rejection.reason] = (tally.rejected[rejection.reason] ?? 0) + 1;
    const bytes: Record<string, Uint8Array> = {};
    for (const [name, buffer] of buffers) if (buffer.length > 0) bytes[name] = new Uint8Array(buffer.view());
    return { from, to, bytes, rows, rejected, tally, examples };
  };
}
