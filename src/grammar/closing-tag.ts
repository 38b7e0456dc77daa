import type { Node, Option } from './pattern.ts';

/** Words that begin a clause or join one: what starts with them is more than a tag. */
const CLAUSE_START =
  /^(?:and|but|so|or|then|which|who|whose|because|since|though|if|when|until|before|after|while|as if|I|we|they|he|she|it|that|there|this|nobody|somebody|everybody|people|no one|someone|everyone|nothing|my|our|his|her|their|not one)\b/;
/** A pattern that opens with one of these may have its main clause behind the last comma. */
const SUBORDINATE =
  /^(?:when|whenever|if|after|before|since|while|until|as|once|because|on|in|at|by|for|with|without|between|during|from|under|over|every|each|most|some|these|now|to|even|of|instead|thanks|given|half|two|three|one|whatever|whoever|where|not|what)\b/i;
/** Longer endings say something of their own. */
const MOST_WORDS = 5;

/**
 * Thins out closing tags: "..., [over sandwiches|kindly|and left]" ends in its tag in one telling of three, else without
 * it. Any one of them reads well; in every other sentence they are a tic. Endings that are clauses keep their share.
 */
export function thinClosingTag(nodes: readonly Node[]): readonly Node[] {
  const mark = nodes.at(-1);
  const marked = mark?.kind === 'text' && /^[.?!]$/.test(mark.text);
  const body = marked ? nodes.slice(0, -1) : nodes;
  const last = body.at(-1);
  const before = body.at(-2);
  if (last?.kind !== 'choice' || body.length < 2 || (marked && body.length < 3)) return nodes;
  const open = before?.kind === 'text' && before.text.endsWith(', ') ? before.text.slice(0, -2) : undefined;
  if (open === undefined && !last.options.some(({ nodes: part }) => startOf(part).startsWith(', '))) return nodes;
  if (open !== undefined && SUBORDINATE.test(startOf(body)) && !/,| and | but /.test(textOf(body.slice(0, -1), open)))
    return nodes;
  const options = last.options.map(
    ({ nodes: part, weight }): Option => ({
      nodes: open === undefined || part.length === 0 ? part : [{ kind: 'text', text: ', ' }, ...part],
      weight,
    }),
  );
  const tags = options.filter(({ nodes: part }) => isTag(part)).length;
  if (tags === 0) return nodes;
  const weighed = [
    ...options
      .filter(({ nodes: part }) => part.length > 0)
      .map((option) => (isTag(option.nodes) ? option : { ...option, weight: option.weight * 3 })),
    { nodes: [], weight: 2 * tags },
  ];
  const start: readonly Node[] =
    open === undefined
      ? body.slice(0, -1)
      : [...body.slice(0, -2), ...(open === '' ? [] : [{ kind: 'text', text: open } as const])];
  return [...start, { kind: 'choice', options: weighed }, ...(marked ? [mark as Node] : [])];
}

function isTag(part: readonly Node[]): boolean {
  const start = startOf(part);
  if (!start.startsWith(', ')) return false;
  const words = start.slice(2);
  const opensWithName = words === '' && part[1]?.kind === 'ref';
  return !opensWithName && !CLAUSE_START.test(words) && countWords(part) <= MOST_WORDS;
}

/** The words that a part begins with, as far as they are fixed; of an alternation its first part. */
function startOf(part: readonly Node[]): string {
  let out = '';
  for (const node of part) {
    if (node.kind === 'text') out += node.text;
    else if (node.kind === 'choice') return out + startOf(node.options[0]?.nodes ?? []);
    else return out;
  }
  return out;
}

function textOf(part: readonly Node[], last: string): string {
  return part.map((node, i) => (i === part.length - 1 ? last : node.kind === 'text' ? node.text : '')).join('');
}

function countWords(part: readonly Node[]): number {
  return part.reduce(
    (sum, node) =>
      sum +
      (node.kind === 'text'
        ? (node.text.match(/[\w'-]+/g)?.length ?? 0)
        : node.kind === 'choice'
          ? Math.max(...node.options.map(({ nodes }) => countWords(nodes)))
          : 1),
    0,
  );
}
