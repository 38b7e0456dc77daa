import { expect, test } from 'vitest';
import { judge } from './measure.ts';

test('two wrong articles and a doubled word in 21 words; each counts once though two checkers see it', async () => {
  const { value, findings } = await judge('article-errors', [
    'I waited for a hour with an user.',
    'They closed the the unit. Plan A is gone, we had had it.',
  ]);
  expect(value).toBeCloseTo(3000 / 21, 9);
  expect(findings?.map(({ id, excerpt }) => [id, excerpt.split(':')[0]])).toEqual([
    ['t0', 'wrong article'],
    ['t0', 'wrong article'],
    ['t1', 'doubled word'],
  ]);
});

test('harper finds what our rules do not, and a sound text has nothing', async () => {
  const faulty = await judge('grammar-lints', ['I should of told them.']);
  expect(faulty.value).toBeCloseTo(1000 / 5, 9);
  expect(faulty.findings?.[0]?.id).toBe('t0');
  expect((await judge('grammar-lints', ['I should have told them.'])).value).toBe(0);
});

test('what people do on purpose is no fault, and agreement only warns', async () => {
  const texts = ['i left , then i came back', 'She said "fine\u2026', 'He go home every day.'];
  expect((await judge('grammar-lints', texts)).value).toBe(0);
});
