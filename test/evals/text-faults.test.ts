import { describe, expect, test } from 'vitest';
import { findTextFaults } from '../../src/evals/text-faults.ts';

describe('a fault is found, and where it is', () => {
  test.each([
    ['doubled word', 'I saw the the end.', 'the the'],
    ['doubled word', 'Maybe maybe not.', 'Maybe maybe'],
    ['doubled word', 'It was on On purpose.', 'on On'],
    ['wrong article', 'It took a hour.', 'a hour'],
    ['wrong article', 'She is an user.', 'an user'],
    ['wrong article', 'A hour went by.', 'A hour'],
    ['wrong article', 'It rained. A "open" door.', 'A "open'],
    ['wrong article', 'An nurse came.', 'An nurse'],
    ['wrong article', 'I sent a HR form.', 'a HR'],
    ['wrong article', 'It was a 8-hour shift.', 'a 8-hour'],
    ['empty sentence', 'We met.\n.\nThen we ate.', '.'],
    ['empty sentence', 'We met. "" Then we ate.', '""'],
    ['cut off', 'A plan with dates, on paper, and. I left.', 'and.'],
    ['cut off', 'We sat in the.', 'the.'],
    ['no words', ' ... ', ' ... '],
    ['no words', '', ''],
  ])('%s: %s', (kind, text, words) => {
    const faults = findTextFaults(text);
    expect(faults.map((fault) => fault.kind)).toEqual([kind]);
    expect(faults.map(({ start, end }) => text.slice(start, end).trim())[0]).toContain(words.trim());
  });
});

describe('nothing wrong in', () => {
  test.each([
    'We had had enough, and that that was so.',
    'It was very very late, no no, really really late.',
    'What it is is a mess.',
    'It was a one-off, a European rule, a unit and a user.',
    'An hour, an MRI, an X-ray, an HR form, an 8-hour shift and an 11 percent raise.',
    'Plan A is gone, and so is vitamin A intake.',
    'I sent an hr form.',
    'Group a and b met; grade A or B.',
    'Wait... what? :) Fine!',
    'The bath the theatre the',
    'Then then-manager left.',
  ])('%s', (text) => expect(findTextFaults(text)).toEqual([]));
});

test('several faults are all found', () => {
  expect(findTextFaults('The the end of a hour.\n.').map(({ kind }) => kind)).toEqual([
    'doubled word',
    'wrong article',
    'empty sentence',
  ]);
});
