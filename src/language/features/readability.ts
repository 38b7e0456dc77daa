import type { Analysis } from '../analysis.ts';
import { clip, type Feature, share } from './feature.ts';

/** What the formulas of readability are made of. */
interface Parts {
  /** Words and syllables for each sentence and word; sentences are at least 1. */
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  /** Words of three syllables or more. */
  readonly complexWords: number;
  /** Words of seven letters or more. */
  readonly longWords: number;
  readonly letters: number;
}

/** Several formulas of one text ask for the same parts. */
const known = new WeakMap<Analysis, Parts>();

function partsOf(analysis: Analysis): Parts {
  const met = known.get(analysis);
  if (met !== undefined) return met;
  const { words, sentences, syllables } = analysis;
  const parts = {
    words: words.length,
    sentences: Math.max(1, sentences),
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    complexWords: syllables.filter((count) => count >= 3).length,
    longWords: words.filter((word) => word.length > 6).length,
    letters: words.reduce((sum, word) => sum + (word.match(/[a-z0-9]/g)?.length ?? 0), 0),
  };
  known.set(analysis, parts);
  return parts;
}

/** Flesch's reading ease with real sentences and syllables, held in -50 to 121; 50 without words. */
export function fleschReadingEase(analysis: Analysis): number {
  const { words, sentences, syllables } = partsOf(analysis);
  if (words === 0) return 50;
  return clip(206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words), -50, 121);
}

function formula(name: string, description: string, source: string, of: (parts: Parts) => number): Feature {
  return Object.freeze({
    name,
    set: 'extended',
    description: `${description}; 0 without words`,
    type: 'number',
    range: [-20, null],
    source,
    of: (analysis: Analysis) => (analysis.words.length === 0 ? 0 : Math.max(-20, of(partsOf(analysis)))),
  } satisfies Feature);
}

/** School grades and scores of readability, with the names of TextDescriptives. */
export const READABILITY_FEATURES: readonly Feature[] = Object.freeze([
  formula(
    'flesch_kincaid_grade',
    '.39 words/sentences + 11.8 syllables/words - 15.59',
    'Kincaid et al. 1975',
    ({ words, sentences, syllables }) => 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59,
  ),
  formula(
    'gunning_fog',
    '.4 (words/sentences + 100 words of three syllables or more/words)',
    'Gunning 1952, The technique of clear writing',
    ({ words, sentences, complexWords }) => 0.4 * (words / sentences + (100 * complexWords) / words),
  ),
  formula(
    'smog',
    '1.043 sqrt(30 words of three syllables or more/sentences) + 3.1291, whatever the number of sentences',
    'McLaughlin 1969, SMOG grading',
    ({ sentences, complexWords }) => 1.043 * Math.sqrt((30 * complexWords) / sentences) + 3.1291,
  ),
  formula(
    'automated_readability_index',
    '4.71 letters/words + .5 words/sentences - 21.43',
    'Smith and Senter 1967',
    ({ words, sentences, letters }) => 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43,
  ),
  formula(
    'coleman_liau_index',
    '.0588 letters a hundred words - .296 sentences a hundred words - 15.8',
    'Coleman and Liau 1975',
    ({ words, sentences, letters }) => (5.88 * letters) / words - (29.6 * sentences) / words - 15.8,
  ),
  formula(
    'lix',
    'words/sentences + 100 words of seven letters or more/words',
    'Björnsson 1968',
    ({ words, sentences, longWords }) => words / sentences + (100 * longWords) / words,
  ),
  formula('rix', 'words of seven letters or more/sentences', 'Anderson 1983', ({ sentences, longWords }) =>
    share(longWords, sentences),
  ),
]);
