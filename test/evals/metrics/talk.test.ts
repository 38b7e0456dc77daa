import { expect, test } from 'vitest';
import { measure } from './measure.ts';

/** 20 words. */
const TURN = "And I'm like, um, we we don't know, 'cause it's so \u2014 so then I think maybe you. Me and us.";

test.each<[metric: string, texts: readonly string[], expected: number]>([
  ['talk-and', [TURN], 10],
  ['talk-i', [TURN, 'My, mine.'], (100 * 4) / 22],
  ['talk-we', [TURN, "We're us and weird."], (100 * 5) / 24],
  ['talk-then', [TURN, 'Then the n.'], (100 * 2) / 23],
  ['talk-because', [TURN, 'Because cuz I because-ed.'], (100 * 3) / 24],
  ['talk-think', [TURN, 'I guess we thought.'], (100 * 3) / 24],
  ['talk-like', [TURN, 'Likely. Like-like'], (100 * 1) / 22],
  ['talk-so', [TURN], 10],
  ['talk-not', [TURN, 'I can\u2019t not nt.'], (100 * 3) / 24],
  ['talk-um', [TURN, 'Uhh, umm, uhm, uh-huh, sum.'], (100 * 4) / 25],
  ['talk-maybe', [TURN, 'Kinda kind, kind of mean.'], (100 * 3) / 25],
  ['talk-doubled', [TURN, 'The, the end', 'end. I... I'], (100 * 4) / 26],
])('%s is a rate per 100 words', async (metric, texts, expected) =>
  expect(await measure(metric, texts)).toBeCloseTo(expected, 9),
);

test('a dash, two hyphens, a word cut short and three dots are break-offs', async () => {
  const broken = [
    'I \u2014 no',
    'We were -- we',
    'it was th- the',
    'we asked - we asked',
    'I was gonna\u2026',
    'So...',
    'It\u2013',
  ];
  const whole = ['A follow-up.', '- a list\n- of two', 'pages 5\u20136', 'five or 5 - 3', 'No. Then yes.'];
  for (const text of broken) expect([text, await measure('break-offs', [text])]).toEqual([text, 1]);
  for (const text of whole) expect([text, await measure('break-offs', [text])]).toEqual([text, 0]);
  expect(await measure('break-offs', [...broken, ...whole, ''])).toBeCloseTo(7 / 12, 9);
});

test('3 + 5 + 5 letters in three words; a number has none', async () => {
  expect(await measure('letters-per-word', ["She didn't 12 re-run."])).toBeCloseTo(13 / 3, 9);
});

test('two runs of 15 words with 15 and 14 different ones', async () => {
  expect(await measure('mattr-15', ['a b c d e f g h i j k l m n o a'])).toBeCloseTo(1, 9);
  expect(await measure('mattr-15', ['a b c d e f g h i j k l m n o o'])).toBeCloseTo((1 + 14 / 15) / 2, 9);
});

test('no run crosses two texts, and a shorter text has none', async () => {
  expect(await measure('mattr-15', ['a b c d e f g', 'h i j k l m n o p'])).toBeNaN();
});
