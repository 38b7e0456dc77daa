import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRealizer, realize, realizeAll, type Setting } from './tiny-pack.ts';

const PEOPLE = {
  boss: ['my boss / the boss / she'],
  mate: ['Sam / they'],
  pal: ['James / he'],
  team: ['the nurses / they'],
};
const told = (pattern: string | readonly string[], setting: Setting = {}) =>
  realize(pattern, { people: PEOPLE, ...setting });

describe('a sentence has its capital, its spaces and its end', () => {
  test.each<readonly [string, string | readonly string[], string]>([
    ['starts small in the template', 'the review came. it was late.', 'The review came. It was late.'],
    ['starts large in the template', 'The review came. It was late.', 'The review came. It was late.'],
    ['ends with a question', 'did it work? nobody said.', 'Did it work? Nobody said.'],
    ['ends with a call', 'stop! they did.', 'Stop! They did.'],
    ['stands in the next beat', ['we ate.', 'we slept.'], 'We ate. We slept.'],
    ['has a comma after a slot', '{x}, {x}; {x}: {x}.', 'Word, word; word: word.'],
    ['starts with a quote', "'no' was all.", "'No' was all."],
    ['starts with a slot in quotes', "'{x}' was all.", "'Word' was all."],
    ['has a slot in quotes', "they wrote '{x}' and left.", "They wrote 'word' and left."],
    ['ends on a slot in quotes', "they wrote '{x}'.", "They wrote 'word'."],
    ['has a slot in double quotes', 'they wrote "{x}", twice.', 'They wrote "word", twice.'],
    ['has a slot in brackets', 'they ({x}) left.', 'They (word) left.'],
    ['has a possessive slot', "the {x}'s end.", "The word's end."],
    ['has a question in quotes', "she said 'why?' and left. so did I.", "She said 'why?' and left. So did I."],
    ['ends on a question in quotes', ["she said 'why?'", 'I left.'], "She said 'why?' I left."],
    ['ends on a stop in quotes', ["they said, 'no.'", 'I left.'], "They said, 'no.' I left."],
    ['has an abbreviation', 'we met at 3 p.m. and ate. then we slept.', 'We met at 3 p.m. and ate. Then we slept.'],
    ['has a title', 'we met Dr. Lee. she ate.', 'We met Dr. Lee. She ate.'],
    ['ends on an abbreviation', ['we met at 3 p.m.', 'I left.'], 'We met at 3 p.m. I left.'],
    ['is the last one and ends on an abbreviation', 'we met at 3 p.m.', 'We met at 3 p.m.'],
    ['ends on a slot with an abbreviation', ['we met at {time}.', 'I left.'], 'We met at 3 p.m. I left.'],
    ['goes on after a slot with an abbreviation', 'we met at {time} and ate.', 'We met at 3 p.m. and ate.'],
    ['has a decimal point', 'it took 3.5 hours. we ate.', 'It took 3.5 hours. We ate.'],
    ['has escapes', 'it said \\[x\\], 50\\% of \\{it\\}.', 'It said [x], 50% of {it}.'],
  ])('that %s', (_, pattern, text) => {
    expect(told(pattern, { slots: { x: ['word'], time: ['3 p.m.'] } })).toBe(text);
  });

  test.each(['it was [so |]good.', 'it was[ so|] good.', 'it was [so|] good.'])(
    'without doubled or lost spaces round an empty part: %s',
    (pattern) => expect(realizeAll(pattern)).toEqual(['It was good.', 'It was so good.']),
  );

  test('an empty part takes its comma along', () => {
    expect(realizeAll('it was good[, to be fair|]. we [all |]ate.')).toEqual([
      'It was good, to be fair. We all ate.',
      'It was good, to be fair. We ate.',
      'It was good. We all ate.',
      'It was good. We ate.',
    ]);
  });

  test('no text of any pattern has a doubled space, a space before a mark or a small start', () => {
    const mark = fc.constantFrom('', ' ', ' ', ' ', ', ', '; ', '. ', '? ', ' (', ') ');
    const word = fc.constantFrom(
      'we ate',
      'and',
      '[a|]',
      '[so |]',
      '[ so|]',
      '[, so|]',
      '{x}',
      "'{x}'",
      '<y>',
      '{pal}',
      "{boss's} car",
      'a [|new] thing',
    );
    const property = fc.property(
      fc.array(fc.tuple(word, mark), { minLength: 1, maxLength: 8 }),
      fc.nat(1000),
      (pieces, seed) => {
        const setting = { people: PEOPLE, slots: { x: ['word'] }, sets: { y: ['[one|two]', 'three'] } };
        const text = realize(`${pieces.flat().join('')}end.`, setting, seed);
        expect(text).not.toMatch(/ {2}| [,.;:?!]|[.?!] [a-z]|^[a-z]/);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});

describe('a run-on voice', () => {
  const runOn = (pattern: string | readonly string[]) => told(pattern, { voice: { run_on: 1 } });

  test('joins sentences by commas and makes the next start small', () => {
    expect(runOn(['The day ended.', 'The night came. It was cold.', 'we slept.'])).toBe(
      'The day ended, the night came, it was cold, we slept.',
    );
  });

  test('keeps I, names and days', () => {
    expect(runOn(['we ate.', 'I left. Sam stayed. Tuesday came.', '{pal} slept.'])).toBe(
      'We ate, I left, Sam stayed, Tuesday came, James slept.',
    );
  });

  test('leaves questions alone', () => {
    expect(runOn('did it work? nobody knew. we ate.')).toBe('Did it work? Nobody knew, we ate.');
  });

  test('leaves a full stop where it only sometimes runs on', () => {
    const texts = realizeAll(['we ate.', 'we slept.'], { voice: { run_on: 0.5 } });
    expect(texts).toEqual(['We ate, we slept.', 'We ate. We slept.']);
  });
});

describe('a voice that runs on behind short sentences', () => {
  const short = (pattern: string | readonly string[]) => told(pattern, { voice: { short_run_on: 1 } });

  test('joins what has six words and fewer, and stops behind more', () => {
    expect(short(['we ate all of it there.', 'we slept until it was quite light. Sam stayed.'])).toBe(
      'We ate all of it there, we slept until it was quite light. Sam stayed.',
    );
  });

  test('counts what was joined as one sentence', () => {
    expect(short('we ate. we slept. then it was dark. then we all left.')).toBe(
      'We ate, we slept. Then it was dark, then we all left.',
    );
  });

  test('begins to count anew behind a question', () => {
    expect(short('we all had to know: did it work? nobody knew. we ate.')).toBe(
      'We all had to know: did it work? Nobody knew, we ate.',
    );
  });
});

describe('a voice that drops its subject', () => {
  const drop = (pattern: string | readonly string[]) => told(pattern, { voice: { drop_subject: 1 } });

  test('leaves the I out at the start of a sentence and nowhere else', () => {
    expect(drop(['I walked home and I ate.', 'then I slept. I dreamt.'])).toBe(
      'Walked home and I ate. Then I slept. Dreamt.',
    );
  });

  test('leaves it out before a state that nobody takes for an order', () => {
    expect(drop('I hate the place.')).toBe('Hate the place.');
  });

  test('keeps it before what cannot stand first', () => {
    for (const sentence of [
      'I am here.',
      "I'm here.",
      'I do not know.',
      "I can't say.",
      'I never ate.',
      'I think so.',
      'I also ate.',
      'I look at them now.',
      'I put it there.',
      'I, too, ate.',
    ])
      expect(drop(sentence)).toBe(sentence);
  });
});

test.each([
  [
    0,
    "I do not know, it is not fine, I cannot go, I am sure, we have said they will come, it is late and don't you start.",
  ],
  [1, "I don't know, it is not fine, I can't go, I'm sure, we've said they'll come, it is late and don't you start."],
  [2, "I don't know, it isn't fine, I can't go, I'm sure, we've said they'll come, it is late and don't you start."],
])('contraction level %i', (contraction, text) => {
  const written =
    "I don't know, it is not fine, I can't go, I'm sure, we've said they'll come, it is late and don't you start.";
  expect(realize(written, { voice: { contraction } })).toBe(text);
});

test('a voice that contracts does so with what is written out', () => {
  const written = 'I am tired and I had been told. I cannot go. it is a joke.';
  expect(realize(written, { voice: { contraction: 2 } })).toBe("I'm tired and I'd been told. I can't go. It's a joke.");
});

test('a voice that contracts leaves alone what is stressed', () => {
  expect(realize('they know who I am now.', { voice: { contraction: 2 } })).toBe('They know who I am now.');
  expect(realize('all I am to them is work.', { voice: { contraction: 2 } })).toBe('All I am to them is work.');
});

test('an opener stands before a clause, after the first sentence, and takes the capital', () => {
  const voice = { opener: 1, openers: ['honestly,'] };
  expect(realize(['the day ended.', 'the night came. Sam left.', 'I slept.'], { voice })).toBe(
    'The day ended. Honestly, the night came. Sam left. Honestly, I slept.',
  );
});

describe('a person', () => {
  test('is named, then a pronoun, and referred to by the later form once others came between', () => {
    expect(told('{boss} ate. {boss} left. {pal} slept. {boss} knew.')).toBe(
      'My boss ate. She left. James slept. The boss knew.',
    );
  });

  test('is referred to by the later form after two sentences without them', () => {
    expect(told(['{boss} ate.', 'we slept.', 'we woke.', '{boss} left.'])).toBe(
      'My boss ate. We slept. We woke. The boss left.',
    );
  });

  test('has the forms of subject, object and possessive', () => {
    expect(told("{pal} ate. we saw {pal.o} and {pal's} car.")).toBe('James ate. We saw him and his car.');
    expect(told("{boss} ate. we saw {boss.o} and {boss's} car.")).toBe('My boss ate. We saw her and her car.');
    expect(told("{mate} ate. we saw {mate.o} and {mate's} car.")).toBe('Sam ate. We saw them and their car.');
  });

  test('can be forced to be a pronoun or a name', () => {
    expect(told('{pal.he} ate. we saw {pal.him} and {pal.his} car. {pal.name} left.')).toBe(
      'He ate. We saw him and his car. James left.',
    );
  });

  test('has a possessive name by its ending', () => {
    expect(told("{pal's} car.")).toBe("James's car.");
    expect(told("{team's} car.")).toBe("The nurses' car.");
    expect(told("{boss's} car.")).toBe("My boss's car.");
  });

  test('has a possessive of the person alone where a name says where the person belongs', () => {
    const told = (name: string) => realize("{x's} car.", { people: { x: [`${name} / she`] } });
    expect(told('Ana from my team')).toBe("Ana's car.");
    expect(told('a woman who has been here forever')).toBe("A woman's car.");
    expect(told('one of the nurses')).toBe("One of the nurses' car.");
  });

  test('is the same one for the whole record, in each of its texts', () => {
    const texts = realizeAll('{x.name} and {x.name}.', { people: { x: ['Ana / she', 'Ben / he', 'Cy / they'] } });
    expect(texts).toEqual(['Ana and Ana.', 'Ben and Ben.', 'Cy and Cy.']);
  });

  test('is forgotten with the text', () => {
    const tell = openRealizer('{boss} ate. {boss} left.', { people: PEOPLE });
    expect(tell(1)).toBe('My boss ate. She left.');
    expect(tell(1)).toBe('My boss ate. She left.');
  });
});

describe('a verb agrees with the person mentioned last', () => {
  test.each([
    ['~says', 'says', 'say'],
    ['~was', 'was', 'were'],
    ['~has', 'has', 'have'],
    ['~is', 'is', 'are'],
    ['~does', 'does', 'do'],
    ["~isn't", "isn't", "aren't"],
    ["~doesn't", "doesn't", "don't"],
    ['~carries', 'carries', 'carry'],
    ['~watches', 'watches', 'watch'],
    ['~could', 'could', 'could'],
    ['~had', 'had', 'had'],
  ])('%s', (verb, singular, plural) => {
    const pattern = `{x} ${verb} so. {x} ${verb} so.`;
    expect(realize(pattern, { people: { x: ['Sam / they'] } })).toBe(`Sam ${singular} so. They ${plural} so.`);
    expect(realize(pattern, { people: { x: ['Ana / she'] } })).toBe(`Ana ${singular} so. She ${singular} so.`);
  });

  test('and goes back to the singular with the next name', () => {
    expect(told('{mate} ate. {mate} ~says so. {pal} ~says so.')).toBe('Sam ate. They say so. James says so.');
  });

  test('a verb that the lexicon has not is refused', () => {
    expect(() => told('{pal} ~flumps.')).toThrow(/no verb 'flumps'/);
  });
});

describe('an action is inflected from its base form', () => {
  const kinds = { x: { forms: ['b'] } };
  const forms = (value: string) => realizeAll('to {x}, {x.g}, {x.p}, {x.s}.', { kinds, facts: { x: [value] } });

  test.each([
    ['walk home', 'To walk home, walking home, walked home, walks home.'],
    ['carry on', 'To carry on, carrying on, carried on, carries on.'],
    ['plan it', 'To plan it, planning it, planned it, plans it.'],
    ['run', 'To run, running, ran, runs.'],
    ['agree', 'To agree, agreeing, agreed, agrees.'],
    ['bake bread', 'To bake bread, baking bread, baked bread, bakes bread.'],
    ['try', 'To try, trying, tried, tries.'],
    ['pass', 'To pass, passing, passed, passes.'],
    ['be there', 'To be there, being there, was there, is there.'],
  ])('%s', (value, text) => expect(forms(value)).toEqual([text]));

  test('in an alternation of verbs too, with one and the same choice in every form', () => {
    expect(forms('[walk|run|carry on] at [noon|night]')).toEqual([
      'To carry on at night, carrying on at night, carried on at night, carries on at night.',
      'To carry on at noon, carrying on at noon, carried on at noon, carries on at noon.',
      'To run at night, running at night, ran at night, runs at night.',
      'To run at noon, running at noon, ran at noon, runs at noon.',
      'To walk at night, walking at night, walked at night, walks at night.',
      'To walk at noon, walking at noon, walked at noon, walks at noon.',
    ]);
  });

  test('in alternations that nest', () => {
    expect(forms('[walk [in|out]|run]').length).toBe(3);
    expect(forms('[[walk|run] out|bake]')).toEqual([
      'To bake, baking, baked, bakes.',
      'To run out, running out, ran out, runs out.',
      'To walk out, walking out, walked out, walks out.',
    ]);
  });

  test('a verb that the lexicon has not, and a value without a verb, are refused', () => {
    expect(() => forms('flump about')).toThrow(/no verb 'flump'/);
    expect(() => forms('{x} about')).toThrow(/does not begin with a verb/);
  });
});

describe('numbers', () => {
  const WORDS =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
      ' ',
    );
  const numbers = (text: string) =>
    text
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.map((word) => WORDS.indexOf(word)) ?? [];

  test('{n} is any of three to fourteen, {fewer} below it, {more} above it, each the same all through a text', () => {
    const tell = openRealizer('{n} {fewer} {more} {n} {fewer} {more}.');
    const seen = new Set<number>();
    for (let seed = 0; seed < 2000; seed++) {
      const [n, fewer, more, ...again] = numbers(tell(seed)) as [number, number, number];
      seen.add(n);
      expect(again).toEqual([n, fewer, more]);
      expect(fewer).toBeGreaterThanOrEqual(2);
      expect(fewer).toBeLessThan(n);
      expect(more).toBeGreaterThan(n);
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  test('a noun is plural after them', () => {
    for (const text of realizeAll('{n} %patient, {fewer} %person, {more} %box.'))
      expect(text).toMatch(/^\w+ patients, \w+ people, \w+ boxes\.$/);
  });

  test('a noun that the lexicon has not is refused', () =>
    expect(() => told('{n} %flump.')).toThrow(/no noun 'flump'/));
});

describe('a connective', () => {
  const facts = { x: ['we ate'], y: ['we slept'], z: ['we left'] };
  const setting = {
    facts,
    relations: { cause: ['x>y'], contrast: ['y>z', 'x>y'] },
    connectives: { cause: [', so', '. After that'], contrast: [', but'] },
  };

  test('comes from the relations declared for the two facts in this order', () => {
    expect(realizeAll('{x}<~> {y}.', setting)).toEqual([
      'We ate, but we slept.',
      'We ate, so we slept.',
      'We ate. After that we slept.',
    ]);
    expect(realizeAll('{y}<~> {z}.', setting)).toEqual(['We slept, but we left.']);
  });

  test('is refused where no relation is declared', () => {
    expect(() => realize('{y}<~> {x}.', setting)).toThrow(/'y' and 'x', which have no relation/);
    expect(() => realize('<~> {x}.', setting)).toThrow(/no relation/);
  });
});

describe('a set', () => {
  const ask = (mode: string, parts: readonly string[], pattern = '<x> <x> <x>') => ({
    pattern,
    setting: { sets: { x: { mode, parts } } },
  });
  const share = ({ pattern, setting }: ReturnType<typeof ask>, wanted: RegExp) => {
    const tell = openRealizer(pattern, setting);
    return Array.from({ length: 3000 }, (_, seed) => tell(seed)).filter((text) => wanted.test(text)).length / 3000;
  };

  test('is a deck by default: no repeats until it is used up', () => {
    const texts = realizeAll('<x> <x> <x> <x>', { sets: { x: ['a', 'b', 'c'] } }, 300);
    for (const text of texts) {
      const parts = text.toLowerCase().split(' ');
      expect(new Set(parts.slice(0, 3)).size).toBe(3);
      expect(parts[3]).toBe(parts[0]);
    }
    expect(new Set(texts.map((text) => text[0]))).toEqual(new Set(['A', 'B', 'C']));
  });

  test('begins a new deck with every text', () => {
    const tell = openRealizer('<x> <x>', { sets: { x: ['a', 'b', 'c'] } });
    expect(tell(4)).toBe(tell(4));
  });

  test('in sequence gives its parts in order', () => {
    const { pattern, setting } = ask('sequence', ['a', 'b', 'c'], '<x> <x> <x> <x>');
    expect(realizeAll(pattern, setting)).toEqual(['A b c a']);
  });

  test('weighted draws its parts evenly, each time anew', () => {
    const drawn = ask('weighted', ['a', '[b|c|d]'], '<x> <x>');
    expect(share(drawn, /^A/)).toBeCloseTo(0.5, 1);
    expect(share(drawn, /^A a/)).toBeCloseTo(0.25, 1);
  });

  test('uniform draws its parts by the number of their derivations', () => {
    expect(share(ask('uniform', ['a', '[b|c|d]'], '<x>'), /^A/)).toBeCloseTo(0.25, 1);
    expect(share(ask('weighted', ['a', '[b|c|d]'], '<x>'), /^A/)).toBeCloseTo(0.5, 1);
  });

  test('that is not defined is refused', () => expect(() => realize('<x>')).toThrow(/no set <x>/));
});

describe('an alternation', () => {
  test('takes its parts by weight', () => {
    const tell = openRealizer('[a|b^3].');
    const texts = Array.from({ length: 4000 }, (_, seed) => tell(seed));
    expect(texts.filter((text) => text === 'B.').length / 4000).toBeCloseTo(0.75, 1);
  });

  test('is drawn apart from its neighbours', () => {
    expect(realizeAll('[a|b] [c|d] [e|f].')).toHaveLength(8);
  });
});

describe('a slot', () => {
  test('keeps one value all through a text', () => {
    const texts = realizeAll(['{x} and {x}.', '{x}.'], { slots: { x: ['one', 'two', 'three'] } });
    expect(texts).toEqual(['One and one. One.', 'Three and three. Three.', 'Two and two. Two.']);
  });

  test('that the record computes gives one of its words', () => {
    const texts = realizeAll('since {month}, in {org.full}.', {
      computed: { month: ['March', 'May'], 'org.full': ['The Firm'] },
    });
    expect(texts).toEqual(['Since March, in The Firm.', 'Since May, in The Firm.']);
  });

  test('that nothing defines is refused', () =>
    expect(() => realize('{nobody}.')).toThrow(/nothing is called \{nobody\}/));
});

test('an alternation in quotes that opens a sentence keeps the space before it', () => {
  const facts = { a: ['I put it in the [bin|trash]'], b: ["'[right|fine]' was the whole answer"] };
  for (const text of realizeAll(['{a}. {b}.'], { facts }))
    expect(text).toMatch(/^I put it in the (?:bin|trash)\. '(?:Right|Fine)' was/);
});
