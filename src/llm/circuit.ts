import type { Gate } from './gate.ts';

/** Failures in a row, over all calls, that open the circuit (llm.md, fault 5). */
const FAILURES = 20;
/** How long nothing is sent then, before one call probes. */
const OPEN_MS = 15_000;
/** Times that it may open with no success between before the provider counts as down. */
const PATIENCE = 3;

/** Stops sending to a provider that only fails, and tells when it should be given up. */
export class Circuit {
  private failures = 0;
  private opened = 0;
  private readonly gate: Gate;
  private readonly openMs: number;

  constructor(gate: Gate, openMs = OPEN_MS) {
    this.gate = gate;
    this.openMs = openMs;
  }

  succeeded(): void {
    this.failures = 0;
    this.opened = 0;
  }

  /** Counts a failure; true once the provider is to be given up. */
  failed(): boolean {
    if (++this.failures < FAILURES) return false;
    // One more failure after the pause opens it again: the next call is a probe.
    this.failures = FAILURES - 1;
    if (this.gate.waitMs === 0) {
      this.opened++;
      this.gate.hold(this.openMs);
    }
    return this.opened > PATIENCE;
  }
}
