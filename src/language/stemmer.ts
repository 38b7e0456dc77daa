import { remembering } from './remembering.ts';

const LONGEST_WORD = 40;

/** Gives the stem of a word in small letters. */
export type Stemmer = (word: string) => string;

/** Opens the Porter stemmer of `natural` (Porter 1980), which keeps the words it has met. Its root module is never loaded: that prints, and reads `.env`. */
export async function openStemmer(): Promise<Stemmer> {
  const { default: porter } = await import('natural/lib/natural/stemmers/porter_stemmer.js');
  const stemOf = remembering((word) => porter.stem(word));
  return (word) => (word.length > LONGEST_WORD ? word : stemOf(word));
}
