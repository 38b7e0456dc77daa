/** How often class `i` was read as class `j`: square, rows = actual, columns = predicted. */
export type Confusion = readonly (readonly number[])[];

/** Figures of one class; 0 where the class was never predicted (precision), never there (recall) or neither (F1). */
export interface ClassScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows that are of the class. */
  readonly support: number;
}

/**
 * Counts of actual against predicted class.
 *
 * @param actual class of each row, 0 to `classes` - 1
 * @param predicted class given to each row, same length
 */
export function confusionOf(actual: ArrayLike<number>, predicted: ArrayLike<number>, classes: number): Confusion {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < actual.length; i++) {
    const row = counts[actual[i] as number] as number[];
    (row[predicted[i] as number] as number)++;
  }
  return counts;
}

/** Rows of each actual class. */
export function rowSums(confusion: Confusion): number[] {
  return confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
}

/** Rows of each predicted class. */
export function columnSums(confusion: Confusion): number[] {
  return confusion.map((_, column) => confusion.reduce((sum, row) => sum + (row[column] as number), 0));
}

/** Share of rows on the diagonal; NaN without rows. */
export function accuracyOf(confusion: Confusion): number {
  const right = confusion.reduce((sum, row, i) => sum + (row[i] as number), 0);
  return right / rowSums(confusion).reduce((sum, count) => sum + count, 0);
}

/** Precision, recall and F1 of each class. */
export function classScores(confusion: Confusion): ClassScore[] {
  const actual = rowSums(confusion);
  const predicted = columnSums(confusion);
  return confusion.map((row, i) => {
    const right = row[i] as number;
    const share = (whole: number) => (whole === 0 ? 0 : right / whole);
    const support = actual[i] as number;
    const given = predicted[i] as number;
    return { precision: share(given), recall: share(support), f1: share((support + given) / 2), support };
  });
}

/** Mean F1 of the classes that were there or were predicted, as scikit-learn counts; NaN without rows. */
export function macroF1(confusion: Confusion): number {
  const predicted = columnSums(confusion);
  const met = classScores(confusion).filter(({ support }, i) => support > 0 || (predicted[i] as number) > 0);
  return met.reduce((sum, { f1 }) => sum + f1, 0) / met.length;
}
