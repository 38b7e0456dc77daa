import { type NgramTable, openNgramTable } from './ngram-table.ts';
import { openSparseBuilder, type SparseMatrix } from './sparse.ts';

export interface VocabularyOptions {
  /** Lengths of the terms in words, from and to; default single words. */
  readonly ngrams?: readonly [from: number, to: number];
  /** Documents that must have a term, at least; default 1. */
  readonly minDocuments?: number;
  /** Share of the documents that may have a term, at most; default 1. */
  readonly maxDocumentShare?: number;
  /** Terms kept, at most: the most frequent ones, of equals the first in order; default all. */
  readonly maxTerms?: number;
}

/** The terms of a set of documents, and how to count them in any document. */
export interface Vocabulary {
  /** Words joined by spaces, in the order of their code units: the columns of a count. */
  readonly terms: readonly string[];
  /** Documents that have the term. */
  readonly documentCounts: Int32Array;
  readonly documents: number;
  /** One row of counts per document, a column per term; words that are not in the vocabulary do not count. */
  count(documents: Iterable<readonly string[]>): SparseMatrix;
}

/**
 * Learns the terms of documents, each given as its words, in the order and by the limits of scikit-learn's
 * CountVectorizer; only what a word is, the caller decides. Documents are read once and not kept.
 */
export function fitVocabulary(
  documents: Iterable<readonly string[]>,
  { ngrams = [1, 1], minDocuments = 1, maxDocumentShare = 1, maxTerms = Infinity }: VocabularyOptions = {},
): Vocabulary {
  const found = countTerms(documents, ...ngrams);
  const most = maxDocumentShare * found.documents;
  const kept: Term[] = [];
  for (let id = 0; id < found.table.size; id++) {
    const count = found.documentCounts[id] as number;
    if (count > 0 && count >= minDocuments && count <= most) kept.push({ id, term: spell(found, id) });
  }
  const terms = mostFrequent(
    kept.sort((a, b) => (a.term < b.term ? -1 : 1)),
    maxTerms,
    found.occurrences,
  );
  const spelled = terms.map(({ term }) => term);
  return {
    terms: spelled,
    documentCounts: Int32Array.from(terms, ({ id }) => found.documentCounts[id] as number),
    documents: found.documents,
    count: openCounter(spelled, ngrams[1]),
  };
}

interface Term {
  readonly id: number;
  readonly term: string;
}

/** What was found in documents; counts are by the numbers of the table, where shorter prefixes of terms count 0. */
interface TermCounts {
  readonly documents: number;
  /** Words by their numbers. */
  readonly words: readonly string[];
  readonly table: NgramTable;
  readonly occurrences: Int32Array;
  readonly documentCounts: Int32Array;
}

function countTerms(documents: Iterable<readonly string[]>, from: number, to: number): TermCounts {
  const words = new Map<string, number>();
  const table = openNgramTable();
  let occurrences = new Int32Array(1 << 14);
  let documentCounts = new Int32Array(1 << 14);
  let lastDocument = new Int32Array(1 << 14);
  let row = 0;
  for (const document of documents) {
    row++;
    const ids = Int32Array.from(document, (word) => numberOf(words, word));
    for (let start = 0; start < ids.length; start++) {
      let id = -1;
      for (let length = 1; length <= to && start + length <= ids.length; length++) {
        id = table.put(id, ids[start + length - 1] as number);
        if (id >= occurrences.length) {
          occurrences = doubled(occurrences);
          documentCounts = doubled(documentCounts);
          lastDocument = doubled(lastDocument);
        }
        if (length < from) continue;
        occurrences[id] = (occurrences[id] as number) + 1;
        if (lastDocument[id] === row) continue;
        lastDocument[id] = row;
        documentCounts[id] = (documentCounts[id] as number) + 1;
      }
    }
  }
  return { documents: row, words: [...words.keys()], table, occurrences, documentCounts };
}

function spell(counts: TermCounts, id: number): string {
  const { table, words } = counts;
  const last = words[table.lastWordOf(id)] as string;
  return table.prefixOf(id) < 0 ? last : `${spell(counts, table.prefixOf(id))} ${last}`;
}

/** The most frequent of the terms, in the order in which they were. */
function mostFrequent(terms: readonly Term[], most: number, occurrences: Int32Array): readonly Term[] {
  if (terms.length <= most) return terms;
  const byFrequency = terms.toSorted((a, b) => (occurrences[b.id] as number) - (occurrences[a.id] as number));
  const kept = new Set(byFrequency.slice(0, most));
  return terms.filter((term) => kept.has(term));
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const out = new Int32Array(values.length * 2);
  out.set(values);
  return out;
}

function numberOf(words: Map<string, number>, word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}

/** Counts the terms of documents, by a table of these terms alone. */
function openCounter(terms: readonly string[], longest: number): Vocabulary['count'] {
  const words = new Map<string, number>();
  const table: NgramTable = openNgramTable();
  const ends = terms.map((term) => term.split(' ').reduce((id, word) => table.put(id, numberOf(words, word)), -1));
  const columns = new Int32Array(table.size).fill(-1);
  ends.forEach((id, column) => {
    columns[id] = column;
  });
  return (documents) => {
    const matrix = openSparseBuilder(terms.length);
    const counts = new Int32Array(terms.length);
    let touched = new Int32Array(256);
    for (const document of documents) {
      const ids = Int32Array.from(document, (word) => words.get(word) ?? -1);
      if (ids.length * longest > touched.length) touched = new Int32Array(ids.length * longest * 2);
      let size = 0;
      for (let start = 0; start < ids.length; start++) {
        let id = -1;
        for (let length = 1; length <= longest && start + length <= ids.length; length++) {
          const word = ids[start + length - 1] as number;
          id = word < 0 ? -1 : table.find(id, word);
          if (id < 0) break;
          const column = columns[id] as number;
          if (column < 0) continue;
          if (counts[column] === 0) touched[size++] = column;
          counts[column] = (counts[column] as number) + 1;
        }
      }
      for (const column of touched.subarray(0, size).sort()) {
        matrix.add(column, counts[column] as number);
        counts[column] = 0;
      }
      matrix.endRow();
    }
    return matrix.build();
  };
}
