import { createCsvEncoder } from './csv-encode.ts';
import { openCsv } from './csv-read.ts';
import type { TableFormat } from './table-format.ts';

/** Comma-separated values by RFC 4180. */
export const csv: TableFormat = Object.freeze({
  id: 'csv',
  extension: '.csv',
  mediaType: 'text/csv',
  createEncoder: createCsvEncoder,
  open: openCsv,
});
