import type { When } from '../source.ts';
import type { CheckContext, CheckedPattern, RuleGroup } from './context.ts';
import { DEMANDS } from './demands.ts';

/** What a fact presupposes must be asked for; what is permuted must be free of conditions. */
export const preconditions: RuleGroup = {
  name: 'preconditions',
  rules: {
    'key-condition': 'a condition on a key fact or on a telling of its beat',
    'key-two-cells': 'a key value that stands in the lists of two tiers',
    demand: 'words that only some people can say, without the condition',
  },
  check(context) {
    for (const pattern of context.patterns) {
      checkKey(context, pattern);
      checkDemands(context, pattern);
    }
    checkCells(context);
  },
};

function checkKey(context: CheckContext, { value, telling, name, form, at }: CheckedPattern): void {
  const { grammar } = context.source;
  if (value && form === '' && grammar.kinds[name]?.key) {
    const own = Object.keys(value.when).filter((attribute) => !grammar.cells.includes(attribute));
    const found = [
      ...own.map((attribute) => `when: ${attribute}`),
      ...(value.not.length > 0 ? ['not'] : []),
      ...(value.topics.length > 0 ? ['topics'] : []),
      ...(value.weight !== 1 ? ['weight'] : []),
    ];
    if (found.length > 0)
      context.report(
        'key-condition',
        at,
        `${name} is a key fact, and this value has ${found.join(' and ')}`,
        `take it out; what not everybody can say belongs to a schema with that condition`,
      );
  }
  if (telling && grammar.kinds[grammar.beats[name]?.must ?? '']?.key) {
    const found = [
      ...(Object.keys(telling.when).length > 0 ? ['when'] : []),
      ...(telling.voice.length > 0 ? ['voice'] : []),
      ...(Object.keys(telling.tags).length > 0 ? ['tags'] : []),
      ...(telling.topics.length > 0 ? ['topics'] : []),
    ];
    if (found.length > 0)
      context.report(
        'key-condition',
        at,
        `the beat '${name}' tells a key fact, and this telling has ${found.join(' and ')}`,
        'take it out: only take may stand on a telling of a key fact',
      );
  }
}

/** A key value of a shared list belongs to one cell of the last cell attribute, or skeletons would repeat. */
function checkCells(context: CheckContext): void {
  const { shared, grammar } = context.source;
  const last = grammar.cells.at(-1) ?? '';
  const first = new Map<string, { at: string; cells: readonly string[] }>();
  for (const file of shared)
    for (const [kind, values] of Object.entries(file.facts)) {
      if (!grammar.kinds[kind]?.key) continue;
      for (const value of values) {
        const at = `${file.file}:${value.line}`;
        const cells =
          value.when[last] ?? (file.cells[last]?.length ? file.cells[last] : (grammar.attributes[last] ?? []));
        if (cells.length > 1)
          context.report(
            'key-two-cells',
            at,
            `this ${kind} stands under ${cells.join(' and ')}; a key value belongs to one ${last}`,
            `write a list of its own for each ${last}`,
          );
        const others = grammar.cells.slice(0, -1).map((key) => file.cells[key]?.join(',') ?? '');
        const key = [kind, normal(value.forms[''] ?? ''), ...others].join('\0');
        const old = first.get(key);
        if (!old) first.set(key, { at, cells });
        else if (old.cells.join() !== cells.join())
          context.report(
            'key-two-cells',
            at,
            `this ${kind} stands under ${cells.join(' and ')} and, at ${old.at}, under ${old.cells.join(' and ')}`,
            `keep it in one list; a key value belongs to one ${last}`,
          );
      }
    }
}

function checkDemands(context: CheckContext, { role, spoken, at, when, name, file }: CheckedPattern): void {
  if (role !== 'value' && role !== 'telling') return;
  const asked: When = when;
  const all = spoken.join('\n');
  for (const { pattern, attributes, severity } of DEMANDS) {
    const known = attributes.filter((attribute) => context.source.grammar.attributes[attribute]);
    if (known.length === 0 || known.some((attribute) => asked[attribute]) || !pattern.test(all)) continue;
    for (const reading of spoken) {
      const words = pattern.exec(reading)?.[0];
      if (words === undefined) continue;
      const key = role === 'value' && context.source.grammar.kinds[name]?.key;
      const shared = context.source.shared.some((other) => other.file === file);
      context.report(
        'demand',
        at,
        `'${words}' fits only some people, and nothing here asks for their ${known.join(' or ')}`,
        key || !shared
          ? `say it so that it fits everybody, or put when: {${known[0]}: ...} on the ${key ? 'schema' : 'value'}`
          : `put when: {${known[0]}: ...} on it`,
        severity,
      );
      break;
    }
  }
}

function normal(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
