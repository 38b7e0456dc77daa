import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import { jitter } from '../core/random.ts';

/** Sleeps that a signal ends early by throwing its reason. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const sleepFor: Sleep = (ms, signal) =>
  setTimeout(ms, undefined, { signal }).catch((error) => {
    signal.throwIfAborted();
    throw error;
  });

/** Jitter over a wait, so that several processes do not come back at the same moment. */
const SPREAD_MS = 250;
/** Calls that come back after a wait leave at least this far apart. */
const LEAST_GAP_MS = 4;
/** Answers that the usual time of a call is taken over. */
const USUAL_OVER = 16;
/** A refusal makes the gap between two calls so many times as long; those of one moment count once. */
const SLOWER = 1.2;
const MOMENT_MS = 100;
/** Each answer makes the gap shorter by this part. */
const FASTER = 0.001;

/**
 * One gate for all calls to a provider. When one is told to wait, all wait, and then leave one after another; waits are only
 * ever lengthened by jitter. From the first refusal on calls leave at the pace at which the provider was answering, a little
 * slower with each refusal and faster with each answer: a server that counts calls a second would refuse whole bursts if only
 * the number of calls at once were kept down.
 */
export class Gate {
  private opensAt = 0;
  private leftAt = Number.NEGATIVE_INFINITY;
  private queued = 0;
  private tail: Promise<void> = Promise.resolve();
  /** The least time between two calls; 0 until the provider first refuses one. */
  private gapMs = 0;
  private slowedAt = Number.NEGATIVE_INFINITY;
  private out = 0;
  private answers = 0;
  private usualMs = 0;
  private readonly clock: Clock;
  private readonly sleep: Sleep;

  constructor(clock: Clock, sleep: Sleep = sleepFor) {
    this.clock = clock;
    this.sleep = sleep;
  }

  /** Milliseconds until the gate opens; 0 if it is open. */
  get waitMs(): number {
    return Math.max(0, this.opensAt - this.clock.elapsedMs());
  }

  /** Closes the gate for at least this long from now. */
  hold(ms: number): void {
    this.opensAt = Math.max(this.opensAt, this.clock.elapsedMs() + ms);
  }

  /** Closes the gate and slows the pace, because a call was refused as one too many. */
  refused(waitMs: number): void {
    this.hold(waitMs);
    const now = this.clock.elapsedMs();
    if (now - this.slowedAt < MOMENT_MS) return;
    this.slowedAt = now;
    // So many were out and took so long each: that is how fast it went (Little's law).
    const pace = this.usualMs / Math.max(1, this.out);
    this.gapMs = Math.min(waitMs, Math.max(this.gapMs, pace) * SLOWER);
  }

  /** Resolves when the gate is open and it is this call's turn. */
  pass(signal: AbortSignal): Promise<void> {
    if (this.queued === 0 && this.gapMs === 0 && this.waitMs === 0) return Promise.resolve();
    this.queued++;
    const turn = this.tail
      .then(() => this.leave(signal))
      .finally(() => {
        this.queued--;
      });
    this.tail = turn.catch(() => {});
    return turn;
  }

  /** Does a call that has passed, and takes its measure. */
  async measure<T>(call: () => Promise<T>): Promise<T> {
    const started = this.clock.elapsedMs();
    this.out++;
    try {
      const answer = await call();
      this.usualMs += (this.clock.elapsedMs() - started - this.usualMs) / Math.min(++this.answers, USUAL_OVER);
      this.gapMs *= 1 - FASTER;
      if (this.gapMs < 1) this.gapMs = 0;
      return answer;
    } finally {
      this.out--;
    }
  }

  private async leave(signal: AbortSignal): Promise<void> {
    const gap = Math.max(this.gapMs, LEAST_GAP_MS);
    for (;;) {
      const held = this.waitMs;
      const wait = Math.max(held, this.leftAt + gap - this.clock.elapsedMs());
      if (wait <= 0) break;
      await this.sleep(wait + jitter(Math.min(held, SPREAD_MS)), signal);
    }
    this.leftAt = this.clock.elapsedMs();
  }
}
