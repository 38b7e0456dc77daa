/** A new row on the line between two rows of its class. */
export interface SmotePoint {
  /** Row that it starts from. */
  readonly base: number;
  /** One of its nearest neighbours of the same class. */
  readonly neighbour: number;
  /** How far it stands toward the neighbour, 0 to 1. */
  readonly share: number;
}

/**
 * SMOTE (Chawla et al. 2002): new rows of a class, each on the line from a row of it toward one of its `neighbours` nearest
 * rows of the class. Distances are Euclidean over columns of equal spread. A class of one row is repeated.
 *
 * @param rows numbers of each row, all of the same class
 * @param wanted how many new rows
 * @param unitAt a number in [0, 1) for each whole number
 */
export function smote(
  rows: readonly Float64Array[],
  wanted: number,
  neighbours: number,
  unitAt: (draw: number) => number,
): SmotePoint[] {
  const scaled = standardized(rows);
  const nearest = new Map<number, readonly number[]>();
  const order = shuffled(rows.length, unitAt);
  return Array.from({ length: wanted }, (_, i) => {
    const base = order[i % rows.length] as number;
    let near = nearest.get(base);
    if (!near) {
      near = nearestTo(scaled, base, neighbours);
      nearest.set(base, near);
    }
    const draw = rows.length + 2 * i;
    const neighbour = near[Math.floor(unitAt(draw) * near.length)] ?? base;
    return { base, neighbour, share: unitAt(draw + 1) };
  });
}

function standardized(rows: readonly Float64Array[]): Float64Array[] {
  const columns = rows[0]?.length ?? 0;
  const out = rows.map((row) => Float64Array.from(row));
  for (let c = 0; c < columns; c++) {
    let mean = 0;
    let square = 0;
    for (const row of rows) mean += (row[c] as number) / rows.length;
    for (const row of rows) square += ((row[c] as number) - mean) ** 2 / rows.length;
    const spread = Math.sqrt(square) || 1;
    for (const row of out) row[c] = ((row[c] as number) - mean) / spread;
  }
  return out;
}

/** The rows in an order drawn by the numbers (Fisher and Yates), so that no row serves twice before each has served. */
function shuffled(count: number, unitAt: (draw: number) => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(unitAt(i) * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** The nearest other rows, nearest first. */
function nearestTo(rows: readonly Float64Array[], base: number, most: number): readonly number[] {
  const from = rows[base] as Float64Array;
  return rows
    .map((row, i) => ({ i, distance: distance(from, row) }))
    .filter(({ i }) => i !== base)
    .sort((a, b) => a.distance - b.distance || a.i - b.i)
    .slice(0, most)
    .map(({ i }) => i);
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += ((a[c] as number) - (b[c] as number)) ** 2;
  return sum;
}
