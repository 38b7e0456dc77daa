import type { Node } from './pattern.ts';

/** Number of derivations of a pattern by its own alternations; `refs` counts what names stand for (1 by default). */
export function countDerivations(nodes: readonly Node[], refs: (node: Node) => bigint = () => 1n): bigint {
  let product = 1n;
  for (const node of nodes) {
    if (node.kind === 'choice')
      product *= node.options.reduce((sum, option) => sum + countDerivations(option.nodes, refs), 0n);
    else if (node.kind === 'set' || node.kind === 'ref' || node.kind === 'joint') product *= refs(node);
  }
  return product;
}
