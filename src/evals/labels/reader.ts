import { stratifiedSplit } from '../../statistics/folds.ts';
import { fitLogisticRegression } from '../../statistics/logistic-regression.ts';
import { fitTfidf } from '../../statistics/tfidf.ts';
import { classesOf, documentsOf, type LabelledText, pick } from './labelled-text.ts';

/** Texts that a reader learns from, at most, and the terms it knows, at most: more cost time and change little. */
const MOST_TEXTS = 40_000;
const MOST_TERMS = 20_000;
/** Texts that must have a term: what fewer have is chance, not wording. */
const LEAST_TEXTS = 5;
/** Steps of the solver: so many bring the loss within a hundredth of its least and the same figures to half a point. */
const MOST_STEPS = 50;
/** Texts whose weights are held at a time. */
const BATCH = 2000;

/** What a reader takes a text for. */
interface Perception {
  /** Place of the likeliest label; of equals, the first. */
  readonly label: number;
  readonly probability: number;
}

/** A reader that knows nothing of a text but its words. */
export type Reader = (texts: readonly LabelledText[]) => Perception[];

/**
 * Trains a reader: TF-IDF over single words and pairs (at most 20,000 of them, each in at least 5 texts), then logistic
 * regression in which each label weighs the same, on at most 40,000 of the texts, drawn so that each label keeps its share.
 */
export function trainReader(texts: readonly LabelledText[], labels: readonly string[]): Reader {
  const all = classesOf(texts, labels);
  const rows = stratifiedSplit(all, Math.min(1, MOST_TEXTS / texts.length)).test;
  const chosen = pick(texts, rows);
  const tfidf = fitTfidf(documentsOf(chosen), { ngrams: [1, 2], minDocuments: LEAST_TEXTS, maxTerms: MOST_TERMS });
  const model = fitLogisticRegression(tfidf.transform(documentsOf(chosen)), pick(all, rows), labels.length, {
    maxIterations: MOST_STEPS,
    balanced: true,
  });
  return (unread) => {
    const out: Perception[] = [];
    for (let from = 0; from < unread.length; from += BATCH) {
      const batch = unread.slice(from, from + BATCH);
      const chances = model.probabilities(tfidf.transform(documentsOf(batch)));
      batch.forEach((_, row) => {
        const own = chances.subarray(row * labels.length, (row + 1) * labels.length);
        const probability = Math.max(...own);
        out.push({ label: own.indexOf(probability), probability });
      });
    }
    return out;
  };
}
