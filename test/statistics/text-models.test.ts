import { describe, expect, test } from 'vitest';
import { fitLogisticRegression } from '../../src/statistics/logistic-regression.ts';
import { fitNaiveBayes } from '../../src/statistics/naive-bayes.ts';
import type { SparseMatrix } from '../../src/statistics/sparse.ts';
import { fitTfidf } from '../../src/statistics/tfidf.ts';
import { fitVocabulary } from '../../src/statistics/vocabulary.ts';
import { largestDifference, REFERENCE, split } from './reference.ts';

const DOCUMENTS = split(REFERENCE.documents);
const UNREAD = split(REFERENCE.unread);

function dense({ rows, columns, starts, indices, values }: SparseMatrix): number[] {
  const out = new Array<number>(rows * columns).fill(0);
  for (let row = 0; row < rows; row++) {
    for (let k = starts[row] as number; k < (starts[row + 1] as number); k++) {
      out[row * columns + (indices[k] as number)] = values[k] as number;
    }
  }
  return out;
}

describe('a vocabulary', () => {
  const documents = split(['b a b', 'a c', 'a b c d']);

  test('counts words in the order of the alphabet', () => {
    const vocabulary = fitVocabulary(documents);
    expect(vocabulary.terms).toEqual(['a', 'b', 'c', 'd']);
    expect([...vocabulary.documentCounts]).toEqual([3, 2, 2, 1]);
    expect(vocabulary.documents).toBe(3);
    expect(dense(vocabulary.count(split(['b b x d', 'x'])))).toEqual([0, 2, 0, 1, 0, 0, 0, 0]);
  });

  test('counts pairs of neighbours, not across a word that it does not know', () => {
    const vocabulary = fitVocabulary(documents, { ngrams: [2, 2] });
    expect(vocabulary.terms).toEqual(['a b', 'a c', 'b a', 'b c', 'c d']);
    expect(dense(vocabulary.count(split(['a b a b', 'a x b', 'c d'])))).toEqual([
      2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });

  test('keeps terms by documents and by frequency', () => {
    expect(fitVocabulary(documents, { minDocuments: 2 }).terms).toEqual(['a', 'b', 'c']);
    expect(fitVocabulary(documents, { maxDocumentShare: 0.7 }).terms).toEqual(['b', 'c', 'd']);
    // occurrences: a 3, b 3, c 2, d 1
    expect(fitVocabulary(documents, { maxTerms: 2 }).terms).toEqual(['a', 'b']);
    expect(fitVocabulary(split(['d d', 'a c c']), { maxTerms: 2 }).terms).toEqual(['c', 'd']);
  });

  test('grows with many terms and still finds each', () => {
    const words = Array.from({ length: 30_000 }, (_, i) => `w${i}`);
    const vocabulary = fitVocabulary([words, words], { ngrams: [1, 2], minDocuments: 2 });
    expect(vocabulary.terms).toHaveLength(59_999);
    const counts = vocabulary.count([words]);
    expect(counts.values).toHaveLength(59_999);
    expect(counts.values.every((count) => count === 1)).toBe(true);
  });
});

describe('TF-IDF', () => {
  const { tfidf } = REFERENCE;
  const model = fitTfidf(DOCUMENTS, { ngrams: [1, 2], minDocuments: 2, maxDocumentShare: 0.8 });

  test('has the terms and weights of scikit-learn', () => {
    expect(model.terms).toEqual(tfidf.terms);
    expect(largestDifference(model.inverseFrequency, tfidf.idf)).toBeLessThan(1e-8);
  });

  test('gives the rows of scikit-learn, and empty ones where no word is known', () => {
    expect(largestDifference(dense(model.transform(DOCUMENTS)), tfidf.weights.flat())).toBeLessThan(1e-8);
    expect(largestDifference(dense(model.transform(UNREAD)), tfidf.unread.flat())).toBeLessThan(1e-8);
    expect(dense(model.transform([['unheard']])).every((value) => value === 0)).toBe(true);
  });
});

describe('logistic regression', () => {
  const model = fitTfidf(DOCUMENTS, { ngrams: [1, 2] });
  const train = model.transform(DOCUMENTS);
  const unread = model.transform(UNREAD);

  test.each(REFERENCE.logistic)('has the weights and chances of scikit-learn, C = $inversePenalty', (expected) => {
    const classes = new Set(expected.labels).size;
    const fitted = fitLogisticRegression(train, expected.labels, classes, {
      inversePenalty: expected.inversePenalty,
      tolerance: 1e-9,
      maxIterations: 1000,
    });
    // scikit-learn has one row for two classes: the difference of ours
    const rows = (values: Float64Array) =>
      classes === 2
        ? [1].map(() => every(values, classes, 1).map((value, j) => value - (every(values, classes, 0)[j] as number)))
        : Array.from({ length: classes }, (_, c) => every(values, classes, c));
    expect(largestDifference(rows(fitted.weights).flat(), expected.coefficients.flat())).toBeLessThan(5e-5);
    expect(largestDifference(rows(fitted.intercepts).flat(), expected.intercepts)).toBeLessThan(5e-5);
    const chances = fitted.probabilities(unread);
    expect(largestDifference(chances, expected.probabilities.flat())).toBeLessThan(1e-5);
    const predictions = UNREAD.map((_, row) => {
      const own = chances.subarray(row * classes, (row + 1) * classes);
      return own.indexOf(Math.max(...own));
    });
    expect(predictions).toEqual(expected.predictions);
  });
});

/** Each `classes`-th value, from `first`. */
function every(values: Float64Array, classes: number, first: number): number[] {
  return [...values].filter((_, i) => i % classes === first);
}

describe('naive Bayes', () => {
  test('predicts what scikit-learn predicts, with unequal classes', () => {
    const vocabulary = fitVocabulary(DOCUMENTS.slice(1));
    const model = fitNaiveBayes(vocabulary.count(DOCUMENTS.slice(1)), REFERENCE.labels.slice(1), 3);
    const { unread, predictions } = REFERENCE.naiveBayes;
    expect([...model.predict(vocabulary.count(split(unread)))]).toEqual(predictions);
  });

  test('weighs words and classes by hand', () => {
    // first class: 2 of 3 texts, x (2 + 1) / (3 + 2), y (1 + 1) / (3 + 2); second: 1 of 3 texts, both 1 / 2.
    // y: 2/3 * 2/5 > 1/3 * 1/2, but four times y: 2/3 * (2/5)⁴ < 1/3 * (1/2)⁴
    const vocabulary = fitVocabulary(split(['x x', 'y', 'x y']));
    const model = fitNaiveBayes(vocabulary.count(split(['x x', 'y', 'x y'])), [0, 0, 1], 2);
    expect([...model.predict(vocabulary.count(split(['x', 'y', 'y y y y', ''])))]).toEqual([0, 0, 1, 0]);
  });

  test('never predicts a class without texts', () => {
    const vocabulary = fitVocabulary(split(['x', 'y']));
    const model = fitNaiveBayes(vocabulary.count(split(['x', 'y'])), [1, 2], 3);
    expect([...model.predict(vocabulary.count(split(['x', 'y', 'z'])))]).toEqual([1, 2, 1]);
  });
});

test('balanced classes weigh the same, however many rows they have', () => {
  const matrix = fitVocabulary(split(['a', 'b', 'b', 'b', 'b', 'b'])).count(split(['a', 'a', 'b', 'b', 'b', 'b']));
  const labels = [1, 0, 0, 0, 0, 1];
  const chance = (options: object) =>
    fitLogisticRegression(matrix, labels, 2, options).probabilities(matrix)[1] as number;
  // With a penalty so strong that only the intercepts speak: a third of the rows, or as likely as the other class.
  expect(chance({ inversePenalty: 1e-9 })).toBeCloseTo(1 / 3, 3);
  expect(chance({ inversePenalty: 1e-9, balanced: true })).toBeCloseTo(1 / 2, 3);
});
