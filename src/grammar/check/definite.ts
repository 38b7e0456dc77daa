import type { CheckContext, CheckedPattern, RuleGroup } from './context.ts';
import { beatName, mentionsOf, type StoryPlan, toldBy } from './plans.ts';

const DETERMINED =
  /^(?:the|that|those|this|these|my|our|your|his|her|their|its|all|both|what|whatever|how|every|each|one|[a-z]+ing|\{|<|'|[A-Z0-9])/;

/** A later mention needs a first one, and must read as one. */
export const definite: RuleGroup = {
  name: 'definite',
  rules: {
    'definite-before-told': 'a later mention of a fact that the reader has not been told',
    'definite-form': 'a form for later mention that is not a definite noun phrase',
  },
  check(context) {
    for (const pattern of context.patterns) {
      if (pattern.role === 'telling') checkTelling(context, pattern);
      else if (pattern.role === 'value' && pattern.form === 'n') checkForm(context, pattern);
      if (pattern.role === 'value') checkValue(context, pattern);
    }
  },
};

function checkTelling(context: CheckContext, { telling, at, name, schema }: CheckedPattern): void {
  if (!telling || telling.blind) return;
  const { grammar } = context.source;
  const told = new Set<string>();
  for (const { kind, form } of mentionsOf(telling, grammar)) {
    if (form !== 'n') told.add(kind);
    else if (!told.has(kind)) {
      const arc = Object.entries(grammar.arcs).find(
        ([arcName, { beats }]) =>
          (!schema || schema.arcs.includes(arcName)) &&
          beats.map(beatName).includes(name) &&
          !beats.slice(0, beats.map(beatName).indexOf(name)).some((spec) => tellsKind(context, beatName(spec), kind)),
      )?.[0];
      if (arc)
        context.report(
          'definite-before-told',
          at,
          `{${kind}.n} stands in the beat '${name}', before the arc '${arc}' has told ${kind}`,
          `tell {${kind}} first, or write blind: true if the text is to open with it`,
        );
    }
  }
}

/** A value that mentions another fact must come after that fact in every story that holds it. */
function checkValue(context: CheckContext, { nodes, at, name: kind, value, file }: CheckedPattern): void {
  const mentioned = nodes.flatMap((node) =>
    node.kind === 'ref' && context.source.grammar.kinds[node.name] ? [node.name] : [],
  );
  for (const other of new Set(mentioned))
    for (const plan of context.plans) {
      if (!(plan.values[kind] ?? []).some((entry) => entry.value === value && entry.file === file)) continue;
      const beat = firstTooEarly(context, plan, kind, other);
      if (beat === undefined) continue;
      context.report(
        'definite-before-told',
        at,
        `this ${kind} mentions {${other}}, but the beat '${beat}' of the arc '${plan.arc}' can tell it before ${other} is told`,
        `write it without {${other}}`,
      );
      break;
    }
}

function firstTooEarly(context: CheckContext, plan: StoryPlan, kind: string, other: string): string | undefined {
  const { grammar } = context.source;
  for (const beat of plan.beats) {
    const tellings = beat.tellings.filter(({ telling }) => toldBy(telling, grammar).includes(kind));
    const early = tellings.some(({ telling }) => {
      const order = mentionsOf(telling, grammar).map((mention) => mention.kind);
      const place = order.indexOf(other);
      return place < 0 || place > order.indexOf(kind);
    });
    if (early || (beat.tellings.length === 0 && beat.must === kind)) return beat.name;
    if (!beat.optional && beat.must === other) return undefined;
  }
  return undefined;
}

function tellsKind(context: CheckContext, beat: string, kind: string): boolean {
  const found = context.source.grammar.beats[beat];
  return found !== undefined && (found.must === kind || found.may.includes(kind));
}

function checkForm(context: CheckContext, { spoken, at, text }: CheckedPattern): void {
  for (const reading of spoken) {
    const words = reading.trim();
    if (DETERMINED.test(words)) continue;
    context.report(
      'definite-form',
      at,
      `"${text}" does not read as something already told: it begins with '${words.split(' ')[0]}'`,
      'begin it with the, that, those, my, our or an -ing form',
    );
    return;
  }
}
