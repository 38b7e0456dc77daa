import type { SparseMatrix } from './sparse.ts';

export interface NaiveBayes {
  /** The likeliest class of each row; of equals, the first. */
  predict(counts: SparseMatrix): Int32Array;
}

/**
 * Multinomial naive Bayes over word counts, each count raised by `alpha` (Laplace 1, as scikit-learn's MultinomialNB),
 * classes weighed by their share of the rows. Own code, because ml-naivebayes takes dense rows only.
 *
 * @param labels class of each row, 0 to `classes` - 1; a class without rows is never predicted
 */
export function fitNaiveBayes(counts: SparseMatrix, labels: ArrayLike<number>, classes: number, alpha = 1): NaiveBayes {
  const { columns } = counts;
  const weights = new Float64Array(columns * classes).fill(alpha);
  const words = new Float64Array(classes).fill(alpha * columns);
  const rows = new Float64Array(classes);
  for (let row = 0; row < counts.rows; row++) {
    const label = labels[row] as number;
    rows[label] = (rows[label] as number) + 1;
    for (let k = counts.starts[row] as number; k < (counts.starts[row + 1] as number); k++) {
      const value = counts.values[k] as number;
      const at = (counts.indices[k] as number) * classes + label;
      weights[at] = (weights[at] as number) + value;
      words[label] = (words[label] as number) + value;
    }
  }
  for (let at = 0; at < weights.length; at++) {
    weights[at] = Math.log((weights[at] as number) / (words[at % classes] as number));
  }
  const priors = rows.map((count) => Math.log(count / counts.rows));
  return { predict: (matrix) => predictLikeliest(matrix, weights, priors) };
}

function predictLikeliest(matrix: SparseMatrix, weights: Float64Array, priors: Float64Array): Int32Array {
  const classes = priors.length;
  const scores = new Float64Array(classes);
  return Int32Array.from({ length: matrix.rows }, (_, row) => {
    scores.set(priors);
    for (let k = matrix.starts[row] as number; k < (matrix.starts[row + 1] as number); k++) {
      const value = matrix.values[k] as number;
      const at = (matrix.indices[k] as number) * classes;
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + value * (weights[at + c] as number);
    }
    return scores.indexOf(Math.max(...scores));
  });
}
