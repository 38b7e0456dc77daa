import { describe, expect, test } from 'vitest';
import { takesAn } from '../../src/grammar/article.ts';
import { realizeAll } from './tiny-pack.ts';

const AN = [
  'MRI',
  'HR complaint',
  'RN',
  'hour',
  '8-hour shift',
  '11-hour day',
  '18-month wait',
  '80-bed unit',
  'honest answer',
  'honessty round',
  'heir',
  'ER doctor',
  'ICU bed',
  'LPN',
  'NDA',
  'x-ray',
  'h-index',
  'FTE line',
  'uninvited guest',
  'unanswered email',
  'unidentified smell',
  'usher',
  'email',
];
const A = [
  'SNF',
  'union',
  'one-off',
  'once-a-year thing',
  'university',
  'unanimous vote',
  'uniform',
  'useful tip',
  'usual day',
  'European',
  'eulogy',
  'urologist',
  'Ukrainian',
  'U-turn',
  'UTI',
  'PIP',
  'CEO',
  'NICU nurse',
  'HIPAA breach',
  'STEM field',
  '12-hour shift',
  '180-day notice',
  '1-on-1',
  'house',
  'Honolulu office',
  'year',
];

describe('the article follows the sound', () => {
  test.each(AN)('an %s', (phrase) => expect(takesAn(phrase)).toBe(true));
  test.each(A)('a %s', (phrase) => expect(takesAn(phrase)).toBe(false));
  test.each(['"MRI"', "'hour'", '(honest) answer'])('an %s, behind its mark', (phrase) =>
    expect(takesAn(phrase)).toBe(true),
  );
  test('a phrase without a word takes "a"', () => expect(takesAn('...')).toBe(false));
});

const WORDS = [...AN.slice(0, 6), ...A.slice(0, 6)];
const EXPECTED = [
  ...AN.slice(0, 6).map((word) => `It was an ${word}.`),
  ...A.slice(0, 6).map((word) => `It was a ${word}.`),
].sort();

describe.each(['a', 'an'])('a template that writes "%s" gets the right article', (written) => {
  test.each([
    ['a slot', `it was ${written} {thing}.`, { slots: { thing: WORDS } }],
    ['a set', `it was ${written} <thing>.`, { sets: { thing: WORDS } }],
    ['a fact', `it was ${written} {thing}.`, { facts: { thing: WORDS } }],
    ['a computed slot', `it was ${written} {thing}.`, { computed: { thing: WORDS } }],
    ['an alternation', `it was ${written} [${WORDS.join('|')}].`, {}],
    ['an alternation inside an alternation', `it was ${written} [[${WORDS.join('|')}]|${WORDS[0]}].`, {}],
    ['an alternation inside a slot', `it was ${written} {thing}.`, { slots: { thing: [`[${WORDS.join('|')}]`] } }],
  ] as const)('before %s', (_, pattern, setting) => {
    expect(realizeAll(pattern, setting, 400)).toEqual(EXPECTED);
  });

  test('when the first part of what follows is empty', () => {
    expect(realizeAll(`it was ${written} [|very ][old|new] hour.`)).toEqual([
      'It was a new hour.',
      'It was a very new hour.',
      'It was a very old hour.',
      'It was an old hour.',
    ]);
  });

  test('at the start of a sentence, with its capital', () => {
    expect(realizeAll(`${written} [hour|union] passed.`)).toEqual(['A union passed.', 'An hour passed.']);
  });
});

test('an article that nothing variable follows stays as it is written', () => {
  expect(realizeAll('it was an old [hour|day].')).toEqual(['It was an old day.', 'It was an old hour.']);
});

test('a word that ends in "a" is not an article', () => {
  expect(realizeAll('the agenda [item|hour] was a lot.')).toEqual([
    'The agenda hour was a lot.',
    'The agenda item was a lot.',
  ]);
});

test('an article that ends a part of an alternation agrees with what follows the alternation', () => {
  expect(realizeAll('[a|one] [open|quiet] table.')).toEqual([
    'A quiet table.',
    'An open table.',
    'One open table.',
    'One quiet table.',
  ]);
  expect(realizeAll('I want [a|the [an|other]] hour off.')).toEqual([
    'I want an hour off.',
    'I want the an hour off.',
    'I want the other hour off.',
  ]);
  expect(realizeAll('take [plan A|B].')).toEqual(['Take B.', 'Take plan A.']);
});
