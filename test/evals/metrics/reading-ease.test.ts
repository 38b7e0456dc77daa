import { expect, test } from 'vitest';
import { measure } from './measure.ts';

test('six words in two sentences with nine syllables', async () => {
  const expected = 206.835 - 1.015 * (6 / 2) - 84.6 * (9 / 6);
  expect(await measure('reading-ease', ['A yellow animal sat. We ran.'])).toBeCloseTo(expected, 9);
});
