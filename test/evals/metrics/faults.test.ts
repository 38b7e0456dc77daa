import { expect, test } from 'vitest';
import { judge } from './measure.ts';

test('texts with something left over are counted once each and shown with their surroundings', async () => {
  const { value, findings } = await judge('leftovers', [
    'We met in {room} and {time}.',
    'I waited for the the bus that day.',
    'It took a hour.',
    'It took an hour. We had had enough.',
    '',
    'We met. . Then we ate.',
  ]);
  expect(value).toBe(5);
  expect(findings).toEqual([
    { id: 't0', excerpt: 'left over "{": We met in {room} and {time}.' },
    { id: 't1', excerpt: 'doubled word: I waited for the the bus that day.' },
    { id: 't2', excerpt: 'wrong article: It took a hour.' },
    { id: 't4', excerpt: 'no words: ' },
    { id: 't5', excerpt: 'left over " .": We met. . Then we ate.' },
  ]);
});

test('in talk a word may stand twice and an article before a filler; all else is left over as in writing', async () => {
  const talk = ['And, and the the bus came.', 'It was a um, uh, it was a, an owl.', 'He had a uh thing.'];
  const left = ['The the {bus} came.', 'We we took a hour.', 'He he. . No.', 'It was, it was the.', '...'];
  expect((await judge('leftovers', talk)).value).toBe(3);
  const { value, findings } = await judge('leftovers-of-talk', [...talk, ...left]);
  expect(value).toBe(5);
  expect(findings?.map(({ excerpt }) => excerpt.split(':')[0])).toEqual([
    'left over "{"',
    'wrong article',
    'left over " ."',
    'cut off',
    'no words',
  ]);
});

test('a text against a safety rule is counted and the rule named', async () => {
  const { value, findings } = await judge('safety-hits', [
    'It was a day.',
    'She nearly overdosed.',
    'It is killing me.',
  ]);
  expect(value).toBe(1);
  expect(findings).toEqual([{ id: 't1', excerpt: 'method: She nearly overdosed.' }]);
});

test('of many findings ten are shown', async () => {
  const { value, findings } = await judge(
    'leftovers',
    Array.from({ length: 12 }, () => 'We met in {room}.'),
  );
  expect(value).toBe(12);
  expect(findings).toHaveLength(10);
});
