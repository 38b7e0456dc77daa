import { describe, expect, test } from 'vitest';
import { loosenTails } from '../../src/grammar/loose-tails.ts';
import { type Node, parsePattern } from '../../src/grammar/pattern.ts';

const RULE = { kinds: ['why'], share: 0.8, asides: ['every', 'before', 'and'], either: ['at', 'in', 'with'] };

/** The pattern written out again; an alternation that may be left out with `share` of its weight as `?share`. */
function shown(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'ref') return `{${node.name}}`;
      if (node.kind !== 'choice') return `<${node.kind}>`;
      const all = node.options.reduce((sum, { weight }) => sum + weight, 0);
      const empty = node.options
        .filter((option) => option.nodes.length === 0)
        .reduce((sum, { weight }) => sum + weight, 0);
      const parts = node.options.filter((option) => option.nodes.length > 0).map((option) => shown(option.nodes));
      return `[${parts.join('|')}]${empty > 0 ? `?${(empty / all).toFixed(2)}` : ''}`;
    })
    .join('');
}

describe('loose tails', () => {
  test.each([
    ['I [eat|sit] [at noon|every day]', 'I [eat|sit][ at noon| every day]?0.80'],
    [
      'I [eat|sit] [at noon|in peace], and [we|they] [go|leave]',
      'I [eat|sit][ at noon| in peace]?0.80, and [we|they] [go|leave]',
    ],
    ['we [eat|sit] [at noon|with them] and leave', 'we [eat|sit][ at noon| with them]?0.80 and leave'],
    [
      'we [eat|sit] [at noon|in peace] [before work|every day]',
      'we [eat|sit][ at noon| in peace]?0.80[ before work| every day]?0.80',
    ],
    ['we [eat|sit] [every day|]', 'we [eat|sit][ every day]?0.80'],
    ['we [eat|sit] [before {month}|and go]', 'we [eat|sit][ before {month}| and go]?0.80'],
  ])('%s: an alternation of asides at the end of a clause may be left out', (pattern, expected) => {
    expect(shown(loosenTails(parsePattern(pattern), RULE))).toBe(expected);
  });

  test.each([
    ['what a verb asks for: all parts open with one word', 'I [look|stare] [at him|at them]'],
    ['a part that is no aside', 'I [eat|sit] [at noon|alone]'],
    ['it stands behind plain words, which may ask for it', 'I sat [at noon|every day]'],
    ['it stands inside the clause', 'I [eat|sit] [at noon|every day] [soup|bread]'],
    ['another list of words', 'I [eat|sit] [on Monday|over there]'],
  ])('%s: it stays', (_, pattern) => {
    const nodes = parsePattern(pattern);
    expect(shown(loosenTails(nodes, RULE))).toBe(shown(nodes));
  });
});
