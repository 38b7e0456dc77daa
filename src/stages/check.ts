import { findLeftover, findUnsafe, isUnsafe } from '../language/safety.ts';

/** Why a record was turned down. */
export interface Rejection {
  readonly reason: 'empty' | 'leftover' | 'unsafe';
  readonly detail: string;
}

/** Turns down a record one of whose texts is empty, unsafe, or shows its template. */
export function checkTexts(texts: readonly string[]): Rejection | undefined {
  for (const text of texts) {
    if (text === '') return { reason: 'empty', detail: 'no template can tell this record' };
    const leftover = findLeftover(text);
    if (leftover !== undefined) return { reason: 'leftover', detail: leftover };
    if (isUnsafe(text)) return { reason: 'unsafe', detail: findUnsafe(text)?.name ?? 'unsafe' };
  }
  return undefined;
}
