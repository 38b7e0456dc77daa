import type { BinnedTable } from './binned-table.ts';

/** A binary tree over binned columns. Node 0 is the root; lists run by node. */
export interface Tree {
  /** The column a node asks about, or -1 at a leaf. */
  readonly column: Int32Array;
  /** A row goes left where its bin is at most this. */
  readonly bin: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** `outputs` numbers for each node; only those of leaves count. */
  readonly values: Float64Array;
  readonly outputs: number;
}

/** A tree while it grows. */
export interface TreeBuilder {
  /** A new leaf; gives its number. */
  addLeaf(): number;
  /** Makes a leaf into a question with two new leaves; gives the number of the left one, the right one is the next. */
  split(node: number, column: number, bin: number): number;
  setValue(node: number, output: number, value: number): void;
  build(): Tree;
}

/** Opens a tree whose leaves hold `outputs` numbers. */
export function openTree(outputs: number): TreeBuilder {
  const column: number[] = [];
  const bin: number[] = [];
  const left: number[] = [];
  const values: number[] = [];
  function addLeaf(): number {
    column.push(-1);
    bin.push(0);
    left.push(-1);
    for (let i = 0; i < outputs; i++) values.push(0);
    return column.length - 1;
  }
  return {
    addLeaf,
    split(node, onColumn, atBin) {
      column[node] = onColumn;
      bin[node] = atBin;
      const first = addLeaf();
      addLeaf();
      left[node] = first;
      return first;
    },
    setValue(node, output, value) {
      values[node * outputs + output] = value;
    },
    build: () => ({
      column: Int32Array.from(column),
      bin: Uint8Array.from(bin),
      left: Int32Array.from(left),
      right: Int32Array.from(left, (node) => (node < 0 ? -1 : node + 1)),
      values: Float64Array.from(values),
      outputs,
    }),
  };
}

/** Adds `share` times the tree's values of each row to `out`, where row `i` has its first number at `i * stride + offset`. */
export function addTreeValues(
  { column, bin, left, right, values, outputs }: Tree,
  { rows, codes }: BinnedTable,
  out: Float64Array,
  { share = 1, stride = outputs, offset = 0 }: { share?: number; stride?: number; offset?: number } = {},
): void {
  for (let row = 0; row < rows; row++) {
    let node = 0;
    for (let on = column[0] as number; on >= 0; on = column[node] as number) {
      node = ((codes[on * rows + row] as number) <= (bin[node] as number) ? left[node] : right[node]) as number;
    }
    for (let i = 0; i < outputs; i++) {
      const at = row * stride + offset + i;
      out[at] = (out[at] as number) + share * (values[node * outputs + i] as number);
    }
  }
}
