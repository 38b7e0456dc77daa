import { findLeftover, findUnsafe } from '../language/safety.ts';
import { wordsOf } from '../language/words.ts';

/** Why a record was turned down. */
export interface Rejection {
  readonly reason: 'empty' | 'leftover' | 'length' | 'unsafe';
  readonly detail: string;
}

/**
 * Turns down a record one of whose texts is empty or shows its template, or has too few or too many words; a sensitive one also if it breaks a safety rule.
 * (Every alternative of the templates was held against the safety rules when they were checked.)
 */
export function checkTexts(
  texts: readonly string[],
  sensitive: boolean,
  wordLimits: readonly (readonly [number, number] | undefined)[] = [],
): Rejection | undefined {
  for (const [i, text] of texts.entries()) {
    if (text === '') return { reason: 'empty', detail: 'no template can tell this record' };
    const leftover = findLeftover(text);
    if (leftover !== undefined) return { reason: 'leftover', detail: leftover };
    const [least, most] = wordLimits[i] ?? [0, Infinity];
    const words = wordLimits[i] ? wordsOf(text).length : 0;
    if (words < least || words > most) return { reason: 'length', detail: `${words} words` };
    const unsafe = sensitive ? findUnsafe(text) : undefined;
    if (unsafe) return { reason: 'unsafe', detail: unsafe.name };
  }
  return undefined;
}
