/** So many bins a column has at most; a code fits into a byte. */
const MOST_BINS = 255;

/** Columns of numbers, each cut into at most 255 bins: what trees learn from. */
export interface BinnedTable {
  readonly rows: number;
  readonly columns: number;
  /** Bin of row `i` in column `j` at `j * rows + i`. */
  readonly codes: Uint8Array;
  /** For each column the values between two neighbouring bins, ascending: one fewer than bins. */
  readonly edges: readonly Float64Array[];
}

/**
 * Cuts columns into bins as scikit-learn's histogram trees do: between neighbouring values where there are few of them,
 * else at the midpoints of percentiles. A value up to an edge belongs below it.
 *
 * @param columns each with the same number of values, none of them NaN
 */
export function binColumns(columns: readonly Float64Array[]): BinnedTable {
  const edges = columns.map(edgesOf);
  const rows = columns[0]?.length ?? 0;
  return { rows, columns: columns.length, codes: codesOf(columns, edges, rows), edges };
}

/** The same columns of other rows, in the bins of `table`. */
export function binAlike({ edges }: Pick<BinnedTable, 'edges'>, columns: readonly Float64Array[]): BinnedTable {
  const rows = columns[0]?.length ?? 0;
  return { rows, columns: columns.length, codes: codesOf(columns, edges, rows), edges };
}

function edgesOf(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length <= MOST_BINS)
    return Float64Array.from(
      { length: Math.max(0, distinct.length - 1) },
      (_, i) => ((distinct[i] as number) + (distinct[i + 1] as number)) / 2,
    );
  const cuts = Float64Array.from({ length: MOST_BINS - 1 }, (_, i) => {
    const at = ((i + 1) / MOST_BINS) * (sorted.length - 1);
    return ((sorted[Math.floor(at)] as number) + (sorted[Math.ceil(at)] as number)) / 2;
  });
  return cuts.filter((cut, i) => i === 0 || cut !== cuts[i - 1]);
}

function codesOf(columns: readonly Float64Array[], edges: readonly Float64Array[], rows: number): Uint8Array {
  const codes = new Uint8Array(columns.length * rows);
  columns.forEach((values, column) => {
    const own = edges[column] as Float64Array;
    for (let row = 0; row < rows; row++) codes[column * rows + row] = binOf(own, values[row] as number);
  });
  return codes;
}

/** How many edges lie below the value. */
function binOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
