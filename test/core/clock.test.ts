import { expect, test } from 'vitest';
import { createFixedClock, systemClock } from '../../src/core/clock.ts';

test('the system clock goes on and tells a time of this century', () => {
  const before = systemClock.elapsedMs();
  expect(systemClock.nowMs()).toBeGreaterThan(Date.UTC(2025, 0));
  expect(systemClock.elapsedMs()).toBeGreaterThanOrEqual(before);
});

test('a fixed clock stands still until it is moved', () => {
  const clock = createFixedClock(1000);
  expect(clock.nowMs()).toBe(1000);
  clock.advance(250);
  expect([clock.nowMs(), clock.elapsedMs()]).toEqual([1250, 1250]);
});
