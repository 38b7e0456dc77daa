import { areaUnderCurve } from '../../statistics/auc.ts';
import { brierScore, calibrationError } from '../../statistics/calibration.ts';
import { accuracyOf, confusionOf, macroF1 } from '../../statistics/confusion.ts';
import { regressionScores } from '../../statistics/regression-scores.ts';
import { numbersAt, type ProbeTarget } from './probe-data.ts';

/** Figure -> value; NaN where the rows do not allow one. */
export type Scores = Readonly<Record<string, number>>;

/** The figure that a dataset is judged by, for each kind of target. */
export const HEADLINE = { numbers: 'r2', classes: 'macroF1' } as const;

/**
 * What predictions are worth on some rows. Numbers: R², mean absolute error, root mean squared error. Classes: macro-F1,
 * accuracy, area under the ROC curve (of more than two classes the mean of each against the rest, over the classes that
 * are there), expected calibration error, Brier score.
 *
 * @param predicted a number for each of the rows, or the chance of each class
 */
export function scoresOf(target: ProbeTarget, rows: Int32Array, predicted: Float64Array): Scores {
  if (target.kind === 'numbers') return { ...regressionScores(numbersAt(target.values, rows), predicted) };
  const classes = target.names.length;
  const labels = Int32Array.from(rows, (row) => target.labels[row] as number);
  const chosen = labels.map((_, i) => {
    const own = predicted.subarray(i * classes, (i + 1) * classes);
    return own.indexOf(Math.max(...own));
  });
  const confusion = confusionOf(labels, chosen, classes);
  return {
    macroF1: macroF1(confusion),
    accuracy: accuracyOf(confusion),
    auc: meanAuc(predicted, labels, classes),
    ece: calibrationError(predicted, labels, classes),
    brier: brierScore(predicted, labels, classes),
  };
}

function meanAuc(chances: Float64Array, labels: Int32Array, classes: number): number {
  const asked = classes === 2 ? [1] : Array.from({ length: classes }, (_, c) => c);
  const areas = asked
    .map((c) => {
      const own: number[] = [];
      const rest: number[] = [];
      labels.forEach((label, i) => {
        (label === c ? own : rest).push(chances[i * classes + c] as number);
      });
      return areaUnderCurve(rest, own);
    })
    .filter((area) => !Number.isNaN(area));
  return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}
