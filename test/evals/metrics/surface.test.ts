import { expect, test } from 'vitest';
import { measure } from './measure.ts';

test.each<[metric: string, texts: readonly string[], expected: number]>([
  ['first-person-share', ['I told me I\u2019m my own.', 'It is mine myself im ill.'], 7 / 12],
  ['no-final-mark', ['Done', 'Done.', 'He said "no."', 'Why me?)', 'Done\u2026 ', 'see above,'], 2 / 6],
  ['lower-case-start', ['i left', 'I left', '3 days', '"fine"', '\u00e9t\u00e9'], 3 / 5],
  ['line-breaks-or-lists', ['a\nb', '- a', '1. a', 'a - b', '2) b', '3.5 hours', 'a\n'], 4 / 7],
  ['capital-word', ['I NEVER got it.', 'never mind', 'hipaa and the HIPAA form', 'TJX', 'I AM. NO.'], 1 / 5],
])('%s', async (metric, texts, expected) => expect(await measure(metric, texts)).toBeCloseTo(expected, 9));

test('texts without words are no texts', async () => {
  expect(await measure('no-final-mark', ['Done', '', '?!'])).toBe(1);
});

test('capitals inside a longer name or an abbreviation are none', async () => {
  expect(await measure('capital-word', ['The NOT-YET, A.B.C. and R&BAD list.', 'not yet bad list'])).toBe(0);
});
