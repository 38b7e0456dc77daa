import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStream } from '../../src/core/random.ts';
import type { CompiledVoice } from '../../src/grammar/compiled.ts';
import { vary } from '../../src/stages/vary.ts';

const QUIET: CompiledVoice = {
  name: 'quiet',
  index: 0,
  weight: 1,
  when: 0,
  contraction: 1,
  dropSubject: 0,
  runOn: 0,
  opener: 0,
  openers: [],
  noFinalStop: 0,
  lowerCase: 0,
  noise: 0,
  dropArticle: 0,
};
const voice = (traits: Partial<CompiledVoice>): CompiledVoice => ({ ...QUIET, ...traits });
const TEXT =
  "In March my supervisor at Kaiser moved the meeting, and nobody told the night shift. I didn't sleep, but I stayed. " +
  "It's been 14 months since the MRI in room 4, and I can't remember what the therapist from Johns Hopkins said to Dr. Lee.";
const told = (seed: number, traits: Partial<CompiledVoice>, text = TEXT) =>
  vary(text, voice(traits), openStream(seed), 'q24');
const differing = (traits: Partial<CompiledVoice>, seeds = 300) =>
  Array.from({ length: seeds }, (_, seed) => told(seed, traits)).filter((text) => text !== TEXT);

test('a voice without traits changes nothing', () => {
  for (let seed = 0; seed < 300; seed++) expect(told(seed, {})).toBe(TEXT);
});

test('the same stream gives the same slips, another stream or question gives others', () => {
  const noisy = { noise: 20 };
  expect(told(1, noisy)).toBe(told(1, noisy));
  expect(told(1, noisy)).not.toBe(told(2, noisy));
  expect(vary(TEXT, voice(noisy), openStream(1), 'q24')).not.toBe(vary(TEXT, voice(noisy), openStream(1), 'q25'));
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
    expect(differing({ noise: 10 }).length).toBeGreaterThan(290);
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
