import type { CorpusFigure, Metric } from '../../../src/evals/metric.ts';
import { metricOf } from '../../../src/evals/metrics.ts';
import { sampleOf } from '../../../src/evals/sample.ts';

/** The value of a cell metric over these texts. */
export async function measure(id: string, texts: readonly string[]): Promise<number> {
  const metric: Metric = metricOf(id);
  if (metric.scope !== 'cell') throw new Error(`${id} measures a corpus`);
  return metric.compute(sampleOf(texts, 1_000_000));
}

/** The figure of a corpus metric over these texts, named t0, t1 and so on. */
export async function judge(id: string, texts: readonly string[]): Promise<CorpusFigure> {
  const metric: Metric = metricOf(id);
  if (metric.scope !== 'corpus') throw new Error(`${id} measures a cell`);
  return metric.compute(texts.map((text, i) => ({ id: `t${i}`, text, column: 'text', cell: [] })));
}
