import type { DatasetSummary } from '../../core/dataset.ts';
import { plural } from '../../core/format.ts';

/** The licence of tool, templates and so of the texts made from them. */
export const LICENCE = { id: 'mit', title: 'MIT License', url: 'https://spdx.org/licenses/MIT.html' } as const;

/** What card, metadata and report all say first. */
export const SYNTHETIC = 'Every row is synthetic and describes no real person, organisation or event.';

/** What the dataset cannot do; one sentence each. */
export const LIMITS: readonly string[] = [
  'The texts are told from templates: their words and turns are fewer than those of real people, so a figure reached here is no promise for real text. Measure on real text before you rely on a model.',
  'A label names what the row was made for. It is not the judgement of a reader, and no person was asked.',
  'A name is a name only: where one is also borne by a real person or organisation, nothing said beside it is about them.',
  'Shares and correlations are those of the config, not of any population.',
  'All texts are in English.',
];

/** Uses that the dataset is not fit for; one sentence. */
export const UNFIT =
  'Not fit for decisions about people, for diagnosis, or as evidence about a real workplace, school, firm or product.';

/** The sentence that says what the splits keep together. */
export function splitRule(summary: DatasetSummary): string {
  return `Rows that share a \`${summary.groupKey}\` are in the same split.`;
}

/** A short name for files and identifiers, from the pack, the rows asked for and the seed. */
export function datasetName(summary: DatasetSummary): string {
  return `fabula-${summary.packId}-${summary.asked}-seed-${summary.seed}`;
}

/** A part of a whole as a percentage with one decimal; nothing of nothing is 0.0%. */
export function formatShare(part: number, whole: number): string {
  return `${(whole > 0 ? (100 * part) / whole : 0).toFixed(1)}%`;
}

/** The hex digits of a hash, with or without the name of its algorithm before them. */
export function hexOf(hash: string): string {
  return hash.replace(/^sha256:/, '');
}

/** The dataset as a BibTeX entry; undated, because nothing but the run block knows the day. */
export function citation(summary: DatasetSummary): string {
  return `@misc{${datasetName(summary)},
  title        = {${summary.title}: a synthetic dataset of ${plural(summary.tally.rows, 'row')}},
  author       = {{The Fabula Authors}},
  howpublished = {Written with Fabula ${summary.toolVersion}, pack ${summary.packId} ${summary.packVersion}, seed ${summary.seed}},
  note         = {Job ${summary.jobHash}}
}`;
}
