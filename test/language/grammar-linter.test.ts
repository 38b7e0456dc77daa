import { expect, test } from 'vitest';
import { openGrammarLinter } from '../../src/language/grammar-linter.ts';

const { lint } = await openGrammarLinter();

test('a fault has its rule and its place', async () => {
  const [found, ...others] = await lint('I waited for a hour.');
  expect(found).toMatchObject({ rule: 'AnA', start: 13, end: 14 });
  expect(others).toEqual([]);
});

test('rules about what people do on purpose are off, and curly quotes are no fault', async () => {
  expect(await lint('i left the hosptial , ok. She said \u201cfine\u2026 and didn\u2019t go')).toEqual([]);
});
