import type { SourceValue } from '../source.ts';
import type { CheckContext, RuleGroup } from './context.ts';
import { cellText, takes, toldBy } from './plans.ts';

/** Topics keep a text from telling one thing twice; each must be able to do so. */
export const topics: RuleGroup = {
  name: 'topics',
  rules: {
    'topic-unknown': 'an exclusion of a topic that nothing carries',
    'topic-alone': 'a topic that only one value has, so that it keeps nothing out',
    'topic-clash': 'a telling of two facts of which no two values may stand together',
  },
  check(context) {
    checkNames(context);
    checkPairs(context);
  },
};

function checkNames(context: CheckContext): void {
  const told = context.patterns.filter((pattern) => pattern.form === '' && (pattern.value ?? pattern.telling));
  /** Who carries or bars a topic, by folder: stories of two folders never meet. */
  const carriers = new Map<string, Set<unknown>>();
  const barred = new Set<string>();
  for (const { value, telling, folders } of told)
    for (const folder of folders) {
      for (const topic of value?.topics ?? telling?.topics ?? []) {
        const key = `${folder}\0${topic}`;
        carriers.set(key, (carriers.get(key) ?? new Set()).add(value ?? telling));
      }
      for (const topic of value?.not ?? []) barred.add(`${folder}\0${topic}`);
    }
  for (const { value, telling, folders, at } of told) {
    const known = [...carriers.keys()].map((key) => key.split('\0')[1] as string);
    for (const topic of value?.not ?? [])
      if (!folders.some((folder) => carriers.has(`${folder}\0${topic}`)))
        context.report(
          'topic-unknown',
          at,
          `not: names the topic '${topic}', which no value carries`,
          `give the values that it means the topic, or use one of: ${[...new Set(known)].sort().join(', ') || 'none so far'}`,
        );
    for (const topic of value?.topics ?? telling?.topics ?? []) {
      const alone = folders.every((folder) => {
        const key = `${folder}\0${topic}`;
        return (carriers.get(key)?.size ?? 0) < 2 && !barred.has(key);
      });
      if (alone)
        context.report(
          'topic-alone',
          at,
          `the topic '${topic}' stands on this alone, so it keeps nothing out`,
          'give it to whatever must not stand beside this, or take it out',
          'warning',
        );
    }
  }
}

function checkPairs(context: CheckContext): void {
  const seen = new Set<unknown>();
  for (const plan of context.plans)
    for (const { tellings } of plan.beats)
      for (const { telling, file } of tellings) {
        const kinds = toldBy(telling, context.source.grammar);
        if (kinds.length < 2 || seen.has(telling)) continue;
        for (let i = 0; i < kinds.length; i++)
          for (const other of kinds.slice(i + 1)) {
            const kind = kinds[i] as string;
            const [a, b] = [kind, other].map((name) =>
              (plan.values[name] ?? []).map(({ value }) => value).filter((value) => takes(telling, name, value)),
            ) as [SourceValue[], SourceValue[]];
            if (a.length === 0 || b.length === 0 || a.some((one) => b.some((two) => !clash(one, two)))) continue;
            seen.add(telling);
            context.report(
              'topic-clash',
              `${file}:${telling.line}`,
              `no ${kind} may stand beside any ${other} here (${cellText(plan.cell)}): their topics exclude each other`,
              'tell the two facts in separate tellings, or mend the topics',
            );
          }
      }
}

function clash(a: SourceValue, b: SourceValue): boolean {
  return (
    a.topics.some((topic) => b.topics.includes(topic) || b.not.includes(topic)) ||
    a.not.some((topic) => b.topics.includes(topic))
  );
}
