import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock } from '../core/clock.ts';

/** Calls at once to begin with. */
const START = 4;
/** A refusal counts once in this time: those that were under way belong to the same burst. */
const WINDOW_MS = 1_000;

/**
 * How many calls may run at once: twice as many after each full round that went well, until the first refusal; from then on
 * one more for each round, and half for each burst of refusals (slow start, additive increase, multiplicative decrease;
 * Jacobson, 1988).
 */
export class AdaptiveLimit {
  private readonly limit: LimitFunction;
  private readonly most: number;
  private readonly clock: Clock;
  private good = 0;
  private doubling = true;
  private cutAt = Number.NEGATIVE_INFINITY;

  constructor(most: number, clock: Clock) {
    this.most = most;
    this.clock = clock;
    this.limit = pLimit(Math.max(1, Math.min(START, most)));
  }

  get current(): number {
    return this.limit.concurrency;
  }

  get running(): number {
    return this.limit.activeCount;
  }

  /** Runs work when a place is free. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.limit(work);
  }

  succeeded(): void {
    if (this.limit.concurrency >= this.most) return;
    if (!this.doubling && ++this.good < this.limit.concurrency) return;
    this.good = 0;
    this.limit.concurrency++;
  }

  refused(): void {
    this.good = 0;
    this.doubling = false;
    const now = this.clock.elapsedMs();
    if (now - this.cutAt < WINDOW_MS) return;
    this.cutAt = now;
    this.limit.concurrency = Math.max(1, Math.floor(this.limit.concurrency / 2));
  }
}
