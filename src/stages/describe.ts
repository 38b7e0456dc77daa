import type { DatasetSummary } from '../core/dataset.ts';
import { hashBytes } from '../core/hash.ts';
import { renderCard } from './describe/card.ts';
import { describeCroissant } from './describe/croissant.ts';
import { describeDataPackage } from './describe/data-package.ts';
import { describeManifest, type ListedFile } from './describe/manifest.ts';
import { describeProvenance } from './describe/provenance.ts';
import { describeReport } from './describe/report.ts';
import { renderReportPage } from './describe/report-page.ts';
import { byPath } from './describe/tables.ts';

/** A text file of the dataset, its path below the folder. */
export interface DescriptionFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Describes a finished dataset: card, metadata, report, then manifest, provenance and SHA256SUMS, each of which knows all
 * files before it. Only the manifest's `run`, the provenance and the sums change with the wall clock.
 */
export function describeDataset(summary: DatasetSummary): readonly DescriptionFile[] {
  const metadata: readonly DescriptionFile[] = [
    { path: 'README.md', text: renderCard(summary) },
    json('croissant.json', describeCroissant(summary)),
    json('datapackage.json', describeDataPackage(summary)),
    json('reports/report.json', describeReport(summary)),
    { path: 'reports/report.html', text: renderReportPage(summary) },
  ];
  const manifest = json('manifest.json', describeManifest(summary, metadata.map(listed)));
  const known = [...summary.files, ...metadata.map(listed), listed(manifest)];
  const provenance = json('provenance.intoto.json', describeProvenance(summary, known));
  const sums = [...known, listed(provenance)].sort(byPath).map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return [...metadata, manifest, provenance, { path: 'SHA256SUMS', text: sums.join('') }];
}

function json(path: string, value: unknown): DescriptionFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` };
}

function listed({ path, text }: DescriptionFile): ListedFile {
  return { path, bytes: Buffer.byteLength(text), sha256: hashBytes(text) };
}
