import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDerivations } from '../../src/grammar/count.ts';
import { type Node, PatternFault, parsePattern, walkNodes } from '../../src/grammar/pattern.ts';

const text = (words: string): Node => ({ kind: 'text', text: words });
const choice = (...parts: readonly (readonly [readonly Node[], number])[]): Node => ({
  kind: 'choice',
  options: parts.map(([nodes, weight]) => ({ nodes, weight })),
});

describe('a pattern is read as its parts', () => {
  test.each<readonly [string, string, readonly Node[]]>([
    ['plain text', 'we ate late', [text('we ate late')]],
    ['nothing', '', []],
    ['an alternation', 'a [b|c] d', [text('a '), choice([[text('b')], 1], [[text('c')], 1]), text(' d')]],
    ['an empty part', '[|b]', [choice([[], 1], [[text('b')], 1])]],
    ['an empty last part', '[, b|]', [choice([[text(', b')], 1], [[], 1])]],
    ['a weight', '[a|b^3|c]', [choice([[text('a')], 1], [[text('b')], 3], [[text('c')], 1])]],
    ['a weight of two digits', '[a^12|b]', [choice([[text('a')], 12], [[text('b')], 1])]],
    [
      'nesting',
      '[a [b|c^2] d|e]',
      [choice([[text('a '), choice([[text('b')], 1], [[text('c')], 2]), text(' d')], 1], [[text('e')], 1])],
    ],
    ['a set', '<these-days>', [{ kind: 'set', name: 'these-days' }]],
    ['a slot', '{bed}', [{ kind: 'ref', name: 'bed', form: '' }]],
    ['a form', '{event.n}', [{ kind: 'ref', name: 'event', form: 'n' }]],
    ['a possessive', "{boss's} desk", [{ kind: 'ref', name: 'boss', form: 'possessive' }, text(' desk')]],
    ['a verb', 'she ~says so', [text('she '), { kind: 'verb', word: 'says' }, text(' so')]],
    ['a negated verb', "she ~doesn't.", [text('she '), { kind: 'verb', word: "doesn't" }, text('.')]],
    ['a verb before a possessive mark', "~says'", [{ kind: 'verb', word: 'says' }, text("'")]],
    [
      'a noun',
      '{n} %patient,',
      [{ kind: 'ref', name: 'n', form: '' }, text(' '), { kind: 'noun', word: 'patient' }, text(',')],
    ],
    [
      'a connective',
      '{a}<~> {b}',
      [{ kind: 'ref', name: 'a', form: '' }, { kind: 'joint' }, text(' '), { kind: 'ref', name: 'b', form: '' }],
    ],
    [
      'mark-up inside a part',
      '[{a}|<b> ~is]',
      [
        choice(
          [[{ kind: 'ref', name: 'a', form: '' }], 1],
          [[{ kind: 'set', name: 'b' }, text(' '), { kind: 'verb', word: 'is' }], 1],
        ),
      ],
    ],
    ['a bar and a caret outside an alternation', 'a|b^2', [text('a|b^2')]],
    ['escapes', '\\[\\]\\{\\}\\<\\>\\|\\~\\%\\^\\\\', [text('[]{}<>|~%^\\')]],
    ['escapes inside a part', '[a\\|b|50\\%]', [choice([[text('a|b')], 1], [[text('50%')], 1])]],
  ])('%s', (_, pattern, nodes) => expect(parsePattern(pattern)).toEqual(nodes));
});

describe('a fault says where it stands', () => {
  test.each([
    ['a ] b', 2, /closes nothing/],
    ['so {a}]', 6, /closes nothing/],
    ['a } b', 2, /closes nothing/],
    ['ab > c', 3, /closes nothing/],
    ['[a}|b]', 2, /closes nothing/],
    ['a \\b', 2, /lone backslash/],
    ['ab\\', 2, /lone backslash/],
    ['[a^0|b]', 2, /weight/],
    ['[a|bc^x]', 5, /weight/],
    ['[a^2 b|c]', 2, /weight/],
    ['so [a|b', 3, /never closed/],
    ['[a|[b|c]', 0, /never closed/],
    ['[a|b [c|d]', 0, /never closed/],
    ['so [a]', 3, /one part/],
    ['so []', 3, /one part/],
    ['so <Bad>', 3, /not the name of a set/],
    ['so <>', 3, /not the name of a set/],
    ['so <a b>', 3, /not the name of a set/],
    ['so <a', 3, /never closed/],
    ['so {a', 3, /never closed/],
    ['so {Bad}', 3, /not a reference/],
    ['so {a.b.c}', 3, /not a reference/],
    ['so {}', 3, /not a reference/],
    ['50% of', 2, /not followed by a noun/],
    ['so ~ x', 3, /not followed by a verb/],
    ['so ~Says', 3, /not followed by a verb/],
  ])('%s: column %i', (pattern, column, message) => {
    const fault = faultOf(pattern);
    expect(fault.message).toMatch(message);
    expect(fault.column).toBe(column);
    expect(fault.hint).not.toBe('');
  });
});

function faultOf(pattern: string): PatternFault {
  try {
    parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternFault) return error;
    throw error;
  }
  throw new Error(`'${pattern}' has no fault`);
}

/** Writes nodes back as a pattern. */
function write(nodes: readonly Node[]): string {
  return nodes.map(writeNode).join('');
}

function writeNode(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.text.replace(/[[\]{}<>|~%\\^]/g, '\\$&');
    case 'choice':
      return `[${node.options.map((option) => write(option.nodes) + (option.weight > 1 ? `^${option.weight}` : '')).join('|')}]`;
    case 'set':
      return `<${node.name}>`;
    case 'ref':
      return node.form === 'possessive' ? `{${node.name}'s}` : `{${[node.name, node.form].filter(Boolean).join('.')}}`;
    case 'verb':
      return `~${node.word}`;
    case 'noun':
      return `%${node.word}`;
    case 'joint':
      return '<~>';
  }
}

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);
const word = fc.stringMatching(/^[a-z]{1,6}$/);
const { nodes: anyNodes } = fc.letrec<{ node: Node; nodes: readonly Node[] }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ minLength: 1, maxLength: 6 }).map(text),
    name.map((set): Node => ({ kind: 'set', name: set })),
    fc
      .tuple(name, fc.oneof(fc.constant(''), fc.constant('possessive'), word))
      .map(([ref, form]): Node => ({ kind: 'ref', name: ref, form })),
    fc.constant<Node>({ kind: 'joint' }),
    fc
      .array(fc.tuple(tie('nodes'), fc.integer({ min: 1, max: 20 })), { minLength: 2, maxLength: 4 })
      .map((parts) => choice(...parts)),
  ),
  // Two neighbouring texts would be read as one.
  nodes: fc
    .array(tie('node'), { maxLength: 4 })
    .map((list) => list.filter((node, i) => node.kind !== 'text' || list[i - 1]?.kind !== 'text')),
}));

test('any pattern that is written out is read back', () => {
  const property = fc.property(anyNodes, (nodes) => {
    expect(parsePattern(write(nodes))).toEqual(nodes);
  });
  fc.assert(property, { numRuns: 500 });
});

test('any text at all is read or refused with a fault inside it', () => {
  const marks = fc.array(fc.constantFrom(...'[]{}<>|~%\\^ab .', "'"), { maxLength: 20 }).map((chars) => chars.join(''));
  const property = fc.property(marks, (pattern) => {
    try {
      parsePattern(pattern);
    } catch (error) {
      if (!(error instanceof PatternFault)) throw error;
      expect(error.column).toBeGreaterThanOrEqual(0);
      expect(error.column).toBeLessThan(pattern.length);
    }
  });
  fc.assert(property, { numRuns: 2000 });
});

test('every node of a pattern is walked, those of parts too', () => {
  const kinds = [...walkNodes(parsePattern('a [b|{c} [<d>|~is]] %box'))].map(({ kind }) => kind);
  expect(kinds).toEqual(['text', 'choice', 'text', 'ref', 'text', 'choice', 'set', 'verb', 'text', 'noun']);
});

test.each([
  ['we ate', 1n],
  ['[a|b] [c|d|e]', 6n],
  ['[a|b [c|d]|]', 4n],
  ['[a^5|b]', 2n],
  ['{x} [a|b] <y>', 2n],
])('%s has %i derivations of its own', (pattern, count) => expect(countDerivations(parsePattern(pattern))).toBe(count));

test('what names stand for can be counted in', () => {
  expect(countDerivations(parsePattern('[{x}|b] <y>'), () => 10n)).toBe(110n);
});
