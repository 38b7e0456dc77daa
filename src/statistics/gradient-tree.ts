import type { BinnedTable } from './binned-table.ts';
import { openTree, type Tree } from './tree.ts';

/** Limits of one tree. */
export interface GradientTreeOptions {
  /** Questions on the way to a leaf, at most. */
  readonly depth: number;
  /** Rows of a leaf, at least. */
  readonly leafRows: number;
  /** Added to the curvature of a leaf. */
  readonly penalty: number;
}

/** Slope, curvature and rows of a bin stand side by side. */
const FIGURES = 3;
const STRIDE = 256 * FIGURES;
/** A leaf with less curvature would have no bounds (as scikit-learn). */
const LEAST_CURVATURE = 1e-3;

interface Node {
  readonly id: number;
  /** Its rows are those of the list from `from` up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly slope: number;
  readonly curvature: number;
}

interface Split {
  readonly column: number;
  readonly bin: number;
  readonly gain: number;
  readonly slope: number;
  readonly curvature: number;
  readonly rows: number;
}

/**
 * One regression tree on slopes and curvatures of a loss: every split gains most of G²/(H + penalty), a leaf's value is
 * -G/(H + penalty) (Friedman 2001; Chen and Guestrin 2016). Sums of bins are counted for the smaller child only, the
 * larger one's are the rest of its parent's (Ke et al. 2017). A tree without a split is a leaf.
 *
 * @param gains gets the gain of each split added at its column
 */
export function growGradientTree(
  table: BinnedTable,
  slopes: Float64Array,
  curvatures: Float64Array,
  options: GradientTreeOptions,
  gains: Float64Array,
): Tree {
  const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
  const spare = new Int32Array(table.rows);
  const tree = openTree(1);
  const pool: Float64Array[] = [];
  const sums = () => pool.pop()?.fill(0) ?? new Float64Array(table.columns * STRIDE);

  function grow(node: Node, own: Float64Array | undefined): void {
    const split = own && bestSplit(own, node, table, options);
    if (own === undefined || split === undefined) {
      tree.setValue(node.id, 0, -node.slope / (node.curvature + options.penalty));
      if (own) pool.push(own);
      return;
    }
    gains[split.column] = (gains[split.column] as number) + split.gain;
    partition(rows, spare, node, table, split);
    const id = tree.split(node.id, split.column, split.bin);
    const middle = node.from + split.rows;
    const depth = node.depth + 1;
    const left = { id, from: node.from, to: middle, depth, slope: split.slope, curvature: split.curvature };
    const right = {
      id: id + 1,
      from: middle,
      to: node.to,
      depth,
      slope: node.slope - split.slope,
      curvature: node.curvature - split.curvature,
    };
    if (depth === options.depth) {
      pool.push(own);
      grow(left, undefined);
      grow(right, undefined);
      return;
    }
    const [small, large] = split.rows * 2 <= node.to - node.from ? [left, right] : [right, left];
    const counted = sums();
    countBins(counted, small, rows, table, slopes, curvatures);
    for (let i = 0; i < own.length; i++) own[i] = (own[i] as number) - (counted[i] as number);
    grow(small, counted);
    grow(large, own);
  }

  const root: Node = {
    id: tree.addLeaf(),
    from: 0,
    to: table.rows,
    depth: 0,
    slope: total(slopes),
    curvature: total(curvatures),
  };
  const own = sums();
  countBins(own, root, rows, table, slopes, curvatures);
  grow(root, own);
  return tree.build();
}

function countBins(
  sums: Float64Array,
  { from, to }: Node,
  order: Int32Array,
  { rows, columns, codes }: BinnedTable,
  slopes: Float64Array,
  curvatures: Float64Array,
): void {
  for (let column = 0; column < columns; column++) {
    const start = column * STRIDE;
    const base = column * rows;
    for (let i = from; i < to; i++) {
      const row = order[i] as number;
      const at = start + (codes[base + row] as number) * FIGURES;
      sums[at] = (sums[at] as number) + (slopes[row] as number);
      sums[at + 1] = (sums[at + 1] as number) + (curvatures[row] as number);
      sums[at + 2] = (sums[at + 2] as number) + 1;
    }
  }
}

function bestSplit(
  sums: Float64Array,
  { from, to, slope, curvature }: Node,
  { columns, edges }: BinnedTable,
  { leafRows, penalty }: GradientTreeOptions,
): Split | undefined {
  const rows = to - from;
  if (rows < 2 * leafRows) return undefined;
  const whole = slope ** 2 / (curvature + penalty);
  let best = { column: -1, bin: 0, gain: 0, slope: 0, curvature: 0, rows: 0 };
  for (let column = 0; column < columns; column++) {
    const last = (edges[column] as Float64Array).length;
    let leftSlope = 0;
    let leftCurvature = 0;
    let leftRows = 0;
    for (let bin = 0; bin < last; bin++) {
      const at = column * STRIDE + bin * FIGURES;
      const inBin = sums[at + 2] as number;
      if (inBin === 0) continue;
      leftSlope += sums[at] as number;
      leftCurvature += sums[at + 1] as number;
      leftRows += inBin;
      if (leftRows < leafRows || leftCurvature < LEAST_CURVATURE) continue;
      const rightCurvature = curvature - leftCurvature;
      if (rows - leftRows < leafRows || rightCurvature < LEAST_CURVATURE) break;
      const gain =
        leftSlope ** 2 / (leftCurvature + penalty) + (slope - leftSlope) ** 2 / (rightCurvature + penalty) - whole;
      if (gain > best.gain) best = { column, bin, gain, slope: leftSlope, curvature: leftCurvature, rows: leftRows };
    }
  }
  return best.column < 0 ? undefined : best;
}

/** Puts the rows of a node that go left before those that go right, each in the order they had. */
function partition(
  order: Int32Array,
  spare: Int32Array,
  { from, to }: Node,
  { rows, codes }: BinnedTable,
  { column, bin }: Split,
): void {
  let left = from;
  let right = 0;
  for (let i = from; i < to; i++) {
    const row = order[i] as number;
    if ((codes[column * rows + row] as number) <= bin) order[left++] = row;
    else spare[right++] = row;
  }
  order.set(spare.subarray(0, right), left);
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}
