import { taggedHash } from '../../core/canonical-json.ts';
import type { DatasetSummary } from '../../core/dataset.ts';
import { byPath } from './tables.ts';
import { hexOf } from './words.ts';

/** The run as an in-toto statement (v1) with SLSA provenance: these files, from this job, by this tool, at that time. */
export function describeProvenance(
  summary: DatasetSummary,
  files: readonly { readonly path: string; readonly sha256: string }[],
): Readonly<Record<string, unknown>> {
  const { run } = summary;
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [...files].sort(byPath).map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'urn:fabula:build:generate:1',
        externalParameters: { job: summary.job, jobHash: summary.jobHash },
        internalParameters: { node: run.node, workers: run.workers, resumedShards: run.resumedShards },
        resolvedDependencies: [
          {
            name: 'templates',
            uri: `urn:fabula:pack:${summary.packId}:${summary.packVersion}`,
            digest: { sha256: hexOf(summary.templateHash) },
          },
          { name: 'lexicon', uri: 'urn:fabula:lexicon:english', digest: { sha256: hexOf(summary.lexiconHash) } },
        ],
      },
      runDetails: {
        builder: { id: 'urn:fabula:tool', version: { fabula: summary.toolVersion, node: run.node } },
        metadata: {
          invocationId: `urn:${taggedHash('fabula.invocation.1', { jobHash: summary.jobHash, startedAt: run.startedAt })}`,
          startedOn: run.startedAt,
          finishedOn: run.finishedAt,
        },
        byproducts: [],
      },
    },
  };
}
