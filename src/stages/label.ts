import type { Cell } from '../core/record.ts';
import { wordsOf } from '../language/words.ts';
import type { Pack, Sample } from '../packs/pack.ts';
import { openTextModel, type TextModel, type TextReading } from '../statistics/text-model.ts';

/** Who labels a row while it is made: its hidden facts, a model of its words, or nobody. */
export const LABELERS = ['truth', 'heuristic', 'none'] as const;
export type Labeler = (typeof LABELERS)[number];

/** Fills the labels of a row. */
export type LabelRow = (row: Cell[], sample: Sample) => void;

/** A label that was read from a text. */
export interface HeuristicLabel {
  readonly value: string | number;
  /** Of a category its probability, of a number the share of the words that the model knows. */
  readonly confidence: number;
  /** The terms that weighed most. */
  readonly rationale: string;
}

const REASONS = 3;

/** Opens the heuristic: it reads the words of the texts and nothing else, and gives one label for each label column. */
export function openHeuristic(model: TextModel): (texts: readonly string[]) => readonly HeuristicLabel[] {
  const read = openTextModel(model);
  return (texts) => {
    const reading = read(wordsOf(texts.join(' ')));
    if (model.kind === 'numbers')
      return reading.values.map((value, output) => ({
        value: Math.round(value * 1000) / 1000,
        confidence: round(reading.known),
        rationale: rationale(reading, output),
      }));
    const best = reading.values.indexOf(Math.max(...reading.values));
    return [
      {
        value: model.outputs[best] as string,
        confidence: round(reading.values[best] as number),
        rationale: rationale(reading, best),
      },
    ];
  };
}

/** Opens the stage that labels rows. Columns of labels that stand in a row already are its truth. */
export function openLabel(pack: Pack, labeler: Labeler, model: TextModel | undefined): LabelRow {
  const at = (name: string) => pack.table.columns.findIndex((column) => column.name === name);
  const columns = pack.labels.map(at);
  const texts = pack.texts.map(({ column }) => at(column));
  const heuristic = labeler === 'heuristic' && model ? openHeuristic(model) : undefined;
  return (row, sample) => {
    const labels = heuristic?.(texts.map((column) => row[column] as string)).map(({ value }) => value) ?? sample.labels;
    columns.forEach((column, i) => {
      if (labeler === 'none') row[column] = null;
      else if (labels) row[column] = labels[i] as Cell;
    });
  };
}

function rationale(reading: TextReading, output: number): string {
  return reading
    .reasons(output, REASONS)
    .map(({ term, weight }) => `${weight < 0 ? '-' : '+'}${term}`)
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
