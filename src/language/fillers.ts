const FILLER = /^(?:u+h*m+|u+h+)$/i;

/** Whether a word is a sound that speakers fill a gap with: um, uhm or uh, however long. */
export function isFiller(word: string): boolean {
  return FILLER.test(word);
}
