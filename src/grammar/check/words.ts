import { walkNodes } from '../pattern.ts';
import type { CheckContext, RuleGroup } from './context.ts';
import { PHRASES } from './phrases.ts';

/** Phrases that may not stand in a text, in whatever reading of a pattern. */
export const words: RuleGroup = {
  name: 'words',
  rules: {
    'worn-out': 'a phrase that everybody has read too often',
    'label-word': 'a word that gives the label of a text away',
  },
  check(context) {
    const phrases = [...PHRASES, ...(context.options.phrases ?? [])];
    if (phrases.length === 0) return;
    const any = new RegExp(phrases.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'i');
    const questionsOf = tableQuestions(context);
    for (const { role, name, file, text, spoken, questions, at } of context.patterns) {
      const asked =
        role === 'set' || role === 'slot' ? (questionsOf.get(`${role}\0${file}\0${name}`) ?? []) : questions;
      if (!any.test(spoken.join('\n'))) continue;
      for (const words of spoken) {
        for (const { rule, pattern, questions: only, hint } of phrases) {
          const found = pattern.exec(words)?.[0];
          if (found === undefined || (only && asked.length > 0 && !asked.some((question) => only.includes(question))))
            continue;
          context.report(rule, at, `"${found.trim()}" stands in "${text}"`, hint ?? 'say it another way');
        }
      }
    }
  },
};

/** The questions whose patterns use a set or slot. */
function tableQuestions(context: CheckContext): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { nodes, file, folders, questions } of context.patterns)
    for (const node of walkNodes(nodes))
      for (const folder of folders) {
        const meaning = node.kind === 'ref' ? context.meaning(node.name, file, folder) : undefined;
        const entry =
          node.kind === 'set'
            ? context.set(node.name, file, folder)
            : meaning?.kind === 'slot'
              ? meaning.slot
              : undefined;
        if (!entry) continue;
        const key = `${node.kind === 'set' ? 'set' : 'slot'}\0${entry.file}\0${entry.name}`;
        found.set(key, [...new Set([...(found.get(key) ?? []), ...questions])]);
      }
  return found;
}
