import type { DatasetSummary } from '../../core/dataset.ts';

const PANDAS: Readonly<Record<string, string>> = {
  csv: 'pd.concat(map(pd.read_csv, files), ignore_index=True)',
  jsonl: 'pd.concat((pd.read_json(file, lines=True) for file in files), ignore_index=True)',
  parquet: 'pd.concat(map(pd.read_parquet, files), ignore_index=True)',
};

const DUCKDB: Readonly<Record<string, string>> = { csv: 'read_csv', jsonl: 'read_json', parquet: 'read_parquet' };

/** How to read the rows with pandas, DuckDB and Hugging Face datasets, as fenced code to paste. */
export function renderLoading(summary: DatasetSummary): string {
  const { name } = summary.table;
  const { id, extension } = summary.format;
  const split = summary.splits.find(({ rows }) => rows > 0)?.name ?? 'train';
  const label = summary.labels[0];
  const key = summary.table.columns[0]?.name ?? '*';
  const source = `${DUCKDB[id] ?? 'read_csv'}('data/${name}/*/*${extension}')`;
  const query = label
    ? `SELECT ${label}, count(*) AS n\nFROM ${source}\nGROUP BY ALL ORDER BY n DESC`
    : `SELECT count(DISTINCT ${key}) AS n\nFROM ${source}`;
  return [
    'From this folder, with pandas:',
    `\`\`\`python\nfrom glob import glob\nimport pandas as pd\n\nfiles = sorted(glob("data/${name}/${split}/*${extension}"))\nrows = ${PANDAS[id] ?? PANDAS.csv}\n\`\`\``,
    'DuckDB:',
    `\`\`\`sql\n${query};\n\`\`\``,
    'Hugging Face datasets:',
    `\`\`\`python\nfrom datasets import load_dataset\n\nrows = load_dataset(".", "${name}", split="${split}")\n\`\`\``,
  ].join('\n\n');
}
