import { pickAt, type Stream } from '../core/random.ts';
import type { BinnedTable } from './binned-table.ts';
import { openTree, type Tree } from './tree.ts';

/** What a tree of a forest learns: numbers (each label 0), or classes (each value 1, so that sums count rows). */
export interface ForestTargets {
  readonly values: Float64Array;
  readonly labels: Int32Array;
}

export interface ForestTreeOptions {
  /** Columns looked at for each split. */
  readonly splitColumns: number;
  /** Rows of a leaf, at least. */
  readonly leafRows: number;
  /** Draws the columns. */
  readonly stream: Stream;
}

/** So few rows are sorted by their bins: counting all bins would take longer. */
const MOST_SORTED = 48;

interface Split {
  readonly column: number;
  readonly bin: number;
  readonly gain: number;
}

/**
 * One unpruned tree of a forest. A split gains most of the sum of S²/n over the two sides, S being the sum of the numbers
 * or the rows of each class, which is the fall of the variance or of the Gini impurity (Breiman et al. 1984).
 *
 * @param rows the rows to learn from; a row may stand in it more than once. Its order changes.
 * @param outputs 1 for numbers, else the number of classes; a leaf holds the mean, or the share of each class
 * @param gains gets the gain of each split added at its column
 */
export function growForestTree(
  table: BinnedTable,
  rows: Int32Array,
  targets: ForestTargets,
  outputs: number,
  { splitColumns, leafRows, stream }: ForestTreeOptions,
  gains: Float64Array,
): Tree {
  const { codes, columns } = table;
  const { values, labels } = targets;
  const tree = openTree(outputs);
  const order = Int32Array.from({ length: columns }, (_, column) => column);
  const spare = new Int32Array(rows.length);
  const sums = new Float64Array(256 * outputs);
  const counts = new Int32Array(256);
  const whole = new Float64Array(outputs);
  const left = new Float64Array(outputs);
  const keys = new Int32Array(MOST_SORTED);
  let draws = 0;

  function addRow(to: Float64Array, start: number, row: number): void {
    const at = start + (labels[row] as number);
    to[at] = (to[at] as number) + (values[row] as number);
  }

  /** S²/n of what is in `left`, and of the rest of the node. */
  function score(leftRows: number, all: number): number {
    let inLeft = 0;
    let inRight = 0;
    for (let i = 0; i < outputs; i++) {
      const a = left[i] as number;
      const b = (whole[i] as number) - a;
      inLeft += a * a;
      inRight += b * b;
    }
    return inLeft / leftRows + inRight / (all - leftRows);
  }

  /** The best split of few rows in one column: rows by their bins, then once through. Undefined where all have one bin. */
  function bestOfFew(column: number, from: number, to: number): Split | undefined {
    const base = column * table.rows;
    const size = to - from;
    for (let i = 0; i < size; i++) {
      const key = ((codes[base + (rows[from + i] as number)] as number) << 8) | i;
      let at = i;
      for (; at > 0 && (keys[at - 1] as number) > key; at--) keys[at] = keys[at - 1] as number;
      keys[at] = key;
    }
    if ((keys[0] as number) >> 8 === (keys[size - 1] as number) >> 8) return undefined;
    left.fill(0);
    let bin = 0;
    let best = 0;
    for (let i = 1; i < size; i++) {
      const key = keys[i - 1] as number;
      addRow(left, 0, rows[from + (key & 255)] as number);
      if (key >> 8 === (keys[i] as number) >> 8 || i < leafRows || size - i < leafRows) continue;
      const gain = score(i, size);
      if (gain > best) [best, bin] = [gain, key >> 8];
    }
    return { column, bin, gain: best };
  }

  /** The same for many rows: sums of each bin, then once through the bins. */
  function bestOfMany(column: number, from: number, to: number): Split | undefined {
    const base = column * table.rows;
    const size = to - from;
    let lowest = 255;
    let highest = 0;
    for (let i = from; i < to; i++) {
      const row = rows[i] as number;
      const bin = codes[base + row] as number;
      if (bin < lowest) lowest = bin;
      if (bin > highest) highest = bin;
      counts[bin] = (counts[bin] as number) + 1;
      addRow(sums, bin * outputs, row);
    }
    left.fill(0);
    let leftRows = 0;
    let at = 0;
    let best = 0;
    for (let bin = lowest; bin < highest; bin++) {
      if (counts[bin] === 0) continue;
      leftRows += counts[bin] as number;
      for (let i = 0; i < outputs; i++) left[i] = (left[i] as number) + (sums[bin * outputs + i] as number);
      if (leftRows < leafRows || size - leftRows < leafRows) continue;
      const gain = score(leftRows, size);
      if (gain > best) [best, at] = [gain, bin];
    }
    counts.fill(0, lowest, highest + 1);
    sums.fill(0, lowest * outputs, (highest + 1) * outputs);
    return lowest === highest ? undefined : { column, bin: at, gain: best };
  }

  /** The best split over columns drawn one by one; columns with one bin do not count as looked at. */
  function bestSplit(from: number, to: number): Split | undefined {
    let best: Split | undefined;
    for (let drawn = 0, seen = 0; drawn < columns && seen < splitColumns; drawn++) {
      const pick = drawn + pickAt(stream, draws++, columns - drawn);
      const column = order[pick] as number;
      order[pick] = order[drawn] as number;
      order[drawn] = column;
      const split = to - from <= MOST_SORTED ? bestOfFew(column, from, to) : bestOfMany(column, from, to);
      if (split === undefined) continue;
      seen++;
      if (split.gain > (best?.gain ?? 0)) best = split;
    }
    return best;
  }

  function partition(from: number, to: number, { column, bin }: Split): number {
    let middle = from;
    let right = 0;
    for (let i = from; i < to; i++) {
      const row = rows[i] as number;
      if ((codes[column * table.rows + row] as number) <= bin) rows[middle++] = row;
      else spare[right++] = row;
    }
    rows.set(spare.subarray(0, right), middle);
    return middle;
  }

  function isPure(from: number, to: number): boolean {
    const first = rows[from] as number;
    for (let i = from + 1; i < to; i++) {
      const row = rows[i] as number;
      if (labels[row] !== labels[first] || values[row] !== values[first]) return false;
    }
    return true;
  }

  const open: { readonly node: number; readonly from: number; readonly to: number }[] = [];
  open.push({ node: tree.addLeaf(), from: 0, to: rows.length });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, from, to } = next;
    whole.fill(0);
    for (let i = from; i < to; i++) addRow(whole, 0, rows[i] as number);
    const rest = whole.reduce((sum, value) => sum + value * value, 0) / (to - from);
    const split = to - from < 2 * leafRows || isPure(from, to) ? undefined : bestSplit(from, to);
    // a split that gains nothing but noise of the last digit is none
    if (split === undefined || split.gain <= rest * (1 + 1e-12)) {
      whole.forEach((sum, i) => {
        tree.setValue(node, i, sum / (to - from));
      });
      continue;
    }
    gains[split.column] = (gains[split.column] as number) + split.gain - rest;
    const middle = partition(from, to, split);
    const child = tree.split(node, split.column, split.bin);
    open.push({ node: child + 1, from: middle, to }, { node: child, from, to: middle });
  }
  return tree.build();
}
