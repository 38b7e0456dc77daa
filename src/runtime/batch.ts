import type { Tally } from '../core/dataset.ts';
import { hashText, unitAt } from '../core/random.ts';
import type { Cell, TableSchema } from '../core/record.ts';
import { ByteBuffer } from '../formats/byte-buffer.ts';
import { formatOf } from '../formats/formats.ts';
import type { Pack, Sample, Sampler } from '../packs/pack.ts';
import { openPipeline, type Pipeline, type ProducedRecord, type RejectedRecord } from '../pipeline.ts';
import { type Draft, draftText } from '../stages/expand.ts';
import { emptyTally, openMeasure } from '../stages/measure.ts';
import { openLabels, openView, type Projection } from '../stages/project.ts';
import { type Job, retellingOf } from './job.ts';
import { compilePack, type LoadedPack } from './load-pack.ts';
import { openCompletion } from './open-completion.ts';
import { widened } from './widened.ts';

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

/** What a model made of a record. */
export interface ModelWork {
  readonly index: number;
  /** The retold text of each question, or undefined where the template's stands. */
  readonly texts: readonly (string | undefined)[];
  /** Why, for each text that was not retold. */
  readonly faults: readonly (string | undefined)[];
  readonly label?: string | undefined;
  readonly confidence?: number | undefined;
  readonly coherence?: number | undefined;
  readonly human?: number | undefined;
}

/** The producer of a job's rows. */
export interface Batches {
  /** Records from..to-1, encoded. */
  produce(from: number, to: number): BatchResult;
  /** Samples and tells from..to-1, and gives out those that the model is to work on; with `keep`, for a later `finish`. */
  draft(from: number, to: number, keep?: boolean): readonly Draft[];
  /** Puts the model's work into the drafted records and encodes them. */
  finish(from: number, to: number, work: readonly ModelWork[]): BatchResult;
}

/** The tables of a job. */
export function tablesOf(pack: Pack, job: Job): JobTables {
  const perText = pack.texts.flatMap(({ question }) => [
    { name: `${question}_schema`, type: 'string' as const, description: `Story schema of ${question}.` },
    { name: `${question}_arc`, type: 'string' as const, description: `Narrative arc of ${question}.` },
  ]);
  return {
    data: openView(widened(pack, job.view), job.view, job.labels),
    labels: job.labels === 'sidecar' ? openLabels(pack) : undefined,
    truth: {
      name: pack.truthColumns.name,
      columns: [
        ...pack.truthColumns.columns,
        { name: 'voice', type: 'string', description: 'Voice of the texts.' },
        ...perText,
        ...modelColumns(pack, job),
      ],
    },
  };
}

/** Truth columns that tell what a model did: none where no model is used. */
function modelColumns(pack: Pack, job: Job): TableSchema['columns'] {
  const { model } = job;
  if (!model) return [];
  const text = (name: string, description: string) => ({ name, type: 'string' as const, description });
  const number = (name: string, description: string) => ({ name, type: 'number' as const, description });
  return [
    ...pack.texts.flatMap(({ question }) => [
      text(`${question}_origin`, `Who worded the text of ${question}: template, rewrite or expand.`),
      text(`${question}_fallback`, `Why a model's text of ${question} was not taken.`),
    ]),
    ...(model.uses.includes('label')
      ? [
          text('model_label', 'The label that a model read from the texts.'),
          number('model_confidence', 'How sure it was, 0 to 1.'),
        ]
      : []),
    ...(model.uses.includes('judge')
      ? [
          number('model_coherence', "A model's rating: do the sentences follow from one another, 1 to 5."),
          number('model_human', "A model's rating: does it read like a person's, 1 to 5."),
        ]
      : []),
  ];
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
export async function openBatches(loaded: LoadedPack, job: Job): Promise<Batches> {
  const { pack } = loaded;
  const sampler = samplerOf(loaded, job);
  const pipeline = openPipeline({
    pack,
    grammar: compilePack(loaded),
    sampler,
    seed: job.seed,
    candidates: job.candidates,
    style: job.style,
    trace: job.trace,
    completion: await openCompletion(pack, job),
  });
  const tables = tablesOf(pack, job);
  const format = formatOf(job.format);
  const dataEncoder = format.createEncoder(tables.data.table.columns);
  const truthEncoder = format.createEncoder(tables.truth.columns);
  const labelEncoder = tables.labels && format.createEncoder(tables.labels.table.columns);
  const measure = openMeasure(pack);
  const share = job.model?.share ?? 0;
  const isForModel = ({ story }: Sample) => unitAt(story.stream, FOR_MODEL) < share;
  const dataNames = job.splits.map((_, split) => `data/${split}`);
  const labelNames = job.splits.map((_, split) => `labels/${split}`);
  const streams = new Map<string, RowStream>();
  const drafted = new Map<number, Produced>();
  const encode = (
    from: number,
    to: number,
    records: Iterable<readonly [number, ProducedRecord | undefined]>,
    rejected: RejectedRecord[],
  ) => {
    for (const stream of streams.values()) stream.clear(to - from);
    const rowOf = (name: string, index: number, write: (out: ByteBuffer) => void) => {
      let stream = streams.get(name);
      if (!stream) {
        stream = new RowStream(to - from);
        streams.set(name, stream);
      }
      stream.add(index - from, write);
    };
    const examples: Record<string, Cell>[] = [];
    const tally = emptyTally(job.splits.length);
    for (const [index, record] of records) {
      if (!record) {
        tally.missing++;
        continue;
      }
      const { split } = record.sample;
      const row = tables.data.project(record.row);
      rowOf(dataNames[split] as string, index, (out) => dataEncoder.appendRow(row, out));
      rowOf('truth', index, (out) => truthEncoder.appendRow(record.truth, out));
      if (tables.labels && labelEncoder) {
        const labels = tables.labels.project(record.row);
        rowOf(labelNames[split] as string, index, (out) => labelEncoder.appendRow(labels, out));
      }
      if (job.trace) rowOf('traces', index, (out) => out.text(`${JSON.stringify(traceOf(record))}\n`));
      if (index < EXAMPLES)
        examples[index] = Object.fromEntries(tables.data.table.columns.map(({ name }, i) => [name, row[i] as Cell]));
      measure(tally, record.row, record.narration, split);
    }
    rejected.sort((a, b) => a.index - b.index || a.candidate - b.candidate);
    for (const { rejection } of rejected)
      tally.rejected[rejection.reason] = (tally.rejected[rejection.reason] ?? 0) + 1;
    const bytes: Record<string, Uint8Array> = {};
    const rows: Record<string, number> = {};
    for (const [name, stream] of streams) {
      if (stream.rows === 0) continue;
      bytes[name] = stream.inOrder();
      rows[name] = stream.rows;
    }
    return { from, to, bytes, rows, rejected, tally, examples: examples.filter(Boolean) };
  };
  return {
    produce(from, to) {
      const rejected: RejectedRecord[] = [];
      return encode(from, to, oneByOne(pipeline, byCell(sampler, from, to), rejected), rejected);
    },
    draft(from, to, keep = false) {
      const rejected: RejectedRecord[] = [];
      const produced = { records: [...oneByOne(pipeline, byCell(sampler, from, to), rejected, isForModel)], rejected };
      if (keep) drafted.set(from, produced);
      return draftsOf(produced, isForModel);
    },
    finish(from, to, work) {
      const { records, rejected } = drafted.get(from) as Produced;
      drafted.delete(from);
      const byIndex = new Map(work.map((entry) => [entry.index, entry]));
      const finished = records.map(([index, record]) => {
        const made =
          record &&
          applyWork(pipeline, job, record, isForModel(record.sample), byIndex.get(index), () =>
            pipeline.produce(index, rejected),
          );
        return [index, made] as const;
      });
      return encode(from, to, finished, rejected);
    },
  };
}

/** Records that are produced and not yet encoded. */
interface Produced {
  readonly records: readonly (readonly [number, ProducedRecord | undefined])[];
  readonly rejected: RejectedRecord[];
}

/** Produces records as they are asked for, so that none is kept. */
function* oneByOne(
  pipeline: Pipeline,
  indices: readonly number[],
  rejected: RejectedRecord[],
  isDraft?: (sample: Sample) => boolean,
): Generator<readonly [number, ProducedRecord | undefined]> {
  for (const index of indices) yield [index, pipeline.produce(index, rejected, isDraft)];
}

/** The records of a piece that the model works on, in the order of their index. */
function draftsOf({ records }: Produced, isForModel: (sample: Sample) => boolean): readonly Draft[] {
  return records
    .flatMap(([index, record]): readonly Draft[] => {
      if (!record || !isForModel(record.sample)) return [];
      const { computed } = record.sample.story;
      const names = [...(computed.org ?? []), ...(computed['org.full'] ?? [])];
      const texts = record.narration.texts.map(({ question, text, band }) => draftText(question, text, band, names));
      return [{ index, texts }];
    })
    .sort((a, b) => a.index - b.index);
}

const FOR_MODEL = hashText('for-model');

/**
 * Puts a model's texts into a record and what became of them into its truth. A draft that the checks turn down now is
 * produced anew without the model; undefined where no candidate is left.
 */
function applyWork(
  pipeline: Pipeline,
  job: Job,
  draft: ProducedRecord,
  isDraft: boolean,
  work: ModelWork | undefined,
  anew: () => ProducedRecord | undefined,
): ProducedRecord | undefined {
  const uses = job.model?.uses ?? [];
  const use = retellingOf(uses);
  const retold = work?.texts ?? draft.texts.map(() => undefined);
  const put = isDraft ? pipeline.retell(draft, retold) : [];
  const record = put ? draft : anew();
  const truth = record?.truth as Cell[] | undefined;
  retold.forEach((_, i) => {
    const taken = put?.[i] === true && use !== undefined;
    truth?.push(taken ? use : 'template', taken || !use || !work ? null : (work.faults[i] ?? 'unsafe'));
  });
  if (uses.includes('label')) truth?.push(work?.label ?? null, work?.confidence ?? null);
  if (uses.includes('judge')) truth?.push(work?.coherence ?? null, work?.human ?? null);
  return record;
}

/** Spans count in the text as it was told, before typing errors and the like went over it. */
function traceOf(record: ProducedRecord) {
  const texts = record.narration.texts.map(({ question, schema, arc, text: told, spans }) => ({
    question,
    schema,
    arc,
    told,
    spans,
  }));
  return { key: record.sample.key, texts };
}

/**
 * The records from..to-1, those that read the same templates one after the other. The templates of all cells do not fit
 * the processor's cache together; those of one do (measured: a third less time).
 */
function byCell(sampler: Sampler, from: number, to: number): readonly number[] {
  const cells: number[][] = [];
  for (let index = from; index < to; index++) {
    const cell = sampler.cellOf(index);
    const indices = cells[cell];
    if (indices) indices.push(index);
    else cells[cell] = [index];
  }
  return cells.flat();
}

/** Encoded rows that come in any order and leave in the order of their places. */
class RowStream {
  rows = 0;
  private readonly buffer = new ByteBuffer(1 << 20);
  private starts: Int32Array;
  private ends: Int32Array;

  constructor(places: number) {
    this.starts = new Int32Array(places).fill(-1);
    this.ends = new Int32Array(places);
  }

  clear(places: number): void {
    this.rows = 0;
    this.buffer.clear();
    if (this.starts.length < places) {
      this.starts = new Int32Array(places);
      this.ends = new Int32Array(places);
    }
    this.starts.fill(-1);
  }

  add(place: number, write: (out: ByteBuffer) => void): void {
    this.starts[place] = this.buffer.length;
    write(this.buffer);
    this.ends[place] = this.buffer.length;
    this.rows++;
  }

  inOrder(): Uint8Array {
    const view = this.buffer.view();
    const out = new Uint8Array(view.length);
    let at = 0;
    for (let place = 0; place < this.starts.length; place++) {
      const start = this.starts[place] as number;
      if (start < 0) continue;
      const end = this.ends[place] as number;
      out.set(view.subarray(start, end), at);
      at += end - start;
    }
    return out;
  }
}
