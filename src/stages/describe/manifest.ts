import type { DatasetSummary } from '../../core/dataset.ts';
import { figuresOf, type NamedCount } from './figures.ts';
import { byPath } from './tables.ts';

/** A file as the manifest lists it; metadata files hold no rows. */
export interface ListedFile {
  readonly path: string;
  readonly rows?: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * How the dataset was made and what it consists of. `files` names every file but the manifest itself and the two written
 * after it (provenance and SHA256SUMS). All but `run` follows from the job; `run` holds what the clock and the machine say.
 */
export function describeManifest(
  summary: DatasetSummary,
  metadata: readonly ListedFile[],
): Readonly<Record<string, unknown>> {
  const { missing, rejected, written } = figuresOf(summary);
  const listed = summary.files.map(({ path, rows, bytes, sha256 }): ListedFile => ({ path, rows, bytes, sha256 }));
  return {
    manifestVersion: 1,
    title: summary.title,
    synthetic: true,
    warning: summary.warning,
    tool: { name: 'fabula', version: summary.toolVersion },
    pack: {
      id: summary.packId,
      version: summary.packVersion,
      templateHash: summary.templateHash,
      lexiconHash: summary.lexiconHash,
    },
    seed: summary.seed,
    config: summary.job,
    jobHash: summary.jobHash,
    counts: { asked: summary.asked, written, rejected: countsOf(rejected), missing },
    strata: summary.strata,
    groupKey: summary.groupKey,
    splits: summary.splits,
    format: summary.format.id,
    view: summary.view,
    labels: summary.labels,
    texts: summary.texts,
    tables: {
      data: summary.table,
      ...(summary.labelTable ? { labels: summary.labelTable } : {}),
      truth: summary.truthTable,
    },
    llm: { calls: 0, costUsd: 0 },
    files: [...listed, ...metadata].sort(byPath),
    run: summary.run,
  };
}

function countsOf(counts: readonly NamedCount[]): Readonly<Record<string, number>> {
  return Object.fromEntries(counts.map(({ name, rows }) => [name, rows]));
}
