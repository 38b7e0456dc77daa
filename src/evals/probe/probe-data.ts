/** What is to be learned: a number for each row, or one of some classes. */
export type ProbeTarget =
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  | {
      readonly kind: 'classes';
      /** Class of each row, as its place in `names`. */
      readonly labels: Int32Array;
      readonly names: readonly string[];
    };

/** A feature and its number in each row. */
export interface Feature {
  readonly name: string;
  readonly values: Float64Array;
}

/** Rows to learn from: features, the words of a text, or both. */
export interface ProbeData {
  readonly rows: number;
  readonly features: readonly Feature[];
  /** The words of each row's texts; undefined where no text is read. */
  readonly documents?: readonly (readonly string[])[] | undefined;
  readonly target: ProbeTarget;
}

/** The entries of a list of numbers at the given rows. */
export function numbersAt(values: ArrayLike<number>, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] as number);
}
