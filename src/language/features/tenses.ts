import type { Analysis } from '../analysis.ts';
import { type Feature, share } from './feature.ts';

const FUTURE = new Set(['will', "'ll", 'wo', 'shall', 'gonna']);
/** Says nothing of the tense, and takes it from the verb behind it. */
const TENSELESS = new Set([
  'can',
  'ca',
  'could',
  'may',
  'might',
  'must',
  'should',
  'would',
  "'d",
  'ought',
  'be',
  'been',
  'being',
]);
const IRREGULAR_PAST = 'irregular_past';

interface Tenses {
  readonly past: number;
  readonly present: number;
  readonly future: number;
}

/** Verbs that carry a tense, by tense: the first of each group of verbs, read by its form. */
function tensesOf(analysis: Analysis): Tenses {
  const { tokens, tags } = analysis.tagged;
  const counts = { past: 0, present: 0, future: 0 };
  let carried = false;
  for (let i = 0; i < tokens.length; i++) {
    const tag = tags[i];
    const word = (tokens[i] as string).toLowerCase();
    if (tag !== 'VERB' && tag !== 'AUX') {
      // "has never gone", "do n't know", "will she go": what stands between does not end the group.
      if (tag === 'PART' && word === 'to') carried = true;
      else if (tag !== 'ADV' && tag !== 'PART' && !(carried && tag === 'PRON')) carried = false;
      continue;
    }
    if (!carried && !word.endsWith('ing')) {
      if (FUTURE.has(word)) counts.future++;
      else if (word.endsWith('ed') || analysis.isIn(IRREGULAR_PAST, word)) counts.past++;
      else if (!TENSELESS.has(word)) counts.present++;
    }
    carried = tag === 'AUX';
  }
  return counts;
}

function tense(part: keyof Tenses): Feature {
  return Object.freeze({
    name: `${part}_tense_share`,
    set: 'extended',
    description: `verbs in the ${part} over verbs that carry a tense, read by their forms (-ed and the list irregular_past; will, shall); 0 without such a verb`,
    type: 'number',
    range: [0, 1],
    source: 'ours; the forms are those of Quirk et al. 1985, 3.52 and 4.42',
    lists: [IRREGULAR_PAST],
    of: (analysis) => {
      const tenses = tensesOf(analysis);
      return share(tenses[part], tenses.past + tenses.present + tenses.future);
    },
  } satisfies Feature);
}

/** Which time a text speaks of. */
export const TENSE_FEATURES: readonly Feature[] = Object.freeze([tense('past'), tense('present'), tense('future')]);
