import { createRequire } from 'node:module';
import type { Analyser } from './analyse.ts';
import type { Analysis } from './analysis.ts';

const require = createRequire(import.meta.url);

/** What a text is written in: `english`; `other`, whose features mean nothing; `unsure`, too short or too odd to say; `none`, no letters. */
export const LANGUAGE_FLAGS = ['english', 'other', 'unsure', 'none'] as const;
export type LanguageFlag = (typeof LANGUAGE_FLAGS)[number];

/** The list of words that are English and nothing else. */
export const FUNCTION_WORDS = 'function_words';

/** From this share of function words on a text is English; in running English it is about a third. */
const ENGLISH_SHARE = 0.15;
/** Up to this share of unknown words an English vocabulary explains the text. */
const FEW_UNKNOWN = 0.25;
const MOST_UNKNOWN = 0.5;
/** Fewer letters than this are too few to tell languages apart by their letters. */
const FEWEST_LETTERS = 12;
/** Reading more of a text than this changes nothing. */
const ENOUGH_WORDS = 300;
const ENOUGH_CHARACTERS = 2000;
/** Fewer words than this may be names. */
const FEWEST_WORDS = 3;
/** From so many letters on the guess by letters stands on its own. */
const MANY_LETTERS = 40;

/** Says what language a text is in. */
export type LanguageReader = (analysis: Analysis) => LanguageFlag;

/** Opens what says whether a text is English: by its function words; where they are rare, by how many words English does not know and by its letters (franc). */
export function openLanguageReader({ unknownShare }: Pick<Analyser, 'unknownShare'>): LanguageReader {
  return (analysis) => {
    const { text, words } = analysis;
    const foreign = isForeignScript(text);
    if (!foreign && words.length > 0 && analysis.hits(FUNCTION_WORDS) / words.length >= ENGLISH_SHARE) return 'english';
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters === 0) return 'none';
    if (foreign) return 'other';
    const unknown = unknownShare(words.slice(0, ENOUGH_WORDS));
    if (unknown <= FEW_UNKNOWN) return 'english';
    const guess = letters < FEWEST_LETTERS ? 'und' : guessByLetters(text.slice(0, ENOUGH_CHARACTERS));
    if (guess === 'eng') return unknown <= MOST_UNKNOWN ? 'english' : 'unsure';
    const sure = unknown > MOST_UNKNOWN || letters >= MANY_LETTERS;
    return guess !== 'und' && words.length >= FEWEST_WORDS && sure ? 'other' : 'unsure';
  };
}

/** The language that a text is most like by its letters, as ISO 639-3; loaded at the first text that needs it, which few do. */
function guessByLetters(text: string): string {
  const { franc } = require('franc-min') as typeof import('franc-min');
  return franc(text);
}

/** True where more than half of the letters are not Latin. */
function isForeignScript(text: string): boolean {
  if (!/[^\p{ASCII}\p{P}\p{S}]/u.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin < letters / 2;
}
