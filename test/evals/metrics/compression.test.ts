import { expect, test } from 'vitest';
import { measure } from './measure.ts';

/** 23 bytes are the least that gzip makes of three letters: a head of 10, an end of 8, a block of 5. */
test('a ratio is bytes over compressed bytes', async () => {
  expect(await measure('gzip-ratio', ['abc'])).toBeCloseTo(3 / 23, 9);
  expect(await measure('brotli-ratio', ['abc'])).toBeCloseTo(3 / 7, 9);
});

test('texts are joined by a line break', async () => {
  expect(await measure('gzip-ratio', ['a', 'c'])).toBe(await measure('gzip-ratio', ['a\nc']));
});

/** 40 kB of letters without a pattern, then the same again: too far back for gzip, not for brotli. */
test('brotli sees what comes back after more than 32 kB, gzip does not', async () => {
  let state = 1;
  const noise = Array.from({ length: 40_000 }, () => {
    state = (state * 48271) % 2147483647;
    return 'abcdefghijklmnopqrstuvwxyzABCDEF'[Math.floor((state / 2147483647) * 32)];
  }).join('');
  const once = { gzip: await measure('gzip-ratio', [noise]), brotli: await measure('brotli-ratio', [noise]) };
  expect((await measure('gzip-ratio', [noise, noise])) / once.gzip).toBeCloseTo(1, 1);
  expect((await measure('brotli-ratio', [noise, noise])) / once.brotli).toBeCloseTo(2, 1);
});
