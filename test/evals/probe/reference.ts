import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProbeData, ProbeTarget } from '../../../src/evals/probe/probe-data.ts';

/** The files and figures that scripts/reference/probe_values.py writes. */
export const FIXTURES = 'test/fixtures/probe';

type FoldScores = Readonly<Record<string, readonly number[]>>;
export type Judged = Readonly<Record<'shuffled' | 'grouped', FoldScores>>;

interface Expected {
  readonly folds: readonly number[];
  readonly groupFolds: readonly number[];
  /** One row of weights for each class; one row alone for numbers and for two classes. */
  readonly coefficients: readonly (readonly number[])[];
  readonly intercepts: readonly number[];
  readonly ridge: Judged;
  readonly logistic: Judged;
  readonly forest: Judged;
  readonly boosted: Judged;
}

export const EXPECTED: Readonly<Record<'numbers' | 'classes' | 'texts', Expected>> = JSON.parse(
  readFileSync(join(FIXTURES, 'expected.json'), 'utf8'),
);

/** The cells of a fixture by column; none of them holds a comma or a quote. */
function columnsOf(name: string): Readonly<Record<string, readonly string[]>> {
  const [head = '', ...lines] = readFileSync(join(FIXTURES, `${name}.csv`), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => line.split(','));
  return Object.fromEntries(head.split(',').map((column, i) => [column, rows.map((row) => row[i] as string)]));
}

/** A fixture as the probe takes it: five features, or the words of one text. */
export function dataOf(name: 'numbers' | 'classes' | 'texts'): ProbeData {
  const { answer, outcome = [], person: _person, ...features } = columnsOf(name);
  const names = [...new Set(outcome)].sort();
  const target: ProbeTarget =
    name === 'numbers'
      ? { kind: 'numbers', values: Float64Array.from(outcome, Number) }
      : { kind: 'classes', labels: Int32Array.from(outcome, (label) => names.indexOf(label)), names };
  return {
    rows: outcome.length,
    features: Object.entries(features).map(([column, values]) => ({
      name: column,
      values: Float64Array.from(values, Number),
    })),
    documents: answer?.map((text) => text.split(' ')),
    target,
  };
}
