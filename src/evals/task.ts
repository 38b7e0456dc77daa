import { type CorpusSlice, cellValues } from './corpus.ts';
import { type LabelAnswer, type LabelTask, measureLabels } from './label-figures.ts';
import { openMaker, type RowPlan } from './make-corpus.ts';
import type { CorpusFigure, Metric } from './metric.ts';
import { once } from './once.ts';
import { type EvalText, sampleOf } from './sample.ts';
import type { PackPart } from './suite.ts';
import { measureTemplates, type TemplateFigure } from './template-figures.ts';

/** Makes rows of a pack. */
interface MakeTask {
  readonly kind: 'make';
  readonly plan: RowPlan;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** Measures one cell of one column. */
interface CellTask {
  readonly kind: 'cell';
  readonly metrics: readonly string[];
  readonly texts: readonly string[];
  readonly tokens: number;
}

interface CellAnswer {
  readonly values: Readonly<Record<string, number>>;
  readonly tokens: number;
}

/** Measures the texts of one column, or of all columns together, metrics of cells as if all were one cell: `ids`, `cells` and `labels` are by row. */
interface CorpusTask {
  readonly kind: 'corpus';
  readonly metrics: readonly string[];
  readonly columns: readonly { readonly name: string; readonly texts: readonly string[] }[];
  readonly ids: readonly string[];
  readonly cells: readonly string[];
  readonly labels: readonly string[];
}

interface CorpusAnswer {
  readonly figures: Readonly<Record<string, CorpusFigure>>;
}

/** Measures the templates themselves. */
interface TemplateTask {
  readonly kind: 'templates';
  readonly figure: string;
  readonly pack: PackPart;
  readonly seed: number;
}

export type Task = MakeTask | CellTask | CorpusTask | LabelTask | TemplateTask;

/** What a task is answered with. */
export type AnswerOf<T extends Task> = T extends MakeTask
  ? CorpusSlice
  : T extends CellTask
    ? CellAnswer
    : T extends CorpusTask
      ? CorpusAnswer
      : T extends LabelTask
        ? LabelAnswer
        : readonly TemplateFigure[];

/** Opens a runner of tasks on this thread; it keeps what tasks of one kind share. */
export function openTaskRunner(metrics: readonly Metric[]): <T extends Task>(task: T) => Promise<AnswerOf<T>> {
  const makers = new Map<number, ReturnType<typeof openMaker>>();
  const run = async (task: Task): Promise<AnswerOf<Task>> => {
    switch (task.kind) {
      case 'make': {
        const maker = makers.get(task.seed) ?? openMaker(task.plan, task.seed);
        makers.set(task.seed, maker);
        return (await maker)(task.from, task.to);
      }
      case 'cell':
        return measureCell(task, metrics);
      case 'corpus':
        return measureCorpus(task, metrics);
      case 'labels':
        return measureLabels(task);
      case 'templates':
        return measureTemplates(task.figure, task.pack, task.seed);
    }
  };
  return run as ReturnType<typeof openTaskRunner>;
}

async function measureCell(task: CellTask, metrics: readonly Metric[]): Promise<CellAnswer> {
  const sample = sampleOf(task.texts, task.tokens);
  const values: Record<string, number> = {};
  for (const metric of metrics)
    if (metric.scope === 'cell' && task.metrics.includes(metric.id)) values[metric.id] = await metric.compute(sample);
  return { values, tokens: sample.tokens };
}

/** All texts as one sample, taken apart once. */
const wholeSample = once((texts: readonly EvalText[]) =>
  sampleOf(
    texts.map(({ text }) => text),
    Number.POSITIVE_INFINITY,
  ),
);

async function measureCorpus(task: CorpusTask, metrics: readonly Metric[]): Promise<CorpusAnswer> {
  const texts = task.columns.flatMap(({ name, texts: column }) =>
    column.flatMap((text, row) => {
      if (text === '') return [];
      const label = task.labels[row];
      const id = task.columns.length > 1 ? `${task.ids[row]}/${name}` : (task.ids[row] as string);
      const cell = cellValues(task.cells[row] ?? '');
      return [{ id, text, column: name, cell, ...(label ? { label } : {}) }];
    }),
  );
  const figures: Record<string, CorpusFigure> = {};
  for (const metric of metrics)
    if (task.metrics.includes(metric.id))
      figures[metric.id] =
        metric.scope === 'corpus' ? await metric.compute(texts) : { value: await metric.compute(wholeSample(texts)) };
  return { figures };
}
