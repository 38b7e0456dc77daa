import type { SourceSchema } from '../source.ts';
import type { CheckContext, RuleGroup } from './context.ts';
import { beatName, cellText, type StoryPlan, threadPlansOf } from './plans.ts';

/** The n-th values of a threaded story belong together, so every thread must have what the story needs. */
export const threads: RuleGroup = {
  name: 'threads',
  rules: {
    'thread-kind': 'a kind in threads of which the schema has no values',
    'thread-gap': 'a thread without a sentence that the story needs',
    'thread-behind':
      'a value that stands behind no thread of the story, or a thread without any of those that it needs',
    'thread-condition': 'a condition on a value in a thread, which the others of its thread would miss',
  },
  check(context) {
    for (const schema of context.source.schemas) {
      if (schema.threads.length > 0) checkThreads(context, schema);
      checkBehind(context, schema);
    }
    for (const plan of context.plans) if (plan.schema.threads.length > 0) checkEnds(context, plan);
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

/** The threads that a value names are there, and it has not one of its own. */
function checkBehind(context: CheckContext, { id, file, threads, facts }: SourceSchema): void {
  const count = Math.max(0, ...threads.map((kind) => facts[kind]?.length ?? 0));
  for (const [kind, list] of Object.entries(facts))
    for (const { behind, line } of list) {
      if (behind.length === 0) continue;
      const report = (message: string, hint: string) =>
        context.report('thread-behind', `${file}:${line}`, message, hint);
      if (threads.includes(kind))
        report(
          `this ${kind} belongs to a thread and stands behind others`,
          'take behind out: its place says its thread',
        );
      else if (count === 0) report(`'${id}' is not told in threads`, 'take behind out');
      else if (new Set(behind).size < behind.length)
        report('a thread is named twice', 'name each thread that it may stand behind once');
      else if (Math.max(...behind) > count)
        report(
          `'${id}' has ${count} threads, and this stands behind ${Math.max(...behind)}`,
          `name some of 1 to ${count}`,
        );
    }
}

/** Each thread finds something of what any thread of the story finds. */
function checkEnds(context: CheckContext, plan: StoryPlan): void {
  for (const [i, { values }] of threadPlansOf(plan).entries())
    for (const [kind, list] of Object.entries(values))
      if (list.length === 0 && (plan.values[kind] ?? []).some(({ value }) => value.behind.length > 0))
        context.report(
          'thread-behind',
          `${plan.schema.file}:${plan.schema.line}`,
          `thread ${i + 1} of '${plan.schema.id}' has no ${kind} behind it (${cellText(plan.cell)})`,
          `write one, or let another stand behind it`,
        );
}

/** Kinds that no arc of the story must tell. */
function optionalKinds({ source }: CheckContext, schema: SourceSchema): ReadonlySet<string> {
  const { grammar } = source;
  const beats = schema.arcs.flatMap((arc) => grammar.arcs[arc]?.beats ?? []);
  const must = new Set(beats.filter((spec) => !spec.endsWith('?')).map((spec) => grammar.beats[spec]?.must));
  return new Set(beats.map((spec) => grammar.beats[beatName(spec)]?.must ?? '').filter((kind) => !must.has(kind)));
}
