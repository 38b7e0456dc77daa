import type { DatasetSummary } from '../../core/dataset.ts';
import { figuresOf } from './figures.ts';
import { SYNTHETIC } from './words.ts';

/** The figures of the report as data, for programs. */
export function describeReport(summary: DatasetSummary): Readonly<Record<string, unknown>> {
  return {
    title: summary.title,
    note: SYNTHETIC,
    warning: summary.warning,
    pack: { id: summary.packId, version: summary.packVersion },
    seed: summary.seed,
    jobHash: summary.jobHash,
    templateHash: summary.templateHash,
    ...figuresOf(summary),
  };
}
