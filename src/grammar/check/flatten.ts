import { countDerivations } from '../count.ts';
import { type Node, PatternFault, parsePattern } from '../pattern.ts';

/** A node of a pattern whose alternations are decided. */
export type FlatNode = Exclude<Node, { readonly kind: 'choice' }>;
/** One reading of a pattern: no alternation is left, neighbouring texts are one. */
export type Flat = readonly FlatNode[];

/** Readings looked at in full; beyond them every part is still seen with every part of the next alternation. */
const READINGS = 64;

/** Nodes of a pattern, or none where it is not well-formed (a rule of its own reports that). */
export function nodesOf(text: string): readonly Node[] {
  try {
    return parsePattern(text);
  } catch (error) {
    if (error instanceof PatternFault) return [];
    throw error;
  }
}

/** All readings of a pattern; where they are too many, enough of them that all parts of neighbouring alternations meet. */
export function readingsOf(nodes: readonly Node[], limit = READINGS): readonly Flat[] {
  const all = countDerivations(nodes) <= BigInt(limit) ? product(nodes, limit) : cover(nodes, limit);
  return all.map(mergeText);
}

function product(nodes: readonly Node[], limit: number): FlatNode[][] {
  let flats: FlatNode[][] = [[]];
  for (const node of nodes) {
    if (node.kind !== 'choice') {
      for (const flat of flats) flat.push(node);
      continue;
    }
    const parts = node.options.flatMap((option) => product(option.nodes, limit));
    flats = flats.flatMap((flat) => parts.map((part) => [...flat, ...part]));
  }
  return flats;
}

function cover(nodes: readonly Node[], limit: number): FlatNode[][] {
  const parts = nodes.map((node) =>
    node.kind === 'choice' ? node.options.flatMap((option) => readingsOf(option.nodes, limit)) : [[node]],
  );
  const first = parts.map((list) => list[0] as Flat);
  const choices = parts.flatMap((list, i) => (list.length > 1 ? [i] : []));
  const flats = [first.flat()];
  choices.forEach((at, n) => {
    const next = choices[n + 1];
    for (const [i, part] of (parts[at] as readonly Flat[]).entries())
      for (const [j, other] of (next === undefined ? [[]] : (parts[next] as readonly Flat[])).entries()) {
        // With its own first part, a part of the next alternation comes about when that one is gone through.
        if (i === 0) continue;
        const flat = [...first];
        flat[at] = part;
        if (next !== undefined && j > 0) flat[next] = other;
        flats.push(flat.flat());
      }
  });
  return flats;
}

function mergeText(flat: readonly FlatNode[]): Flat {
  const merged: FlatNode[] = [];
  for (const node of flat) {
    const last = merged.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      merged[merged.length - 1] = { kind: 'text', text: last.text + node.text };
    else merged.push(node);
  }
  return merged;
}

/** A node as an author writes it. */
export function writeNode(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'choice':
      return `[${node.options.map((option) => writeNodes(option.nodes)).join('|')}]`;
    case 'set':
      return `<${node.name}>`;
    case 'ref':
      return node.form === 'possessive' ? `{${node.name}'s}` : `{${node.name}${node.form && `.${node.form}`}}`;
    case 'verb':
      return `~${node.word}`;
    case 'noun':
      return `%${node.word}`;
    case 'joint':
      return '<~>';
  }
}

/** Nodes as an author writes them. */
export function writeNodes(nodes: readonly Node[]): string {
  return nodes.map(writeNode).join('');
}

/** What a reader sees of a reading: its words; names stand as they are written. */
export function readAloud(flat: Flat): string {
  return flat.map((node) => (node.kind === 'verb' || node.kind === 'noun' ? node.word : writeNode(node))).join('');
}
