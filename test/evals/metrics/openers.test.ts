import { expect, test } from 'vitest';
import { measure } from './measure.ts';

const TEXTS = ['I went home early.', 'i went, home!', 'I went home late', 'We ate', ''];

test('two openers in four texts with words', async () => {
  expect(await measure('distinct-openers-3', TEXTS)).toBe(0.5);
});

test('three of four texts have the same', async () => expect(await measure('top-opener-3', TEXTS)).toBe(0.75));
