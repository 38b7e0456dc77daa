import { openStream, pickAt, subStream } from '../core/random.ts';
import { binAlike, binColumns } from './binned-table.ts';
import { type ForestTargets, growForestTree } from './forest-tree.ts';
import { addTreeValues, type Tree } from './tree.ts';

export interface ForestOptions {
  /** Default 100. */
  readonly trees?: number;
  /** Columns looked at for each split; default a third of them for numbers, the square root for classes (Breiman 2001). */
  readonly splitColumns?: number;
  /** Rows of a leaf, at least, a row drawn twice counting twice; default 5 for numbers, 1 for classes. */
  readonly leafRows?: number;
  readonly seed?: number;
}

/** Trees whose answers are averaged. */
export interface RandomForest {
  /** Share of each column in the impurity that all splits took away; zeros where nothing was split. */
  readonly importance: Float64Array;
  /** One number for each row, or the chance of each class row after row. */
  predict(columns: readonly Float64Array[]): Float64Array;
}

/**
 * A random forest for numbers (Breiman 2001): each tree learns from as many rows drawn with replacement, each split looks
 * at some columns drawn anew. Columns are cut into 255 bins, which scikit-learn's RandomForestRegressor does not.
 */
export function fitForestNumbers(
  columns: readonly Float64Array[],
  targets: ArrayLike<number>,
  { trees = 100, splitColumns = Math.ceil(columns.length / 3), leafRows = 5, seed = 0 }: ForestOptions = {},
): RandomForest {
  return fitForest(columns, { values: Float64Array.from(targets), labels: new Int32Array(targets.length) }, 1, {
    trees,
    splitColumns,
    leafRows,
    seed,
  });
}

/**
 * A random forest for classes: as for numbers, by the Gini impurity; a chance is the mean of the shares in the leaves.
 *
 * @param labels class of each row, 0 to `classes` - 1
 */
export function fitForestClasses(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  classes: number,
  {
    trees = 100,
    splitColumns = Math.max(1, Math.floor(Math.sqrt(columns.length))),
    leafRows = 1,
    seed = 0,
  }: ForestOptions = {},
): RandomForest {
  return fitForest(
    columns,
    { values: new Float64Array(labels.length).fill(1), labels: Int32Array.from(labels) },
    classes,
    {
      trees,
      splitColumns,
      leafRows,
      seed,
    },
  );
}

function fitForest(
  columns: readonly Float64Array[],
  targets: ForestTargets,
  outputs: number,
  { trees, splitColumns, leafRows, seed }: Required<ForestOptions>,
): RandomForest {
  const table = binColumns(columns);
  const stream = openStream(seed, 'forest');
  const gains = new Float64Array(table.columns);
  const grown: Tree[] = Array.from({ length: trees }, (_, tree) => {
    const draws = subStream(stream, tree);
    const rows = Int32Array.from({ length: table.rows }, (_, i) => pickAt(draws, i, table.rows));
    return growForestTree(
      table,
      rows,
      targets,
      outputs,
      { splitColumns, leafRows, stream: subStream(draws, 1) },
      gains,
    );
  });
  const all = gains.reduce((sum, gain) => sum + gain, 0);
  return {
    importance: all > 0 ? gains.map((gain) => gain / all) : gains,
    predict(unread) {
      const binned = binAlike(table, unread);
      const out = new Float64Array(binned.rows * outputs);
      for (const tree of grown) addTreeValues(tree, binned, out, { share: 1 / trees });
      return out;
    },
  };
}
