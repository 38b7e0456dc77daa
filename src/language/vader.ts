/**
 * Sentiment of a text by VADER: Hutto and Gilbert (2014), "VADER: A parsimonious rule-based model for sentiment analysis
 * of social media text", with the rules of its program vaderSentiment 3.3.2, oddities included, so that values can be
 * compared. Tokens are VADER's own, not the words of `words.ts`: its rules read capitals, punctuation and emoticons.
 */
import { remembering } from './remembering.ts';
import { VADER_EMOJI, VADER_LEXICON } from './vader-lexicon.ts';
import { sentencesOf } from './words.ts';

/** What VADER says of a text. A text without tokens has 0 throughout. */
export interface VaderScore {
  /** From -1 (worst) to 1 (best). */
  readonly compound: number;
  /** Shares of the text, adding to 1. */
  readonly positive: number;
  readonly negative: number;
  readonly neutral: number;
}

const BOOST = 0.293;
const CAPITALS = 0.733;
const NEGATION = -0.74;
/** How much of a booster counts one, two and three tokens before the word. */
const BOOST_AT_DISTANCE = [1, 0.95, 0.9] as const;

const NEGATIONS = new Set(
  `aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neither neednt never none
  nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent uh-uh without wont wouldnt rarely seldom
  despite`.split(/\s+/),
);
const BOOSTERS = new Set(
  `absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously entirely
  especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking fricking frickin
  frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible incredibly intensely major
  majorly more most particularly purely quite really remarkably so substantially thoroughly total totally tremendous
  tremendously uber unbelievably unusually utter utterly very`.split(/\s+/),
);
const DAMPENERS = new Set(
  `almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly scarce
  scarcely slight slightly somewhat sorta sortof sort-of`.split(/\s+/),
);
const DAMPENING_PAIRS = new Set(['just enough', 'kind of', 'sort of']);
const SPECIAL_PHRASES = new Map([
  ['the shit', 3],
  ['the bomb', 3],
  ['bad ass', 1.5],
  ['bus stop', 0],
  ['yeah right', -2],
  ['kiss of death', -1.5],
  ['to die for', 3],
  ['beating heart', 3.5],
]);
const PHRASE_STARTS = new Set([...DAMPENING_PAIRS, ...SPECIAL_PHRASES.keys()].map((phrase) => phrase.split(' ')[0]));

/** All that the rules ask of a token. */
interface Token {
  readonly lower: string;
  /** From the lexicon; undefined where it does not stand there. */
  readonly valence: number | undefined;
  /** What it adds to a good word after it; 0 where it is no booster. */
  readonly boost: number;
  readonly isCapitals: boolean;
  readonly negates: boolean;
  readonly startsPhrase: boolean;
}

const VALENCES = new Map(
  VADER_LEXICON.trim()
    .split('\n')
    .flatMap((line) => {
      const [valence, ...tokens] = line.split(' ');
      return tokens.map((token) => [token, Number(valence)] as const);
    }),
);
const EMOJI = new Map(
  VADER_EMOJI.trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
);

/** The sentiment of a text, taken as one. A curly apostrophe counts as a straight one. */
export function scoreVader(text: string): VaderScore {
  const plain = withoutEmoji(text.includes('\u2019') ? text.replaceAll('\u2019', "'") : text).trim();
  if (plain === '') return { compound: 0, positive: 0, negative: 0, neutral: 0 };
  const tokens = plain.split(/\s+/).map(tokenOf);
  const capitals = tokens.reduce((count, token) => count + (token.isCapitals ? 1 : 0), 0);
  const someCapitals = capitals > 0 && capitals < tokens.length;
  const valences = tokens.map((token, i) => valenceAt(tokens, token, i, someCapitals));
  weighAroundBut(tokens, valences);
  return scoreOf(valences, emphasisOf(plain));
}

/**
 * The sentiment of an answer: the mean over its sentences where it has at least 2 of them and 150 characters, which
 * follows people's judgement better than the whole (a long text drives the compound to its ends); else of the whole.
 */
export function scoreSentiment(text: string, sentences: readonly string[] = sentencesOf(text)): VaderScore {
  if (text.length < 150 || sentences.length < 2) return scoreVader(text);
  const scores = sentences.map(scoreVader);
  const mean = (part: keyof VaderScore) => scores.reduce((sum, score) => sum + score[part], 0) / scores.length;
  return {
    compound: mean('compound'),
    positive: mean('positive'),
    negative: mean('negative'),
    neutral: mean('neutral'),
  };
}

/** The text with the words of each emoji in its place. */
function withoutEmoji(text: string): string {
  if (!/[\u00a9\u00ae\u2019-\uffff]/.test(text)) return text;
  let out = '';
  let spaced = true;
  for (const sign of text) {
    const words = EMOJI.get(sign);
    out += words === undefined ? sign : spaced ? words : ` ${words}`;
    spaced = words === undefined && sign === ' ';
  }
  return out;
}

/** Tokens by their spelling with the punctuation around them. */
const tokenOf = remembering(readToken);

/** Punctuation around a token goes, unless so little is left that it was an emoticon. */
function readToken(spelling: string): Token {
  const bare = spelling.replace(/^[!-/:-@[-`{-~]+|[!-/:-@[-`{-~]+$/g, '');
  const token = bare.length <= 2 ? spelling : bare;
  const lower = token.toLowerCase();
  return {
    lower,
    valence: VALENCES.get(lower),
    boost: BOOSTERS.has(lower) ? BOOST : DAMPENERS.has(lower) ? -BOOST : 0,
    isCapitals: lower !== token && token.toUpperCase() === token,
    negates: NEGATIONS.has(lower) || lower.includes("n't"),
    startsPhrase: PHRASE_STARTS.has(lower),
  };
}

/** The valence of the token at `i`, under the tokens before it. */
function valenceAt(tokens: readonly Token[], token: Token, i: number, someCapitals: boolean): number {
  if (token.valence === undefined || token.boost !== 0) return 0;
  if (token.lower === 'kind' && tokens[i + 1]?.lower === 'of') return 0;
  let valence = underNo(tokens, token.valence, token, i);
  if (token.isCapitals && someCapitals) valence += valence > 0 ? CAPITALS : -CAPITALS;
  for (let back = 1; back <= 3; back++) {
    const before = tokens[i - back];
    if (before === undefined || before.valence !== undefined) continue;
    valence += boostOf(before, valence, someCapitals) * (BOOST_AT_DISTANCE[back - 1] as number);
    valence *= negationAt(tokens, i, back);
    if (back === 3) valence = underPhrases(tokens, valence, i);
  }
  const last = tokens[i - 1];
  if (last?.lower !== 'least' || last.valence !== undefined) return valence;
  const beforeLast = tokens[i - 2]?.lower;
  return beforeLast === 'at' || beforeLast === 'very' ? valence : valence * NEGATION;
}

/** "no" before a word of the lexicon negates it and says nothing itself. */
function underNo(tokens: readonly Token[], valence: number, token: Token, i: number): number {
  const isNo = (at: number) => tokens[at]?.lower === 'no';
  const joins = tokens[i - 1]?.lower === 'or' || tokens[i - 1]?.lower === 'nor';
  if (isNo(i - 1) || isNo(i - 2) || (isNo(i - 3) && joins)) return valence * NEGATION;
  return token.lower === 'no' && tokens[i + 1]?.valence !== undefined ? 0 : valence;
}

function boostOf(token: Token, valence: number, someCapitals: boolean): number {
  if (token.boost === 0) return 0;
  const boost = valence < 0 ? -token.boost : token.boost;
  if (!token.isCapitals || !someCapitals) return boost;
  return boost + (valence > 0 ? CAPITALS : -CAPITALS);
}

/** By what the token `back` places before `i` multiplies the valence. */
function negationAt(tokens: readonly Token[], i: number, back: number): number {
  const at = (distance: number) => (tokens[i - distance] as Token).lower;
  const isSo = (distance: number) => at(distance) === 'so' || at(distance) === 'this';
  if (back === 2) {
    if (at(2) === 'never' && isSo(1)) return 1.25;
    if (at(2) === 'without' && at(1) === 'doubt') return 1;
  }
  if (back === 3) {
    // "so" or "this" just before counts with or without "never": a slip of the published program, kept
    if ((at(3) === 'never' && isSo(2)) || isSo(1)) return 1.25;
    if (at(3) === 'without' && (at(2) === 'doubt' || at(1) === 'doubt')) return 1;
  }
  return (tokens[i - back] as Token).negates ? NEGATION : 1;
}

/** The valence under the phrases that end at `i` or begin there. */
function underPhrases(tokens: readonly Token[], given: number, i: number): number {
  const phrase = (from: number, length: number): string =>
    tokens[from]?.startsPhrase && from + length <= tokens.length
      ? tokens
          .slice(from, from + length)
          .map(({ lower }) => lower)
          .join(' ')
      : '';
  const special = (from: number, length: number) => SPECIAL_PHRASES.get(phrase(from, length));
  let valence =
    special(i - 1, 2) ?? special(i - 2, 3) ?? special(i - 2, 2) ?? special(i - 3, 3) ?? special(i - 3, 2) ?? given;
  valence = special(i, 3) ?? special(i, 2) ?? valence;
  for (const from of [i - 3, i - 2]) if (DAMPENING_PAIRS.has(phrase(from, 2))) valence -= BOOST;
  return valence;
}

/**
 * What stands before the first "but" counts half, what stands behind it one and a half times. Values are found by their
 * first equal, as in the published program, so of two that become equal one is weighed twice.
 */
function weighAroundBut(tokens: readonly Token[], valences: number[]): void {
  const but = tokens.findIndex(({ lower }) => lower === 'but');
  if (but < 0) return;
  for (let i = 0; i < valences.length; i++) {
    const valence = valences[i] as number;
    if (valence === 0) continue;
    const first = valences.indexOf(valence);
    if (first < but) valences[first] = valence * 0.5;
    else if (first > but) valences[first] = valence * 1.5;
  }
}

/** What exclamation and question marks add. */
function emphasisOf(text: string): number {
  let exclamations = 0;
  let questions = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 33) exclamations++;
    else if (code === 63) questions++;
  }
  const asked = questions <= 1 ? 0 : questions <= 3 ? questions * 0.18 : 0.96;
  return Math.min(exclamations, 4) * 0.292 + asked;
}

function scoreOf(valences: readonly number[], emphasis: number): VaderScore {
  let sum = 0;
  let positive = 0;
  let negative = 0;
  let neutral = 0;
  for (const valence of valences) {
    sum += valence;
    if (valence > 0) positive += valence + 1;
    else if (valence < 0) negative += 1 - valence;
    else neutral++;
  }
  if (sum > 0) sum += emphasis;
  else if (sum < 0) sum -= emphasis;
  if (positive > negative) positive += emphasis;
  else if (positive < negative) negative += emphasis;
  const total = positive + negative + neutral;
  return {
    compound: sum / Math.sqrt(sum * sum + 15),
    positive: positive / total,
    negative: negative / total,
    neutral: neutral / total,
  };
}
