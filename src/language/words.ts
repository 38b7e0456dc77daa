/**
 * What a word and a sentence are, for every measure of a text. Figures can be compared only where these are the same,
 * so nothing else in the project splits a text.
 */

const WORD = /[a-z0-9]+(?:['-][a-z0-9]+)*/g;
const APOSTROPHES = /[\u2018\u2019\u02bc]/g;

/** The words of a text: lower case, inner apostrophes and hyphens kept ("didn't", "follow-up"), curly apostrophes straightened. */
export function wordsOf(text: string): string[] {
  return inSmallLetters(text).match(WORD) ?? [];
}

/** The same words, each with the place of its first letter in the text. */
export function placedWordsOf(text: string): { readonly word: string; readonly at: number }[] {
  return Array.from(inSmallLetters(text).matchAll(WORD), ({ 0: word, index }) => ({ word, at: index }));
}

function inSmallLetters(text: string): string {
  return text.toLowerCase().replace(APOSTROPHES, "'");
}

/** A mark that ends a sentence, with what closes behind it, before a space. */
const SENTENCE_END = /(?<=[.?!\u2026]['")\]]*)\s+/;
const LINE_END = /\s*\n\s*/;
const LIST_MARK = /^(?:[-*\u2022]|\d{1,2}[.)])\s*/;
const ABBREVIATION = /(?:^|[\s('"])(?:[a-z]\.[a-z]|dr|mr|mrs|ms|st|vs|e\.g|i\.e)\.$/i;

/**
 * The sentences of a text as written, in order, without the space around them. A line break ends a sentence; the marks
 * of a list ("- ", "1. ") belong to none.
 */
export function sentencesOf(text: string): string[] {
  const out: string[] = [];
  for (const line of text.split(LINE_END)) {
    let open = '';
    for (const piece of line.replace(LIST_MARK, '').split(SENTENCE_END)) {
      const sentence = open === '' ? piece.trim() : `${open} ${piece.trim()}`;
      open = ABBREVIATION.test(sentence) ? sentence : '';
      if (open === '' && sentence !== '') out.push(sentence);
    }
    if (open !== '') out.push(open);
  }
  return out;
}

/** A sentence as it counts for reuse: its words, without case and punctuation. */
export function sentenceKey(sentence: string): string {
  return wordsOf(sentence).join(' ');
}
