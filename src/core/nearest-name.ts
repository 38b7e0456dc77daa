/** The number of edits (insert, delete, replace, swap of neighbours) between two words: Damerau (1964), Levenshtein (1966). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The candidate that `name` was most likely meant to be, or undefined when none is near (a third of its letters, at least one). */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    if (Math.abs(known.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, known);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** So many names are listed in a hint. */
const MOST_NAMED = 40;

/** The cure for a name that is not known: the one that was most likely meant, or `otherwise`, by default all there are. */
export function nearHint(name: string, candidates: Iterable<string>, otherwise?: string): string {
  const known = [...candidates];
  const near = nearestName(name, known);
  if (near !== undefined) return `did you mean '${near}'?`;
  if (otherwise !== undefined) return otherwise;
  const more = known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : '';
  return `use one of: ${known.slice(0, MOST_NAMED).join(', ')}${more}`;
}
