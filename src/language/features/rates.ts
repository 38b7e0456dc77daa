import { type Feature, perHundredWords } from './feature.ts';

function rate(list: string, name = list): Feature {
  return Object.freeze({
    name,
    set: 'extended',
    description: `hits of the list ${list} a hundred words`,
    type: 'number',
    range: [0, 100],
    source: `lists: ${list}`,
    lists: [list],
    of: (analysis) => perHundredWords(analysis.hits(list), analysis),
  } satisfies Feature);
}

/** How often words of a kind stand in a text: stance, persons, connectives, states of mind. */
export const RATE_FEATURES: readonly Feature[] = Object.freeze([
  Object.freeze({
    name: 'negation_count',
    set: 'extended',
    description: 'hits of the list negations',
    type: 'integer',
    range: [0, null],
    source: 'lists: negations',
    lists: ['negations'],
    of: (analysis) => analysis.hits('negations'),
  } satisfies Feature),
  rate('modals'),
  rate('hedges'),
  rate('intensifiers'),
  rate('first_person_singular'),
  rate('first_person_plural'),
  rate('second_person'),
  rate('third_person'),
  rate('connectives_causal'),
  rate('connectives_contrastive'),
  rate('connectives_temporal'),
  rate('connectives_additive'),
  rate('connectives_conditional'),
  rate('psych_joy'),
  rate('psych_sadness'),
  rate('psych_anger'),
  rate('psych_anxiety'),
  rate('psych_insight'),
  rate('psych_certainty'),
  rate('psych_effort'),
  rate('psych_affiliation'),
]);
