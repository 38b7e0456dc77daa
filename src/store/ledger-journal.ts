import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

/** A row of the ledger as the journal keeps it. */
export type JournalRow = Readonly<Record<string, string | number | null>>;

const NEWLINE = '\n';

/** A line for each ledger row, beside the store: what remains to count by if the store is lost. */
export class LedgerJournal {
  readonly path: string;
  private rows: JournalRow[] = [];
  private unwritten = Buffer.alloc(0);
  private begun = false;
  private failing = false;
  private readonly onWarning: ((message: string) => void) | undefined;

  constructor(path: string, onWarning?: (message: string) => void) {
    this.path = path;
    this.onWarning = onWarning;
  }

  /** Takes a row of the transaction under way. */
  add(row: JournalRow): void {
    this.rows.push(row);
  }

  /** Forgets the rows of a transaction that was undone. */
  drop(): void {
    this.rows = [];
  }

  /**
   * Appends the rows of a transaction that is on disk, in one write; lines of several processes do not mix. What cannot be
   * written now goes with the next ones: the store has it, so this never throws.
   */
  flush(): void {
    if (this.rows.length > 0) {
      const lines = this.rows.map((row) => JSON.stringify(row) + NEWLINE).join('');
      this.unwritten = Buffer.concat([this.unwritten, Buffer.from(lines)]);
      this.rows = [];
    }
    if (this.unwritten.length === 0) return;
    try {
      this.append();
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.onWarning?.(`the journal ${this.path} cannot be written: ${(error as Error).message}`);
      this.failing = true;
    }
  }

  /** All whole rows; torn lines are left out. */
  read(): readonly JournalRow[] {
    if (!existsSync(this.path)) return [];
    return readFileSync(this.path, 'utf8')
      .split(NEWLINE)
      .flatMap((line) => {
        try {
          const row = JSON.parse(line) as JournalRow | null;
          return typeof row?.key === 'string' && typeof row.uusd === 'number' ? [row] : [];
        } catch {
          return [];
        }
      });
  }

  private append(): void {
    const file = openSync(this.path, 'a+', 0o600);
    try {
      if (!this.begun && isTorn(file)) this.unwritten = Buffer.concat([Buffer.from(NEWLINE), this.unwritten]);
      this.begun = true;
      while (this.unwritten.length > 0) this.unwritten = this.unwritten.subarray(writeSync(file, this.unwritten));
    } finally {
      closeSync(file);
    }
  }
}

/** Whether the last line has no end: its writer died over it. */
function isTorn(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last.toString() !== NEWLINE;
}
