/** What holds clauses together: a colon, a bracket, a quote. */
export const HELD = /[:(;"]|(?:^|\s)'/;

/** What a text has behind its last full stop: the sentence that is being written. */
export function lastSentence(text: string): string {
  const ends = [...text.matchAll(/[.?!\u2026]['")]*\s+|\n/g)].at(-1);
  return ends ? text.slice(ends.index + ends[0].length) : text;
}

/** A text up to where its first sentence ends. */
export function firstSentence(text: string): string {
  return /^[^.?!\n]*/.exec(text)?.[0] ?? '';
}

export function countWords(clause: string): number {
  return clause.split(' ').filter((word) => word !== '').length;
}
