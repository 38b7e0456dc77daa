import { stringify } from 'yaml';
import type { DatasetSummary } from '../../core/dataset.ts';
import type { Column } from '../../core/record.ts';
import { type DatasetTable, tablesOf } from './tables.ts';
import { LICENCE } from './words.ts';

/** The YAML block that Hugging Face reads at the top of a dataset card, with its dashes. */
export function renderFrontMatter(summary: DatasetSummary): string {
  const tables = tablesOf(summary).filter(({ role }) => role !== 'truth');
  const fields = {
    language: ['en'],
    license: LICENCE.id,
    pretty_name: summary.title,
    tags: ['synthetic', 'tabular', 'text'],
    annotations_creators: ['machine-generated'],
    source_datasets: ['original'],
    size_categories: [sizeCategory(summary.tally.rows)],
    task_categories: ['text-classification'],
    configs: tables.map((table) => ({
      config_name: table.schema.name,
      ...(table.role === 'data' ? { default: true } : {}),
      data_files: table.splits.map(({ name, glob }) => ({ split: name, path: glob })),
    })),
    dataset_info: tables.map((table) => datasetInfo(table, summary.format.id)),
  };
  return `---\n${stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false })}---\n`;
}

function datasetInfo({ schema, files, splits }: DatasetTable, format: string) {
  const size = (list: DatasetTable['files']) => list.reduce((sum, file) => sum + file.bytes, 0);
  return {
    config_name: schema.name,
    features: schema.columns.map((column) => ({ name: column.name, dtype: dtypeOf(column, format) })),
    splits: splits.map((split) => ({ name: split.name, num_bytes: size(split.files), num_examples: split.rows })),
    download_size: size(files),
    dataset_size: size(files),
  };
}

/** Only Parquet keeps dates as dates; text formats are read back as text. */
function dtypeOf({ type }: Column, format: string): string {
  if (type === 'date') return format === 'parquet' ? 'date32' : 'string';
  return { string: 'string', integer: 'int64', number: 'float64', boolean: 'bool' }[type];
}

/** The hub's size class of a number of rows. */
function sizeCategory(rows: number): string {
  const steps = ['1K', '10K', '100K', '1M', '10M', '100M', '1B'];
  const step = steps.findIndex((_, i) => rows < 1000 * 10 ** i);
  if (step === 0) return 'n<1K';
  return step < 0 ? 'n>1B' : `${steps[step - 1]}<n<${steps[step]}`;
}
