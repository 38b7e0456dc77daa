import type { Analysis } from '../analysis.ts';
import { clip, type Feature, share } from './feature.ts';

const SOURCE = 'the reference system of the students pack';
const SHARE = [0, 1] as const;
const COUNT = [0, null] as const;

function reference(feature: Omit<Feature, 'set' | 'source'>): Feature {
  return Object.freeze({ set: 'reference', source: SOURCE, ...feature });
}

function listShare(name: string, list: string, size: number): Feature {
  return reference({
    name,
    description: `words of the reference list ${list} (${size} words) over all words; punctuation around a word does not matter`,
    type: 'number',
    range: SHARE,
    lists: [list],
    of: (analysis) => share(analysis.hits(list), analysis.words.length),
  });
}

function classCount(name: string, part: 'noun' | 'verb' | 'adjective' | 'adverb', without = ''): Feature {
  return reference({
    name,
    description: `${part}s${without}; rounded where the taggers of the profile differ`,
    type: 'integer',
    range: COUNT,
    of: ({ classes }) => Math.round(classes[part]),
  });
}

/** Flesch reading ease with sentences counted as marks (. ! ?) and syllables as groups of vowels; 50 where there is no word. */
function readability({ text, words, vowelGroups }: Analysis): number {
  if (words.length === 0) return 50;
  const sentences = Math.max(1, text.match(/[.!?]/g)?.length ?? 0);
  return clip(206.835 - 1.015 * (words.length / sentences) - 84.6 * (vowelGroups / words.length), 0, 100);
}

/** Clause density on the scale that depths of dependency trees have: 2 without a full verb, 3 at two a sentence, towards 4. */
function complexity({ words, classes, sentences }: Analysis): number {
  if (words.length === 0) return 0;
  const density = share(classes.verb, sentences);
  return 2 + (2 * density) / (density + 2);
}

/** The 16 features of the reference system, with their names, meanings and order. */
export const REFERENCE_FEATURES: readonly Feature[] = Object.freeze([
  listShare('empathy_markers', 'empathy', 21),
  listShare('problem_solving_language', 'problem_solving', 23),
  listShare('perseverance_indicators', 'perseverance', 21),
  listShare('social_processes', 'social', 21),
  listShare('cognitive_processes', 'cognitive', 19),
  reference({
    name: 'positive_sentiment',
    description: 'share of the text that VADER reads as positive',
    type: 'number',
    range: SHARE,
    of: ({ vader }) => vader.positive,
  }),
  reference({
    name: 'negative_sentiment',
    description: 'share of the text that VADER reads as negative',
    type: 'number',
    range: SHARE,
    of: ({ vader }) => vader.negative,
  }),
  reference({
    name: 'avg_sentence_length',
    description: 'tokens, marks among them, over sentences',
    type: 'number',
    range: COUNT,
    of: ({ tagged, sentences }) => share(tagged.tokens.length, sentences),
  }),
  reference({
    name: 'syntactic_complexity',
    description:
      '2 + 2d / (d + 2), where d is full verbs over sentences: clause density on the scale of the depth of a dependency tree, without a parser; 0 without words',
    type: 'number',
    range: [0, 4],
    of: complexity,
  }),
  reference({
    name: 'word_count',
    description: 'tokens, marks among them; a contraction has two',
    type: 'integer',
    range: COUNT,
    of: ({ tagged }) => tagged.tokens.length,
  }),
  reference({
    name: 'unique_word_count',
    description: 'different tokens of letters alone, without regard to case',
    type: 'integer',
    range: COUNT,
    of: ({ tagged }) =>
      new Set(tagged.tokens.filter((token) => /^\p{L}+$/u.test(token)).map((token) => token.toLowerCase())).size,
  }),
  classCount('noun_count', 'noun', ' that are no names'),
  classCount('verb_count', 'verb', ' that are no auxiliaries'),
  classCount('adj_count', 'adjective'),
  classCount('adv_count', 'adverb'),
  reference({
    name: 'readability_score',
    description:
      '206.835 - 1.015 words/sentences - 84.6 syllables/words, held in 0 to 100, with a sentence for each . ! ? and a syllable for each group of vowels; 50 without words',
    type: 'number',
    range: [0, 100],
    of: readability,
  }),
]);
