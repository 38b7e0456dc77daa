import { takesAn } from './article.ts';
import type { Node } from './pattern.ts';

/** Number of derivations of a pattern by its own alternations; `refs` counts what names stand for (1 by default). */
export function countDerivations(nodes: readonly Node[], refs: (node: Node) => bigint = () => 1n): bigint {
  let product = 1n;
  for (const node of nodes) {
    if (node.kind === 'choice') product *= node.options.reduce((sum, option) => sum + countDerivations(option.nodes, refs), 0n);
    else if (node.kind === 'set' || node.kind === 'ref' || node.kind === 'joint') product *= refs(node);
  }
  return product;
}

/**
 * The variants of a pattern with its even alternations expanded, leftmost first, as long as they are at most `limit`.
 * Weighted alternations and names stay choices, so no two variants are the same derivation.
 */
export function expandVariants(nodes: readonly Node[], limit: number): readonly (readonly Node[])[] {
  let variants: Node[][] = [[]];
  for (const node of nodes) {
    const parts = node.kind === 'choice' && node.options.every((option) => option.weight === 1) ? node.options : undefined;
    if (!parts || variants.length * parts.length > limit) {
      for (const variant of variants) variant.push(node);
      continue;
    }
    variants = variants.flatMap((variant) => parts.map((part) => [...variant, ...part.nodes]));
  }
  return variants.map(mergeText);
}

function mergeText(nodes: readonly Node[]): readonly Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') merged[merged.length - 1] = { kind: 'text', text: joinWithArticle(last.text, node.text) };
    else merged.push(node);
  }
  return merged;
}

/** Joins two pieces of text; an article at the end of the first takes the sound of the second. */
function joinWithArticle(before: string, after: string): string {
  if (!/(^|[\s('"])an?\s$/i.test(before)) return before + after;
  return before.replace(/(a)n?\s$/i, takesAn(after) ? '$1n ' : '$1 ') + after;
}
