const KNOWN_LIMIT = 100_000;
const LONGEST_WORD = 40;

/** Gives the stem of a word in small letters. */
export type Stemmer = (word: string) => string;

/** Opens the Porter stemmer of `natural` (Porter 1980), which keeps the words it has met. Its root module is never loaded: that prints, and reads `.env`. */
export async function openStemmer(): Promise<Stemmer> {
  const { default: porter } = await import('natural/lib/natural/stemmers/porter_stemmer.js');
  const known = new Map<string, string>();
  return (word) => {
    const met = known.get(word);
    if (met !== undefined) return met;
    if (word.length > LONGEST_WORD) return word;
    const stem = porter.stem(word);
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(word, stem);
    return stem;
  };
}
