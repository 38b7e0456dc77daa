import { type LabelReading, labelReadingOf } from './label-reading.ts';
import { classesOf, type LabelledText } from './labelled-text.ts';
import { trainReader } from './reader.ts';

const MOST_RELABELLED = 200;

/** A text that the reader takes for another label. */
interface Relabelled {
  /** Its place among the texts read. */
  readonly row: number;
  readonly intended: string;
  readonly perceived: string;
  /** Of the perceived label, by the reader. */
  readonly probability: number;
}

export interface BlindReading {
  readonly all: LabelReading;
  /** The same for the texts of each group, by name; empty where texts have no group. */
  readonly groups: readonly { readonly group: string; readonly reading: LabelReading }[];
  /** At most 200, the surest first. */
  readonly relabelled: readonly Relabelled[];
}

/**
 * Reads labels by a reader that has seen none of the texts: it learns from `training` (another seed of the same corpus, see
 * `trainReader` for its limits) and reads `texts`, all of them.
 *
 * @param labels in order, lowest first
 */
export function readBlind(
  training: readonly LabelledText[],
  texts: readonly LabelledText[],
  labels: readonly string[],
): BlindReading {
  const intended = classesOf(texts, labels);
  const perceptions = trainReader(training, labels)(texts);
  const reading = (rows: readonly number[]) =>
    labelReadingOf(
      rows.map((row) => intended[row] as number),
      rows.map((row) => perceptions[row]?.label as number),
      labels.length,
    );
  const groups = Map.groupBy(texts.keys(), (row) => texts[row]?.group);
  return {
    all: reading([...texts.keys()]),
    groups: [...groups]
      .flatMap(([group, rows]) => (group === undefined ? [] : [{ group, reading: reading(rows) }]))
      .sort((a, b) => (a.group < b.group ? -1 : 1)),
    relabelled: perceptions
      .map(({ label, probability }, row) => ({ row, label, probability }))
      .filter(({ row, label }) => label !== intended[row])
      .sort((a, b) => b.probability - a.probability)
      .slice(0, MOST_RELABELLED)
      .map(({ row, label, probability }) => ({
        row,
        intended: labels[intended[row] as number] as string,
        perceived: labels[label] as string,
        probability,
      })),
  };
}
