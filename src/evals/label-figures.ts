import { stratifiedSplit } from '../statistics/folds.ts';
import { cellName, cellValues } from './corpus.ts';
import { readBlind } from './labels/blind-reader.ts';
import { type Giveaway, giveaways } from './labels/giveaways.ts';
import { classesOf, type LabelledText, pick } from './labels/labelled-text.ts';
import { readBack } from './labels/read-back.ts';
import { tierOrder } from './labels/tier-order.ts';
import { trainTestProbe } from './labels/train-test-probe.ts';

/** Rows with their texts by column and their labels; all lists are by row but for `columns`. */
interface LabelledRows {
  readonly columns: readonly (readonly string[])[];
  readonly labels: readonly string[];
}

/** Measures what labels can be told by. */
export interface LabelTask extends LabelledRows {
  readonly kind: 'labels';
  readonly figures: readonly string[];
  readonly ids: readonly string[];
  /** The cell of each row, to be reported apart; empty where there is none but the label. */
  readonly cells: readonly string[];
  /** The labels, lowest first. */
  readonly order: readonly string[];
  /** Whether their order means something. */
  readonly ordered: boolean;
  /** Rows of another seed for the blind reader to learn from; without them it learns from half of the rows. */
  readonly training?: LabelledRows;
}

/** Values of label figures; `cell` names a pair of labels where there is one for each. */
export interface LabelAnswer {
  readonly values: readonly { readonly figure: string; readonly cell: string; readonly value: number }[];
  readonly report: LabelReport;
}

/** How often each label (row) was read as each (column), in the order of the labels. */
export interface NamedConfusion {
  readonly name: string;
  readonly accuracy: number;
  readonly counts: readonly (readonly number[])[];
}

/** A row whose text the blind reader takes for another label. */
interface Relabel {
  readonly id: string;
  readonly intended: string;
  readonly perceived: string;
  readonly probability: number;
  readonly excerpt: string;
}

/** What there is to see of the labels besides their figures. */
export interface LabelReport {
  readonly order: readonly string[];
  /** Mean sentiment by label. */
  readonly sentiment?: readonly (number | null)[];
  /** The blind reader over all rows, then by cell. */
  readonly confusion?: readonly NamedConfusion[];
  /** F1 of the blind reader by label. */
  readonly f1?: readonly number[];
  readonly relabelled?: readonly Relabel[];
  readonly giveaways?: readonly Giveaway[];
}

/** Figures that come out of one piece of work, so that they are asked for together. */
export const LABEL_WORK: readonly (readonly string[])[] = [
  ['reader-accuracy', 'reader-macro-f1', 'reader-kappa', 'reader-quadratic-kappa', 'reader-within-one'],
  ['probe-lowest-f1', 'probe-accuracy', 'probe-macro-f1'],
  ['label-read-back', 'giveaway-words'],
  ['label-order', 'label-auc-extremes', 'label-auc-neighbours'],
];

const EXCERPT = 200;

/** Measures the figures of a task. Figures of order are NaN where the order of the labels means nothing. */
export function measureLabels(task: LabelTask): LabelAnswer {
  const { order, ordered } = task;
  const rows = task.ids.keys().filter((row) => task.labels[row] !== '');
  const places = [...rows];
  const texts = labelled(task, places, task.cells.length > 0 ? task.cells : undefined);
  const values: { figure: string; cell: string; value: number }[] = [];
  const add = (figure: string, value: number, cell = '') => {
    if (task.figures.includes(figure)) values.push({ figure, cell, value });
  };
  const wanted = (work: number) => (LABEL_WORK[work] ?? []).some((figure) => task.figures.includes(figure));
  let report: LabelReport = { order };
  if (wanted(0)) {
    const { reading, rowOf } = readAll(task, texts);
    const { all } = reading;
    add('reader-accuracy', all.accuracy);
    add('reader-macro-f1', all.macroF1);
    add('reader-kappa', all.kappa);
    add('reader-quadratic-kappa', ordered ? all.quadraticKappa : Number.NaN);
    add('reader-within-one', ordered ? all.withinOne : Number.NaN);
    report = {
      ...report,
      f1: all.f1,
      confusion: [
        { name: 'all', accuracy: all.accuracy, counts: all.confusion },
        ...reading.groups.map(({ group, reading: own }) => ({
          name: group,
          accuracy: own.accuracy,
          counts: own.confusion,
        })),
      ],
      relabelled: reading.relabelled.map(({ row, ...rest }) => ({
        id: task.ids[places[rowOf(row)] as number] as string,
        ...rest,
        excerpt: shortened((texts[rowOf(row)] as LabelledText).text),
      })),
    };
  }
  if (wanted(1)) {
    const probe = trainTestProbe(texts, order);
    add('probe-lowest-f1', probe.f1[0] ?? Number.NaN);
    add('probe-accuracy', probe.accuracy);
    add('probe-macro-f1', probe.macroF1);
  }
  if (task.figures.includes('label-read-back')) add('label-read-back', readBack(texts, order).macroF1);
  if (task.figures.includes('giveaway-words')) {
    const words = giveaways(texts, order);
    add('giveaway-words', words.length);
    report = { ...report, giveaways: words };
  }
  if (wanted(3)) {
    const sentiment = ordered ? tierOrder(texts, order) : undefined;
    add('label-order', sentiment ? Number(sentiment.isMonotone) : Number.NaN);
    add('label-auc-extremes', sentiment?.extremes ?? Number.NaN);
    order.slice(1).forEach((label, i) => {
      add('label-auc-neighbours', sentiment?.neighbours[i] ?? Number.NaN, `${order[i]} / ${label}`);
    });
    if (sentiment)
      report = { ...report, sentiment: sentiment.means.map((mean) => (Number.isFinite(mean) ? mean : null)) };
  }
  return { values, report };
}

/** The blind reading, and where the rows it speaks of stand among `texts`. */
function readAll(task: LabelTask, texts: readonly LabelledText[]) {
  const { training, order } = task;
  if (training) {
    const places = [...training.labels.keys()].filter((row) => training.labels[row] !== '');
    return { reading: readBlind(labelled(training, places), texts, order), rowOf: (row: number) => row };
  }
  const halves = stratifiedSplit(classesOf(texts, order), 0.5, 3);
  const reading = readBlind(pick(texts, halves.train), pick(texts, halves.test), order);
  return { reading, rowOf: (row: number) => halves.test[row] as number };
}

/** The texts of each row as one, with its label; `cells` names its group. */
function labelled(rows: LabelledRows, places: readonly number[], cells?: readonly string[]): LabelledText[] {
  return places.map((row) => {
    const text = rows.columns.map((texts) => texts[row]).join('\n');
    const label = rows.labels[row] as string;
    const group = cellName(cellValues(cells?.[row] ?? ''));
    return cells ? { text, label, group } : { text, label };
  });
}

/** The start of a text in one line; a slash stands where a line or a column ends. */
function shortened(text: string): string {
  const line = text
    .trim()
    .replace(/\s*\n\s*/g, ' / ')
    .replace(/\s+/g, ' ');
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT)}…`;
}
