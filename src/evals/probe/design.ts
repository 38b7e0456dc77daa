import { openSparseBuilder, type SparseMatrix } from '../../statistics/sparse.ts';
import { fitTfidf, type Tfidf } from '../../statistics/tfidf.ts';
import { type Feature, numbersAt, type ProbeData } from './probe-data.ts';

/** Terms that linear models and trees see at most: the most frequent ones. */
const MOST_TERMS = 10_000;
const MOST_TREE_TERMS = 200;
/** Texts that must have a term. */
const LEAST_TEXTS = 2;

/** The same rows as a kind of model wants them. */
interface View<T> {
  readonly names: readonly string[];
  readonly train: T;
  readonly test: T;
}

/** What models see of some rows; whatever is learned for it (scales, terms) is learned from the training rows alone. */
export interface Design {
  readonly readsTexts: boolean;
  /** Features at mean 0 and deviation 1, then TF-IDF of words and pairs. */
  readonly linear: () => View<SparseMatrix>;
  /** Features as they are, then TF-IDF of the 200 most frequent words and pairs. */
  readonly columns: () => View<readonly Float64Array[]>;
}

/** Prepares training and test rows; each view is made when it is first asked for. */
export function openDesign({ features, documents }: ProbeData, train: Int32Array, test: Int32Array): Design {
  const documentsAt = (rows: Int32Array) => Array.from(rows, (row) => documents?.[row] ?? []);
  const tfidfOf = (maxTerms: number) =>
    documents && fitTfidf(documentsAt(train), { ngrams: [1, 2], minDocuments: LEAST_TEXTS, maxTerms });
  const names = features.map(({ name }) => name);
  return {
    readsTexts: documents !== undefined,
    linear: once(() => {
      const tfidf = tfidfOf(MOST_TERMS);
      const scales = features.map(({ values }) => scaleOf(numbersAt(values, train)));
      const matrix = (rows: Int32Array) => joined(features, scales, rows, tfidf?.transform(documentsAt(rows)));
      return { names: [...names, ...termsOf(tfidf)], train: matrix(train), test: matrix(test) };
    }),
    columns: once(() => {
      const tfidf = tfidfOf(MOST_TREE_TERMS);
      const columns = (rows: Int32Array) => [
        ...features.map(({ values }) => numbersAt(values, rows)),
        ...(tfidf ? denseColumns(tfidf.transform(documentsAt(rows))) : []),
      ];
      return { names: [...names, ...termsOf(tfidf)], train: columns(train), test: columns(test) };
    }),
  };
}

function termsOf(tfidf: Tfidf | undefined): string[] {
  return tfidf?.terms.map((term) => `"${term}"`) ?? [];
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and deviation of a feature (of all rows, not one fewer); a constant feature keeps its unit. */
function scaleOf(values: Float64Array): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) || 1 };
}

function joined(
  features: readonly Feature[],
  scales: readonly Scale[],
  rows: Int32Array,
  terms: SparseMatrix | undefined,
): SparseMatrix {
  const width = features.length;
  const out = openSparseBuilder(width + (terms?.columns ?? 0));
  rows.forEach((row, i) => {
    features.forEach(({ values }, column) => {
      const { mean, deviation } = scales[column] as Scale;
      out.add(column, ((values[row] as number) - mean) / deviation);
    });
    for (let k = terms?.starts[i] ?? 0; k < (terms?.starts[i + 1] ?? 0); k++)
      out.add(width + (terms?.indices[k] as number), terms?.values[k] as number);
    out.endRow();
  });
  return out.build();
}

function denseColumns({ rows, columns, starts, indices, values }: SparseMatrix): Float64Array[] {
  const out = Array.from({ length: columns }, () => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    for (let k = starts[row] as number; k < (starts[row + 1] as number); k++)
      (out[indices[k] as number] as Float64Array)[row] = values[k] as number;
  }
  return out;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
