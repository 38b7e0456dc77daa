import { dirname } from 'node:path';
import type { Column, ColumnType } from '../core/record.ts';
import { openDuckdb, sqlText } from './open-duckdb.ts';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

/** Rows per row group; a fixed number, because the bytes of the file depend on it. */
const ROW_GROUP = 122_880;

/** The SQL that reads one CSV file of ours with the types of its columns and nothing guessed. */
function readCsvSql(path: string, columns: readonly Column[]): string {
  const types = columns.map(({ name, type }) => `${sqlText(name)}: ${sqlText(SQL_TYPES[type])}`);
  const options = [
    `columns = {${types.join(', ')}}`,
    `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', comment = ''`,
    `new_line = '\\n', encoding = 'utf-8', compression = 'none', dateformat = '%Y-%m-%d'`,
    `nullstr = '', allow_quoted_nulls = false, strict_mode = true, max_line_size = 16777216`,
    // Read on one thread: a parallel scan has to guess whether a line break is inside quotes.
    'parallel = false',
  ];
  return `read_csv(${sqlText(path)}, ${options.join(', ')})`;
}

/**
 * Makes a Parquet file (zstd) from a finished CSV file of ours. The bytes depend on the CSV, the columns and
 * the version of DuckDB alone, not on the machine's threads. Write to a temporary name: a fault leaves a torn file.
 */
export async function convertCsvToParquet(
  csvPath: string,
  parquetPath: string,
  columns: readonly Column[],
): Promise<void> {
  const duckdb = await openDuckdb();
  try {
    await duckdb.run(`SET temp_directory = ${sqlText(`${dirname(parquetPath)}/.duckdb`)}`, parquetPath);
    await duckdb.run(
      `COPY (SELECT * FROM ${readCsvSql(csvPath, columns)}) TO ${sqlText(parquetPath)} ` +
        `(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`,
      parquetPath,
    );
  } finally {
    duckdb.close();
  }
}
