import { hashText, type Stream, unitAt } from '../../core/random.ts';
import { capitalize } from '../../grammar/literal.ts';
import { countWords, firstSentence, HELD, lastSentence } from './sentence-ends.ts';

/** What stands as a subject and as nothing else, so that a clause begins with it. */
const SUBJECT =
  "(?:I|he|she|we|they|[A-Z][a-z]+|nobody|no one|somebody|someone|everybody|everyone|there (?:was|is|were|are))(?:'[a-z]+)?";
const JOINT = new RegExp(`, (and|but|so) (${SUBJECT})(?= [a-z])`, 'g');
/** A clause that opens like this leans on the one behind its comma. */
const LEANS =
  /^(?:when|whenever|if|because|after|before|since|while|once|although|though|as|until|where|whether|what|every time|each time|either|both)\b/i;
/**
 * Words of each half at least, in texts below so many characters; shorter ones come so often in the same words that they
 * read as a refrain. A child's turn is below the first bound, an answer of a calm tier below the second.
 */
const LEAST_WORDS = [
  { below: 240, words: 6 },
  { below: 350, words: 8 },
  { below: Number.POSITIVE_INFINITY, words: 10 },
] as const;
const STOP = hashText('short-stop');
const WITHOUT_AND = 0.6;

/** Stops where others join: "It rained, and nobody came." becomes "It rained. Nobody came." or "It rained. And nobody came." */
export function withShortStops(text: string, stream: Stream, share: number): string {
  const least = LEAST_WORDS.find(({ below }) => text.length < below)?.words ?? 0;
  let n = 0;
  return text.replace(JOINT, (joint, word: string, subject: string, at: number) => {
    const node = STOP + 2 * n++;
    if (unitAt(stream, node) >= share) return joint;
    const before = lastSentence(text.slice(0, at));
    const after = firstSentence(text.slice(at + joint.length));
    // A name behind a list of others may be one more of them.
    if (/^[A-Z][a-z]/.test(subject) && before.includes(',')) return joint;
    if (HELD.test(before) || LEANS.test(before) || countWords(before) < least || countWords(after) + 1 < least)
      return joint;
    // "But" and "so" say more than that there is another clause: they stay.
    const dropped = word === 'and' && unitAt(stream, node + 1) < WITHOUT_AND;
    return dropped ? `. ${capitalize(subject)}` : `. ${capitalize(word)} ${subject}`;
  });
}
