import { cohenKappa, quadraticKappa, withinOne } from '../../statistics/agreement.ts';
import { accuracyOf, type Confusion, classScores, confusionOf, macroF1 } from '../../statistics/confusion.ts';

/** How well labels were read from texts. Lists run in the order of the labels. */
export interface LabelReading {
  readonly texts: number;
  /** Share read as the label they were written for. */
  readonly accuracy: number;
  readonly macroF1: number;
  readonly f1: readonly number[];
  /** Cohen's kappa, and the same with squared distances between the labels. */
  readonly kappa: number;
  readonly quadraticKappa: number;
  /** Share read as their own label or a neighbour of it. */
  readonly withinOne: number;
  /** Rows = intended, columns = perceived. */
  readonly confusion: Confusion;
}

/** The figures of a reading, from the intended and the perceived class of each text. */
export function labelReadingOf(
  intended: ArrayLike<number>,
  perceived: ArrayLike<number>,
  labels: number,
): LabelReading {
  const confusion = confusionOf(intended, perceived, labels);
  return {
    texts: intended.length,
    accuracy: accuracyOf(confusion),
    macroF1: macroF1(confusion),
    f1: classScores(confusion).map(({ f1 }) => f1),
    kappa: cohenKappa(confusion),
    quadraticKappa: quadraticKappa(confusion),
    withinOne: withinOne(confusion),
    confusion,
  };
}
