import { bitsAt, openStream } from '../core/random.ts';

/** Row numbers of two parts, each ascending. */
export interface Halves {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/**
 * The fold of each row, such that a group is never in two folds: the largest group first, always into the fold with the
 * fewest rows (the rule of scikit-learn's GroupKFold); of equals, the first.
 */
export function groupFolds(groups: readonly string[], folds: number): Int32Array {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const rows = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  for (const [group, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    const fold = rows.indexOf(Math.min(...rows));
    rows[fold] = (rows[fold] as number) + size;
    foldOf.set(group, fold);
  }
  return Int32Array.from(groups, (group) => foldOf.get(group) as number);
}

/**
 * The fold of each row, drawn by seed, such that each fold has the same share of each class as near as whole rows allow,
 * and as many rows as any other but one. One class for all rows gives plain shuffled folds.
 *
 * @param classes class of each row
 */
export function shuffledFolds(classes: ArrayLike<number>, folds: number, seed = 0): Int32Array {
  const foldOf = new Int32Array(classes.length);
  let next = 0;
  for (const rows of shuffledByClass(classes, seed)) {
    for (const row of rows) foldOf[row] = next++ % folds;
  }
  return foldOf;
}

/**
 * Rows cut in two so that each class has the same share in both, as near as whole rows allow. Which rows, is drawn by seed.
 *
 * @param classes class of each row
 * @param testShare share of each class that goes to `test`, rounded to whole rows
 */
export function stratifiedSplit(classes: ArrayLike<number>, testShare: number, seed = 0): Halves {
  const classesDrawn = shuffledByClass(classes, seed);
  const cut = (rows: readonly number[]) => Math.round(rows.length * testShare);
  return {
    train: ascending(classesDrawn.flatMap((rows) => rows.slice(cut(rows)))),
    test: ascending(classesDrawn.flatMap((rows) => rows.slice(0, cut(rows)))),
  };
}

/** At most so many rows of each class, drawn by seed; row numbers, ascending. */
export function sampleByClass(classes: ArrayLike<number>, mostPerClass: number, seed = 0): number[] {
  return ascending(shuffledByClass(classes, seed).flatMap((rows) => rows.slice(0, mostPerClass)));
}

/** The rows of each class in an order drawn by seed. */
function shuffledByClass(classes: ArrayLike<number>, seed: number): number[][] {
  const stream = openStream(seed, 'rows');
  const byClass = new Map<number, number[]>();
  for (let row = 0; row < classes.length; row++) {
    const key = classes[row] as number;
    const rows = byClass.get(key);
    if (rows === undefined) byClass.set(key, [row]);
    else rows.push(row);
  }
  return [...byClass.values()].map((rows) => {
    const drawn = rows.map((row) => [bitsAt(stream, row), row] as const);
    return drawn.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, row]) => row);
  });
}

function ascending(rows: number[]): number[] {
  return rows.sort((a, b) => a - b);
}
