import { expect, test } from 'vitest';
import { firstWords } from '../../../src/evals/first-words.ts';
import { judge } from './measure.ts';

/** Of 200 texts that begin as people's do, those that begin with a word of the table. */
const asPeople = [...firstWords().shares].flatMap(([word, share]) =>
  Array.from({ length: Math.round(200 * share) }, () => `${word} did it`),
);
const others = Array.from({ length: 200 - asPeople.length }, () => 'They did');

test('texts that begin as people do have no gap', async () => {
  expect((await judge('first-words-gap', [...asPeople, ...others])).value).toBeCloseTo(0, 9);
});

test('a word that is said too often or too seldom is named first', async () => {
  const texts = [...asPeople, ...others].map((text) => text.replace(/^well/, 'and'));
  const { value, findings } = await judge('first-words-gap', texts);
  expect(value).toBeCloseTo(0.1, 9);
  expect(findings?.slice(0, 2)).toEqual([
    { id: 'well', excerpt: "begins 0.0% of the texts, 10.0% of people's" },
    { id: 'and', excerpt: "begins 14.0% of the texts, 4.0% of people's" },
  ]);
});

test("I'm begins with I, and 'cause is because", async () => {
  const { findings } = await judge('first-words-gap', ["I'm fine.", '\u2019Cause.', 'Ok.', 'Ok.', '']);
  expect(findings).toContainEqual({ id: 'i', excerpt: "begins 25.0% of the texts, 10.0% of people's" });
  expect(findings).toContainEqual({ id: 'because', excerpt: "begins 25.0% of the texts, 4.0% of people's" });
});

test('no texts say nothing', async () => expect((await judge('first-words-gap', [''])).value).toBeNaN());
