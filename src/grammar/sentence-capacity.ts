import { countDerivations } from './count.ts';
import type { Node } from './pattern.ts';

const SENTENCE_END = /[.?!]['"]?(?=\s|$)/;

/**
 * Readings of the poorest sentence of a pattern: the product over the alternations and names in it; `refs` counts what
 * a name stands for, undefined for a fact. A sentence that tells a fact is as rich as the fact and does not count;
 * Infinity where each sentence does.
 */
export function poorestSentence(nodes: readonly Node[], refs: (node: Node) => bigint | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  let product = 1n;
  let tells = false;
  let words = false;
  const close = () => {
    if (words && !tells) least = Math.min(least, Number(product));
    product = 1n;
    tells = false;
    words = false;
  };
  for (const node of nodes) {
    if (node.kind === 'text') {
      const parts = node.text.split(SENTENCE_END);
      parts.forEach((part, i) => {
        if (part.trim() !== '') words = true;
        if (i < parts.length - 1) close();
      });
      continue;
    }
    words = true;
    product *= countDerivations([node], (inner) => {
      const count = refs(inner);
      if (count === undefined) tells = true;
      return count ?? 1n;
    });
  }
  close();
  return least;
}
