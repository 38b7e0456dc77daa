/** What a cell can hold; a date is the text `YYYY-MM-DD`, null is a missing value. */
export type Cell = string | number | boolean | null;

/** The cells of one row, in the order of its columns. */
export type Row = readonly Cell[];

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** One column of a table: what it is called, what it may hold and what that means. */
export interface Column {
  /** In snake_case. */
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence, for the dataset card. */
  readonly description: string;
  /** The only values allowed. */
  readonly enum?: readonly string[] | readonly number[];
  /** The smallest value allowed; of a date, the earliest. */
  readonly minimum?: number | string;
  /** The largest value allowed; of a date, the latest. */
  readonly maximum?: number | string;
}

/** A table's name and its columns in order. */
export interface TableSchema {
  readonly name: string;
  readonly columns: readonly Column[];
}
