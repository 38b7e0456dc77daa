import { openStream } from '../../src/core/random.ts';
import { compileGrammar } from '../../src/grammar/compile.ts';
import type { StoryRecord } from '../../src/grammar/compiled.ts';
import { createLexicon } from '../../src/grammar/lexicon.ts';
import type { CompiledGrammar } from '../../src/grammar/plan.ts';
import { readPackSource } from '../../src/grammar/read-source.ts';
import type { TemplateFault } from '../../src/grammar/source.ts';
import { openStoryteller } from '../../src/grammar/storyteller.ts';

/** A lexicon of its own, so no test hangs on the words of the one that ships. */
const LEXICON = createLexicon({
  regular: 'walk carry bake agree try pass watch',
  irregular: { be: 'was', have: 'had', do: 'did', say: 'said', tell: 'told', go: 'went', run: 'ran', know: 'knew' },
  doubling: 'stop plan',
  nouns: 'patient box',
  plurals: { person: 'people' },
});

/** Reads and compiles a pack from its file texts; a fault of form fails the test that asked for it. */
export function compileFiles(files: Readonly<Record<string, string>>): CompiledGrammar {
  const faults: TemplateFault[] = [];
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  const source = readPackSource('tiny', list, faults);
  if (!source || faults.length > 0) throw new Error(`the pack has faults: ${JSON.stringify(faults, null, 1)}`);
  return compileGrammar(source, LEXICON);
}

/** What a pattern may speak of. Everything is as an author would write it in YAML. */
export interface Setting {
  readonly facts?: Readonly<Record<string, readonly unknown[]>>;
  readonly kinds?: Readonly<Record<string, unknown>>;
  readonly slots?: Readonly<Record<string, unknown>>;
  readonly sets?: Readonly<Record<string, unknown>>;
  readonly people?: Readonly<Record<string, readonly unknown[]>>;
  readonly voice?: Readonly<Record<string, unknown>>;
  readonly relations?: Readonly<Record<string, readonly string[]>>;
  readonly connectives?: Readonly<Record<string, readonly string[]>>;
  readonly computed?: Readonly<Record<string, readonly string[]>>;
}

/** Opens the realizer on patterns, one beat each, told in this order; the text depends on the seed alone. */
export function openRealizer(say: string | readonly string[], setting: Setting = {}): (seed?: number) => string {
  const says = typeof say === 'string' ? [say] : say;
  const kinds = setting.kinds ?? Object.fromEntries(Object.keys(setting.facts ?? {}).map((kind) => [kind, {}]));
  const beatNames = says.map((_, i) => `beat${i}`);
  const grammar = {
    grammar: 'tiny',
    attributes: { tier: ['only'] },
    cells: ['tier'],
    kinds: Object.fromEntries(
      Object.entries(kinds).map(([kind, spec]) => [kind, { aspects: ['state'], ...(spec as object) }]),
    ),
    beats: Object.fromEntries(beatNames.map((name) => [name, { may: Object.keys(kinds) }])),
    arcs: { way: { question: 'q', beats: beatNames, tells: [] } },
    relations: setting.relations ?? {},
    connectives: setting.connectives ?? {},
    computed: Object.keys(setting.computed ?? {}),
    slot_kinds: {},
    mix: {},
    lengths: {},
  };
  const schema = {
    schema: 'story',
    question: 'q',
    arcs: ['way'],
    people: setting.people ?? {},
    slots: setting.slots ?? {},
    sets: setting.sets ?? {},
    facts: setting.facts ?? {},
    tellings: Object.fromEntries(beatNames.map((name, i) => [name, [says[i]]])),
  };
  const voices = { voices: 'pack', list: { only: { weight: 1, contraction: 1, noise: 0, ...setting.voice } } };
  // JSON is YAML too.
  const compiled = compileFiles({
    'grammar.yaml': JSON.stringify(grammar),
    'story.yaml': JSON.stringify(schema),
    'voices.yaml': JSON.stringify(voices),
  });
  const storyteller = openStoryteller(compiled, { seed: 1 });
  return (seed = 1) => {
    storyteller.begin(recordOf(seed, { tier: 'only' }, setting.computed));
    return storyteller.tell('q', seed)?.text ?? '';
  };
}

/** The text of patterns under one seed. */
export function realize(say: string | readonly string[], setting: Setting = {}, seed = 1): string {
  return openRealizer(say, setting)(seed);
}

/** Every text that patterns give under the first `seeds` seeds, each once. */
export function realizeAll(say: string | readonly string[], setting: Setting = {}, seeds = 200): readonly string[] {
  const tell = openRealizer(say, setting);
  return [...new Set(Array.from({ length: seeds }, (_, seed) => tell(seed)))].sort();
}

/** A record whose stream is named by a number. */
export function recordOf(
  seed: number,
  attributes: Readonly<Record<string, string>>,
  computed: Readonly<Record<string, readonly string[]>> = {},
): StoryRecord {
  return { stream: openStream('record', seed), attributes, computed };
}
