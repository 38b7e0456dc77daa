import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { CellMetric } from '../metric.ts';
import { once } from '../once.ts';
import type { Sample } from '../sample.ts';

const bytesOf = once((sample: Sample) => Buffer.from(sample.readings.map(({ text }) => text).join('\n')));

/** Bytes of a text over its bytes after gzip -9, which sees repetition up to 32 kB back; NaN where there is none. */
export function gzipRatio(bytes: Buffer): number {
  return bytes.length === 0 ? Number.NaN : bytes.length / gzipSync(bytes, { level: 9 }).length;
}

/** Brotli sees the whole sample, which gzip does not. Quality 9 takes a tenth of the time of 11. */
function brotliRatio(bytes: Buffer): number {
  if (bytes.length === 0) return Number.NaN;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return bytes.length / brotliCompressSync(bytes, { params }).length;
}

export const COMPRESSION: readonly CellMetric[] = [
  {
    id: 'gzip-ratio',
    title: 'gzip ratio',
    unit: 'ratio',
    scope: 'cell',
    about:
      'bytes of the texts, one a line, over their bytes after gzip -9 (compression ratio: Shaib et al. 2024, Standardizing the Measurement of Text Diversity)',
    compute: (sample) => gzipRatio(bytesOf(sample)),
  },
  {
    id: 'brotli-ratio',
    title: 'brotli ratio, 16 MB window',
    unit: 'ratio',
    scope: 'cell',
    about:
      'bytes of the texts, one a line, over their bytes after brotli 9 with a window of 16 MB, which sees repetition across the whole sample',
    compute: (sample) => brotliRatio(bytesOf(sample)),
  },
];
