import { createCsvEncoder } from './csv-encode.ts';
import { openParquet } from './parquet-read.ts';
import { convertCsvToParquet } from './parquet-write.ts';
import type { TableFormat } from './table-format.ts';

/** Parquet, made from a finished CSV file, so that there is one path to its bytes. */
export const parquet: TableFormat = Object.freeze({
  id: 'parquet',
  extension: '.parquet',
  mediaType: 'application/x-parquet',
  createEncoder: createCsvEncoder,
  convert: convertCsvToParquet,
  open: openParquet,
});
