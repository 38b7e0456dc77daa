import { DecisionTreeRegression } from 'ml-cart';
import { normalAt, openStream } from '../src/core/random.ts';
import { fitBoostedNumbers } from '../src/statistics/boosted-trees.ts';
import { fitForestNumbers } from '../src/statistics/random-forest.ts';

/** Rows that a second of learning gets through, one tree after another. */
export interface TreeFigure {
  readonly learner: string;
  readonly trees: number;
  /** Rows times trees. */
  readonly rowsPerSecond: number;
}

const ROWS = 1000;
const COLUMNS = 26;
const ROUNDS = 4;
const DEPTH = 5;

/** Measures tree learners on the same rows, side by side: rounds alternate, the best round of each counts. */
export function measureTrees(): readonly TreeFigure[] {
  const stream = openStream(1, 'bench');
  const columns = Array.from({ length: COLUMNS }, (_, j) =>
    Float64Array.from({ length: ROWS }, (_, i) => normalAt(stream, i * 64 + j)),
  );
  const targets = Array.from(
    { length: ROWS },
    (_, i) => 2 * (columns[0]?.[i] ?? 0) + Math.sin(3 * (columns[1]?.[i] ?? 0)) + normalAt(stream, i * 64 + 50),
  );
  const rows = targets.map((_, i) => columns.map((values) => values[i] as number));
  const learners: readonly { readonly learner: string; readonly trees: number; readonly learn: () => unknown }[] = [
    {
      learner: 'boosted trees, depth 5',
      trees: 100,
      learn: () => fitBoostedNumbers(columns, targets, { depth: DEPTH }),
    },
    { learner: 'random forest, whole trees', trees: 100, learn: () => fitForestNumbers(columns, targets) },
    {
      learner: 'ml-cart, depth 5',
      trees: 1,
      learn: () =>
        new DecisionTreeRegression({ maxDepth: DEPTH, minNumSamples: 20, gainFunction: 'regression' }).train(
          rows,
          targets,
        ),
    },
  ];
  const best = learners.map(() => 0);
  for (let round = 0; round < ROUNDS; round++)
    learners.forEach(({ trees, learn }, i) => {
      const started = performance.now();
      learn();
      best[i] = Math.max(best[i] as number, (ROWS * trees * 1000) / (performance.now() - started));
    });
  return learners.map(({ learner, trees }, i) => ({ learner, trees, rowsPerSecond: Math.round(best[i] as number) }));
}
