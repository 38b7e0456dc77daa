/** The code of a SQLite error; empty where it is none. */
export function sqliteCode(error: unknown): string {
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  return code.startsWith('SQLITE_') ? code : '';
}

/** Whether another process has the lock, or is just mending or closing the log. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(sqliteCode(error));
}

/**
 * Waits for another process's lock in place, blocking: for what is rare and short, such as opening a file or reading
 * while its log is mended after a crash. Throws what the last of `tries` threw.
 */
export function patiently<T>(work: () => T, tries: number, pauseMs: number): T {
  for (let left = tries; ; left--) {
    try {
      return work();
    } catch (error) {
      if (left <= 1 || !isBusy(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}
