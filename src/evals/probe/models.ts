import { fitBoostedClasses, fitBoostedNumbers } from '../../statistics/boosted-trees.ts';
import { fitLogisticRegression } from '../../statistics/logistic-regression.ts';
import { fitForestClasses, fitForestNumbers } from '../../statistics/random-forest.ts';
import { fitRidge } from '../../statistics/ridge.ts';
import type { Design } from './design.ts';

/** What a model says of the test rows, and which features it goes by. */
interface Fitted {
  /** A number for each test row, or the chance of each class row after row. */
  readonly predicted: Float64Array;
  /** The features that weigh most, the heaviest first. */
  readonly top: () => readonly TopFeature[];
}

/** A feature that a model goes by. */
export interface TopFeature {
  readonly feature: string;
  /** A coefficient (of a feature at deviation 1, of a term in TF-IDF), or of trees a share of the gain. */
  readonly weight: number;
  /** The class that the coefficient speaks for. */
  readonly label?: string;
}

/** Targets of the training rows. */
export type TrainingTarget =
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  | { readonly kind: 'classes'; readonly labels: Int32Array; readonly names: readonly string[] };

/** A way to learn, for numbers, for classes, or for both. */
export interface ProbeModel {
  readonly id: string;
  readonly learns: readonly TrainingTarget['kind'][];
  /** It is asked by default where there are no features but texts. */
  readonly forTexts: boolean;
  fit(design: Design, target: TrainingTarget, seed: number): Fitted;
}

/** Features kept for each model, or for each class of it. */
const MOST_TOP = 10;
/** Steps of logistic regression, as scikit-learn's. */
const MOST_STEPS = 100;

/** Ridge and logistic regression at the penalty of 1, a random forest of 100 trees, 100 rounds of boosted trees of depth 5. */
export const PROBE_MODELS: readonly ProbeModel[] = Object.freeze<ProbeModel[]>([
  {
    id: 'ridge',
    learns: ['numbers'],
    forTexts: true,
    fit(design, target) {
      const { names, train, test } = design.linear();
      const model = fitRidge(train, valuesOf(target));
      return {
        predicted: model.predict(test),
        top: () => heaviest(names, model.weights, Math.abs),
      };
    },
  },
  {
    id: 'logistic',
    learns: ['classes'],
    forTexts: true,
    fit(design, target) {
      const { names, train, test } = design.linear();
      const { labels, names: classes } = classesOf(target);
      const model = fitLogisticRegression(train, labels, classes.length, { maxIterations: MOST_STEPS });
      return {
        predicted: model.probabilities(test),
        top: () =>
          classes.flatMap((label, c) => {
            const weights = names.map((_, column) => model.weights[column * classes.length + c] as number);
            // words that speak for a class say more than the many that do not
            const measure = design.readsTexts ? (weight: number) => weight : Math.abs;
            return heaviest(names, weights, measure).map((feature) => ({ ...feature, label }));
          }),
      };
    },
  },
  {
    id: 'forest',
    learns: ['numbers', 'classes'],
    forTexts: false,
    fit(design, target, seed) {
      const { names, train, test } = design.columns();
      const model =
        target.kind === 'numbers'
          ? fitForestNumbers(train, target.values, { seed })
          : fitForestClasses(train, target.labels, target.names.length, { seed });
      return { predicted: model.predict(test), top: () => heaviest(names, model.importance, (share) => share) };
    },
  },
  {
    id: 'boosted',
    learns: ['numbers', 'classes'],
    forTexts: false,
    fit(design, target) {
      const { names, train, test } = design.columns();
      const model =
        target.kind === 'numbers'
          ? fitBoostedNumbers(train, target.values)
          : fitBoostedClasses(train, target.labels, target.names.length);
      return { predicted: model.predict(test), top: () => heaviest(names, model.importance, (share) => share) };
    },
  },
]);

function heaviest(
  names: readonly string[],
  weights: ArrayLike<number>,
  measure: (weight: number) => number,
): readonly TopFeature[] {
  return names
    .map((feature, i) => ({ feature, weight: weights[i] as number }))
    .filter(({ weight }) => measure(weight) > 0)
    .sort((a, b) => measure(b.weight) - measure(a.weight))
    .slice(0, MOST_TOP);
}

function valuesOf(target: TrainingTarget): Float64Array {
  if (target.kind === 'numbers') return target.values;
  throw new TypeError('this model learns numbers');
}

function classesOf(target: TrainingTarget): Extract<TrainingTarget, { kind: 'classes' }> {
  if (target.kind === 'classes') return target;
  throw new TypeError('this model learns classes');
}
