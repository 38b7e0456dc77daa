import { scoreSentiment } from '../../language/vader.ts';
import { areaUnderCurve } from '../../statistics/auc.ts';
import { sampleByClass } from '../../statistics/folds.ts';
import { classesOf, type LabelledText } from './labelled-text.ts';

const MOST_PER_LABEL = 2000;

/** Whether sentiment rises with the label. */
export interface TierOrder {
  /** Mean compound of VADER for each label, in their order; NaN for a label without texts. */
  readonly means: readonly number[];
  /** Each mean is above the one before. */
  readonly isMonotone: boolean;
  /** The chance that a text of the highest label sounds better than one of the lowest. */
  readonly extremes: number;
  /** The same for each label and the one below it: one fewer than labels. */
  readonly neighbours: readonly number[];
}

/**
 * The order of labels by the sentiment of their texts, on at most 2,000 texts a label, always the same ones.
 *
 * @param labels in order, lowest first
 */
export function tierOrder(texts: readonly LabelledText[], labels: readonly string[]): TierOrder {
  const classes = classesOf(texts, labels);
  const scores: number[][] = labels.map(() => []);
  for (const row of sampleByClass(classes, MOST_PER_LABEL)) {
    scores[classes[row] as number]?.push(scoreSentiment((texts[row] as LabelledText).text).compound);
  }
  const means = scores.map((own) => own.reduce((sum, score) => sum + score, 0) / own.length);
  return {
    means,
    isMonotone: means.every((mean, i) => i === 0 || mean > (means[i - 1] as number)),
    extremes: areaUnderCurve(scores[0] ?? [], scores.at(-1) ?? []),
    neighbours: scores.slice(1).map((own, i) => areaUnderCurve(scores[i] ?? [], own)),
  };
}
