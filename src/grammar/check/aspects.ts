import type { RuleGroup } from './context.ts';
import { cellText, takes } from './plans.ts';

/** Tellings must be able to fire, and every value must find one. */
export const aspects: RuleGroup = {
  name: 'aspects',
  rules: {
    'take-never-fits': 'a telling that asks for an aspect or tag that no value offers where it can be told',
    'aspect-untold': 'a value whose aspect no telling of its beat takes',
  },
  check(context) {
    for (const pattern of context.patterns) {
      const { telling, at, name, file } = pattern;
      if (!telling || context.plansOf(name, file).length === 0) continue;
      for (const kind of new Set([...Object.keys(telling.take), ...Object.keys(telling.tags)])) {
        if (!context.source.grammar.kinds[kind] || context.valuesFor(pattern, kind).length > 0) continue;
        const asked = [...(telling.take[kind] ?? []), ...(telling.tags[kind] ?? [])].join(', ');
        context.report(
          'take-never-fits',
          at,
          `the telling asks for ${kind} with ${asked}, which no value in its stories offers`,
          `write values of that aspect or tag, or take the condition out`,
        );
      }
    }
    for (const plan of context.plans)
      for (const { must, name, tellings } of plan.beats) {
        if (!must || tellings.length === 0) continue;
        for (const { value, file } of plan.values[must] ?? [])
          if (!tellings.some(({ telling }) => takes(telling, must, value)))
            context.report(
              'aspect-untold',
              `${file}:${value.line}`,
              `no telling of the beat '${name}' takes a ${must} of the aspect ${value.aspect} (${cellText(plan.cell)})`,
              `write a telling of '${name}' without take, or one that takes ${value.aspect}`,
            );
      }
  },
};
