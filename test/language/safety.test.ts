import { describe, expect, test } from 'vitest';
import { findLeftover, findUnsafe, SAFETY_RULES } from '../../src/language/safety.ts';

/** For each rule, texts that it finds and no other rule does. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  method: [
    'She nearly overdosed.',
    'I thought of jumping from the garage.',
    'I could jump off the roof.',
    'I wanted to drive into the river.',
    'He stepped in front of a train.',
    'There is a razor in the drawer.',
  ],
  'self-harm': ['I have started to self-harm.', 'The self harming came back.', 'I am harming myself.'],
  intent: [
    'I feel suicidal.',
    'I think about killing myself.',
    'I want to end my life.',
    'I could end it all.',
    'He took his own life.',
  ],
  note: ['I wrote a goodbye letter.', 'There were letters for my family to find.'],
  wording: ['It was a failed attempt.', 'They called it an unsuccessful attempt.'],
  relief: [
    'They are better off without me.',
    'They would all be sorry.',
    'It is the only way out.',
    'I would finally be at peace.',
  ],
  place: ['I cried in the garage.', 'I sat crying alone on the roof.', 'She sobbed by the bridge.'],
  hotline: ['Call 988 now.', 'The number is 1-800-273-8255.', 'Text 741741.'],
};

const HARMLESS = [
  'This deadline is killing me.',
  'I am dead on my feet by Friday.',
  'I cried in the car.',
  'They put new lamps in the parking garage.',
  'I could have died of shame.',
  'The copier died again, and so did the spare.',
  'My feet were killing me after the double.',
  'They will kill the project in March.',
  'I wanted to disappear into the floor.',
  'He jumped to a conclusion.',
  'The cap jumped from thirty to forty.',
  'I jumped off the call at noon.',
  'I drive into work at six.',
  'It was the only way out of the room.',
  'I hung up and cut the call short.',
  'I cut my hand on the box and my wrist was sore.',
  'We took pills for the headache and went on.',
  'It was the end of my shift, not of my life.',
  'The third attempt at the form failed.',
  'I stepped in for her at the front desk.',
  'She left a note to say goodbye on her last day.',
  'They were sorry about the room.',
  'There were 9,880 tickets and 98 beds.',
  'I dragged myself home and hung my coat up myself.',
];

describe('each rule finds what only it can find', () => {
  test('there is a planted text for every rule', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(SAFETY_RULES.map(({ name }) => name).sort());
  });

  test.each(Object.entries(PLANTED).flatMap(([rule, texts]) => texts.map((text) => [rule, text] as const)))(
    '%s: %s',
    (rule, text) => {
      expect(SAFETY_RULES.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name)).toEqual([rule]);
      expect(findUnsafe(`It was a day. ${text} Then we ate.`)?.name).toBe(rule);
      expect(findUnsafe(text.toUpperCase())?.name).toBe(rule);
    },
  );
});

test.each(HARMLESS)('harmless: %s', (text) => expect(findUnsafe(text)).toBeUndefined());

test('a rule gives the same answer each time it is asked', () => {
  for (let i = 0; i < 3; i++) expect(findUnsafe('I feel suicidal.')?.name).toBe('intent');
});

describe('what is left over from a template is found', () => {
  test.each([
    ['a slot', 'We met in {room}.', '{'],
    ['the end of a slot', 'We met in room}.', '}'],
    ['a set', 'We <later> met.', '<'],
    ['an alternation', 'We [met.', '['],
    ['a bar', 'We met|ate.', '|'],
    ['a verb', 'She ~says so.', '~'],
    ['a backslash', 'We met \\.', '\\'],
    ['a doubled space', 'We  met.', '  '],
    ['a space before a comma', 'We met , then.', ' ,'],
    ['a space before a full stop', 'We met .', ' .'],
    ['a missing value', 'We met undefined.', 'undefined'],
    ['a number that is none', 'NaN of us met.', 'NaN'],
    ['a doubled full stop', 'We met..', '..'],
    ['a doubled full stop in the middle', 'We met.. Then.', '..'],
  ])('%s', (_, text, leftover) => expect(findLeftover(text)).toBe(leftover));

  test.each(['We met at 3 p.m. and ate (late); "so?" she said.', "It's 50% done...", 'Wait... what? No!', ''])(
    'nothing in: %s',
    (text) => {
      expect(findLeftover(text)).toBeUndefined();
    },
  );
});
