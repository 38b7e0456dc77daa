import { classesOf, documentsOf, type LabelledText } from './labelled-text.ts';

const LEAST_PRECISION = 0.95;
const LEAST_RECALL = 0.3;

/** A word that gives a label away by itself. */
export interface Giveaway {
  readonly word: string;
  readonly label: string;
  /** Share of the texts with the word that have the label. */
  readonly precision: number;
  /** Share of the texts of the label that have the word. */
  readonly recall: number;
  /** Texts with the word. */
  readonly texts: number;
}

/** Every single word with a precision above .95 and a recall above .3 for a label, by label, the highest recall first. */
export function giveaways(texts: readonly LabelledText[], labels: readonly string[]): Giveaway[] {
  const classes = classesOf(texts, labels);
  const sizes = new Int32Array(labels.length);
  const found = new Map<string, Int32Array>();
  let row = 0;
  for (const words of documentsOf(texts)) {
    const label = classes[row++] as number;
    sizes[label] = (sizes[label] as number) + 1;
    for (const word of new Set(words)) {
      const counts = found.get(word) ?? new Int32Array(labels.length);
      counts[label] = (counts[label] as number) + 1;
      if (counts[label] === 1) found.set(word, counts);
    }
  }
  const words = [...found].map(([word, counts]) => ({ word, counts, all: counts.reduce((sum, n) => sum + n, 0) }));
  return labels.flatMap((label, place) =>
    words
      .map(({ word, counts, all }) => {
        const own = counts[place] as number;
        return { word, label, precision: own / all, recall: own / (sizes[place] as number), texts: all };
      })
      .filter(({ precision, recall }) => precision > LEAST_PRECISION && recall > LEAST_RECALL)
      .sort((a, b) => b.recall - a.recall || (a.word < b.word ? -1 : 1)),
  );
}
