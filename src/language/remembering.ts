/** Words met before are kept up to this many; then all are forgotten. */
const LIMIT = 100_000;

/** The same function, which keeps the words it has met: a text asks for few words, and for the same ones again. */
export function remembering<Value>(of: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const met = known.get(word);
    if (met !== undefined || known.has(word)) return met as Value;
    const value = of(word);
    if (known.size >= LIMIT) known.clear();
    known.set(word, value);
    return value;
  };
}
