/** Whole numbers in the ratio of `weights` that sum to `total` (largest remainder, Hamilton's method). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map(Math.floor);
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  let left = total - counts.reduce((a, b) => a + b, 0);
  for (const { i } of order) {
    if (left-- <= 0) break;
    counts[i] = (counts[i] as number) + 1;
  }
  return counts;
}

/**
 * Scales a positive matrix until its row and column sums are the given totals
 * (iterative proportional fitting, Deming and Stephan 1940).
 */
export function fitMargins(
  start: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
  rounds = 200,
): number[][] {
  const cells = start.map((row) => [...row]);
  for (let round = 0; round < rounds; round++) {
    cells.forEach((row, r) => {
      const sum = row.reduce((a, b) => a + b, 0);
      if (sum > 0)
        row.forEach((value, c) => {
          row[c] = (value * (rows[r] as number)) / sum;
        });
    });
    columns.forEach((target, c) => {
      const sum = cells.reduce((a, row) => a + (row[c] as number), 0);
      if (sum > 0) for (const row of cells) row[c] = ((row[c] as number) * target) / sum;
    });
  }
  return cells;
}

/**
 * Rounds a matrix to whole numbers with exactly the given row and column sums, each cell to its floor or ceiling where
 * the sums allow (controlled rounding by augmenting paths). Sums of `rows` and `columns` must agree.
 */
export function roundWithMargins(
  cells: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): number[][] {
  const out = cells.map((row) => row.map((value) => Math.floor(value + 1e-9)));
  const rowNeed = rows.map((total, r) => total - (out[r] as number[]).reduce((a, b) => a + b, 0));
  const columnNeed = columns.map((total, c) => total - out.reduce((a, row) => a + (row[c] as number), 0));
  const raised = cells.map((row) => row.map(() => false));
  const candidates = cells
    .flatMap((row, r) => row.map((value, c) => ({ r, c, rest: value - Math.floor(value + 1e-9) })))
    .sort((a, b) => b.rest - a.rest || a.r - b.r || a.c - b.c);
  for (const { r, c } of candidates) if ((rowNeed[r] as number) > 0 && (columnNeed[c] as number) > 0) raise(r, c);
  for (let r = 0; r < rows.length; r++) while ((rowNeed[r] as number) > 0) if (!augment(r)) forceRaise(r);
  return out;

  function raise(r: number, c: number): void {
    (out[r] as number[])[c] = ((out[r] as number[])[c] as number) + 1;
    (raised[r] as boolean[])[c] = true;
    rowNeed[r] = (rowNeed[r] as number) - 1;
    columnNeed[c] = (columnNeed[c] as number) - 1;
  }

  /** Finds a path row -> column -> row ... to a column in need, raising and lowering cells in turn. */
  function augment(from: number): boolean {
    const seen = new Set<number>();
    const walk = (r: number): boolean => {
      for (let c = 0; c < columns.length; c++) {
        if ((raised[r] as boolean[])[c] || seen.has(c)) continue;
        seen.add(c);
        if ((columnNeed[c] as number) > 0) {
          columnNeed[c] = (columnNeed[c] as number) - 1;
          lift(r, c, 1);
          return true;
        }
        for (let other = 0; other < rows.length; other++)
          if ((raised[other] as boolean[])[c] && other !== r && walk(other)) {
            lift(other, c, -1);
            lift(r, c, 1);
            return true;
          }
      }
      return false;
    };
    if (!walk(from)) return false;
    rowNeed[from] = (rowNeed[from] as number) - 1;
    return true;
  }

  function lift(r: number, c: number, by: 1 | -1): void {
    (out[r] as number[])[c] = ((out[r] as number[])[c] as number) + by;
    (raised[r] as boolean[])[c] = by === 1;
  }

  function forceRaise(r: number): void {
    const c = columnNeed.findIndex((need) => need > 0);
    raise(r, c < 0 ? 0 : c);
  }
}
