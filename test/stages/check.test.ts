import { expect, test } from 'vitest';
import { checkTexts } from '../../src/stages/check.ts';

const FINE = 'We met and ate.';

test.each([
  ['an empty text', [FINE, ''], false, { reason: 'empty' }],
  ['a text that shows its template', [FINE, 'We {x}.'], false, { reason: 'leftover', detail: '{' }],
  ['an unsafe text of a sensitive record', [FINE, 'I feel suicidal.'], true, { reason: 'unsafe', detail: 'intent' }],
] as const)('%s is turned down', (_, texts, sensitive, rejection) =>
  expect(checkTexts(texts, sensitive)).toMatchObject(rejection),
);

test('sound texts pass', () => {
  expect(checkTexts([FINE, FINE], true)).toBeUndefined();
  expect(checkTexts([], true)).toBeUndefined();
});
