import { describe, expect, test } from 'vitest';
import type { StoryRecord } from '../../src/grammar/compiled.ts';
import type { CompiledGrammar } from '../../src/grammar/plan.ts';
import { openStoryteller, type Story } from '../../src/grammar/storyteller.ts';
import type { Span } from '../../src/grammar/teller.ts';
import { compileFiles, recordOf } from './tiny-pack.ts';

const GRAMMAR = `grammar: tiny
attributes:
  tier: [Bad, Good]
  role: [cook, clerk, guard]
  mood: [dark, light]
  help: [reached, alone]
cells: [tier]
kinds:
  event: {aspects: [event], forms: [f, n], key: true}
  did: {aspects: [action]}
  reply: {aspects: [speech, silence], key: true}
  body: {aspects: [state]}
  home: {aspects: [state]}
  dark: {aspects: [state]}
  help: {aspects: [reached, alone]}
  now: {aspects: [state], key: true}
beats:
  setting: {}
  open: {must: event, may: [did]}
  react: {must: reply, may: [did]}
  body: {must: body}
  home: {must: home}
  dark: {must: dark, gate: {mood: dark}, force: {mood: dark}}
  help: {must: help}
  now: {must: now}
arcs:
  long: {question: q24, beats: ["setting?", open, react, "body?", "home?", "dark?", "help?", now], tells: [event, reply, now]}
  short: {question: q23, beats: [open, now], tells: [event, now]}
relations: {}
connectives: {}
computed: [org]
slot_kinds: {}
mix: {}
lengths: {}
naming: {q24: 0.92}
`;

const FILES: Readonly<Record<string, string>> = {
  'grammar.yaml': GRAMMAR,
  'voices.yaml': 'voices: pack\nlist: {plain: {weight: 1, contraction: 1}}\n',
  'slots.yaml': 'slots: pack\nroom: {values: [the store room, the back room, the yard]}\n',
  'sets.yaml': 'sets: pack\nlater: [later, that evening, after that]\n',
  'leak.yaml': `schema: leak
question: q24
tiers: [Bad, Good]
arcs: [long]
when: {role: [cook, clerk]}
facts:
  event:
    - {f: "a pipe [broke|burst|split] in {room}", n: "the leak"}
    - {f: "water ran down [the wall|the stairs]", n: "that rain"}
  did:
    - "I [called|rang] the office"
    - "I put a bucket there"
  reply:
    - {speech: "they told me to [wait|mop]"}
    - {silence: "nobody [came|wrote back]"}
  body: ["I slept [four|five] hours", "my back [ached|was stiff]"]
  home: ["I ate [alone|late]", "the house was [quiet|cold]"]
  dark: ["I [did not see the point|felt grey]"]
  help: [{reached: "a friend [came|called]"}, {alone: "I told [nobody|no one]"}]
  now: ["I am [fine|dry]", "we [wait|go on]"]
tellings:
  setting: ["I work at {org}."]
  open: ["{event}.", "<later>, {event}.", "{did}. Then {event}."]
  react: ["{reply}.", "{did}, but {reply}."]
  body: ["{body}.", "these days {body}."]
  home: ["{home}."]
  dark: ["{dark}."]
  help: ["{help}."]
  now: ["{now}.", "now {now}.", "<later> {now}."]
`,
  'wish.yaml': `schema: wish
question: q23
tiers: [Bad, Good]
arcs: [short]
facts:
  event: [{f: "we [ate|met]", n: "the meal"}, {f: "they [sang|left|came]", n: "the song"}]
  now: ["it is [late|early]", "we [rest|wait]"]
tellings:
  open:
    - "{event}."
    - "yes, {event}."
  now:
    - "{now}."
    - "so {now}."
    - "and {now}."
`,
};

/** The pack with some texts of its files replaced: [file, old, new]. */
function edited(...edits: readonly (readonly [string, string, string])[]): Record<string, string> {
  const files: Record<string, string> = { ...FILES };
  for (const [path, from, to] of edits) {
    expect(files[path]).toContain(from);
    files[path] = (files[path] as string).replaceAll(from, to);
  }
  return files;
}

const COOK = { tier: 'Bad', role: 'cook', mood: 'light', help: 'reached' };
const record = (seed: number, attributes: Readonly<Record<string, string>> = COOK): StoryRecord =>
  recordOf(seed, attributes, { org: ['the mill'] });

interface Told extends Story {
  readonly spans: readonly Span[];
}

/** Tells records 0 .. count-1, each as its own rank. */
function tellAll(
  grammar: CompiledGrammar,
  count: number,
  question = 'q24',
  attributes = COOK,
  seed = 1,
): readonly Told[] {
  const storyteller = openStoryteller(grammar, { seed, trace: true });
  return Array.from({ length: count }, (_, i) => {
    storyteller.begin(record(i, attributes));
    const story = storyteller.tell(question, i);
    if (!story) throw new Error('no story was told');
    return { ...story, spans: [...storyteller.spans] };
  });
}

const grammar = compileFiles(FILES);
const plain = tellAll(grammar, 400);
const texts = (told: readonly Story[]) => told.map(({ text }) => text);
const kindsOf = ({ spans }: Told) => spans.map(({ kind }) => kind).filter(Boolean);
const beatsOf = ({ spans }: Told) => spans.filter(({ kind }) => kind === '').map(({ beat }) => beat);
/** Files with a length asked of q24. */
const within = (low: number, high: number, ...edits: readonly (readonly [string, string, string])[]) =>
  edited(['grammar.yaml', 'lengths: {}', `lengths: {q24: {Bad: [${low}, ${high}]}}`], ...edits);

describe('a text is a function of its record', () => {
  test('the same seed and record give the same text', () => {
    expect(texts(tellAll(compileFiles(FILES), 400))).toEqual(texts(plain));
  });

  test('another seed of the run, and another record, give another text', () => {
    const other = texts(tellAll(grammar, 400, 'q24', COOK, 2));
    expect(other.filter((text, i) => text === plain[i]?.text).length).toBeLessThan(40);
    expect(new Set(texts(plain)).size).toBeGreaterThan(290);
  });

  test('the order of the records does not matter', () => {
    const storyteller = openStoryteller(grammar, { seed: 1 });
    for (let i = 399; i >= 0; i--) {
      storyteller.begin(record(i));
      storyteller.tell('q23', i);
      expect(storyteller.tell('q24', i)?.text).toBe(plain[i]?.text);
    }
  });

  test('tracing and coverage change nothing', () => {
    const storyteller = openStoryteller(grammar, { seed: 1, coverage: true });
    for (let i = 0; i < 100; i++) {
      storyteller.begin(record(i));
      expect(storyteller.tell('q24', i)?.text).toBe(plain[i]?.text);
    }
    expect(storyteller.spans).toEqual([]);
  });

  test('another wording of one value leaves every other choice alone', () => {
    const files = edited(['leak.yaml', 'the house was [quiet|cold]', 'the flat was [calm|bare]']);
    const after = texts(tellAll(compileFiles(files), 400));
    const undone = after.map((text) => text.replace(/the flat was (calm|bare)/i, 'HOUSE'));
    const before = texts(plain).map((text) => text.replace(/the house was (quiet|cold)/i, 'HOUSE'));
    expect(undone).toEqual(before);
    expect(after).not.toEqual(texts(plain));
  });

  test('one more value of a fact that is not a key fact leaves all others alone', () => {
    const files = edited(['leak.yaml', '"I ate [alone|late]"', '"I ate [alone|late]", "the phone was off"']);
    const home = /(I ate (alone|late)|the house was (quiet|cold)|the phone was off)/i;
    const after = texts(tellAll(compileFiles(files), 400));
    expect(after.map((text) => text.replace(home, 'HOME'))).toEqual(
      texts(plain).map((text) => text.replace(home, 'HOME')),
    );
    expect(after.some((text) => /the phone was off/i.test(text))).toBe(true);
  });
});

describe('the skeleton', () => {
  const sizeOf = (told: readonly Told[]) =>
    new Set(told.map(({ plan }) => plan)).size === 1 && (told[0] as Told).plan.skeletons;
  /** The key facts in their wording without slots, and the tellings. */
  const skeletonOf = ({ text, spans, plan }: Told) => {
    const parts = spans
      .filter(({ kind }) => kind === '' || ['event', 'reply', 'now'].includes(kind))
      .map(({ start, end, kind, source }) => (kind === '' ? source : text.slice(start, end)))
      .map((part) => part.replace(/the (store room|back room|yard)/i, 'ROOM').toLowerCase());
    return [plan.schema.id, ...parts].join(' / ');
  };
  /** What tells two skeletons apart: the key facts alone. */
  const keysOf = (told: Told) => skeletonOf({ ...told, spans: told.spans.filter(({ kind }) => kind !== '') });

  test('is never shared: as many records as there are skeletons have one each', () => {
    const told = tellAll(grammar, 20, 'q23');
    // (2 + 3) events x (2 + 2) nows.
    expect(sizeOf(told)).toBe(20);
    expect(new Set(told.map(keysOf)).size).toBe(20);
  });

  test('is never shared among records that come in any order and from anywhere in the run', () => {
    const storyteller = openStoryteller(grammar, { seed: 5, trace: true });
    const skeletons = Array.from({ length: 20 }, (_, i) => {
      const rank = 20 * 7 + ((i * 77) % 20);
      storyteller.begin(record(i + 9000));
      return keysOf({ ...(storyteller.tell('q23', rank) as Story), spans: [...storyteller.spans] });
    });
    expect(new Set(skeletons).size).toBe(20);
  });

  test('is never shared where optional beats and other facts stand between', () => {
    // (3 + 2) events x (2 + 2) replies x (2 + 2) nows: decks of 5, 4 and 4 cards, the last two not coprime.
    expect(sizeOf(plain)).toBe(80);
    expect(new Set(plain.slice(0, 80).map(keysOf)).size).toBe(80);
    expect(new Set(plain.slice(33, 113).map(keysOf)).size).toBe(80);
    expect(new Set(tellAll(grammar, 80, 'q24', COOK, 77).map(keysOf)).size).toBe(80);
  });

  test('comes round again only after all of them, and is told otherwise then', () => {
    const told = tellAll(grammar, 40, 'q23');
    expect(keysOf(told[20] as Told)).toBe(keysOf(told[0] as Told));
    expect(new Set(told.map(skeletonOf)).size).toBe(40);
  });

  test('is dealt in another order under another seed', () => {
    const order = (seed: number) => tellAll(grammar, 20, 'q23', COOK, seed).map(keysOf);
    expect(order(2)).not.toEqual(order(1));
    expect([...order(2)].sort()).toEqual([...order(1)].sort());
  });
});

describe('a deck', () => {
  test('deals every variant of a value once before one comes again, and each time in another telling', () => {
    const told = tellAll(grammar, 12, 'q23');
    const events = told.map(
      ({ text, spans }) =>
        spans.filter(({ kind }) => kind === 'event').map(({ start, end }) => text.slice(start, end).toLowerCase())[0],
    );
    expect(new Set(events.slice(0, 5)).size).toBe(5);
    expect(events.slice(5, 10).sort()).toEqual(events.slice(0, 5).sort());
    const sentence = ({ text }: Told) => text.split('.')[0] as string;
    expect(new Set(told.slice(0, 10).map(sentence)).size).toBe(10);
  });

  test('gives turns to a telling by the readings of its poorest sentence without a fact', () => {
    const files = edited(['leak.yaml', 'react: ["{reply}.", ', 'react: ["{reply}.", "{reply}. so it goes.", ']);
    const told = texts(tellAll(compileFiles(files), 2000));
    const uses = told.filter((text) => text.includes('So it goes.')).length;
    expect(uses).toBeLessThan(5);
  });
});

describe('a story in threads', () => {
  const THREADS = edited(
    ['leak.yaml', 'facts:\n  event:', 'threads: [event, reply, home]\nfacts:\n  event:'],
    ['leak.yaml', ', "the house was [quiet|cold]"]', ']'],
    ['leak.yaml', '[wait|mop]', '[wait|mop|sing|hum]'],
  );
  const told = tellAll(compileFiles(THREADS), 400);
  const threadOf = ({ text }: Told) => (/a pipe|the leak/i.test(text) ? 'pipe' : 'water');

  test('tells the n-th value of a kind with the n-th of the others alone', () => {
    for (const one of told) {
      expect(one.text).toMatch(threadOf(one) === 'pipe' ? /told me to/i : /nobody (came|wrote back)/i);
      if (threadOf(one) === 'water') expect(one.text).not.toMatch(/I ate/i);
    }
    expect(plain.some((one) => threadOf(one) === 'pipe' && /nobody (came|wrote back)/i.test(one.text))).toBe(true);
  });

  test('leaves out what a thread has none of, and tells it in the others', () => {
    expect(told.some((one) => /I ate/i.test(one.text))).toBe(true);
  });

  test('takes its threads in turn, and mixes them with the facts that stand in none', () => {
    const threads = told.map(threadOf);
    expect(threads.filter((thread) => thread === 'pipe').length).toBe(200);
    for (const thread of ['pipe', 'water'])
      expect(
        new Set(
          told.filter((one) => threadOf(one) === thread).map((one) => one.text.match(/I am|we /i)?.[0].toLowerCase()),
        ).size,
      ).toBe(2);
  });

  describe('with ends of its own', () => {
    const endedWith = (now: string) =>
      compileFiles({
        ...THREADS,
        'leak.yaml': (THREADS['leak.yaml'] as string).replace(/ {2}now: \[.*/, `  now: ${now}`),
      });
    const endOf = ({ text }: Told) =>
      text
        .match(/(I am|we|that was) \w+/gi)
        ?.at(-1)
        ?.toLowerCase();

    test('tells a thread only what may stand behind it, in all its readings', () => {
      const told = tellAll(
        endedWith(
          '[{state: "I am [fine|dry|warm]", behind: [2]}, {state: "we [wait|go]", behind: [1, 2]}, "that was [it|all]"]',
        ),
        400,
      );
      const endsOf = (thread: string) => [...new Set(told.filter((one) => threadOf(one) === thread).map(endOf))].sort();
      const shared = ['that was all', 'that was it', 'we go', 'we wait'];
      expect(endsOf('water')).toEqual(['i am dry', 'i am fine', 'i am warm', ...shared]);
      expect(endsOf('pipe')).toEqual(shared);
    });

    test('begins with other readings in each thread', () => {
      const words = ['fine', 'dry', 'warm', 'calm', 'tired', 'glad', 'late', 'here'];
      const told = tellAll(endedWith(`["I am [${words.join('|')}]"]`), 8);
      expect(told.map(endOf).sort()).toEqual(words.map((word) => `i am ${word}`).sort());
    });
  });

  test('deals each thread every reading of its sentences about as often as another', () => {
    const pipes = told.filter((one) => threadOf(one) === 'pipe');
    const uses: Record<string, number> = {};
    for (const { text } of pipes) {
      const reply = text.match(/told me to (\w+)/i)?.[1] as string;
      uses[reply] = (uses[reply] ?? 0) + 1;
    }
    expect(Object.keys(uses).sort()).toEqual(['hum', 'mop', 'sing', 'wait']);
    for (const count of Object.values(uses)) expect(count).toBeGreaterThan(30);
  });

  test('spreads its tellings over stories of few readings', () => {
    const openings = ['so', 'well', 'yes', 'no', 'look', 'see', 'hey', 'right'];
    const files: Record<string, string> = { ...FILES };
    const [head, tellings] = (FILES['wish.yaml'] as string).split('tellings:\n') as [string, string];
    files['wish.yaml'] = Array.from({ length: 40 }, (_, i) =>
      head.replace('schema: wish', `schema: wish-${i}`).replace('facts:', 'threads: [event, now]\nfacts:'),
    ).join('---\n');
    files['tellings.yaml'] = `tellings: wish\nquestion: q23\ntiers: [Bad, Good]\nbeats:\n${tellings.replace(
      '- "yes, {event}."',
      openings.map((word) => `- "${word}, {event}."`).join('\n    '),
    )}`;
    const told = texts(tellAll(compileFiles(files), 160, 'q23'));
    for (const word of openings) {
      const share = told.filter((text) => text.toLowerCase().startsWith(`${word},`)).length / told.length;
      expect(share).toBeGreaterThan(0.05);
      expect(share).toBeLessThan(0.23);
    }
  });

  test('goes on to another thread where the length cannot be met in one', () => {
    const narrow = (low: number, high: number) =>
      edited(
        ['grammar.yaml', 'lengths: {}', `lengths: {q23: {Bad: [${low}, ${high}]}}`],
        ['wish.yaml', 'facts:', 'threads: [event, now]\nfacts:'],
        ['wish.yaml', 'they [sang|left|came]', 'they [sang|left|came] again and again and again and again'],
      );
    const long = tellAll(compileFiles(narrow(55, 90)), 40, 'q23');
    expect(long.every(({ text }) => /again and again/.test(text))).toBe(true);
  });
});

describe('a text follows its arc', () => {
  const ORDER = ['setting', 'open', 'react', 'body', 'home', 'dark', 'help', 'now'];

  test('beats come in the order of the arc, each at most once', () => {
    for (const told of plain) {
      const places = beatsOf(told).map((beat) => ORDER.indexOf(beat));
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    }
  });

  test('key facts are always told, and no fact is told twice', () => {
    for (const told of [...plain, ...tellAll(compileFiles(within(0, 60)), 300)]) {
      const kinds = kindsOf(told);
      expect(kinds).toEqual(expect.arrayContaining(['event', 'reply', 'now']));
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });

  test('spans hold the words that their source wrote', () => {
    for (const told of plain) {
      for (const { start, end, kind } of told.spans) {
        const words = told.text.slice(start, end);
        if (kind === 'body') expect(words).toMatch(/^(I slept (four|five) hours|my back (ached|was stiff))$/i);
        if (kind === 'help') expect(words).toMatch(/^a friend (came|called)$/i);
        if (kind === '') expect(words).toMatch(/^[A-Z]/);
      }
    }
  });

  test('optional beats are left out where there is no room and told where there is', () => {
    const optional = (low: number, high: number) =>
      tellAll(compileFiles(within(low, high)), 200).reduce(
        (sum, told) => sum + beatsOf(told).filter((beat) => !['open', 'react', 'now'].includes(beat)).length,
        0,
      ) / 200;
    expect(optional(0, 60)).toBeLessThan(0.1);
    expect(optional(120, 160)).toBeGreaterThan(optional(60, 120));
    expect(optional(160, 250)).toBeGreaterThan(2.5);
  });

  test('the length asked for is met where the templates can', () => {
    for (const { text, band } of tellAll(compileFiles(within(90, 170)), 300)) {
      expect(band).toEqual([90, 170]);
      expect(text.length).toBeGreaterThanOrEqual(90);
      expect(text.length).toBeLessThanOrEqual(170);
    }
  });

  test('a gated last beat is not told where its condition does not hold', () => {
    const files = edited(
      ['grammar.yaml', 'beats: [open, now]', 'beats: [open, "dark?"]'],
      ['grammar.yaml', 'tells: [event, now]', 'tells: [event]'],
    );
    files['wish.yaml'] = (files['wish.yaml'] as string)
      .replace('facts:\n', 'facts:\n  dark: ["I felt grey", "I felt lost"]\n')
      .replace('tellings:\n', 'tellings:\n  dark: ["{dark}."]\n');
    const told = (mood: string) =>
      tellAll(compileFiles(files), 60, 'q23', { ...COOK, mood }).filter((one) => kindsOf(one).includes('dark')).length;
    expect(told('light')).toBe(0);
    expect(told('dark')).toBe(60);
  });

  test('a gated beat is told only where its condition holds, and a forced one always there', () => {
    expect(plain.some((told) => beatsOf(told).includes('dark'))).toBe(false);
    for (const files of [FILES, within(0, 60)])
      for (const told of tellAll(compileFiles(files), 100, 'q24', { ...COOK, mood: 'dark' }))
        expect(beatsOf(told)).toContain('dark');
  });
});

describe('what a telling or a value asks for', () => {
  test('a telling that takes one aspect never tells another', () => {
    const files = edited([
      'leak.yaml',
      'react: ["{reply}.", ',
      'react: ["{reply}.", {say: "when I asked, {reply}.", take: {reply: speech}}, ',
    ]);
    const told = tellAll(compileFiles(files), 600);
    const asked = told.filter(({ text }) => /when I asked/i.test(text));
    expect(asked.length).toBeGreaterThan(30);
    for (const { text } of asked) expect(text).toMatch(/when I asked, they told me/i);
    expect(told.filter(({ text }) => /nobody (came|wrote back)/i.test(text)).length).toBeGreaterThan(200);
  });

  test('a telling that asks for a tag is told only with a value that has it', () => {
    const files = edited(
      ['leak.yaml', 'n: "the leak"}', 'n: "the leak", tags: [wet]}'],
      ['leak.yaml', 'open: [', 'open: [{say: "soaked: {event}.", tags: {event: [wet]}}, '],
    );
    const soaked = tellAll(compileFiles(files), 600).filter(({ text }) => text.includes('Soaked'));
    expect(soaked.length).toBeGreaterThan(30);
    for (const { text } of soaked) expect(text).toMatch(/Soaked: a pipe/);
  });

  test('a later mention waits until its fact was told, unless it opens blind', () => {
    const files = edited(
      ['leak.yaml', 'react: [', 'react: ["after {event.n}, {reply}.", '],
      ['leak.yaml', 'open: [', 'open: ["of {event.n}: {event}.", {say: "you heard of {event.n}.", blind: true}, '],
    );
    const told = texts(tellAll(compileFiles(files), 600));
    expect(told.filter((text) => /^You heard of|\. You heard of/.test(text)).length).toBeGreaterThan(30);
    expect(told.filter((text) => /After (the leak|that rain), /.test(text)).length).toBeGreaterThan(30);
    expect(told.some((text) => text.includes('Of the leak'))).toBe(false);
  });

  test('the highest salience is told wherever it fits', () => {
    const files = edited([
      'leak.yaml',
      'react: [',
      'react: [{say: "most of all, {reply}.", salience: 2, take: {reply: speech}}, ',
    ]);
    for (const { text } of tellAll(compileFiles(files), 300))
      expect(/they told me/i.test(text)).toBe(text.includes('Most of all, they'));
  });

  test('a telling with a condition is told only of records that meet it', () => {
    const files = edited(['leak.yaml', 'react: [', 'react: [{say: "in the kitchen, {reply}.", when: {role: cook}}, ']);
    const told = (role: string) =>
      texts(tellAll(compileFiles(files), 200, 'q24', { ...COOK, role })).filter((text) =>
        text.includes('In the kitchen'),
      );
    expect(told('cook').length).toBeGreaterThan(10);
    expect(told('clerk')).toEqual([]);
  });

  test('a value with a condition is told only of records that meet it', () => {
    const files = edited(['leak.yaml', '"I ate [alone|late]"', '{state: "I ate [alone|late]", when: {role: clerk}}']);
    const told = (role: string) =>
      texts(tellAll(compileFiles(files), 200, 'q24', { ...COOK, role })).filter((text) => /I ate/.test(text));
    expect(told('clerk').length).toBeGreaterThan(10);
    expect(told('cook')).toEqual([]);
  });

  test('a telling of one voice is told by that voice alone', () => {
    const files = edited(
      ['voices.yaml', 'plain:', 'loud: {weight: 1, contraction: 1}, plain:'],
      ['leak.yaml', 'react: [', 'react: [{say: "oh, {reply}.", voice: loud}, '],
    );
    const storyteller = openStoryteller(compileFiles(files), { seed: 1 });
    const counts: Record<string, number> = {};
    for (let i = 0; i < 400; i++) {
      const voice = storyteller.begin(record(i)).name;
      if (storyteller.tell('q24', i)?.text.includes('Oh, ')) counts[voice] = (counts[voice] ?? 0) + 1;
    }
    expect(Object.keys(counts)).toEqual(['loud']);
  });

  test('a topic is told at most once a text', () => {
    const files = edited(
      ['leak.yaml', '"I slept [four|five] hours"', '{state: "I slept [four|five] hours", topics: [sleep]}'],
      ['leak.yaml', '"I ate [alone|late]"', '{state: "I lay awake", topics: [sleep]}'],
      [
        'leak.yaml',
        '"the house was [quiet|cold]"',
        '{state: "I dreamt", topics: [sleep]}, "the house was [quiet|cold]"',
      ],
    );
    const told = texts(tellAll(compileFiles(files), 600));
    const sleepers = told.map((text) => text.match(/I slept|I lay awake|I dreamt/gi)?.length ?? 0);
    expect(Math.max(...sleepers)).toBe(1);
    expect(sleepers.filter((n) => n === 1).length).toBeGreaterThan(100);
  });

  test('a value never stands beside a topic that it excludes, whichever comes first', () => {
    const files = edited(
      [
        'leak.yaml',
        '"I slept [four|five] hours"',
        '{state: "I slept [four|five] hours", topics: [sleep], not: [food]}',
      ],
      ['leak.yaml', '"I ate [alone|late]"', '{state: "I ate [alone|late]", topics: [food]}'],
      ['leak.yaml', '"my back [ached|was stiff]"', '{state: "my back [ached|was stiff]", topics: [back]}'],
      ['leak.yaml', '"the house was [quiet|cold]"', '{state: "the house was [quiet|cold]", not: [back]}'],
    );
    const told = texts(tellAll(compileFiles(files), 600));
    expect(told.filter((text) => /I slept/i.test(text) && /I ate/i.test(text))).toEqual([]);
    expect(told.filter((text) => /my back/i.test(text) && /the house/i.test(text))).toEqual([]);
    expect(told.filter((text) => /I slept/i.test(text) && /the house/i.test(text)).length).toBeGreaterThan(10);
  });

  test('a fact named like an attribute takes the aspect that the record has', () => {
    const told = (help: string) => texts(tellAll(grammar, 200, 'q24', { ...COOK, help }));
    expect(told('reached').filter((text) => /a friend/i.test(text)).length).toBeGreaterThan(20);
    expect(told('reached').filter((text) => /I told n/i.test(text))).toEqual([]);
    expect(told('alone').filter((text) => /I told n/i.test(text)).length).toBeGreaterThan(20);
    expect(told('alone').filter((text) => /a friend/i.test(text))).toEqual([]);
  });
});

test('about nine texts in ten name the organisation where a telling can, and hardly any names it twice', () => {
  const files = edited(
    ['leak.yaml', 'react: [', 'react: ["at {org}, {reply}.", {say: "again {reply}.", salience: 0, weight: 2}, '],
    ['leak.yaml', 'open: [', 'open: ["at {org}, {event}.", {say: "well, {event}.", weight: 2}, '],
    ['leak.yaml', 'setting: ["I work at {org}."]', 'setting: ["I work there."]'],
  );
  const mentions = texts(tellAll(compileFiles(files), 2000)).map((text) => text.match(/the mill/g)?.length ?? 0);
  const named = mentions.filter((n) => n > 0).length / 2000;
  expect(named).toBeGreaterThan(0.89);
  expect(named).toBeLessThan(0.95);
  expect(Math.max(...mentions)).toBe(1);
});

test('a story that names the organisation further on leaves no telling cause to name it', () => {
  const files = edited(
    ['leak.yaml', '"I am [fine|dry]"', '"{org} is [fine|dry]"'],
    ['leak.yaml', 'open: [', 'open: ["at {org}, {event}.", {say: "well, {event}.", weight: 2}, '],
    ['leak.yaml', 'setting: ["I work at {org}."]', 'setting: ["I work there."]'],
  );
  const told = texts(tellAll(compileFiles(files), 1000));
  const mentions = (text: string) => text.match(/the mill/gi)?.length ?? 0;
  const further = told.filter((text) => /the mill is/i.test(text));
  expect(further.length).toBeGreaterThan(300);
  expect(new Set(further.map(mentions))).toEqual(new Set([1]));
  const others = told.filter((text) => !further.includes(text));
  expect(others.filter((text) => mentions(text) === 1).length / others.length).toBeGreaterThan(0.85);
});

test('a schema is chosen by weight among those that fit the record', () => {
  const files = edited(['wish.yaml', 'arcs: [short]', 'arcs: [short]\nweight: 3']);
  files['hope.yaml'] = (FILES['wish.yaml'] as string).replace('schema: wish', 'schema: hope\nwhen: {role: cook}');
  const share = (role: string) =>
    tellAll(compileFiles(files), 2000, 'q23', { ...COOK, role }).filter(({ plan }) => plan.schema.id === 'hope')
      .length / 2000;
  expect(share('cook')).toBeCloseTo(0.25, 1);
  expect(share('clerk')).toBe(0);
});

test('an arc is chosen by the mix of the tier', () => {
  const files = edited(
    ['grammar.yaml', 'mix: {}', 'mix: {Bad: {short: 0.8, brief: 0.2}, Good: {short: 1, brief: 0}}'],
    ['grammar.yaml', 'arcs:\n', 'arcs:\n  brief: {question: q23, beats: [now], tells: [now]}\n'],
    ['wish.yaml', 'arcs: [short]', 'arcs: [short, brief]'],
  );
  const share = (tier: string) =>
    tellAll(compileFiles(files), 2000, 'q23', { ...COOK, tier }).filter(({ plan }) => plan.arc === 'brief').length /
    2000;
  expect(share('Bad')).toBeCloseTo(0.2, 1);
  expect(share('Good')).toBe(0);
});

test('a voice is chosen by weight among those that the record can have', () => {
  const files = edited(['voices.yaml', 'plain:', 'loud: {weight: 3, contraction: 1, when: {role: cook}}, plain:']);
  const storyteller = openStoryteller(compileFiles(files), { seed: 1 });
  const share = (role: string) =>
    Array.from({ length: 2000 }, (_, i) => storyteller.begin(record(i, { ...COOK, role })).name).filter(
      (name) => name === 'loud',
    ).length / 2000;
  expect(share('cook')).toBeCloseTo(0.75, 1);
  expect(share('clerk')).toBe(0);
});

test('a record that no story fits, an unknown tier and an unknown question have no text', () => {
  const storyteller = openStoryteller(grammar, { seed: 1 });
  storyteller.begin(record(1, { ...COOK, role: 'guard' }));
  expect(storyteller.tell('q24', 1)).toBeUndefined();
  expect(storyteller.tell('q23', 1)).toBeDefined();
  storyteller.begin(record(1, { ...COOK, tier: 'Ugly' }));
  expect(storyteller.tell('q24', 1)).toBeUndefined();
  storyteller.begin(record(1));
  expect(storyteller.tell('q99', 1)).toBeUndefined();
});

test('coverage counts every telling and value that was told', () => {
  const storyteller = openStoryteller(grammar, { seed: 1, trace: true, coverage: true });
  const byHand: Record<string, number> = {};
  for (let i = 0; i < 300; i++) {
    storyteller.begin(record(i));
    expect(storyteller.tell('q24', i)?.attempt).toBe(0);
    for (const { source } of storyteller.spans) byHand[source] = (byHand[source] ?? 0) + 1;
  }
  const { coverage } = storyteller;
  const counted: Record<string, number> = {};
  const places = [...grammar.places.values, ...grammar.places.tellings];
  const counts = [...(coverage?.values ?? []), ...(coverage?.tellings ?? [])];
  for (const [i, place] of places.entries()) counted[place] = (counted[place] ?? 0) + (counts[i] ?? 0);
  expect(Object.fromEntries(Object.entries(counted).filter(([, n]) => n > 0))).toEqual(byHand);
});
