import type { SparseMatrix } from './sparse.ts';
import { fitVocabulary, type VocabularyOptions } from './vocabulary.ts';

/** Weights of terms, learned from documents. */
export interface Tfidf {
  /** The columns, in order. */
  readonly terms: readonly string[];
  /** Weight of each term. */
  readonly inverseFrequency: Float64Array;
  /** One row per document: counts times weights, at length 1 (a document without known terms is empty). */
  transform(documents: Iterable<readonly string[]>): SparseMatrix;
}

/**
 * TF-IDF with the defaults of scikit-learn's TfidfVectorizer: raw counts, idf = ln((1 + n) / (1 + df)) + 1, rows at
 * Euclidean length 1. Documents come as their words, in lower case, so what a word is stays with the caller.
 */
export function fitTfidf(documents: Iterable<readonly string[]>, options: VocabularyOptions = {}): Tfidf {
  const vocabulary = fitVocabulary(documents, options);
  const inverseFrequency = Float64Array.from(
    vocabulary.documentCounts,
    (found) => Math.log((1 + vocabulary.documents) / (1 + found)) + 1,
  );
  return {
    terms: vocabulary.terms,
    inverseFrequency,
    transform(texts) {
      const matrix = vocabulary.count(texts);
      weigh(matrix, inverseFrequency);
      return matrix;
    },
  };
}

/** Multiplies each entry by its column's weight and brings each row to length 1, in place. */
function weigh({ rows, starts, indices, values }: SparseMatrix, weights: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    let square = 0;
    for (let k = from; k < to; k++) {
      const weighted = (values[k] as number) * (weights[indices[k] as number] as number);
      values[k] = weighted;
      square += weighted * weighted;
    }
    const length = Math.sqrt(square);
    for (let k = from; k < to; k++) values[k] = (values[k] as number) / length;
  }
}
