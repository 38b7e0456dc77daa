/**
 * Fabula as a library: what the command line does, without the command line.
 *
 * ```ts
 * import { generateDataset, resolveJob, verifyDataset } from 'fabula';
 *
 * const job = resolveJob({ pack: 'workplace', count: 5000, seed: 7, tiers: ['Crisis', 'Safe'] });
 * const { rows, splits } = await generateDataset(job, 'out/severe', { workers: 4, batchRows: 2500 });
 * const { issues } = await verifyDataset('out/severe', 20);
 * ```
 *
 * One row at a time, without a file:
 *
 * ```ts
 * const record = await openRecords(loadPack('workplace'), job);
 * console.log(record(0)?.row);
 * ```
 *
 * A label for a text, by the words alone:
 *
 * ```ts
 * const read = openHeuristic(readLabelModel('workplace'));
 * const [{ value, confidence, rationale }] = read(['I dread the day.', 'Nobody listens.']);
 * ```
 *
 * How learnable it is:
 *
 * ```ts
 * const { paths, specs } = readDatasetProbe('out/severe');
 * const columns = await readColumns(paths, { rows: 2000, seed: 1 });
 * const [result] = specs.map((spec) => runProbe(columns, spec, { folds: 5, seed: 1 }));
 * Texts to numbers, one by one or a file at a time:
 *
 * ```ts
 * const { columns, extract } = await openExtractor({
 *   lists: readWordLists(),
 *   features: featuresOf(['core']),
 *   profile: 'balanced',
 * });
 * console.log(columns[0]?.name, extract('We tried again, and it worked.')[0]);
 * ```
 */
export type { FileEntry } from './core/dataset.ts';
export {
  BudgetError,
  DatasetError,
  FabulaError,
  PackError,
  PromptError,
  ProviderError,
  StoreError,
  UsageError,
} from './core/errors.ts';
export type { FileDigest } from './core/hash.ts';
export type { Cell, Column, ColumnType, Row, TableSchema } from './core/record.ts';
export {
  type CategoryAgreement,
  categoryAgreement,
  type NumberAgreement,
  numberAgreement,
} from './evals/agreement/agreement.ts';
export { type LabelColumns, type LabelPair, type MatchedLabels, matchLabels } from './evals/agreement/match-labels.ts';
export { type DatasetProbe, readDatasetProbe } from './evals/probe/dataset-probe.ts';
export { type ProbeResult, type ProbeRun, type ProbeSpec, runProbe } from './evals/probe/run-probe.ts';
export { FORMATS, formatOf, formatOfPath } from './formats/formats.ts';
export type { RowEncoder, SourceRow, TableFormat, TableSource } from './formats/table-format.ts';
export { PROFILES, type Profile } from './language/analyse.ts';
export type { Analysis } from './language/analysis.ts';
export type { Feature, FeatureSet } from './language/features/feature.ts';
export { FEATURES, featuresOf } from './language/features/features.ts';
export type { LanguageFlag } from './language/language-flag.ts';
export type { WordList, WordLists } from './language/word-list.ts';
export type { Narration, Narrative } from './packs/narration.ts';
export type {
  Pack,
  PackConfig,
  PackData,
  ProbeTargetColumn,
  Sample,
  Sampler,
  Split,
  TextColumn,
  View,
} from './packs/pack.ts';
export { PACKS, packOf } from './packs/registry.ts';
export type { ProducedRecord } from './pipeline.ts';
export { type ConfigFile, configJsonSchema, type RawConfig, readConfigFile, resolveJob } from './runtime/config.ts';
export {
  type FeatureJob,
  type FeatureTable,
  openFeatureTable,
} from './runtime/features/feature-table.ts';
export { readWordLists } from './runtime/features/read-lists.ts';
export type { FeatureRun } from './runtime/features/stream-answers.ts';
export { type FeatureResult, writeFeatures } from './runtime/features/write-features.ts';
export { generateDataset, openRecords, type RunOptions, type RunResult } from './runtime/generate.ts';
export { encodeRows, generateFile, type RowCounts } from './runtime/generate-file.ts';
export type { Job } from './runtime/job.ts';
export { type LoadedPack, loadPack } from './runtime/load-pack.ts';
export { readLabelModel } from './runtime/open-completion.ts';
export { type Columns, type RowLimit, readColumns } from './runtime/read-columns.ts';
export { type VerifyIssue, type VerifyResult, verifyDataset } from './runtime/verify.ts';
export { type Extraction, type Extractor, openExtractor } from './stages/extract.ts';
export { type HeuristicLabel, openHeuristic } from './stages/label.ts';
export type { TextModel } from './statistics/text-model.ts';
