import { z } from 'zod';

/** zod shapes of the template files, as authors write them. Unknown keys are errors everywhere. */

const text = z.string().min(1, 'is empty');
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const oneOrMore = z.union([scalar, z.array(scalar).min(1, 'is an empty list')]);
const when = z.record(z.string(), oneOrMore);
const words = z.union([z.string(), z.array(z.string())]);
const weight = z.number().int('is not a whole number').min(1, 'must be 1 or more');
const thread = z.number().int('is not a whole number').min(1, 'must be 1 or more');
const share = z.number().min(0, 'must be 0 or more').max(1, 'must be 1 or less');

/** Keys of a value that are not the name of a form or an aspect. */
export const VALUE_KEYS = ['topics', 'not', 'tags', 'when', 'weight', 'behind', 'si'] as const;

const value = z.union([
  text,
  z.looseObject({
    topics: words.optional(),
    not: words.optional(),
    tags: words.optional(),
    when: when.optional(),
    weight: weight.optional(),
    behind: z.array(thread).min(1, 'is an empty list').optional(),
    si: z.string().optional(),
  }),
]);
const values = z.array(value).min(1, 'is an empty list');
const facts = z.record(z.string(), z.union([values, z.record(z.string(), values)]));

const telling = z.union([
  text,
  z.strictObject({
    say: text,
    take: z.union([z.string(), z.record(z.string(), words)]).optional(),
    tags: z.record(z.string(), words).optional(),
    blind: z.boolean().optional(),
    topics: words.optional(),
    when: when.optional(),
    voice: words.optional(),
    salience: z.number().int().optional(),
    weight: weight.optional(),
  }),
]);
const beats = z.record(z.string(), z.array(telling).min(1, 'is an empty list'));

const slotValue = z.union([scalar, z.strictObject({ is: scalar, when: when.optional() })]);
const slot = z.union([
  z.array(slotValue).min(1, 'is an empty list'),
  z.strictObject({ kind: z.string().optional(), values: z.array(slotValue).min(1, 'is an empty list') }),
]);
const person = z.union([text, z.strictObject({ is: text, when: when.optional() })]);
const people = z.array(person).min(1, 'is an empty list');
const parts = z.union([
  z.array(scalar).min(2, 'needs at least two parts'),
  z.strictObject({
    mode: z.enum(['deck', 'weighted', 'uniform', 'sequence']),
    parts: z.array(scalar).min(2, 'needs at least two parts'),
  }),
]);

const local = {
  people: z.record(z.string(), people).optional(),
  slots: z.record(z.string(), slot).optional(),
  sets: z.record(z.string(), parts).optional(),
};

/** Shape of a schema, shared or tellings file, given the names of the cell attributes. */
export function storyFileShapes(cellKeys: readonly string[]) {
  const cells = Object.fromEntries(
    cellKeys.map((key) => [`${key}s`, z.array(z.string()).min(1, 'is an empty list').optional()]),
  );
  return {
    schema: z.strictObject({
      schema: z.string(),
      question: z.string(),
      ...cells,
      arcs: z.array(z.string()).min(1, 'is an empty list'),
      incident: z.string().optional(),
      when: when.optional(),
      weight: weight.optional(),
      threads: z.array(z.string()).min(2, 'needs at least two kinds').optional(),
      ...local,
      facts,
      tellings: beats.optional(),
    }),
    shared: z.strictObject({ shared: z.string(), ...cells, ...local, facts }),
    tellings: z.strictObject({ tellings: z.string(), question: z.string(), ...cells, ...local, beats }),
  };
}

export const setsFile = z.looseObject({ sets: z.string() }).catchall(parts.or(z.string()));
export const slotsFile = z.looseObject({ slots: z.string() }).catchall(slot.or(z.string()));
export const peopleFile = z.looseObject({ people: z.string() }).catchall(people.or(z.string()));

export const voicesFile = z.strictObject({
  voices: z.string(),
  list: z.record(
    z.string(),
    z.strictObject({
      weight: z.number().positive('must be above 0'),
      when: when.optional(),
      contraction: z.union([z.literal(0), z.literal(1), z.literal(2)]),
      drop_subject: share.optional(),
      run_on: share.optional(),
      short_run_on: share.optional(),
      opener: share.optional(),
      openers: z.array(z.string()).optional(),
      no_final_stop: share.optional(),
      lower_case: share.optional(),
      lists: share.optional(),
      capitals: share.optional(),
      trailing: share.optional(),
      short_stops: share.optional(),
      full_stops: share.optional(),
      filler: share.optional(),
      fillers: z.array(z.string()).optional(),
      repeat: share.optional(),
      break_off: share.optional(),
      closer: share.optional(),
      closers: z.array(z.string()).optional(),
      ragged: z.number().min(0).optional(),
      noise: z.number().min(0).optional(),
      drop_article: share.optional(),
    }),
  ),
});

/** Words of one meaning: a file of the pack, or of all packs. */
export const wordingsFile = z.strictObject({
  wordings: z.string(),
  list: z.array(
    z.union([
      z.array(z.string()).min(2),
      z.strictObject({
        words: z.array(z.string()).min(2),
        from: z.array(z.string()).min(1).optional(),
        habit: z.string().optional(),
        weights: z.array(z.number().min(0)).optional(),
        voices: z.array(z.string()).optional(),
        before: z.enum(['number']).optional(),
      }),
    ]),
  ),
});

const names = z.array(z.string());
const lists = z.record(z.string(), z.array(scalar));

export const grammarFile = z.strictObject({
  grammar: z.string(),
  attributes: lists,
  groups: z.record(z.string(), names).optional(),
  cells: names,
  kinds: z.record(
    z.string(),
    z.strictObject({ aspects: names.min(1), forms: names.optional(), key: z.boolean().optional() }),
  ),
  beats: z.record(
    z.string(),
    z.strictObject({
      must: z.string().optional(),
      may: names.optional(),
      gate: when.optional(),
      force: when.optional(),
    }),
  ),
  arcs: z.record(z.string(), z.strictObject({ question: z.string(), beats: names.min(1), tells: names })),
  relations: z.record(z.string(), names),
  connectives: z.record(z.string(), z.array(z.string()).min(1)),
  computed: names,
  slot_kinds: z.record(z.string(), names),
  mix: z.record(z.string(), z.record(z.string(), z.number().min(0))),
  lengths: z.record(z.string(), z.record(z.string(), z.tuple([z.number().int(), z.number().int()]))),
  naming: z.record(z.string(), share).optional(),
});
