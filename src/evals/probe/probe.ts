import { groupFolds, shuffledFolds } from '../../statistics/folds.ts';
import { crossValidate, type Spreads, spreadsOf, targetAt } from './cross-validate.ts';
import { openDesign } from './design.ts';
import type { ProbeModel, TopFeature } from './models.ts';
import type { ProbeData } from './probe-data.ts';
import { HEADLINE } from './scores.ts';

export interface ProbeOptions {
  readonly models: readonly ProbeModel[];
  readonly folds: number;
  readonly seed: number;
  /** The group of each row; rows of a group stay in one fold. Undefined where there is none. */
  readonly groups?: readonly string[] | undefined;
  /** Called after each fold, shuffled or grouped. */
  readonly onFold?: (() => void) | undefined;
}

/** How well one model learns the target. */
export interface ModelScores {
  /** Its name, or `baseline`: always the mean, always the largest class. */
  readonly model: string;
  /** Rows in folds as drawn. */
  readonly shuffled: Spreads;
  /** Groups kept together; null without groups. */
  readonly grouped: Spreads | null;
  /** What the headline figure loses when groups are kept together; null without groups. */
  readonly leak: number | null;
  /** Learned from all rows. */
  readonly top: readonly TopFeature[];
}

/** How learnable a target is. */
export interface Learnability {
  /** The figure that `leak` is told in: `r2` or `macroF1`. */
  readonly headline: string;
  /** The baseline first. */
  readonly models: readonly ModelScores[];
}

/** Learns the target by each model over shuffled folds and, where rows have groups, over grouped folds. The same seed gives the same figures. */
export function probe(data: ProbeData, { models, folds, seed, groups, onFold }: ProbeOptions): Learnability {
  const { target, rows } = data;
  const headline = HEADLINE[target.kind];
  const strata = target.kind === 'classes' ? target.labels : new Int32Array(rows);
  const shuffled = crossValidate(data, models, shuffledFolds(strata, folds, seed), seed, onFold).map(spreadsOf);
  const grouped = groups && crossValidate(data, models, groupFolds(groups, folds), seed, onFold).map(spreadsOf);
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const design = openDesign(data, all, new Int32Array(0));
  return {
    headline,
    models: ['baseline', ...models.map(({ id }) => id)].map((model, i) => {
      const together = grouped?.[i] ?? null;
      const [high, low] = [shuffled[i]?.[headline]?.mean ?? null, together?.[headline]?.mean ?? null];
      return {
        model,
        shuffled: shuffled[i] as Spreads,
        grouped: together,
        leak: high === null || low === null ? null : high - low,
        top: models[i - 1]?.fit(design, targetAt(target, all), seed).top() ?? [],
      };
    }),
  };
}
