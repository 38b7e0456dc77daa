import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBaseline } from '../../src/evals/baseline.ts';
import { runSuite } from '../../src/evals/run.ts';
import { readSuite } from '../../src/evals/suite.ts';

test('no figure of the workplace texts is worse than its baseline by more than noise', async () => {
  const path = join(import.meta.dirname, '../../evals/baselines/workplace-quick.json');
  const content = readBaseline(path);
  expect(content, 'npm run fabula -- eval workplace-quick --seeds 201,202,203,204,205 --update-baseline').toBeDefined();
  const result = await runSuite(readSuite('workplace-quick'), { workers: 2, baseline: { path, content } });
  expect(result.remarks.filter((remark) => remark.includes('baseline'))).toEqual([]);
  const worse = result.gates.flatMap(({ metric, figures }) =>
    figures
      .filter(({ regressed }) => regressed)
      .map(({ column, cell, mean, baseline, change }) => ({ metric, column, cell, mean, baseline, change })),
  );
  expect(worse).toEqual([]);
}, 240_000);
