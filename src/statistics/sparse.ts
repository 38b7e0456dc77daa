/** A matrix whose zeros are not kept (compressed rows): row `i` has its entries at `starts[i]` up to `starts[i + 1]`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** `rows` + 1 places in `indices` and `values`. */
  readonly starts: Int32Array;
  /** Column of each entry, ascending within a row. */
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** A sparse matrix while its rows are being added. */
export interface SparseBuilder {
  /** Adds an entry to the open row; columns come in ascending order. */
  add(column: number, value: number): void;
  endRow(): void;
  build(): SparseMatrix;
}

export function openSparseBuilder(columns: number): SparseBuilder {
  let indices = new Int32Array(1024);
  let values = new Float64Array(1024);
  let size = 0;
  const starts = [0];
  return {
    add(column, value) {
      if (size === indices.length) {
        indices = grown(indices, new Int32Array(size * 2));
        values = grown(values, new Float64Array(size * 2));
      }
      indices[size] = column;
      values[size++] = value;
    },
    endRow() {
      starts.push(size);
    },
    build: () => ({
      rows: starts.length - 1,
      columns,
      starts: Int32Array.from(starts),
      indices: indices.slice(0, size),
      values: values.slice(0, size),
    }),
  };
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
