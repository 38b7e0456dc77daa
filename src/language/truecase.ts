const SMALL_I = /(^|[^\p{L}\p{N}'-])i(?=$|[^\p{L}\p{N}'-]|'(?:m|ve|ll|d)\b)/gu;
const CAPITALS = /(?<![\p{L}\p{N}'-])\p{Lu}{4,}(?![\p{L}\p{N}'-])/gu;
const LETTER = /\p{L}/gu;
const CAPITAL = /\p{Lu}/gu;
/** A line with more capitals than this among its letters is shouted as a whole. */
const SHOUTED = 0.7;
/** Fewer letters than this say nothing about how a line was typed. */
const FEWEST_LETTERS = 8;

/**
 * A line in the case a tagger expects: shouted lines and single words of four or more capitals in small letters,
 * the word "I" (and "I'm", "I've" ...) with its capital. A tagger takes "GREAT" and "i'm" for names.
 */
export function truecase(line: string): string {
  const lowered = isShouted(line) ? line.toLowerCase() : line.replace(CAPITALS, (word) => word.toLowerCase());
  return lowered.replace(SMALL_I, '$1I');
}

function isShouted(line: string): boolean {
  const capitals = line.match(CAPITAL)?.length ?? 0;
  if (capitals < FEWEST_LETTERS / 2) return false;
  const letters = line.match(LETTER)?.length ?? 0;
  return letters >= FEWEST_LETTERS && capitals / letters > SHOUTED;
}
