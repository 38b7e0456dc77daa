import { UsageError } from '../../core/errors.ts';
import { wordsOf } from '../../language/words.ts';

/** A text and the label that it was written for, or was given. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
  /** What is reported apart besides the label, such as the domain. */
  readonly group?: string;
}

/**
 * The label of each text as its place in `labels`.
 *
 * @throws UsageError where a label is not among them
 */
export function classesOf(texts: readonly LabelledText[], labels: readonly string[]): Int32Array {
  const places = new Map(labels.map((label, place) => [label, place]));
  return Int32Array.from(texts, ({ label }, row) => {
    const place = places.get(label);
    if (place !== undefined) return place;
    throw new UsageError(
      'unknown-label',
      `Text ${row + 1} has the label "${label}", which is not in the list of labels.`,
      {
        hint: `Name every label of the corpus, lowest first; the list is ${labels.join(', ')}.`,
      },
    );
  });
}

/** The words of each text, split when they are asked for, so that the words of a corpus are never held at once. */
export function* documentsOf(texts: Iterable<LabelledText>): Generator<string[]> {
  for (const { text } of texts) yield wordsOf(text);
}

/** The entries at the given rows. */
export function pick<T>(entries: ArrayLike<T>, rows: readonly number[]): T[] {
  return rows.map((row) => entries[row] as T);
}
