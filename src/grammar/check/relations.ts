import type { CheckContext, CheckedPattern, RuleGroup } from './context.ts';
import { type Flat, nodesOf, readingsOf } from './flatten.ts';

/** Words that claim a relation between the clauses before and after them. */
const CAUSE =
  /(?:^|[,;.?!]\s*|\band\s+)(?:so|therefore)\b(?!\s+(?:much|many|far|long|to speak|what|be it|that'?s? that)\b)|\b(?:because|which is why|that is why|that's why)\b(?!\s+of\b)|(?:^|[,;.]\s*|\s)since\b(?=\s*$|\s+(?:of course\s+)?$)/i;
const CONTRAST =
  /\b(?:but|though|although|instead)\b(?!\s+of\b)|(?:^|[,;.?!]\s*|\band\s+)(?:yet|still)\b(?=\s*,?\s*$)/i;
const REVERSIBLE = /\b(?:because|since)\b/i;
/** Opens a sentence and puts the cause, or what is conceded, first: "because {event}, {did}". */
const OPENING = /(?:^|[.?!;,]\s*)(because|since|although|though)\s*$/i;

/** Connectives come from the relations that two fact kinds are declared to have. */
export const relations: RuleGroup = {
  name: 'relations',
  rules: {
    'relation-cause': 'a word of cause between facts that have none',
    'relation-contrast': 'a word of contrast between facts that have none',
    'relation-none': '<~> between facts that no relation is declared for',
  },
  check(context) {
    for (const pattern of context.patterns)
      if (pattern.role === 'telling')
        for (const reading of withSets(context, pattern)) checkReading(context, pattern, reading);
  },
};

function checkReading(context: CheckContext, { at }: CheckedPattern, reading: Flat): void {
  const { kinds, relations } = context.source.grammar;
  const facts = reading.flatMap((node, i) => (node.kind === 'ref' && kinds[node.name] ? [{ name: node.name, i }] : []));
  const textOf = (from: number, to: number) =>
    reading
      .slice(from, to)
      .map((node) => (node.kind === 'text' ? node.text : node.kind === 'joint' ? ' ' : 'x'))
      .join('');
  const has = (relation: string, from: string, to: string) => relations[relation]?.includes(`${from}>${to}`) ?? false;
  reading.forEach((node, i) => {
    if (node.kind !== 'joint') return;
    const from = facts.filter((fact) => fact.i < i).at(-1)?.name;
    const to = facts.find((fact) => fact.i > i)?.name;
    if (from && to && Object.keys(relations).some((relation) => has(relation, from, to))) return;
    context.report(
      'relation-none',
      at,
      `<~> stands between ${from ?? 'nothing'} and ${to ?? 'nothing'}, which have no relation`,
      'declare one under relations: in grammar.yaml, or use a full stop',
    );
  });
  facts.slice(1).forEach((second, n) => {
    const first = facts[n] as { name: string; i: number };
    const between = textOf(first.i + 1, second.i);
    const clause = lastClause(between);
    const opening = /^\s*,\s*$/.test(between) ? OPENING.exec(textOf(0, first.i))?.[1]?.toLowerCase() : undefined;
    const cause = CAUSE.exec(clause)?.[0] ?? (opening === 'because' || opening === 'since' ? opening : undefined);
    if (
      cause &&
      !has('cause', first.name, second.name) &&
      !(REVERSIBLE.test(cause) && has('cause', second.name, first.name))
    )
      context.report(
        'relation-cause',
        at,
        `'${cleaned(cause)}' joins ${first.name} to ${second.name}, which have no declared cause`,
        `write 'and' or a full stop, or declare ${first.name}>${second.name} under cause: in grammar.yaml`,
      );
    const contrast =
      CONTRAST.exec(clause)?.[0] ?? (opening === 'although' || opening === 'though' ? opening : undefined);
    if (contrast && !has('contrast', first.name, second.name) && !has('contrast', second.name, first.name))
      context.report(
        'relation-contrast',
        at,
        `'${cleaned(contrast)}' joins ${first.name} to ${second.name}, which have no declared contrast`,
        `write 'and' or a full stop, or declare ${first.name}>${second.name} under contrast: in grammar.yaml`,
      );
  });
}

/**
 * The part of the words between two facts that can join them: the sentence that the second one stands in, and of it
 * only what does not already have a clause of its own behind the connective ("but I said nothing, and {reply}").
 */
function lastClause(between: string): string {
  const start = Math.max(...['. ', '? ', '! '].map((mark) => between.lastIndexOf(mark)));
  const sentence = start < 0 ? between : between.slice(start);
  return sentence.split(/(?<=\w)[,;:](?=\s+(?:and|or|then|I|we|he|she|they|it)\b)/).at(-1) ?? '';
}

/** Readings of a telling in which a set that can give a connective is replaced by each of its parts. */
function withSets(context: CheckContext, pattern: CheckedPattern): readonly Flat[] {
  return pattern.readings.flatMap((reading) => {
    const i = reading.findIndex((node) => node.kind === 'set' && joins(context, pattern, node.name));
    const node = reading[i];
    if (node?.kind !== 'set') return [reading];
    const parts = context.set(node.name, pattern.file, pattern.folders[0] ?? '')?.parts ?? [];
    return parts.flatMap((part) =>
      readingsOf(nodesOf(part)).flatMap((inner) =>
        readingsOf([...reading.slice(0, i), ...inner, ...reading.slice(i + 1)]),
      ),
    );
  });
}

function joins(context: CheckContext, { file, folders }: CheckedPattern, name: string): boolean {
  const parts = context.set(name, file, folders[0] ?? '')?.parts ?? [];
  return parts.some((part) => CAUSE.test(part) || CONTRAST.test(part));
}

function cleaned(connective: string): string {
  return connective.replace(/^[\s,;.?!]+/, '').trim();
}
