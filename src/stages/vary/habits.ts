import { OPENING_WORDS } from '../../core/opening-words.ts';
import { hashText, pickAt, type Stream, unitAt } from '../../core/random.ts';
import { sentencesOf } from '../../language/words.ts';

/** Habits of typing that a person has or has not; each takes a finished text and gives it back as they would leave it. */

/** All lower case, as on a phone: common words at the start of a sentence, and "I"; names and initialisms keep theirs. */
export function lowerCased(text: string): string {
  return text
    .replace(
      /(^|(?<!\b(?:Dr|Mr|Ms|Mrs|St))[.?!] )([A-Z][a-z]*)(?=[' ,.?!]|$)/g,
      (match, before: string, word: string) =>
        OPENING_WORDS.has(word.toLowerCase()) ? before + word.toLowerCase() : match,
    )
    .replace(/\bI\b(?!\.)/g, 'i');
}

/** Without the last full stop; questions, calls, dots and abbreviations keep theirs. */
export function withoutFinalStop(text: string): string {
  return /(?:\.\.|\b[a-z]\.[a-z]|\b(?:etc|Dr|Mr|Mrs|Ms|St|vs))\.$/.test(text) ? text : text.replace(/\.$/, '');
}

const STRESSED =
  /(?<!\b[Aa]n? ['"]?)\b(?:never|nobody|nothing|not|every|all|always|again|still|twice|only|zero|really|ever|everyone|any)\b/g;
const STRESS = hashText('stress');

/** One or two words in capitals, where the voice would rise. */
export function inCapitals(text: string, stream: Stream): string {
  const found = [...text.matchAll(STRESSED)];
  if (found.length === 0) return text;
  const first = found[pickAt(stream, STRESS, found.length)] as RegExpExecArray;
  return text.slice(0, first.index) + first[0].toUpperCase() + text.slice(first.index + first[0].length);
}

const TRAIL = hashText('trail');

/** Some full stops inside the text trail off into dots. */
export function withTrailingDots(text: string, stream: Stream): string {
  let n = 0;
  return text.replace(/(?<=[a-z]{2})\. (?=[A-Z])/g, (stop) => (unitAt(stream, TRAIL + n++) < 0.5 ? '... ' : stop));
}

const SHAPE = hashText('shape');
const BREAK = hashText('break');
const MARKS = ['- ', '- ', '-', '* ', '1. ', '1) '] as const;

/** Sentences on lines of their own: two blocks, a line each, or a list with marks. */
export function brokenIntoLines(text: string, stream: Stream, lists: boolean): string {
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return text;
  const shape = unitAt(stream, SHAPE);
  if (lists && shape < 0.7) {
    const mark = MARKS[pickAt(stream, SHAPE + 1, MARKS.length)] as string;
    return sentences.map((sentence, i) => mark.replace('1', String(i + 1)) + withoutFinalStop(sentence)).join('\n');
  }
  if (shape < 0.3 && sentences.length <= 6) return sentences.join('\n');
  const at = 1 + pickAt(stream, BREAK, sentences.length - 1);
  const gap = unitAt(stream, BREAK + 1) < 0.5 ? '\n\n' : '\n';
  return sentences.slice(0, at).join(' ') + gap + sentences.slice(at).join(' ');
}
