import { expect, test } from 'vitest';
import { judge } from './measure.ts';

const TEXTS = ['I left. I ate.', 'i left! It rained.', 'I left. I left.', '', ' ', '...'];

test('four of six sentences are in another text', async () => {
  expect((await judge('corpus-sentence-reuse', TEXTS)).value).toBeCloseTo(4 / 6, 9);
});

test('a sentence twice in one text is no reuse', async () => {
  expect((await judge('corpus-sentence-reuse', ['No. No.', 'Yes.'])).value).toBe(0);
});

test('the most used sentence comes first, with its uses and its first text', async () => {
  const { value, findings } = await judge('most-used-sentence', ['Ok.', ...TEXTS]);
  expect(value).toBe(4);
  expect(findings?.[0]).toEqual({ id: 't1', excerpt: '4 times: i left' });
  expect(findings).toHaveLength(4);
});

test('at most ten sentences are shown', async () => {
  const { findings } = await judge('most-used-sentence', [
    'a. b. c. d. e. f. g. h. i. j. k. l.'.replaceAll('. ', '\n'),
  ]);
  expect(findings).toHaveLength(10);
});

test('two of five texts repeat an earlier one; empty ones do not count', async () => {
  const { value, findings } = await judge('exact-duplicates', ['Ok.', 'No.', 'Ok. ', 'Ok.', 'ok.', '', ' ']);
  expect(value).toBe(2);
  expect(findings).toEqual([
    { id: 't2', excerpt: 'as t0: Ok.' },
    { id: 't3', excerpt: 'as t0: Ok.' },
  ]);
});

test('three of five texts are different; empty ones do not count', async () => {
  expect((await judge('distinct-texts', ['Ok.', 'No.', 'Ok. ', 'Ok.', 'ok.', '', ' '])).value).toBeCloseTo(3 / 5, 9);
});
