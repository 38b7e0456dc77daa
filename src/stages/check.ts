import { findLeftover, findUnsafe } from '../language/safety.ts';

/** Why a record was turned down. */
export interface Rejection {
  readonly reason: 'empty' | 'leftover' | 'unsafe';
  readonly detail: string;
}

/**
 * Turns down a record one of whose texts is empty or shows its template; a sensitive one also if it breaks a safety rule.
 * (Every alternative of the templates was held against the safety rules when they were checked.)
 */
export function checkTexts(texts: readonly string[], sensitive: boolean): Rejection | undefined {
  for (const text of texts) {
    if (text === '') return { reason: 'empty', detail: 'no template can tell this record' };
    const leftover = findLeftover(text);
    if (leftover !== undefined) return { reason: 'leftover', detail: leftover };
    const unsafe = sensitive ? findUnsafe(text) : undefined;
    if (unsafe) return { reason: 'unsafe', detail: unsafe.name };
  }
  return undefined;
}
