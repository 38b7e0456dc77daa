import { measureMtld } from '../diversity.ts';
import { type Feature, share } from './feature.ts';

function count(
  name: string,
  description: string,
  of: Feature['of'],
  source = 'TextDescriptives (Hansen et al. 2023)',
): Feature {
  return Object.freeze({
    name,
    set: 'extended',
    description,
    type: 'integer',
    range: [0, null],
    source,
    of,
  } satisfies Feature);
}

function measure(
  name: string,
  description: string,
  of: Feature['of'],
  most: number | null = null,
  source = 'TextDescriptives (Hansen et al. 2023)',
): Feature {
  return Object.freeze({
    name,
    set: 'extended',
    description,
    type: 'number',
    range: [0, most],
    source,
    of,
  } satisfies Feature);
}

/** How much there is of a text, how long its words are and how often they come again. */
export const COUNT_FEATURES: readonly Feature[] = Object.freeze([
  count('n_tokens', 'words', ({ words }) => words.length),
  count('n_unique_tokens', 'different words', ({ words }) => new Set(words).size),
  count('n_sentences', 'sentences; a line break ends one', ({ sentences }) => sentences),
  count(
    'n_characters',
    'characters without blanks, as Unicode counts them',
    ({ text }) => [...text.replace(/\s/g, '')].length,
  ),
  count('n_letters', 'letters of any script', ({ text }) => text.match(/\p{L}/gu)?.length ?? 0, 'ours'),
  measure('token_length_mean', 'characters of a word, the mean', ({ words }) =>
    share(
      words.reduce((sum, word) => sum + word.length, 0),
      words.length,
    ),
  ),
  measure('syllables_per_token_mean', 'syllables of a word, the mean', ({ syllables }) =>
    share(
      syllables.reduce((sum, number) => sum + number, 0),
      syllables.length,
    ),
  ),
  measure(
    'proportion_unique_tokens',
    'different words over words',
    ({ words }) => share(new Set(words).size, words.length),
    1,
  ),
  measure(
    'mtld',
    'length of a stretch of words before its share of different ones falls below .72; the number of words where none comes again',
    ({ words }) => measureMtld(words),
    null,
    'McCarthy and Jarvis 2010, MTLD, vocd-D, and HD-D',
  ),
]);
