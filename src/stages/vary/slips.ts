import { hashText, pickAt, type Stream, unitAt } from '../../core/random.ts';

/**
 * Slips of the hand: what fingers do to a sentence that the head had right. Seeded, rare, and never inside a name or number.
 * At rate 1 about 4 slips per 1,000 words, the middle of the human range of 2 to 10.
 */
const SLIPS_PER_WORD = 0.004;
const SLIP = hashText('slip');
/** One person in so many makes all the slips, and so many times more of them: one slip in a clean text looks put there. */
const CARELESS = 4;

type Slip = (text: string, stream: Stream, node: number) => string;

/** The text with slips at `rate`, if the person whose stream it is makes any. */
export function withSlips(text: string, rate: number, stream: Stream, person: Stream): string {
  if (unitAt(person, SLIP) >= 1 / CARELESS) return text;
  const expected = (text.length / 5.5) * SLIPS_PER_WORD * rate * CARELESS;
  const count = Math.floor(expected + unitAt(stream, SLIP));
  let out = text;
  for (let i = 0; i < count; i++) {
    const slip = SLIPS[pickAt(stream, SLIP + 7 * i + 1, SLIPS.length)] as Slip;
    out = slip(out, stream, SLIP + 7 * i + 2);
  }
  return out;
}

const SLIPS: readonly Slip[] = [dropApostrophe, transpose, doubleLetter, dropComma, lowerI, dropLetter, dropApostrophe];

function dropApostrophe(text: string, stream: Stream, node: number): string {
  return replaceOne(
    text,
    /\b(don|didn|can|won|isn|wasn|doesn|couldn|wouldn|haven)'t\b|\bI'm\b|\bit's\b|\bthat's\b/g,
    stream,
    node,
    (word) => word.replace("'", ''),
  );
}

function dropComma(text: string, stream: Stream, node: number): string {
  return replaceOne(text, /, (?=and |but |so |which |who )/g, stream, node, () => ' ');
}

function lowerI(text: string, stream: Stream, node: number): string {
  return replaceOne(text, / I(?= [a-z])/g, stream, node, () => ' i');
}

/** Swaps two inner letters of a longer word: "becuase". */
function transpose(text: string, stream: Stream, node: number): string {
  return replaceOne(text, /(?<!\b[Aa]n? )\b[a-z]{6,12}\b/g, stream, node, (word) => {
    const at = 2 + pickAt(stream, node + 3, word.length - 4);
    return word[at] === word[at + 1] ? word : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
}

function doubleLetter(text: string, stream: Stream, node: number): string {
  return replaceOne(text, /(?<!\b[Aa]n? )\b[a-z]{5,10}\b/g, stream, node, (word) => {
    const at = 2 + pickAt(stream, node + 3, word.length - 3);
    return word.slice(0, at) + word[at] + word.slice(at);
  });
}

function dropLetter(text: string, stream: Stream, node: number): string {
  return replaceOne(text, /(?<!\b[Aa]n? )\b[a-z]{7,13}\b/g, stream, node, (word) => {
    const at = 3 + pickAt(stream, node + 3, word.length - 5);
    return word.slice(0, at) + word.slice(at + 1);
  });
}

/** Changes one match of `pattern`, chosen by the stream; none leaves the text alone. */
function replaceOne(
  text: string,
  pattern: RegExp,
  stream: Stream,
  node: number,
  change: (match: string) => string,
): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[pickAt(stream, node, matches.length)];
  if (!match) return text;
  return text.slice(0, match.index) + change(match[0]) + text.slice(match.index + match[0].length);
}
