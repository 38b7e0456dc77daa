import { formatOfPath } from '../../formats/formats.ts';
import { type WrittenTable, writeTable } from '../../formats/write-table.ts';
import type { LanguageFlag } from '../../language/language-flag.ts';
import { assertOtherFile } from '../assert-other-file.ts';
import { type FeatureJob, openFeatureTable } from './feature-table.ts';
import type { FeatureRun } from './stream-answers.ts';

/** What became of a file of texts. */
export interface FeatureResult extends WrittenTable {
  readonly path: string;
  readonly columns: readonly string[];
  /** Rows of each language flag. */
  readonly languages: Readonly<Record<LanguageFlag, number>>;
}

/** Writes the numbers of a file of texts as a CSV, JSON Lines or Parquet file, whole or not at all. */
export async function writeFeatures(job: FeatureJob, path: string, run: FeatureRun): Promise<FeatureResult> {
  assertOtherFile(path, [job.path]);
  const format = formatOfPath(path);
  const table = await openFeatureTable(job, run);
  const written = await writeTable(path, format, table.columns, table.rows);
  return { path, ...written, columns: table.columns.map(({ name }) => name), languages: table.languages };
}
