import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStream } from '../../src/core/random.ts';
import type { CompiledVoice } from '../../src/grammar/compiled.ts';
import type { Wording } from '../../src/grammar/source.ts';
import { openVary } from '../../src/stages/vary.ts';
import { QUIET_VOICE } from '../grammar/quiet-voice.ts';

const voice = (traits: Partial<CompiledVoice>): CompiledVoice => ({ ...QUIET_VOICE, ...traits });
const TEXT =
  "In March my supervisor at Kaiser moved the meeting, and nobody told the night shift. I didn't sleep, but I stayed. " +
  "It's been 14 months since the MRI in room 4, and I can't remember what the therapist from Johns Hopkins said to Dr. Lee.";
const vary = openVary('natural', []);
const told = (seed: number, traits: Partial<CompiledVoice>, text = TEXT) =>
  vary(text, voice(traits), openStream(seed), 'q24');
const differing = (traits: Partial<CompiledVoice>, seeds = 300) =>
  Array.from({ length: seeds }, (_, seed) => told(seed, traits)).filter((text) => text !== TEXT);

test('a voice without traits changes nothing', () => {
  for (let seed = 0; seed < 300; seed++) expect(told(seed, {})).toBe(TEXT);
});

test('the same stream gives the same slips, another stream or question gives others', () => {
  const noisy = { noise: 20 };
  const [one = 0, another = 0] = Array.from({ length: 100 }, (_, seed) => seed).filter(
    (seed) => told(seed, noisy) !== TEXT,
  );
  expect(told(one, noisy)).toBe(told(one, noisy));
  expect(told(one, noisy)).not.toBe(told(another, noisy));
  expect(vary(TEXT, voice(noisy), openStream(one), 'q24')).not.toBe(vary(TEXT, voice(noisy), openStream(one), 'q25'));
});

describe('slips', () => {
  const words = (text: string) => text.split(/\s+/);

  test('are as rare as in people: at rate 1 two to ten in a thousand words', () => {
    let slips = 0;
    let total = 0;
    for (let seed = 0; seed < 3000; seed++) {
      if (told(seed, { noise: 1 }) !== TEXT) slips++;
      total += words(TEXT).length;
    }
    expect((slips / total) * 1000).toBeGreaterThan(2);
    expect((slips / total) * 1000).toBeLessThan(10);
  });

  test('grow with the rate of the voice', () => {
    expect(differing({ noise: 1 }).length).toBeGreaterThan(differing({ noise: 0.3 }).length);
    expect(differing({ noise: 3 }).length).toBeGreaterThan(differing({ noise: 1 }).length);
    expect(differing({ noise: 10 }).length).toBe(differing({ noise: 100 }).length);
  });

  test('are made by one person in four, in all of their texts', () => {
    const careless = differing({ noise: 100 }, 2000).length / 2000;
    expect(careless).toBeCloseTo(0.25, 1);
    for (let seed = 0; seed < 300; seed++) {
      const slipped = ['q23', 'q24', 'q25'].map(
        (question) => vary(TEXT, voice({ noise: 100 }), openStream(seed), question) !== TEXT,
      );
      expect(new Set(slipped).size).toBe(1);
    }
  });

  test('never touch a name, a number or an initialism', () => {
    for (let seed = 0; seed < 2000; seed++) {
      const text = told(seed, { noise: 10 });
      for (const kept of ['March', 'Kaiser', '14', 'MRI', '4', 'Johns', 'Hopkins', 'Lee', 'In'])
        expect(words(text.replace(/[.,]/g, ''))).toContain(kept);
    }
  });

  test('are all of the kinds that hands make', () => {
    const all = Array.from({ length: 3000 }, (_, seed) => told(seed, { noise: 5 })).join(' ');
    expect(all).toMatch(/\bdidnt\b/);
    expect(all).toMatch(/\bcant\b/);
    expect(all).toMatch(/\bi stayed\b/);
    expect(all).toMatch(/meeting and nobody/);
    expect(all).toMatch(/\bsuperivsor\b|\bsupevrisor\b|\bsuprevisor\b/);
    expect(all).toMatch(/\bniight\b|\bnigght\b|\bnighht\b/);
    expect(all).toMatch(/\btherpist\b|\btheraist\b|\btherapst\b/);
  });

  test('one at a time change one word, by one letter or mark', () => {
    for (let seed = 0; seed < 2000; seed++) {
      const text = told(seed, { noise: 1 });
      const changed = words(text).filter((word, i) => word !== words(TEXT)[i]);
      expect(changed.length).toBeLessThanOrEqual(1);
      expect(Math.abs(text.length - TEXT.length)).toBeLessThanOrEqual(1);
    }
  });

  test('leave any text without a word that they could change as it is', () => {
    const bare = fc
      .array(fc.constantFrom('MRI', '12', 'Ann', 'we', 'go', 'A', '.', '?'), { maxLength: 20 })
      .map((parts) => parts.join(' '));
    const property = fc.property(bare, fc.nat(), (text, seed) => {
      expect(told(seed, { noise: 50 }, text)).toBe(text);
    });
    fc.assert(property);
  });
});

describe('a voice in lower case', () => {
  const lower = told(1, { lowerCase: 1 });

  test('starts its sentences small and writes i', () => {
    expect(lower).toMatch(/^in March/);
    expect(lower).toMatch(/shift\. i didn't sleep, but i stayed\. it's been/);
    expect(lower).not.toMatch(/\bI\b/);
  });

  test('keeps names and initialisms', () => {
    for (const kept of ['March', 'Kaiser', 'the MRI', 'Johns Hopkins', 'Lee']) expect(lower).toContain(kept);
    expect(told(1, { lowerCase: 1 }, 'MRI was late. HR knew.')).toBe('MRI was late. HR knew.');
  });

  test('does so in its share of the records, in all texts of one alike', () => {
    const both = Array.from({ length: 1000 }, (_, seed) =>
      ['q23', 'q24'].map((question) => vary(TEXT, voice({ lowerCase: 0.65 }), openStream(seed), question) !== TEXT),
    );
    expect(both.every(([first, second]) => first === second)).toBe(true);
    expect(both.filter(([first]) => first).length / 1000).toBeCloseTo(0.65, 1);
  });
});

describe('a voice that drops articles', () => {
  test('drops every "the" before a plain noun at share 1, and leaves one before a name', () => {
    expect(told(1, { dropArticle: 1 })).toContain('moved meeting, and nobody told night shift');
    expect(told(1, { dropArticle: 1 })).toContain('since the MRI');
    expect(told(1, { dropArticle: 1 }, 'The meeting was in the room.')).toBe('The meeting was in room.');
  });

  test('drops its share', () => {
    const text = Array.from({ length: 100 }, () => 'in the room').join(' ');
    const shares = Array.from(
      { length: 100 },
      (_, seed) => 100 - (told(seed, { dropArticle: 0.12 }, text).match(/the/g)?.length ?? 0),
    );
    expect(shares.reduce((a, b) => a + b) / 10_000).toBeCloseTo(0.12, 1);
    expect(new Set(shares).size).toBeGreaterThan(5);
  });
});

describe('habits of typing', () => {
  const STORY = 'We lost two people in May. Nobody told us. My boss never wrote back. I am still there. It is fine.';
  const LONG = `${STORY} ${STORY.replace('May', 'June')} ${STORY.replace('May', 'July')}`;
  const share = (text: string, traits: Partial<CompiledVoice>, has: (out: string) => boolean) =>
    Array.from({ length: 4000 }, (_, seed) => told(seed, { ragged: 1, ...traits }, text)).filter(has).length / 4000;

  test('come as often as in public reviews: long answers seldom, short ones often', () => {
    const noStop = (text: string) => !/[.?!]$/.test(text);
    expect(share(LONG, {}, noStop)).toBeCloseTo(0.17, 1);
    expect(share(STORY, {}, noStop)).toBeCloseTo(0.54, 1);
    expect(share(LONG, {}, (text) => /^we/.test(text))).toBeCloseTo(0.03, 1);
    expect(share(STORY, {}, (text) => /^we/.test(text))).toBeCloseTo(0.08, 1);
    expect(share(LONG, {}, (text) => text.includes('\n'))).toBeCloseTo(0.25, 1);
    expect(share(LONG, {}, (text) => /\b(?:NEVER|NOBODY|STILL)\b/.test(text))).toBeCloseTo(0.05, 1);
  });

  test('are none in a clean corpus, whatever the voice', () => {
    const wild = {
      ragged: 5,
      lists: 1,
      capitals: 1,
      trailing: 1,
      noFinalStop: 1,
      lowerCase: 1,
      noise: 20,
      dropArticle: 1,
    };
    for (let seed = 0; seed < 200; seed++)
      expect(openVary('clean', WORDINGS)(LONG, voice(wild), openStream(seed), 'q24')).toBe(LONG);
  });

  test('a last full stop goes, a question mark, dots and an abbreviation stay', () => {
    const last = { noFinalStop: 1 };
    expect(told(1, last, 'We ate. We slept.')).toBe('We ate. We slept');
    for (const kept of ['We ate. Did we sleep?', 'We waited until 3 p.m.', 'And so on...', 'Stop!'])
      expect(told(1, last, kept)).toBe(kept);
  });

  test('lists keep every sentence, in order, and lose only the marks', () => {
    for (let seed = 0; seed < 300; seed++) {
      const out = told(seed, { lists: 1 }, STORY);
      expect(out).toContain('\n');
      const words = out
        .replace(/^(?:[-*] ?|\d[.)] )/gm, '')
        .replace(/[.\n]+ ?/g, ' ')
        .trim();
      expect(words).toBe(STORY.replace(/[.] ?/g, ' ').trim());
    }
    const all = Array.from({ length: 300 }, (_, seed) => told(seed, { lists: 1 }, STORY)).join('\n\n\n');
    expect(all).toMatch(/^- Nobody told us$/m);
    expect(all).toMatch(/^2\. Nobody told us$/m);
    expect(all).toMatch(/^2\) Nobody told us$/m);
    expect(all).toMatch(/May\.\n\nNobody/);
  });

  test('dots take the place of stops between sentences, never of the last', () => {
    const all = Array.from({ length: 100 }, (_, seed) => told(seed, { trailing: 1 }, STORY));
    expect(all.some((text) => text.includes('in May... Nobody'))).toBe(true);
    expect(all.every((text) => text.endsWith('fine.'))).toBe(true);
  });

  test('one stressed word is in capitals', () => {
    for (let seed = 0; seed < 100; seed++)
      expect(told(seed, { capitals: 1 }, STORY).match(/\b[A-Z]{2,}\b/g)).toHaveLength(1);
  });

  test('small letters spare a name at the start of a sentence', () => {
    expect(told(1, { lowerCase: 1 }, 'Priya left. Then we did. Dana stayed.')).toBe(
      'Priya left. then we did. Dana stayed.',
    );
  });
});

const WORDINGS: readonly Wording[] = [
  {
    words: ['everybody', 'everyone'],
    from: ['everybody', 'everyone'],
    habit: '',
    weights: [1, 3],
    voices: [],
    before: undefined,
  },
  { words: ['about', 'around'], from: ['about', 'around'], habit: '', weights: [1, 1], voices: [], before: 'number' },
  {
    words: ['because', 'bc'],
    from: ['because', 'bc'],
    habit: '',
    weights: [0, 1],
    voices: ['thumbs'],
    before: undefined,
  },
];

describe('stumbles', () => {
  const SAID = 'She was at the gate, and Maya asked her to play. The gate stood open for us.';
  const all = (traits: Partial<CompiledVoice>) =>
    [...new Set(Array.from({ length: 80 }, (_, seed) => told(seed, traits, SAID)))].sort();

  test('a filler stands before a clause and takes its capital', () => {
    expect(told(1, { filler: 1, fillers: ['um'] }, SAID)).toBe(
      'Um, she was at the gate, and um, Maya asked her to play. Um, the gate stood open for us.',
    );
  });

  test('a filler stands behind the word that joins a sentence to the one before', () => {
    expect(told(1, { filler: 1, fillers: ['um'] }, 'We ate at noon. And she came to play. So I went home.')).toBe(
      'Um, we ate at noon. And um, she came to play. So um, I went home.',
    );
  });

  test('no clause begins behind the stop of a title', () => {
    expect(told(1, { filler: 1, fillers: ['um'] }, 'We asked Ms. Bell what she saw.')).toBe(
      'Um, we asked Ms. Bell what she saw.',
    );
  });

  test('a verb whose subject is left out is small behind a filler', () => {
    expect(told(1, { filler: 1, fillers: ['um'] }, 'Told her no and walked off.')).toBe(
      'Um, told her no and walked off.',
    );
  });

  test('a small word is said twice, and no name', () => {
    expect(told(1, { repeat: 1 }, 'Maya asked her to play. The gate stood open.')).toBe(
      'Maya asked her to play. The, the gate stood open.',
    );
  });

  test('a clause that opens with a small word is broken off and begun again', () => {
    expect(told(1, { breakOff: 1 }, SAID)).toBe(
      'She was at - she was at the gate, and Maya asked her to play. The gate stood - the gate stood open for us.',
    );
  });

  test('come at their shares, and never both at one clause', () => {
    const texts = all({ filler: 0.3, fillers: ['um'], repeat: 0.3, breakOff: 0.3 });
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(text).not.toMatch(/um, (?:\w+), |um, \w+ \w+ - /i);
  });

  test('a closer ends the text, where a mark ends it', () => {
    const closing = { closer: 1, closers: ['So yeah.'] };
    expect(told(1, closing, SAID)).toBe(`${SAID} So yeah.`);
    expect(told(1, closing, 'no mark at the end')).toBe('no mark at the end');
  });
});

describe('who has no room left', () => {
  const text = 'I went home early that day, and she was there, so we ate.';
  const wild = { repeat: 1, closer: 1, closers: ["I don't know."] };
  const lengthUnder = (most: number) => {
    const limited = openVary('natural', [], { q24: most });
    return limited(text, voice(wild), openStream(3), 'q24').match(/[\w']+/g)?.length;
  };

  test('does not stumble, and stumbles as far as there is room', () => {
    expect(lengthUnder(13)).toBe(13);
    expect(lengthUnder(14)).toBe(14);
    expect(lengthUnder(100)).toBeGreaterThan(16);
  });

  test('ends without a last word that would be too many', () => {
    const limited = (most: number) => openVary('natural', [], { q24: most });
    const closes = { closer: 1, closers: ["I don't know."] };
    expect(limited(15)(text, voice(closes), openStream(3), 'q24')).toBe(text);
    expect(limited(16)(text, voice(closes), openStream(3), 'q24')).toBe(`${text} I don't know.`);
  });
});

describe('full stops', () => {
  // Short answers keep their commas, so each case stands in a long one.
  const START =
    'Nobody had told us anything at all about the move before the boxes stood in the hall on the last Friday in March. ' +
    'We packed all of our own things that weekend without pay. ';
  const parted = (text: string) => told(1, { fullStops: 1 }, START + text).slice(START.length);

  test('part clauses that stand by themselves', () => {
    expect(
      parted(
        'They moved my desk to the hall in the spring, I never got an answer as to why, it was cold out there by the door.',
      ),
    ).toBe(
      'They moved my desk to the hall in the spring. I never got an answer as to why, it was cold out there by the door.',
    );
    expect(
      parted('He cut all of our breaks down to ten minutes, nobody on my floor has had a lunch since the fall.'),
    ).toBe('He cut all of our breaks down to ten minutes. Nobody on my floor has had a lunch since the fall.');
  });

  test.each([
    'When they moved my desk to the hall in the spring, I never got an answer as to why.',
    'They moved my desk, and when I asked about it in the spring, I never got an answer as to why.',
    'After three long years on the very same floor, I never got an answer as to why they moved me.',
    'In the second week after they moved my desk he said, I never got an answer from them as to why.',
    'They moved my desk (to the hall by the door, I never got an answer as to why they did it).',
    'They moved my desk that spring and he asked if I was fine, I never got an answer as to why.',
    'They moved my desk to the hall in the spring, I think, because of the new copy machine by the door.',
    'They moved my desk to the hall in the spring, I was fine.',
    'I told her, I never got an answer from them as to why they moved it.',
    "She said 'you are moving to the hall in the spring, I never got an answer as to why'.",
  ])('leave alone what does not: %s', (text) => {
    expect(parted(text)).toBe(text);
  });

  test('come at their share of the places', () => {
    const text = 'They moved my desk to the hall in the spring, I never got an answer as to why they did.';
    const share = Array.from({ length: 2000 }, (_, seed) => told(seed, { fullStops: 0.3 }, START + text)).filter(
      (t) => t !== START + text,
    );
    expect(share.length / 2000).toBeCloseTo(0.3, 1);
  });

  test('are not set in short answers', () => {
    const text = 'He cut all of our breaks down to ten minutes, nobody on my floor has had a lunch since the fall.';
    expect(parted(text)).not.toBe(text);
    expect(told(1, { fullStops: 1 }, text)).toBe(text);
  });
});

describe('short stops', () => {
  const stopped = (text: string) =>
    new Set(Array.from({ length: 60 }, (_, seed) => told(seed, { shortStops: 1 }, text)));

  test('set a clause with its own subject free, with or without its "and"', () => {
    expect(stopped('It rained on all of us again that night, and nobody came in to fix the old roof.')).toEqual(
      new Set([
        'It rained on all of us again that night. Nobody came in to fix the old roof.',
        'It rained on all of us again that night. And nobody came in to fix the old roof.',
      ]),
    );
  });

  test('keep "but" and "so", which say more', () => {
    expect([
      ...stopped('I called her twice again later that week, but she never once called me back at home.'),
    ]).toEqual(['I called her twice again later that week. But she never once called me back at home.']);
  });

  test.each([
    'When it rained on all of us that night, and nobody came in to fix it for us either, I left for good.',
    'I called her (she was off for the whole of that day, and I knew it very well by then indeed).',
    'There were two things: I was late again for the meeting, and she knew all about it from my boss.',
    'She said so to all, and I went home to my own kids for the night.',
    'I went home early that day in the rain, and I slept for an hour.',
    'I told her all about the hole in the roof, and my boss about the floor that was right below it.',
  ])('leave alone what does not stand by itself: %s', (text) => {
    expect([...stopped(text)]).toEqual([text]);
  });

  test('leave longer halves in a long answer, where many texts hold the same short clause', () => {
    const long = 'We had asked for a new roof on the building since the spring of the year before that one. '.repeat(2);
    const text = 'It rained on all of us again that night, and nobody came up to the roof.';
    expect(stopped(text).size).toBe(2);
    expect([...stopped(long + text)]).toEqual([long + text]);
  });

  test('come at their share of the places', () => {
    const text = 'It rained on all of us again that night, and nobody came in to fix the old roof.';
    const share = Array.from({ length: 2000 }, (_, seed) => told(seed, { shortStops: 0.3 }, text)).filter(
      (t) => t !== text,
    );
    expect(share.length / 2000).toBeCloseTo(0.3, 1);
  });
});

describe('words of one meaning', () => {
  const inWords = openVary('natural', WORDINGS);
  const says = (text: string, seed: number, name = 'quiet') => inWords(text, voice({ name }), openStream(seed), 'q24');

  test('are used by a person throughout, by their weights', () => {
    const told = Array.from({ length: 2000 }, (_, seed) => says('Everybody left. I told everyone.', seed));
    for (const text of told)
      expect(['Everybody left. I told everybody.', 'Everyone left. I told everyone.']).toContain(text);
    expect(told.filter((text) => text.startsWith('Everyone')).length / 2000).toBeCloseTo(0.75, 1);
  });

  test('count only before what they have to stand before, and whole', () => {
    const told = new Set(Array.from({ length: 50 }, (_, seed) => says('About work: about three, about 12.', seed)));
    expect([...told].sort()).toEqual(['About work: about three, about 12.', 'About work: around three, around 12.']);
    expect(says("the everybody's-friend type", 3)).toBe("the everybody's-friend type");
  });

  test('replace only the words they are looked for in', () => {
    const nearly = openVary('natural', [
      { words: ['nearly', 'almost'], from: ['nearly'], habit: '', weights: [0, 1], voices: [], before: undefined },
    ]);
    expect(nearly('Nearly done, almost.', voice({}), openStream(1), 'q24')).toBe('Almost done, almost.');
    const almost = openVary('natural', [
      { words: ['nearly', 'almost'], from: ['nearly'], habit: '', weights: [1, 0], voices: [], before: undefined },
    ]);
    expect(almost('Nearly done, almost.', voice({}), openStream(1), 'q24')).toBe('Nearly done, almost.');
  });

  test('of one habit go together', () => {
    const digits = openVary(
      'natural',
      [
        ['two', '2'],
        ['nine', '9'],
      ].map((words) => ({
        words,
        from: [words[0] as string],
        habit: 'digits',
        weights: [1, 1],
        voices: [],
        before: undefined,
      })),
    );
    const told = Array.from({ length: 200 }, (_, seed) => digits('two or nine', voice({}), openStream(seed), 'q24'));
    expect([...new Set(told)].sort()).toEqual(['2 or 9', 'two or nine']);
  });

  test('take their own article with them and never stand beside themselves', () => {
    const issue = openVary('natural', [
      { words: ['problem', 'issue'], from: ['problem'], habit: '', weights: [0, 1], voices: [], before: undefined },
      { words: ['now', 'in time'], from: ['now'], habit: '', weights: [0, 1], voices: [], before: undefined },
    ]);
    const says = (text: string) => issue(text, voice({}), openStream(1), 'q24');
    expect(says('It was a problem. A problem is a problem now.')).toBe(
      'It was an issue. An issue is an issue in time.',
    );
    expect(says('They came in now and then.')).toBe('They came in now and then.');
    expect(says('I log in now.')).toBe('I log in now.');
  });

  test('belong to their voices', () => {
    expect(says('I left because I could.', 1, 'thumbs')).toBe('I left bc I could.');
    expect(says('I left because I could.', 1)).toBe('I left because I could.');
  });
});
