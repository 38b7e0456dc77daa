import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Database } from 'better-sqlite3';
import type { Clock } from '../core/clock.ts';

/** An owner of another machine whose beat stood still this long, on our own monotonic clock, is dead. */
const STILL_MS = 15_000;

/** This machine, and the space in which its process numbers count: containers of one host can share a name and a store. */
const HOST = `${hostname()} ${processSpace()}`.trim();

interface OwnerRow {
  readonly id: number;
  readonly host: string;
  readonly pid: number;
  readonly born: string;
  readonly beat: number;
}

/**
 * Tells living owners of calls from dead ones without trusting any wall clock: on this machine by process number and
 * start, elsewhere by a beat that no longer moves.
 */
export class Owners {
  readonly id: number;
  private readonly db: Database;
  private readonly clock: Clock;
  private readonly seen = new Map<number, { beat: number; sinceMs: number }>();

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
    const row = db
      .prepare('INSERT INTO owner (host, pid, born, beat) VALUES (?, ?, ?, 0) RETURNING id')
      .get(HOST, process.pid, bornOf(process.pid) ?? '') as { id: number };
    this.id = row.id;
  }

  /** Shows that this process lives; called now and then. */
  beat(): void {
    this.db.prepare('UPDATE owner SET beat = beat + 1 WHERE id = ?').run(this.id);
  }

  /** Takes this process off the list; its calls, if it has any, become free. */
  leave(): void {
    this.db.prepare('DELETE FROM owner WHERE id = ?').run(this.id);
  }

  /** Takes dead processes off the list. */
  clear(): void {
    const ids = this.db.prepare('SELECT id FROM owner').pluck().all() as number[];
    for (const id of ids) if (this.isDead(id)) this.db.prepare('DELETE FROM owner WHERE id = ?').run(id);
  }

  /** Whether the owner of a call will never come back to it. */
  isDead(id: number): boolean {
    if (id === this.id) return false;
    const row = this.db.prepare('SELECT * FROM owner WHERE id = ?').get(id) as OwnerRow | undefined;
    if (!row) return true;
    if (row.host === HOST) return hasEnded(row);
    const now = this.clock.elapsedMs();
    const seen = this.seen.get(id);
    if (!seen || seen.beat !== row.beat) {
      this.seen.set(id, { beat: row.beat, sinceMs: now });
      return false;
    }
    return now - seen.sinceMs > STILL_MS;
  }
}

/** Processes of this machine among owners of a store that still run. */
export function runningOwners(rows: Iterable<Partial<OwnerRow>>): readonly number[] {
  return [...rows].flatMap(({ host, pid, born = '' }) =>
    host === HOST && typeof pid === 'number' && pid !== process.pid && !hasEnded({ pid, born }) ? [pid] : [],
  );
}

/** Whether a process of this machine has ended, even if its number is another's now. */
function hasEnded({ pid, born }: Pick<OwnerRow, 'pid' | 'born'>): boolean {
  const now = bornOf(pid);
  return now === undefined || (now !== '' && born !== '' && now !== born);
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/**
 * When a process of this machine was started, as a word that no later process of the same number shares; empty where it
 * cannot be told, undefined if the process is gone.
 */
function bornOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : (fields[19] as string);
  } catch {
    return '';
  }
}
