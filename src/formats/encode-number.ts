import { DatasetError } from '../core/errors.ts';

/** The shortest text that reads back as the same number, as ECMAScript writes it; refuses NaN and the infinities. */
export function encodeNumber(value: number, column: string): string {
  if (!Number.isFinite(value)) {
    throw new DatasetError('number-not-finite', `Column "${column}" got ${value}, which no file format can hold.`, {
      hint: 'Write null for a missing number.',
      at: column,
    });
  }
  return Object.is(value, -0) ? '-0' : `${value}`;
}
