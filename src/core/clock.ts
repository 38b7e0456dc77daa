/** The only place that reads the time, so that no data can come to depend on it unseen. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
  /** Milliseconds from an arbitrary start that never run backwards: for durations. */
  elapsedMs(): number;
}

/** The clock of this machine. */
export const systemClock: Clock = Object.freeze({ nowMs: () => Date.now(), elapsedMs: () => performance.now() });

/** A clock that stands at `ms` until it is moved on with `advance`: for tests. */
export function createFixedClock(ms: number): Clock & { advance(byMs: number): void } {
  let now = ms;
  return {
    nowMs: () => now,
    elapsedMs: () => now,
    advance(byMs) {
      now += byMs;
    },
  };
}
