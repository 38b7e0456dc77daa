import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { diskFault } from './disk-fault.ts';

/** An in-memory DuckDB that keeps the order of rows and never reaches for the network. */
export interface Duckdb {
  /** Runs one statement. `path` is the file an error is about. */
  run(sql: string, path: string): Promise<void>;
  /** Streams the rows of a query in order, after the names of its columns. */
  query(
    sql: string,
    path: string,
  ): Promise<{ columns: readonly string[]; rows: AsyncIterable<readonly DuckDBValue[]> }>;
  close(): void;
}

/** A text as an SQL literal. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function* streamRows(
  batches: AsyncIterable<DuckDBValue[][]>,
  path: string,
): AsyncGenerator<readonly DuckDBValue[]> {
  try {
    for await (const batch of batches) yield* batch;
  } catch (cause) {
    throw diskFault(cause, 'read', path);
  }
}

/** Opens a DuckDB; the library is loaded here, so that a run without it does not pay for it. */
export async function openDuckdb(): Promise<Duckdb> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  const connection: DuckDBConnection = await instance.connect();
  return {
    async run(sql, path) {
      await connection.run(sql).catch((cause: unknown) => {
        throw diskFault(cause, 'write', path);
      });
    },
    async query(sql, path) {
      const result = await connection.stream(sql).catch((cause: unknown) => {
        throw diskFault(cause, 'read', path);
      });
      return { columns: result.columnNames(), rows: streamRows(result.yieldRows(), path) };
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
