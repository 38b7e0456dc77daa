import { stratifiedSplit } from '../../statistics/folds.ts';
import { fitNaiveBayes } from '../../statistics/naive-bayes.ts';
import { fitVocabulary } from '../../statistics/vocabulary.ts';
import { type LabelReading, labelReadingOf } from './label-reading.ts';
import { classesOf, documentsOf, type LabelledText, pick } from './labelled-text.ts';

/**
 * How well labels are read back by naive Bayes over single words: it learns from half the texts of each label and reads
 * the other half. A macro-F1 near 1 says that labels are written on the forehead, near 1 / labels that they are noise.
 */
export function readBack(texts: readonly LabelledText[], labels: readonly string[]): LabelReading {
  const classes = classesOf(texts, labels);
  const { train, test } = stratifiedSplit(classes, 0.5, 2);
  const learned = pick(texts, train);
  const vocabulary = fitVocabulary(documentsOf(learned));
  const model = fitNaiveBayes(vocabulary.count(documentsOf(learned)), pick(classes, train), labels.length);
  const perceived = model.predict(vocabulary.count(documentsOf(pick(texts, test))));
  return labelReadingOf(pick(classes, test), perceived, labels.length);
}
