import { expect, test } from 'vitest';
import { plainText } from '../../src/language/plain-text.ts';

test('curly apostrophes are straight ones', () => {
  expect(plainText('I didn\u2019t, \u2018no\u2019, it\u02bcs')).toBe("I didn't, 'no', it's");
});

test('a run without a blank is cut to 100 signs, for the taggers would take minutes over a megabyte', () => {
  expect(plainText(`a ${'b'.repeat(1_000_000)} c`)).toBe(`a ${'b'.repeat(100)} c`);
  expect(plainText('b'.repeat(100))).toHaveLength(100);
});

test.each([0, 1, 50, 99, 100, 101, 250])('a long run is found wherever it begins (%i signs before it)', (before) => {
  const start = 'ab '.repeat(100).slice(0, before);
  expect(plainText(`${start} ${'x'.repeat(101)} y`)).toBe(`${start} ${'x'.repeat(100)} y`);
  expect(plainText(`${start}\n${'x'.repeat(100)}\ty`)).toBe(`${start}\n${'x'.repeat(100)}\ty`);
  expect(plainText(`${start} ${'x'.repeat(300)}`)).toBe(`${start} ${'x'.repeat(100)}`);
});
