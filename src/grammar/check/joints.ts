import type { CheckContext, CheckedPattern, RuleGroup } from './context.ts';
import { Edges, firstWord, lastWord, withoutVerbs } from './edges.ts';
import type { Flat, FlatNode } from './flatten.ts';
import { readAloud } from './flatten.ts';

/** Doubled words that are English. */
const MAY_DOUBLE = new Set(['had', 'that', 'is', 'her', 'very', 'really', 'no', 'bye', 'there', 'so', 'long', 'ha']);
const SMALL_WORD =
  /^(?:The|A|An|My|They|We|It|She|He|There|This|That|When|And|But|So|You|In|On|At|To|Of|If|What|Nobody|Somebody|Everybody|People|Your|Our|Their|His|Her|Then|After|Before|As|For|With|By|No|Not)\b/;
const WANTS_MORE = /\b(?:and|but|or|because|the|an?|my|until|than)$/;
const ABBREVIATION = /\b(?:[ap]\.m|Dr|Mr|Ms|Mrs|St|vs|etc|e\.g|i\.e|No|Inc|Jr|Sr)\.$/;

/** Where two pieces meet, the text must read on; capitals, stops and spaces belong to the realizer. */
export const joints: RuleGroup = {
  name: 'joints',
  rules: {
    'doubled-word': 'a word that comes twice in a row where two pieces meet',
    'value-end': 'a value with punctuation of its own at the end',
    'cut-off': 'a value or telling that can end on a word that wants another',
    'value-capital': 'a value that begins with a capital it does not need',
    'telling-end': 'a telling without a full stop, question mark or exclamation mark',
    'double-space': 'two spaces in a row, or a space at an end',
    'space-before-mark': 'a space before a mark',
    typography: 'a typographic quote, a dash or an ellipsis character',
  },
  check(context) {
    const edges = new Edges(context);
    for (const pattern of context.patterns) {
      for (const reading of pattern.readings) checkDoubled(context, pattern, reading, edges);
      checkEnds(context, pattern);
      checkSpaces(context, pattern);
    }
  },
};

function checkDoubled(context: CheckContext, pattern: CheckedPattern, reading: Flat, edges: Edges): void {
  const { at, folders } = pattern;
  const report = (word: string, left: FlatNode, right: FlatNode, place: string | undefined) =>
    context.report(
      'doubled-word',
      at,
      left === right
        ? `'${word} ${word}' can be read in it`
        : `'${word} ${word}' comes about where ${named(left)} meets ${named(right)}${place && place !== at ? ` (${place})` : ''}`,
      'take the word out on one side, or put another word between them',
    );
  reading.forEach((node, i) => {
    if (node.kind === 'text') {
      const inner = /(?<![\w'-])([a-z]+) \1(?![\w'-])/i.exec(withoutVerbs(node.text))?.[1]?.toLowerCase();
      if (inner && !MAY_DOUBLE.has(inner)) report(inner, node, node, undefined);
    }
    const gap = reading[i + 1];
    const blank = gap?.kind === 'text' && gap.text === ' ';
    const next = blank ? reading[i + 2] : gap;
    if (!next) return;
    if (!blank && !(node.kind === 'text' && /\s$/.test(node.text)) && !(next.kind === 'text' && /^\s/.test(next.text)))
      return;
    if (sameSymbol(node, next)) return;
    for (const [folder, schema] of bothFacts(context, node, next)
      ? schemasOf(context, pattern)
      : folders.map((name) => [name, ''] as const)) {
      const left = endOf(node, 'last', pattern, folder, schema, edges);
      const right = left.size > 0 ? endOf(next, 'first', pattern, folder, schema, edges) : left;
      for (const [word, place] of left) {
        const other = right.get(word);
        if (other !== undefined && !MAY_DOUBLE.has(word))
          report(word, node, next, node.kind === 'text' ? other : place);
      }
    }
  });
}

/** Two facts meet only in the values of one schema. */
function bothFacts({ source }: CheckContext, a: FlatNode, b: FlatNode): boolean {
  const { kinds } = source.grammar;
  return a.kind === 'ref' && b.kind === 'ref' && kinds[a.name] !== undefined && kinds[b.name] !== undefined;
}

function schemasOf(context: CheckContext, { name, file }: CheckedPattern): readonly (readonly [string, string])[] {
  const plans = context.plansOf(name, file);
  return [...new Set(plans.map(({ schema }) => schema))].map((schema) => [schema.folder, schema.file] as const);
}

function endOf(
  node: FlatNode,
  end: 'first' | 'last',
  pattern: CheckedPattern,
  folder: string,
  schema: string,
  edges: Edges,
) {
  if (node.kind === 'set' || node.kind === 'ref') return edges.of(node, end, pattern, folder, schema);
  const text = node.kind === 'text' ? node.text : node.kind === 'joint' ? '.' : node.word;
  const word = end === 'first' ? firstWord(text) : lastWord(text);
  return new Map(word ? [[word, pattern.at]] : []);
}

function sameSymbol(a: FlatNode, b: FlatNode): boolean {
  return a.kind === 'set' && b.kind === 'set' && a.name === b.name;
}

function named(node: FlatNode): string {
  return node.kind === 'text' ? `'${node.text.trim().split(/\s+/).slice(-2).join(' ')}'` : readAloud([node]);
}

function checkEnds(context: CheckContext, { role, form, readings, spoken, at, text }: CheckedPattern): void {
  for (const [i, reading] of readings.entries()) {
    const words = spoken[i] as string;
    if (role === 'telling') {
      if (/[.?!]['")]*$/.test(words.trimEnd())) continue;
      context.report('telling-end', at, `the telling "${text}" does not end with . ? or !`, 'end it with its mark');
      return;
    }
    const dangling = role === 'value' ? WANTS_MORE.exec(words.trimEnd())?.[0] : undefined;
    if (dangling !== undefined) {
      context.report(
        'cut-off',
        at,
        `the value "${text}" can end on '${dangling}'`,
        'give the last alternation no empty part',
      );
      return;
    }
    const first = reading[0];
    if (role === 'value' && form !== 'n' && /[.?!]$/.test(words) && !ABBREVIATION.test(words)) {
      context.report(
        'value-end',
        at,
        `the value "${text}" ends with '${words.at(-1)}'`,
        'take the mark out; the telling has it',
      );
      return;
    }
    if (role !== 'slot' && first?.kind === 'text' && SMALL_WORD.test(first.text)) {
      const word = first.text.split(' ')[0] as string;
      context.report(
        'value-capital',
        at,
        `"${text}" begins with the capital of '${word}'`,
        `write '${word.toLowerCase()}': the realizer sets the capital at a sentence start`,
      );
      return;
    }
  }
}

function checkSpaces(context: CheckContext, { role, text, readings, at }: CheckedPattern): void {
  const double = / {2}|^ | $/.exec(role === 'set' ? text.trim() : text);
  if (double)
    context.report(
      'double-space',
      at,
      `"${text}" has ${double[0].length > 1 ? 'two spaces in a row' : 'a space at its end'}`,
      'keep one space between words and none at the ends',
    );
  for (const reading of readings)
    for (const node of reading) {
      const mark = node.kind === 'text' ? / ([,.;:?!])(?=\s|$)/.exec(node.text)?.[1] : undefined;
      if (mark === undefined || / \.\d/.test(text)) continue;
      context.report('space-before-mark', at, `"${text}" has a space before '${mark}'`, 'take the space out');
    }
  const sign = /[\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0]/.exec(text)?.[0];
  if (sign)
    context.report(
      'typography',
      at,
      `"${text}" has the character '${sign}'`,
      'write straight quotes, a comma or a full stop; no dash and no ellipsis character',
    );
}
