import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBaseline } from '../../src/evals/baseline.ts';
import { runSuite } from '../../src/evals/run.ts';
import { readSuite } from '../../src/evals/suite.ts';

/** The suites that every change is held against, each with the seeds that its baseline is made with. */
const SUITES = [
  { name: 'workplace-quick', seeds: '201,202,203,204,205' },
  { name: 'students-quick', seeds: '311,312,313,314,315' },
] as const;

test.each(SUITES)(
  'no figure of $name is worse than its baseline by more than noise',
  async ({ name, seeds }) => {
    const path = join(import.meta.dirname, `../../evals/baselines/${name}.json`);
    const content = readBaseline(path);
    expect(content, `npm run fabula -- eval ${name} --seeds ${seeds} --update-baseline`).toBeDefined();
    const result = await runSuite(readSuite(name), { workers: 2, baseline: { path, content } });
    expect(result.remarks.filter((remark) => remark.includes('baseline'))).toEqual([]);
    const worse = result.gates.flatMap(({ metric, figures }) =>
      figures
        .filter(({ regressed }) => regressed)
        .map(({ column, cell, mean, baseline, change }) => ({ metric, column, cell, mean, baseline, change })),
    );
    expect(worse).toEqual([]);
  },
  240_000,
);
