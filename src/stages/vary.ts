import { bitsAt, hashText, pickAt, type Stream, subStream, unitAt } from '../core/random.ts';
import type { CompiledVoice } from '../grammar/compiled.ts';

/**
 * Surface noise: what hands do to a sentence that the head had right. Seeded, rare, and never inside a name or number.
 * At rate 1 about 4 slips per 1,000 words, the middle of the human range of 2 to 10.
 */
const SLIPS_PER_WORD = 0.004;
const SLIP = hashText('slip');
const LOWER = hashText('lower');

type Slip = (text: string, stream: Stream, node: number) => string;

/** Returns the text as this voice would have typed it. */
export function vary(text: string, voice: CompiledVoice, stream: Stream, question: string): string {
  const own = subStream(stream, hashText(question));
  let out = text;
  if (voice.lowerCase > 0 && unitAt(stream, LOWER) < voice.lowerCase) out = lowerCased(out);
  if (voice.dropArticle > 0) out = withoutArticles(out, own, voice.dropArticle);
  const expected = (text.length / 5.5) * SLIPS_PER_WORD * voice.noise;
  const count = Math.floor(expected + unitAt(own, SLIP));
  for (let i = 0; i < count; i++) {
    const slip = SLIPS[pickAt(own, SLIP + 7 * i + 1, SLIPS.length)] as Slip;
    out = slip(out, own, SLIP + 7 * i + 2);
  }
  return out;
}

/** All lower case, as on a phone: sentence starts and "I", but not initialisms, nor names inside a sentence ("Dr. Lee"). */
function lowerCased(text: string): string {
  return text
    .replace(
      /(^|(?<!\b(?:Dr|Mr|Ms|Mrs|St))[.?!] )([A-Z])(?=[a-z' ])/g,
      (_, before: string, letter: string) => before + letter.toLowerCase(),
    )
    .replace(/\bI\b(?!\.)/g, 'i');
}

/** Second-language trace: "the" left out here and there, before a plain noun in mid-sentence. */
function withoutArticles(text: string, stream: Stream, share: number): string {
  let n = 0;
  return text.replace(/ the (?=[a-z]{3,})/g, (match) =>
    unitAt(stream, bitsAt(stream, n++) | 1) < share ? ' ' : match,
  );
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
  return replaceOne(text, /\b[a-z]{6,12}\b/g, stream, node, (word) => {
    const at = 2 + pickAt(stream, node + 3, word.length - 4);
    return word[at] === word[at + 1] ? word : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
}

function doubleLetter(text: string, stream: Stream, node: number): string {
  return replaceOne(text, /\b[a-z]{5,10}\b/g, stream, node, (word) => {
    const at = 2 + pickAt(stream, node + 3, word.length - 3);
    return word.slice(0, at) + word[at] + word.slice(at);
  });
}

function dropLetter(text: string, stream: Stream, node: number): string {
  return replaceOne(text, /\b[a-z]{7,13}\b/g, stream, node, (word) => {
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
