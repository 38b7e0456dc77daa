import { ORGANISATION } from '../compile.ts';
import type { RuleGroup } from './context.ts';

/** Prepositions of place and time; others (of, about, like) go with anything. */
const PLACED =
  /(?:^|[\s(])(in|on|at|from|to|into|onto|off|by|near|outside|inside|across|behind|past|before|after|during|under|beside|above|below|between)\s$/i;

/** What a name is not said with, as an organisation's may begin with an article of its own; "her" and "that" may belong to a verb. */
const ARTICLED = /(?:^|[\s(])(the|an?|my|our|your|his|their)\s$/i;

/** A kind of place fixes the preposition before it: on a unit, in a room, at a desk. */
export const slots: RuleGroup = {
  name: 'slots',
  rules: {
    'slot-preposition': 'a preposition that the kind of the slot does not go with',
    'organisation-article': 'an article before the name of the organisation, which may begin with one',
  },
  check(context) {
    const { slotKinds } = context.source.grammar;
    for (const { readings, folders, file, at } of context.patterns)
      for (const reading of readings)
        reading.forEach((node, i) => {
          const before = reading[i - 1];
          if (node.kind !== 'ref' || before?.kind !== 'text') return;
          const article = node.name === ORGANISATION ? ARTICLED.exec(before.text)?.[1] : undefined;
          if (article)
            context.report(
              'organisation-article',
              at,
              `'${article}' stands before {${ORGANISATION}}, whose name may begin with an article`,
              'name it behind: the office at {org}',
            );
          const preposition = PLACED.exec(before.text)?.[1]?.toLowerCase();
          if (!preposition) return;
          for (const folder of folders) {
            const meaning = context.meaning(node.name, file, folder);
            const allowed = meaning?.kind === 'slot' ? slotKinds[meaning.slot.kind] : undefined;
            if (allowed && !allowed.includes(preposition))
              context.report(
                'slot-preposition',
                at,
                `'${preposition}' stands before {${node.name}}, a slot of the kind '${meaning?.kind === 'slot' ? meaning.slot.kind : ''}'`,
                `use one of: ${allowed.join(', ')}`,
              );
          }
        });
  },
};
