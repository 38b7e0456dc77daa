/**
 * The group of each row where rows that share a value in any of the columns are one group, and so are rows that are joined
 * through others. Groups are named by their first row.
 *
 * @param columns at least one, each with a value for each row
 */
export function joinedGroups(columns: readonly (readonly string[])[]): string[] {
  const rows = columns[0]?.length ?? 0;
  const parents = Int32Array.from({ length: rows }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  };
  for (const column of columns) {
    const first = new Map<string, number>();
    column.forEach((value, row) => {
      const known = first.get(value);
      if (known === undefined) first.set(value, row);
      else {
        const [a, b] = [rootOf(known), rootOf(row)];
        parents[Math.max(a, b)] = Math.min(a, b);
      }
    });
  }
  return Array.from({ length: rows }, (_, row) => String(rootOf(row)));
}
