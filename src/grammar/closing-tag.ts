import type { Node, Option } from './pattern.ts';

/** Words that begin a clause or join one: what starts with them is more than a tag. */
const CLAUSE_START =
  /^(?:and|but|so|or|then|which|who|whose|because|since|though|if|when|until|before|after|while|as if|I|we|they|he|she|it|that|there|this|nobody|somebody|everybody|people|no one|someone|everyone|nothing|my|our|his|her|their|not one)\b/;
/** A pattern that opens with one of these may have its main clause behind the last comma. */
const SUBORDINATE =
  /^(?:when|whenever|if|after|before|since|while|until|as|once|because|on|in|at|by|for|with|without|between|during|from|under|over|every|each|most|some|these|now|to|even|of|instead|thanks|given|half|two|three|one|whatever|whoever|where|not|what)\b/i;
/** Longer endings say something of their own. */
const MOST_WORDS = 5;
/** How often a tag is left out for each time it is told, and how often a joined clause is. */
const TAGS_LEFT_OUT = 2;
const CLAUSES_LEFT_OUT = 1;

/**
 * Thins out what hangs on behind a comma: "..., [over sandwiches|kindly|and left]" and "..., and [I paid|it helped]".
 * Tags are told in one telling of three, in the middle of a sentence too, joined last clauses in every other. Any one of
 * them reads well; in every sentence they are a tic. Other endings that are clauses keep their share.
 */
export function thinClosingTag(nodes: readonly Node[]): readonly Node[] {
  const mark = nodes.at(-1);
  const marked = mark?.kind === 'text' && /^[.?!]$/.test(mark.text);
  const body = marked ? nodes.slice(0, -1) : nodes;
  return [...thinEnd(thinMiddle(body)), ...(marked ? [mark as Node] : [])];
}

/** Tags between two commas. */
function thinMiddle(nodes: readonly Node[]): readonly Node[] {
  const out = [...nodes];
  for (let i = 1; i < out.length - 1; i++) {
    const [before, node, after] = [out[i - 1], out[i], out[i + 1]] as const;
    if (before?.kind !== 'text' || node?.kind !== 'choice' || after?.kind !== 'text') continue;
    if (!before.text.endsWith(', ') || !after.text.startsWith(',') || SUBORDINATE.test(startOf(nodes))) continue;
    const options = node.options.map((option) => prefixed(option, ', '));
    if (!options.every(({ nodes: part }) => isTag(part))) continue;
    out[i - 1] = { kind: 'text', text: before.text.slice(0, -2) };
    out[i] = { kind: 'choice', options: [...options, { nodes: [], weight: TAGS_LEFT_OUT * options.length }] };
  }
  return out.filter((node) => node.kind !== 'text' || node.text !== '');
}

function thinEnd(body: readonly Node[]): readonly Node[] {
  const last = body.at(-1);
  const before = body.at(-2);
  if (last?.kind !== 'choice' || body.length < 2) return body;
  const text = before?.kind === 'text' ? before.text : '';
  const joint = /, (?:and )?$/.exec(text)?.[0];
  if (joint === undefined && !last.options.some(({ nodes: part }) => startOf(part).startsWith(', '))) return body;
  if (
    joint &&
    SUBORDINATE.test(startOf(body)) &&
    !/,| and | but /.test(textOf(body.slice(0, -1), text.slice(0, -joint.length)))
  )
    return body;
  const options = last.options
    .filter(({ nodes: part }) => part.length > 0)
    .map((option) => (joint === undefined ? option : prefixed(option, joint)));
  const joined = joint === ', and ';
  const dropped = joined
    ? CLAUSES_LEFT_OUT * options.length
    : TAGS_LEFT_OUT * options.filter(({ nodes: part }) => isTag(part)).length;
  if (dropped === 0) return body;
  const share = joined ? 1 : TAGS_LEFT_OUT + 1;
  const weighed = options.map((option) =>
    joined || isTag(option.nodes) ? option : { ...option, weight: option.weight * share },
  );
  const start =
    joint === undefined
      ? body.slice(0, -1)
      : [...body.slice(0, -2), { kind: 'text' as const, text: text.slice(0, -joint.length) }];
  return [
    ...start.filter((node) => node.kind !== 'text' || node.text !== ''),
    { kind: 'choice', options: [...weighed, { nodes: [], weight: dropped }] },
  ];
}

function prefixed({ nodes, weight }: Option, joint: string): Option {
  return { nodes: [{ kind: 'text', text: joint }, ...nodes], weight };
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
