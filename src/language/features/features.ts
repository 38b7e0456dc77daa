import { UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import { CORE_FEATURES } from './core.ts';
import { COUNT_FEATURES } from './counts.ts';
import { FEATURE_SETS, type Feature } from './feature.ts';
import { ORGANISATION_FEATURES } from './organisations.ts';
import { OTHER_SENTIMENT_FEATURES } from './other-sentiment.ts';
import { RATE_FEATURES } from './rates.ts';
import { READABILITY_FEATURES } from './readability.ts';
import { REFERENCE_FEATURES } from './reference.ts';
import { SENTENCE_FEATURES } from './sentences.ts';
import { TENSE_FEATURES } from './tenses.ts';

/** Every feature, in the order of the columns; a new one is an object in a file beside this, and cases in test/fixtures. */
export const FEATURES: readonly Feature[] = Object.freeze([
  ...REFERENCE_FEATURES,
  ...CORE_FEATURES,
  ...COUNT_FEATURES,
  ...READABILITY_FEATURES,
  ...SENTENCE_FEATURES,
  ...RATE_FEATURES,
  ...TENSE_FEATURES,
  ...ORGANISATION_FEATURES,
  ...OTHER_SENTIMENT_FEATURES,
]);

/** The features of names and sets ("core", "all"), each once, in the order named. Throws UsageError with the nearest name. */
export function featuresOf(names: readonly string[]): readonly Feature[] {
  const found = names.flatMap((name) => {
    if (name === 'all') return FEATURES;
    const chosen = FEATURES.filter((feature) => feature.name === name || feature.set === name);
    if (chosen.length > 0) return chosen;
    throw new UsageError('unknown-feature', `there is no feature or set '${name}'`, {
      at: '--set',
      hint: nearHint(
        name,
        [...FEATURE_SETS, 'all', ...FEATURES.map((feature) => feature.name)],
        `use ${FEATURE_SETS.join(', ')}, all or names that fabula features --list shows`,
      ),
    });
  });
  if (found.length > 0) return [...new Set(found)];
  throw new UsageError('no-features', 'no feature is named', {
    at: '--set',
    hint: 'use core, reference, extended or all',
  });
}
