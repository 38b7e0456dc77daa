import type { DuckDBValue } from '@duckdb/node-api';
import { DatasetError, FabulaError } from '../core/errors.ts';
import type { Cell } from '../core/record.ts';
import { type Duckdb, openDuckdb, sqlText } from './open-duckdb.ts';
import type { SourceRow, TableSource } from './table-format.ts';

/** Whole numbers beyond 2^53, dates and every other type come as their text. */
function toCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return String(value);
}

function explain(cause: unknown, path: string): unknown {
  if (cause instanceof FabulaError) return cause;
  return new DatasetError('parquet-unreadable', `${path} cannot be read as Parquet.`, {
    hint: 'Write the file again; it may have been cut short.',
    at: path,
    cause,
  });
}

async function* toRows(
  rows: AsyncIterable<readonly DuckDBValue[]>,
  path: string,
  duckdb: Duckdb,
): AsyncGenerator<SourceRow> {
  try {
    let line = 0;
    for await (const row of rows) yield { line: ++line, values: row.map(toCell) };
  } catch (cause) {
    throw explain(cause, path);
  } finally {
    duckdb.close();
  }
}

/** Opens a Parquet file; its rows come in the order they were written, with the types the file gives them (DuckDB's client drops a byte order mark at the start of a text). */
export async function openParquet(path: string): Promise<TableSource> {
  const duckdb = await openDuckdb();
  try {
    const { columns, rows } = await duckdb.query(`SELECT * FROM read_parquet(${sqlText(path)})`, path);
    return { columns, rows: toRows(rows, path, duckdb) };
  } catch (cause) {
    duckdb.close();
    throw explain(cause, path);
  }
}
