import { createJsonlEncoder } from './jsonl-encode.ts';
import { openJsonl } from './jsonl-read.ts';
import type { TableFormat } from './table-format.ts';

/** JSON Lines: one object per line. */
export const jsonl: TableFormat = Object.freeze({
  id: 'jsonl',
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  createEncoder: createJsonlEncoder,
  open: openJsonl,
});
