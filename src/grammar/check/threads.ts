import type { SourceSchema } from '../source.ts';
import type { CheckContext, RuleGroup } from './context.ts';
import { beatName } from './plans.ts';

/** The n-th values of a threaded story belong together, so every thread must have what the story needs. */
export const threads: RuleGroup = {
  name: 'threads',
  rules: {
    'thread-kind': 'a kind in threads of which the schema has no values',
    'thread-gap': 'a thread without a sentence that the story needs',
    'thread-condition': 'a condition on a value in a thread, which the others of its thread would miss',
  },
  check(context) {
    for (const schema of context.source.schemas) if (schema.threads.length > 0) checkThreads(context, schema);
  },
};

function checkThreads(context: CheckContext, schema: SourceSchema): void {
  const at = `${schema.file}:${schema.line}`;
  const listOf = (kind: string) => schema.facts[kind] ?? [];
  const count = Math.max(...schema.threads.map((kind) => listOf(kind).length));
  const optional = optionalKinds(context, schema);
  for (const kind of schema.threads) {
    const list = listOf(kind);
    if (list.length === 0)
      context.report(
        'thread-kind',
        at,
        `'${schema.id}' is told in threads of ${kind}, and has no values of ${kind}`,
        `write them, or take ${kind} out of threads`,
      );
    else if (list.length < count && !optional.has(kind))
      context.report(
        'thread-gap',
        at,
        `'${schema.id}' has ${count} threads, and ${list.length} values of ${kind}`,
        `write the ${kind} of the last ${count - list.length}; only a beat that may be left out may be missing`,
      );
    for (const value of list)
      if (Object.keys(value.when).length > 0)
        context.report(
          'thread-condition',
          `${schema.file}:${value.line}`,
          `this ${kind} belongs to a thread and has a condition`,
          'put the condition on the schema, or take the kind out of threads',
        );
  }
}

/** Kinds that no arc of the story must tell. */
function optionalKinds({ source }: CheckContext, schema: SourceSchema): ReadonlySet<string> {
  const { grammar } = source;
  const beats = schema.arcs.flatMap((arc) => grammar.arcs[arc]?.beats ?? []);
  const must = new Set(beats.filter((spec) => !spec.endsWith('?')).map((spec) => grammar.beats[spec]?.must));
  return new Set(beats.map((spec) => grammar.beats[beatName(spec)]?.must ?? '').filter((kind) => !must.has(kind)));
}
