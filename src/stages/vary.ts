import { bitsAt, hashText, type Stream, subStream, unitAt } from '../core/random.ts';
import type { CompiledVoice } from '../grammar/compiled.ts';
import type { Wording } from '../grammar/source.ts';
import { wordsOf } from '../language/words.ts';
import { withCloser, withDisfluencies } from './vary/disfluencies.ts';
import { withFullStops } from './vary/full-stops.ts';
import { brokenIntoLines, inCapitals, lowerCased, withoutFinalStop, withTrailingDots } from './vary/habits.ts';
import { withShortStops } from './vary/short-stops.ts';
import { withSlips } from './vary/slips.ts';
import { openWordings } from './vary/wordings.ts';

/** How texts look on the surface: as told, or as people type into a form. */
export const STYLES = ['natural', 'clean'] as const;
export type Style = (typeof STYLES)[number];

/**
 * Shares of texts with each habit, of long answers (200 characters or more) and of short ones. From 7,160 public employee
 * reviews: no final mark .17 and .54, lower-case start .03 and .10 (long complaints, and all answers). A word in capitals
 * .17 and .07 there, and line breaks .40 and .15, where pros and cons are often lists; both less here, since a story is
 * no list and a stressed word needs a reason, which loud voices have.
 */
const HABITS = {
  long: { noFinalStop: 0.17, lowerCase: 0.03, lines: 0.25, capitals: 0.05 },
  short: { noFinalStop: 0.54, lowerCase: 0.08, lines: 0.1, capitals: 0.03 },
} as const;
const LONG = 200;

const NO_STOP = hashText('no-stop');
const LOWER = hashText('lower');
const LINES = hashText('lines');
const CAPITALS = hashText('capitals');
const DOTS = hashText('dots');

/** Gives a text as the person who tells it would have typed it. */
export type Vary = (text: string, voice: CompiledVoice, stream: Stream, question: string) => string;

/**
 * Opens the stage. A habit belongs to the person: the same number decides in each of their texts, and only the share
 * that it is held against differs with the length. `mostWords` says how many words the answer to a question may have:
 * who has no room left does not stumble.
 */
export function openVary(
  style: Style,
  wordings: readonly Wording[],
  mostWords: Readonly<Record<string, number>> = {},
): Vary {
  if (style === 'clean') return (text) => text;
  const inOwnWords = openWordings(wordings);
  return (text, voice, stream, question) => {
    const own = subStream(stream, hashText(question));
    const long = text.length >= LONG;
    const usual = long ? HABITS.long : HABITS.short;
    const has = (node: number, share: number, ofVoice: number) =>
      unitAt(stream, node) < Math.max(share * voice.ragged, ofVoice);
    // In a short answer the stops would leave sentences of one length.
    let out = voice.fullStops > 0 && long ? withFullStops(text, own, voice.fullStops) : text;
    if (voice.shortStops > 0) out = withShortStops(out, own, voice.shortStops);
    out = inOwnWords(out, voice.name, stream);
    if (has(LOWER, usual.lowerCase, voice.lowerCase)) out = lowerCased(out);
    if (voice.dropArticle > 0) out = withoutArticles(out, own, voice.dropArticle);
    if (voice.trailing > 0 && unitAt(own, DOTS) < voice.trailing) out = withTrailingDots(out, own);
    if (has(CAPITALS, usual.capitals, voice.capitals)) out = inCapitals(out, own);
    const room = () => (mostWords[question] ?? Number.POSITIVE_INFINITY) - wordsOf(out).length;
    if (voice.filler + voice.repeat + voice.breakOff > 0) out = withDisfluencies(out, own, voice, room());
    if (voice.closer > 0) out = withCloser(out, own, voice, room());
    out = withSlips(out, voice.noise, own, stream);
    if (has(LINES, usual.lines, voice.lists)) out = brokenIntoLines(out, stream, voice.lists > 0);
    if (has(NO_STOP, usual.noFinalStop, voice.noFinalStop)) out = withoutFinalStop(out);
    return out;
  };
}

/** Nouns and phrases before which nobody leaves "the" out: "in the end", "at the same time". */
const FIXED =
  'end|same|rest|other|others|first|second|third|last|next|only|whole|most|best|worst|day|time|way|one|ones|thing|middle|meantime|phone|floor|fact|point|door|moment';
const PLAIN_THE = new RegExp(` the (?!(?:${FIXED})\\b)(?=[a-z]{3,})`, 'g');

/** Second-language trace: "the" left out here and there, before a plain noun in mid-sentence. */
function withoutArticles(text: string, stream: Stream, share: number): string {
  let n = 0;
  return text.replace(PLAIN_THE, (match) => (unitAt(stream, bitsAt(stream, n++) | 1) < share ? ' ' : match));
}
