import type { Cell, Column, Row } from '../core/record.ts';
import type { ByteBuffer } from './byte-buffer.ts';

/** Turns rows into the bytes of one file; it holds no rows, so one encoder serves any number of files. */
export interface RowEncoder {
  /** What stands before the first row; empty where a format has no header. */
  readonly header: Uint8Array;
  /** Appends one row, its cells in the order of the columns, to `out`. */
  appendRow(values: Row, out: ByteBuffer): void;
}

/** A row as it stands in a file. */
export interface SourceRow {
  /** The line it starts on, from 1 (in Parquet: the number of the row). */
  readonly line: number;
  readonly values: readonly Cell[];
}

/** A table opened for reading; its rows stream by once. */
export interface TableSource {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<SourceRow>;
}

/** A file format: where it is told from, how rows become its bytes and how they come back. */
export interface TableFormat {
  readonly id: string;
  /** With the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** The encoder of its rows; Parquet has CSV's, because it is made from a finished CSV file. */
  createEncoder(columns: readonly Column[]): RowEncoder;
  /** Makes the file `to` from the finished file `from` the encoder wrote, where that is not the file itself. */
  readonly convert?: (from: string, to: string, columns: readonly Column[]) => Promise<void>;
  /** Opens a file; with `columns`, cells are given the column's type where they have its form and stay as read where not. */
  open(path: string, columns?: readonly Column[]): Promise<TableSource>;
}
