import type { Node, Option } from './pattern.ts';
import type { LooseTails } from './source.ts';

/** What stands behind a clause. */
const CLAUSE_END = /^(?:[,;:]| (?:and|but|so|because) )/;
/** Empty parts are counted in steps of this fraction of a part. */
const STEPS = 4;

/** The pattern with its tails made optional; the same nodes where it has none. */
export function loosenTails(nodes: readonly Node[], rule: LooseTails): readonly Node[] {
  const out = [...nodes];
  let ends = true;
  for (let i = out.length - 1; i >= 2; i--) {
    const node = out[i] as Node;
    const [gap, before] = [out[i - 1] as Node, out[i - 2] as Node];
    if (node.kind === 'text') {
      ends = CLAUSE_END.test(node.text) || (ends && node.text === ' ');
    } else if (ends && isTail(node, rule) && isText(gap, ' ') && before.kind === 'choice') {
      out.splice(i - 1, 2, optional(node, rule.share));
      i--;
    } else ends = false;
  }
  return out;
}

type Choice = Extract<Node, { kind: 'choice' }>;

function isText(node: Node, text: string): boolean {
  return node.kind === 'text' && node.text === text;
}

function isTail(node: Node, rule: LooseTails): node is Choice {
  if (node.kind !== 'choice') return false;
  const openers = node.options.filter(({ nodes }) => nodes.length > 0).map(openerOf);
  const known = openers.every((word) => rule.asides.includes(word) || rule.either.includes(word));
  return known && (openers.some((word) => rule.asides.includes(word)) || new Set(openers).size > 1);
}

function openerOf({ nodes: [first] }: Option): string {
  if (first?.kind === 'ref') return `{${first.name}}`;
  return first?.kind === 'text' ? (/^[a-z']+/.exec(first.text)?.[0] ?? '') : '';
}

/** The parts with their space, and nothing at all in `share` of the draws. */
function optional({ options }: Choice, share: number): Choice {
  const told = options.filter(({ nodes }) => nodes.length > 0);
  const parts = told.reduce((sum, { weight }) => sum + weight, 0) * STEPS;
  return {
    kind: 'choice',
    options: [
      ...told.map(({ nodes, weight }) => ({ nodes: spaced(nodes), weight: weight * STEPS })),
      { nodes: [], weight: Math.round((parts * share) / (1 - share)) },
    ],
  };
}

function spaced(nodes: readonly Node[]): readonly Node[] {
  const [first, ...rest] = nodes;
  return first?.kind === 'text'
    ? [{ ...first, text: ` ${first.text}` }, ...rest]
    : [{ kind: 'text', text: ' ' }, ...nodes];
}
