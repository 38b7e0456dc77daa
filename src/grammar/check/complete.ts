import type { CheckContext, RuleGroup } from './context.ts';
import { beatName, canMeet, cellText, type StoryPlan, toldBy } from './plans.ts';

/** A story must hold everything that its arcs tell, in every cell and for everybody. */
export const complete: RuleGroup = {
  name: 'complete',
  rules: {
    'missing-fact': 'a schema or a cell without a fact that its arcs need',
    'missing-form': 'a value without a form that its kind has',
    'beat-without-telling': 'a required beat that nothing can tell',
    'cell-without-story': 'records for whom there is no story',
    'telling-misses-fact': 'a telling without the fact of its beat',
    'telling-wrong-fact': 'a telling with a fact that its beat may not tell',
  },
  check(context) {
    checkFacts(context);
    checkForms(context);
    checkBeats(context);
    checkStories(context);
    checkTellings(context);
  },
};

function checkFacts(context: CheckContext): void {
  const { grammar, shared } = context.source;
  const sharedKinds = new Set(shared.flatMap(({ facts }) => Object.keys(facts)));
  const schemaKinds = new Set(context.source.schemas.flatMap(({ facts }) => Object.keys(facts)));
  const lacking = new Map<string, { kind: string; question: string; cells: Set<string> }>();
  for (const plan of context.plans) {
    const { schema, arc: name, cell } = plan;
    const arc = grammar.arcs[name];
    const required = (arc?.beats ?? [])
      .filter((spec) => !spec.endsWith('?'))
      .map((spec) => grammar.beats[spec]?.must ?? '');
    for (const kind of new Set([...required, ...(arc?.tells ?? [])])) {
      if (!kind || !grammar.kinds[kind] || (plan.values[kind] ?? []).length > 0) continue;
      if (!required.includes(kind) && sharedKinds.has(kind)) continue;
      if (sharedKinds.has(kind) && !schemaKinds.has(kind)) {
        const key = `${kind}\0${schema.question}`;
        const entry = lacking.get(key) ?? { kind, question: schema.question, cells: new Set() };
        lacking.set(key, { ...entry, cells: entry.cells.add(cellText(cell)) });
      } else
        context.report(
          'missing-fact',
          `${schema.file}:${schema.line}`,
          `the schema '${schema.id}' has no ${kind}, which the arc '${name}' tells`,
          `write values of ${kind} for it, or take '${name}' out of its arcs`,
        );
    }
  }
  for (const { kind, question, cells } of lacking.values())
    context.report(
      'missing-fact',
      `${grammar.file}:1`,
      `no shared list gives ${kind} for ${question} in ${[...cells].join('; ')}`,
      `write a shared file with ${kind} for those cells`,
    );
}

function checkForms(context: CheckContext): void {
  const { grammar } = context.source;
  for (const { value, form, name, at } of context.patterns) {
    const kind = grammar.kinds[name];
    if (!value || form !== '' || !kind || kind.forms[0] === 'b') continue;
    for (const wanted of kind.forms.slice(1))
      if (value.forms[wanted] === undefined)
        context.report(
          'missing-form',
          at,
          `this ${name} has no form '${wanted}', which tellings use as {${name}.${wanted}}`,
          `write it as {${kind.forms[0]}: "...", ${wanted}: "..."}`,
        );
  }
}

/** Beats that cannot be told for some record: what is told under a condition alone does not count. */
function checkBeats(context: CheckContext): void {
  const { grammar } = context.source;
  const silent = new Map<string, { question: string; beat: string; cells: Set<string>; schemas: Set<string> }>();
  for (const plan of context.plans)
    for (const { name, optional, must, tellings } of plan.beats) {
      if (optional || (must && (plan.values[must] ?? []).length === 0)) continue;
      if (tellings.some(({ telling }) => Object.keys(telling.when).length === 0 && telling.voice.length === 0))
        continue;
      const key = `${plan.schema.question}\0${name}`;
      const entry = silent.get(key) ?? {
        question: plan.schema.question,
        beat: name,
        cells: new Set(),
        schemas: new Set(),
      };
      entry.cells.add(cellText(plan.cell));
      entry.schemas.add(plan.schema.id);
      silent.set(key, entry);
    }
  for (const { question, beat, cells, schemas } of silent.values())
    context.report(
      'beat-without-telling',
      `${grammar.file}:1`,
      `the beat '${beat}' of ${question} has no telling that everybody can get in ${[...cells].join('; ')}${schemas.size < 4 ? ` (${[...schemas].join(', ')})` : ''}`,
      `write tellings of '${beat}' without when and voice for those cells`,
    );
}

function checkStories(context: CheckContext): void {
  const { grammar } = context.source;
  const stories = new Map<string, StoryPlan[]>();
  for (const plan of context.plans) {
    const key = `${plan.schema.question}\0${cellText(plan.cell)}`;
    stories.set(key, [...(stories.get(key) ?? []), plan]);
  }
  const cells = [...new Map(context.plans.map((plan) => [cellText(plan.cell), plan.cell])).values()];
  for (const question of new Set(Object.values(grammar.arcs).map((arc) => arc.question)))
    for (const cell of cells) {
      const plans = stories.get(`${question}\0${cellText(cell)}`) ?? [];
      const at = `${grammar.file}:1`;
      if (plans.length === 0) {
        context.report(
          'cell-without-story',
          at,
          `no schema answers ${question} in ${cellText(cell)}`,
          'write schemas for that cell',
        );
        continue;
      }
      const missed = recordsOf(context, cell).filter(
        (record) => !plans.some(({ schema }) => canMeet(schema.when, listed(record))),
      );
      if (missed.length > 0)
        context.report(
          'cell-without-story',
          at,
          `no schema answers ${question} in ${cellText(cell)} for ${missed.map((record) => Object.values(record).join(' ')).join(', ')}`,
          "widen a schema's when, or write a schema for them",
        );
    }
}

/** The records that a cell can have: those of the options, or one for each role that the cell's folder names. */
function recordsOf(
  context: CheckContext,
  cell: Readonly<Record<string, string>>,
): readonly Readonly<Record<string, string>>[] {
  const { options, plans, source } = context;
  if (options.records)
    return options.records.filter((record) =>
      Object.entries(cell).every(([key, value]) => (record[key] ?? value) === value),
    );
  const first = source.grammar.cells[0] ?? '';
  const folders = new Set(plans.filter((plan) => plan.cell[first] === cell[first]).map(({ schema }) => schema.folder));
  const roles = new Set(
    context.patterns
      .filter(({ folders: places }) => places.length === 1 && folders.has(places[0] as string))
      .flatMap(({ when }) => when.role ?? []),
  );
  for (const { scope, persons } of source.people)
    if (folders.has(scope)) for (const role of persons.flatMap(({ when }) => when.role ?? [])) roles.add(role);
  return [...roles].filter((role) => source.grammar.attributes.role?.includes(role)).map((role) => ({ role }));
}

function listed(record: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, [value]]));
}

function checkTellings(context: CheckContext): void {
  const { grammar } = context.source;
  for (const { telling, name, at } of context.patterns) {
    const beat = grammar.beats[name];
    if (!telling || !beat) continue;
    const told = toldBy(telling, grammar);
    if (beat.must && !told.includes(beat.must))
      context.report(
        'telling-misses-fact',
        at,
        `a telling of the beat '${name}' has no {${beat.must}}`,
        `tell {${beat.must}} in it, or move it to the beat of what it tells`,
      );
    const arcs = Object.values(grammar.arcs).filter(({ beats }) => beats.map(beatName).includes(name));
    for (const kind of told)
      if (kind !== beat.must && !beat.may.includes(kind) && arcs.length > 0)
        context.report(
          'telling-wrong-fact',
          at,
          `a telling of the beat '${name}' tells {${kind}}, which '${name}' may not tell`,
          beat.may.length > 0
            ? `it may tell ${beat.may.join(', ')} besides {${beat.must}}`
            : `tell ${beat.must ? `{${beat.must}} alone` : 'no fact'} in it`,
        );
  }
}
