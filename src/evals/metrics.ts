import { UsageError } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';
import type { Metric } from './metric.ts';
import { COMPRESSION } from './metrics/compression.ts';
import { CORPUS_REUSE } from './metrics/corpus-reuse.ts';
import { DIVERSITY } from './metrics/diversity.ts';
import { FAULTS } from './metrics/faults.ts';
import { FIRST_WORDS } from './metrics/first-words.ts';
import { GRAMMAR } from './metrics/grammar.ts';
import { LENGTHS } from './metrics/lengths.ts';
import { NEAR_DUPLICATES } from './metrics/near-duplicates.ts';
import { OPENERS } from './metrics/openers.ts';
import { PARTS_OF_SPEECH } from './metrics/parts-of-speech.ts';
import { READING_EASE } from './metrics/reading-ease.ts';
import { REUSE } from './metrics/reuse.ts';
import { SELF_BLEU } from './metrics/self-bleu.ts';
import { SURFACE } from './metrics/surface.ts';
import { TALK } from './metrics/talk.ts';
import { VOCABULARY } from './metrics/vocabulary.ts';
import { WORD_RARITY } from './metrics/word-rarity.ts';
import { WORN_OUT } from './metrics/worn-out.ts';

/** Every measure of text, in the order of a report: first those of a cell's sample, then those of a whole column. */
export const METRICS: readonly Metric[] = [
  ...COMPRESSION,
  ...PARTS_OF_SPEECH,
  SELF_BLEU,
  ...REUSE,
  ...OPENERS,
  ...DIVERSITY,
  ...VOCABULARY,
  ...WORN_OUT,
  ...LENGTHS,
  ...SURFACE,
  ...TALK,
  WORD_RARITY,
  READING_EASE,
  ...CORPUS_REUSE,
  NEAR_DUPLICATES,
  FIRST_WORDS,
  ...FAULTS,
  ...GRAMMAR,
];

/** The measure of that name; a UsageError with the nearest name where there is none. */
export function metricOf(id: string): Metric {
  const metric = METRICS.find((candidate) => candidate.id === id);
  if (metric) return metric;
  const nearest = nearestName(
    id,
    METRICS.map((known) => known.id),
  );
  throw new UsageError('unknown-metric', `there is no metric "${id}"`, {
    hint: nearest ? `did you mean "${nearest}"?` : `known: ${METRICS.map((known) => known.id).join(', ')}`,
  });
}
