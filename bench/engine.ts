import { faker } from '@faker-js/faker';
import tracery from 'tracery-grammar';
import { openStream, subStream } from '../src/core/random.ts';
import { compilePattern, type Scope } from '../src/grammar/compile-pattern.ts';
import type { StoryRecord } from '../src/grammar/compiled.ts';
import { openStoryteller } from '../src/grammar/storyteller.ts';
import { Teller } from '../src/grammar/teller.ts';
import { samplerOf } from '../src/runtime/batch.ts';
import { resolveJob } from '../src/runtime/config.ts';
import { compilePack, loadPack, openLexicon } from '../src/runtime/load-pack.ts';
import { QUIET_VOICE } from '../test/grammar/quiet-voice.ts';
import { GRAMMAR } from './grammar.ts';

/** Texts a second of one engine on one core, and the mean length of a text. */
export interface EngineFigure {
  readonly engine: string;
  readonly textsPerSecond: number;
  readonly characters: number;
}

const ROUNDS = 4;
const STORIES = 10_000;

/** Measures the engines side by side: rounds alternate, the best round of each counts. */
export function measureEngines(): readonly EngineFigure[] {
  const engines: readonly { readonly name: string; readonly texts: number; readonly tell: (i: number) => string }[] = [
    { name: 'fabula, same grammar', texts: 200_000, tell: openOurs() },
    { name: 'tracery-grammar', texts: 30_000, tell: openTracery() },
    { name: 'faker helpers.fake', texts: 5_000, tell: openFaker() },
    { name: 'fabula, workplace q23 stories', texts: 100_000, tell: openStories('q23') },
    { name: 'fabula, workplace q24 stories', texts: 100_000, tell: openStories('q24') },
    { name: 'fabula, workplace q25 stories', texts: 100_000, tell: openStories('q25') },
  ];
  const best = engines.map(() => 0);
  const characters = engines.map(() => 0);
  for (let round = 0; round < ROUNDS; round++)
    engines.forEach(({ texts, tell }, e) => {
      const started = performance.now();
      let length = 0;
      for (let i = 0; i < texts; i++) length += flatLength(tell(round * texts + i));
      const rate = (texts * 1000) / (performance.now() - started);
      best[e] = Math.max(best[e] as number, rate);
      characters[e] = length / texts;
    });
  return engines.map(({ name }, e) => ({
    engine: name,
    textsPerSecond: Math.round(best[e] as number),
    characters: Math.round(characters[e] as number),
  }));
}

/** The length of a text, read at its end: a string built of pieces has to be put together first, for every engine alike. */
function flatLength(text: string): number {
  return text.length + (text.charCodeAt(text.length - 1) === 0 ? 1 : 0);
}

/** The bare engine: patterns, named sets drawn by path, realizer. */
function openOurs(): (i: number) => string {
  const names = Object.keys(GRAMMAR);
  const ours = (text: string) => text.replace(/#(\w+)#/g, '<$1>');
  const scope: Scope = {
    lexicon: openLexicon(),
    meaning: () => undefined,
    set: (name) => ({
      index: names.indexOf(name),
      parts: (GRAMMAR[name] as readonly string[]).map(ours),
      mode: 'weighted',
      key: name,
    }),
    connectives: () => undefined,
  };
  const { emit } = compilePattern(ours((GRAMMAR.origin as readonly string[])[0] as string), scope);
  const stream = openStream(1, 'bench');
  const record: StoryRecord = { stream, attributes: {}, computed: {} };
  const teller = new Teller({ kinds: 1, people: 0, sets: names.length, conditions: 1 }, record, QUIET_VOICE);
  return (i) => {
    const { high, low } = subStream(stream, i);
    teller.beginText(high, low);
    emit(teller);
    return teller.finish();
  };
}

function openTracery(): () => string {
  const grammar = tracery.createGrammar(GRAMMAR as Record<string, string[]>);
  grammar.addModifiers(tracery.baseEngModifiers);
  return () => grammar.flatten('#origin#');
}

function openFaker(): () => string {
  const pattern = (text: string): string =>
    text.replace(
      /#(\w+)#/g,
      (_, name: string) =>
        `{{helpers.arrayElement(${JSON.stringify((GRAMMAR[name] as readonly string[]).map((part) => part.replace(/#\w+#/g, 'someone')))})}}`,
    );
  const origin = pattern((GRAMMAR.origin as readonly string[])[0] as string);
  return () => faker.helpers.fake(origin);
}

/** The whole storyteller: plans, typed facts, mentions, voices, lengths. */
function openStories(question: string): (i: number) => string {
  const loaded = loadPack('workplace');
  const job = resolveJob({ pack: 'workplace', count: 400_000 });
  const storyteller = openStoryteller(compilePack(loaded), { seed: 1 });
  const sampler = samplerOf(loaded, job);
  // As in a run: records of a cell one after the other.
  const indices = Array.from({ length: STORIES }, (_, i) => i).sort((a, b) => sampler.cellOf(a) - sampler.cellOf(b));
  const samples = indices.map((i) => sampler.sample(i, 0));
  return (i) => {
    const { story, rank } = samples[i % STORIES] as (typeof samples)[number];
    storyteller.begin(story);
    return storyteller.tell(question, rank)?.text ?? '';
  };
}
