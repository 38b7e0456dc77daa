import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Baseline,
  baselineOf,
  compareWithBaseline,
  differingCondition,
  formatBaseline,
  readBaseline,
} from '../../src/evals/baseline.ts';
import { judgeFigure } from '../../src/evals/judge.ts';
import type { Gate } from '../../src/evals/suite.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();
const conditions = { pack: 'workplace', rows: 100, sampleTokens: 500, columns: ['a'], config: {} };
const about = { suite: 's', toolVersion: '0', templateHash: 'h', conditions, seeds: [1, 2, 3] };
const gate: Gate = { metric: 'm', per: 'cell', op: '<=', must: 100, severity: 'error', seeds: 'all' };
const figure = (cell: string, values: readonly number[]) => judgeFigure(gate, 'a', cell, values);
const run = (metric: string, figures: Baseline['figures'] | ReturnType<typeof figure>[]) => ({
  ...about,
  gates: [{ metric, figures: figures as ReturnType<typeof figure>[] }],
});

test('a baseline holds mean and standard deviation of every figure over the seeds', () => {
  // Mean 20, squares 100 + 0 + 100, over n - 1 = 2: SD 10.
  const baseline = baselineOf(run('m', [figure('x', [10, 20, 30]), figure('y', [5])]), undefined);
  expect(baseline.figures).toEqual({ 'm | a | x': [20, 10, 3], 'm | a | y': [5, 0, 1] });
});

test('figures of metrics that were not judged are kept, but not under other conditions', () => {
  const before = baselineOf(run('old', [figure('x', [1, 1])]), undefined);
  expect(Object.keys(baselineOf(run('m', [figure('x', [2, 2])]), before).figures)).toEqual([
    'm | a | x',
    'old | a | x',
  ]);
  const other = { ...before, conditions: { ...conditions, rows: 7 } };
  expect(Object.keys(baselineOf(run('m', [figure('x', [2, 2])]), other).figures)).toEqual(['m | a | x']);
});

describe('a change', () => {
  // SDs 6 and 8 of two cells: their root mean square is sqrt((36 + 64) / 2) = 7.071.
  const baseline: Baseline = {
    form: 'fabula.baseline.1',
    ...about,
    figures: { 'm | a | x': [50, 6, 3], 'm | a | y': [60, 8, 3], 'm | b | x': [50, 1000, 3] },
  };
  const changeOf = (own: Gate, value: number) =>
    compareWithBaseline(
      own,
      'ratio',
      [judgeFigure(own, 'a', 'x', [value]), judgeFigure(own, 'a', 'y', [60])],
      baseline,
    )[0];

  test('counts in the noise of all cells of its column', () => {
    expect(changeOf(gate, 60)?.change).toBeCloseTo(10 / Math.sqrt(50), 9);
    expect(changeOf(gate, 60)).toMatchObject({ baseline: 50, regressed: false });
  });

  test('counts in its own noise where that is larger', () => {
    const [, y] = compareWithBaseline(gate, 'ratio', [figure('x', [50]), figure('y', [76])], baseline);
    expect(y?.change).toBeCloseTo(16 / 8, 9);
  });

  test('fails beyond three SD to the worse, never to the better', () => {
    expect(changeOf(gate, 50 + 3.01 * Math.sqrt(50))?.regressed).toBe(true);
    expect(changeOf(gate, 50 + 2.99 * Math.sqrt(50))?.regressed).toBe(false);
    expect(changeOf(gate, 0)?.regressed).toBe(false);
    expect(changeOf({ ...gate, op: '>=', must: 10 }, 20)?.regressed).toBe(true);
    expect(changeOf({ ...gate, op: '>=', must: 10 }, 80)?.regressed).toBe(false);
  });

  test('inside a band is none for the worse', () => {
    const band: Gate = { ...gate, op: 'between', must: [0, 90] };
    expect(changeOf(band, 89)?.regressed).toBe(false);
    expect(changeOf(band, 90 + 3.01 * Math.sqrt(50))?.regressed).toBe(true);
  });

  test('of a figure without a gate is told and fails nothing', () => {
    const { op: _op, must: _must, ...reported } = gate;
    expect(changeOf(reported, 5000)).toMatchObject({ regressed: false, baseline: 50 });
  });

  test('has at least the noise of half a percent of what must be, and of one for counts', () => {
    const still = { ...baseline, figures: { 'm | a | x': [50, 0, 3] as const } };
    const own = [judgeFigure(gate, 'a', 'x', [52])];
    expect(compareWithBaseline(gate, 'ratio', own, still)[0]?.change).toBeCloseTo(2 / 0.5, 9);
    expect(compareWithBaseline(gate, 'count', own, still)[0]?.change).toBeCloseTo(2, 9);
  });

  test('of a figure that the baseline does not know is none', () => {
    const unknown = judgeFigure(gate, 'a', 'z', [1]);
    expect(compareWithBaseline(gate, 'ratio', [unknown], baseline)).toEqual([unknown]);
  });
});

test('runs under other conditions are not compared, and it says why', () => {
  expect(differingCondition(conditions, { ...conditions })).toBeUndefined();
  expect(differingCondition(conditions, { ...conditions, rows: 5 })).toBe('rows 5, 100 in the baseline');
  expect(differingCondition(conditions, { ...conditions, config: { ideation: false } })).toContain('config');
  expect(differingCondition(conditions, { ...conditions, columns: ['b'] })).toContain('columns');
});

test('a baseline comes back from its file, one line a figure', () => {
  const baseline = baselineOf(run('m', [figure('x', [10, 20, 30]), figure('y', [5])]), undefined);
  const path = join(folder, 'b.json');
  writeFileSync(path, formatBaseline(baseline));
  expect(readBaseline(path)).toEqual(baseline);
  expect(formatBaseline(baseline).split('\n')).toContain('    "m | a | x": [20,10,3],');
  expect(readBaseline(join(folder, 'none.json'))).toBeUndefined();
  writeFileSync(path, '{"form": "other"}');
  expect(() => readBaseline(path)).toThrow(/is not a baseline/);
});
