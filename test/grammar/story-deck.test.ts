import { describe, expect, test } from 'vitest';
import { openStream } from '../../src/core/random.ts';
import type { StoryRecord } from '../../src/grammar/compiled.ts';
import type { CellPlans, Plan } from '../../src/grammar/plan.ts';
import { numberIn, StoryDeck } from '../../src/grammar/story-deck.ts';
import { openStoryteller, type Story } from '../../src/grammar/storyteller.ts';
import { compileFiles, recordOf } from './tiny-pack.ts';

const GRAMMAR = `grammar: tiny
attributes: {tier: [Bad, Good], role: [cook, clerk]}
cells: [tier]
kinds: {event: {aspects: [event], key: true}, now: {aspects: [state], key: true}}
beats: {open: {must: event}, end: {must: now}}
arcs:
  plain: {question: q, beats: [open, end], tells: [event, now]}
  brief: {question: q, beats: [open], tells: [event]}
relations: {}
connectives: {}
computed: []
slot_kinds: {}
mix: {Bad: {plain: 0.3, brief: 0.7}, Good: {plain: 1}}
lengths: {}
`;

/** A story whose one event has 12 readings; every story ends with the one shared list. */
const story = (name: string, arc: string, more = '') => `schema: ${name}
question: q
tiers: [Bad, Good]
arcs: [${arc}]
${more}facts:
  event: ["the ${name} [was|got|looked] [wet|old|bent|gone]"]
tellings: {open: ["{event}."]}
`;

const files = (more: string) => ({
  'voices.yaml': 'voices: pack\nlist: {plain: {weight: 1, contraction: 1}}\n',
  'lamp.yaml': story('lamp', 'plain'),
  'door.yaml': story('door', 'plain'),
  'coat.yaml': story('coat', 'plain', more),
  'sink.yaml': story('sink', 'brief'),
  'now.yaml':
    'shared: now\nfacts:\n  now: ["I [slept|waited] [badly|late|well] [that|the next|every] [day|week|month|night|year]"]\n',
  'tellings.yaml': 'tellings: pack\nquestion: q\nbeats:\n  end: ["{now}."]\n',
});

const tell = (more = '', tier = 'Bad', count = 1200, seed = 1, grammar = GRAMMAR): readonly Story[] => {
  const storyteller = openStoryteller(compileFiles({ ...files(more), 'grammar.yaml': grammar }), { seed });
  return Array.from({ length: count }, (_, rank) => {
    const record: StoryRecord = recordOf(rank, { tier, role: rank % 3 === 0 ? 'cook' : 'clerk' });
    storyteller.begin(record);
    return storyteller.tell('q', rank) as Story;
  });
};

const tally = (names: readonly string[]) => {
  const all: Record<string, number> = {};
  for (const name of names) all[name] = (all[name] ?? 0) + 1;
  return all;
};
const schemas = (told: readonly Story[]) => told.map(({ plan }) => plan.schema.id);

describe('stories are dealt', () => {
  test('each as often as another where no mix says otherwise', () => {
    const told = tell('', 'Bad', 800, 1, GRAMMAR.replace(/^mix: .*$/m, 'mix: {}'));
    expect(tally(schemas(told))).toEqual({ lamp: 200, door: 200, coat: 200, sink: 200 });
  });

  test('as often as the weights of their arcs say, to the card', () => {
    expect(tally(schemas(tell()))).toEqual({ lamp: 120, door: 120, coat: 120, sink: 840 });
    expect(tally(schemas(tell('', 'Good')))).toEqual({ lamp: 400, door: 400, coat: 400 });
  });

  test('as often as their own weights say', () => {
    expect(tally(schemas(tell('weight: 2\n', 'Good')))).toEqual({ lamp: 300, door: 300, coat: 600 });
  });

  test('so that a sentence of a story comes again only when all its readings were told', () => {
    const told = tell('', 'Good', 36).map(({ text }) => text.split('. ')[0]);
    expect(new Set(told).size).toBe(36);
  });

  test('and shared facts go round among all of them', () => {
    const told = tell('', 'Good', 30).map(({ text }) => text.split('. ')[1]);
    expect(new Set(told).size).toBe(30);
  });

  test('in an order that does not repeat from round to round', () => {
    const told = schemas(tell('', 'Good', 120));
    const rounds = new Set(Array.from({ length: 40 }, (_, i) => told.slice(3 * i, 3 * i + 3).join()));
    expect(rounds.size).toBe(3);
    expect(told).not.toEqual(schemas(tell('', 'Good', 120, 2)));
  });

  test('and a story that the record cannot tell is replaced by one that it can', () => {
    const told = tell('when: {role: [cook]}\n', 'Good');
    const cooks = told.filter((_, rank) => rank % 3 === 0);
    const clerks = told.filter((_, rank) => rank % 3 !== 0);
    expect(tally(schemas(clerks)).coat).toBeUndefined();
    expect(Object.keys(tally(schemas(clerks))).sort()).toEqual(['door', 'lamp']);
    expect(tally(schemas(cooks)).coat).toBeGreaterThan(60);
    const events = cooks.filter(({ plan }) => plan.schema.id === 'coat').map(({ text }) => text.split('. ')[0]);
    expect(new Set(events).size).toBe(12);
  });

  test('and no two records of a story have the same number, whether dealt or replaced', () => {
    const grammar = compileFiles({ ...files(''), 'grammar.yaml': GRAMMAR });
    const deck = new StoryDeck(grammar.cellOf({ tier: 'Good' })?.q as CellPlans, openStream(1, 'skeleton', 'tiny'));
    const isLamp = ({ schema }: Plan) => schema.id === 'lamp';
    const told = Array.from({ length: 3000 }, (_, rank) => deck.at(rank, isLamp))
      .filter((dealt) => dealt !== undefined)
      .map(numberIn);
    expect(told.length).toBeGreaterThan(2500);
    expect(new Set(told).size).toBe(told.length);
  });
});
