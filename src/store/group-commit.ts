import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { StoreError } from '../core/errors.ts';
import { jitter } from '../core/random.ts';
import { isBusy, sqliteCode } from './busy.ts';

/** How long changes are gathered before they are committed together (llm.md 3.2: 5 to 10 ms). */
const GATHER_MS = 5;
/** How long a locked or full file is tried again before the change fails. */
const PATIENCE_MS = 30_000;

interface Change {
  readonly apply: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What goes with a transaction besides its changes: a journal beside the file, for instance. None of it may throw. */
export interface CommitOptions {
  /** How long a locked or full file is tried again before a change fails; 30 seconds by default. */
  readonly patienceMs?: number | undefined;
  /** Called before a group is applied: for the first time, or again because the last try was undone. */
  onStart?(): void;
  /** Called once a group is on disk. */
  onCommitted?(): void;
}

/**
 * Commits changes in groups, each group one IMMEDIATE transaction. The event loop never blocks on another process's lock:
 * a busy file is tried again later, with jitter. A change that throws fails alone; the others of its group stand.
 */
export class GroupCommit {
  private waiting: Change[] = [];
  private running: Promise<void> | undefined;
  /** True while the disk is known to be full: then nothing waits for it any more. */
  private full = false;
  private readonly db: Database;
  private readonly options: CommitOptions;

  constructor(db: Database, options: CommitOptions = {}) {
    this.db = db;
    this.options = options;
  }

  /** Applies a change in the next group; resolves with its value when it is on disk. */
  run<T>(apply: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ apply, resolve: resolve as (value: unknown) => void, reject });
      this.running ??= this.drain();
    });
  }

  /** Resolves when everything asked for so far is on disk. */
  async flush(): Promise<void> {
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      // Also between two groups: changes that follow on each other would keep the event loop to themselves.
      await sleep(GATHER_MS);
      const group = this.waiting;
      this.waiting = [];
      await this.commit(group);
    }
    this.running = undefined;
    if (this.waiting.length > 0) this.running = this.drain();
  }

  private async commit(group: readonly Change[]): Promise<void> {
    const patience = this.options.patienceMs ?? PATIENCE_MS;
    for (let waited = 0, pause = 2; ; pause = Math.min(pause * 2, 50)) {
      try {
        this.options.onStart?.();
        const answers = this.db.transaction(() => group.map(({ apply }) => this.attempt(apply))).immediate();
        this.full = false;
        this.options.onCommitted?.();
        group.forEach(({ resolve, reject }, i) => {
          const { value, error } = answers[i] as Answer;
          if (error === undefined) resolve(value);
          else reject(error);
        });
        return;
      } catch (error) {
        const full = isFull(error);
        if (!(full ? !this.full : isBusy(error)) || waited > patience) {
          this.full = full;
          const fault = storeFault(error, this.db.name);
          for (const { reject } of group) reject(fault);
          return;
        }
        const wait = pause + jitter(pause);
        waited += wait;
        await sleep(wait);
      }
    }
  }

  /** Applies one change; throws only where the fault is the file's and the whole group has to be done again or given up. */
  private attempt(apply: () => unknown): Answer {
    try {
      return { value: this.db.transaction(apply)() };
    } catch (error) {
      if (!this.db.inTransaction || (sqliteCode(error) && !isOwnFault(error))) throw error;
      return { error: sqliteCode(error) ? storeFault(error, this.db.name) : error };
    }
  }
}

interface Answer {
  readonly value?: unknown;
  readonly error?: unknown;
}

/** Whether a change itself is at fault, and not the file: a value that does not fit, a statement that is wrong. */
function isOwnFault(error: unknown): boolean {
  return /^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG|ERROR)/.test(sqliteCode(error));
}

function isFull(error: unknown): boolean {
  return sqliteCode(error).startsWith('SQLITE_FULL');
}

/** A SQLite error as an error of ours, with what to do. */
export function storeFault(cause: unknown, path: string): StoreError {
  const code = String((cause as { code?: string })?.code);
  const hints: readonly (readonly [RegExp, string, string])[] = [
    [/FULL/, 'the disk is full', 'free some space and run again: what is settled is kept'],
    [
      /BUSY|LOCKED/,
      'the store stayed locked by another process',
      'wait for the other run, or name another FABULA_CACHE',
    ],
    [/READONLY|CANTOPEN|PERM/, 'the store cannot be written', 'make its folder writable, or name another FABULA_CACHE'],
    [/CORRUPT|NOTADB/, 'the store is damaged', 'run fabula cache verify --salvage'],
  ];
  const [, message, hint] = hints.find(([pattern]) => pattern.test(code)) ?? [
    undefined,
    `the store failed: ${(cause as Error)?.message ?? cause}`,
    'run fabula cache verify',
  ];
  return new StoreError('store', message as string, { at: path, hint: hint as string, cause });
}
