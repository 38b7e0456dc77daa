/**
 * The share of different words, as the mean over every window of `size` neighbouring words, so that length does not
 * matter (MATTR, Covington and McFall 2010); of a shorter text the plain share; 0 without words.
 */
export function movingTypeTokenRatio(words: readonly string[], size: number): number {
  if (words.length === 0) return 0;
  if (words.length <= size) return new Set(words).size / words.length;
  const counts = new Map<string, number>();
  let sum = 0;
  words.forEach((word, i) => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (i < size - 1) return;
    sum += counts.size;
    const leaving = words[i - size + 1] as string;
    const left = (counts.get(leaving) as number) - 1;
    if (left === 0) counts.delete(leaving);
    else counts.set(leaving, left);
  });
  return sum / size / (words.length - size + 1);
}

/** Type-token ratio below which a stretch of words is full (McCarthy and Jarvis 2010). */
const FULL = 0.72;

/**
 * MTLD: the mean length of a stretch of words before its share of different words falls below .72, the mean of both
 * directions (McCarthy and Jarvis 2010); the number of words where none comes again.
 */
export function measureMtld(words: readonly string[]): number {
  return (oneWay(words) + oneWay(words.toReversed())) / 2;
}

function oneWay(words: readonly string[]): number {
  let stretches = 0;
  let length = 0;
  let seen = new Set<string>();
  for (const word of words) {
    length++;
    seen.add(word);
    if (seen.size / length >= FULL) continue;
    stretches++;
    length = 0;
    seen = new Set();
  }
  if (length > 0) stretches += (1 - seen.size / length) / (1 - FULL);
  return stretches === 0 ? words.length : words.length / stretches;
}
