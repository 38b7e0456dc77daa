import { stratifiedSplit } from '../../statistics/folds.ts';
import { type LabelReading, labelReadingOf } from './label-reading.ts';
import { classesOf, type LabelledText, pick } from './labelled-text.ts';
import { trainReader } from './reader.ts';

const TEST_SHARE = 0.2;

/**
 * How well labels are read within one corpus: a reader (see `trainReader` for its limits) learns from four fifths of the
 * texts of each label and reads the last fifth. The same texts give the same figures.
 */
export function trainTestProbe(texts: readonly LabelledText[], labels: readonly string[]): LabelReading {
  const classes = classesOf(texts, labels);
  const { train, test } = stratifiedSplit(classes, TEST_SHARE, 1);
  const perceptions = trainReader(pick(texts, train), labels)(pick(texts, test));
  return labelReadingOf(
    pick(classes, test),
    perceptions.map(({ label }) => label),
    labels.length,
  );
}
