import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { systemClock } from '../core/clock.ts';
import type { LedgerEntry, StoredOutcome } from '../core/model-calls.ts';

/**
 * Keeps an answer that was paid for and that the store could not take, as a line of an export: in the folder for
 * temporary files, or on standard error where that cannot be written either. Returns what to tell the user.
 */
export function spill(
  run: string,
  outcome: StoredOutcome,
  { provider, purpose }: LedgerEntry,
  folder = tmpdir(),
): string {
  const line = `${JSON.stringify({ ...outcome, provider, purpose, createdMs: systemClock.nowMs() })}\n`;
  const path = join(folder, `fabula-unstored-${run}.jsonl`);
  try {
    appendFileSync(path, line, { mode: 0o600 });
    return `the store takes no more answers; those that are paid for go to ${path}: fabula cache import takes them in`;
  } catch {
    stderr.write(line);
    return 'the store takes no more answers; those that are paid for are printed here as JSON: save the lines and run fabula cache import on them';
  }
}
