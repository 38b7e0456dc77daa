import type { Analysis } from '../analysis.ts';
import { type Feature, share } from './feature.ts';

/** The tokens of each sentence. */
function sentenceTokens({ tagged }: Analysis): readonly (readonly string[])[] {
  return tagged.sentenceEnds.map((end, i) => tagged.tokens.slice(tagged.sentenceEnds[i - 1] ?? 0, end));
}

/** The standard deviation (over n) of the words of a sentence. */
function lengthDeviation(analysis: Analysis): number {
  const lengths = sentenceTokens(analysis).map(
    (tokens) => tokens.filter((token) => /[\p{L}\p{N}]/u.test(token)).length,
  );
  const mean = share(
    lengths.reduce((sum, length) => sum + length, 0),
    lengths.length,
  );
  return Math.sqrt(
    share(
      lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0),
      lengths.length,
    ),
  );
}

function endingWith(mark: string): Feature['of'] {
  return (analysis) => {
    const sentences = sentenceTokens(analysis);
    const ending = sentences.filter((tokens) => tokens.slice(-2).some((token) => token.includes(mark)));
    return share(ending.length, sentences.length);
  };
}

function sentence(
  name: string,
  description: string,
  most: number | null,
  source: string,
  of: Feature['of'],
  lists?: readonly string[],
): Feature {
  return Object.freeze({
    name,
    set: 'extended',
    description,
    type: 'number',
    range: [0, most],
    source,
    of,
    ...(lists ? { lists } : {}),
  } satisfies Feature);
}

/** What the sentences of a text are like. */
export const SENTENCE_FEATURES: readonly Feature[] = Object.freeze([
  sentence(
    'sentence_length_std',
    'standard deviation of the tagged words of a sentence (a contraction has two), 0 for one sentence',
    null,
    'TextDescriptives (Hansen et al. 2023)',
    lengthDeviation,
  ),
  sentence(
    'subordinators_per_sentence',
    'hits of the list subordinators over sentences',
    null,
    'Quirk et al. 1985, A comprehensive grammar of the English language, 14.12',
    (analysis) => share(analysis.hits('subordinators'), analysis.sentences),
    ['subordinators'],
  ),
  sentence('question_share', 'sentences that end with a question mark over sentences', 1, 'ours', endingWith('?')),
  sentence(
    'exclamation_share',
    'sentences that end with an exclamation mark over sentences',
    1,
    'ours',
    endingWith('!'),
  ),
]);
