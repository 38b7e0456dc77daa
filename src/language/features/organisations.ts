import type { Analysis } from '../analysis.ts';
import type { Feature } from './feature.ts';

const WORDS = 'organisation_words';
const NAMES = 'organisation_names';
/** Words that stand inside a name. */
const JOINERS = new Set(['of', 'and', '&', 'for']);

/** Runs of capitalised words that hold an organisation's noun ("Mercy Hospital") or are known ("Google"). */
function countOrganisations(analysis: Analysis): number {
  const { tokens, tags } = analysis.tagged;
  const isName = (i: number) => /^\p{Lu}/u.test(tokens[i] ?? '') && (tags[i] === 'PROPN' || tags[i] === 'NOUN');
  let found = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!isName(i)) continue;
    let end = i + 1;
    while (isName(end) || (JOINERS.has(tokens[end] as string) && isName(end + 1))) end++;
    const words = tokens.slice(i, end).map((token) => token.toLowerCase());
    const known = words.some((word) => analysis.isIn(NAMES, word));
    if (known || (words.length > 1 && words.some((word) => analysis.isIn(WORDS, word)))) found++;
    i = end - 1;
  }
  return found;
}

/** Organisations that a text names. */
export const ORGANISATION_FEATURES: readonly Feature[] = Object.freeze([
  Object.freeze({
    name: 'named_organisations',
    set: 'extended',
    description:
      'runs of capitalised nouns that hold a word of the list organisation_words beside another, or one of organisation_names; a rule, not a recogniser',
    type: 'integer',
    range: [0, null],
    source: 'ours',
    lists: [WORDS, NAMES],
    of: countOrganisations,
  } satisfies Feature),
]);
