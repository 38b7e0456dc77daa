import type { Database, Statement } from 'better-sqlite3';
import type { Clock } from '../core/clock.ts';
import type {
  BudgetState,
  CallStore,
  Claim,
  ClaimRequest,
  LedgerEntry,
  LostIntent,
  StoredOutcome,
} from '../core/model-calls.ts';
import { patiently } from './busy.ts';
import type { GroupCommit } from './group-commit.ts';
import type { JournalRow, LedgerJournal } from './ledger-journal.ts';
import type { Owners } from './owner.ts';

interface IntentRow {
  readonly key: string;
  readonly run: string;
  readonly day: string;
  readonly owner: number;
  readonly attempt: number;
  readonly reserved_uusd: number;
  readonly sent: number;
  readonly provider: string;
  readonly model: string;
  readonly purpose: string;
}

/** Mark of a call whose attempt is on its way. */
const SENT = 1;
/** Mark of a call that went into a batch: it is out, and not with any process. */
const IN_BATCH = 2;

/** From the start of the day on which a batch was submitted, when it has surely ended. */
const BATCH_ENDS_MS = 3 * 86_400_000;

/** Where spending counts: a run and a day. */
interface SpendingPlace {
  readonly run: string;
  readonly day: string;
}

/** Note of an attempt whose process is gone. */
const LOST = 'the process ended before the answer came';

/** What a store's parts share. */
export interface StoreParts {
  readonly db: Database;
  readonly commits: GroupCommit;
  readonly journal: LedgerJournal;
  readonly owners: Pick<Owners, 'id' | 'isDead' | 'clear'>;
  readonly clock: Clock;
}

/** Calls, results, ledger and budgets in SQLite. */
export class SqliteCallStore implements CallStore {
  private readonly parts: StoreParts;
  private readonly statements = new Map<string, Statement>();

  constructor(parts: StoreParts) {
    this.parts = parts;
  }

  find(key: string): StoredOutcome | undefined {
    const row = this.read('SELECT key, body, failure, model, finish FROM result WHERE key = ?', key) as
      | { key: string; body: string | null; failure: string | null; model: string; finish: string }
      | undefined;
    return row && { ...row, body: row.body ?? undefined, failure: row.failure ?? undefined };
  }

  /**
   * Takes a call. What is inherited of a dead owner tells how many attempts there were; one that was sent keeps its own
   * reservation, and only `reserve` makes one for the next attempt.
   */
  claim(request: ClaimRequest): Promise<Claim> {
    return this.parts.commits.run((): Claim => {
      const outcome = this.find(request.key);
      if (outcome) return { state: 'settled', outcome };
      let held = this.intent(request.key);
      if (held?.sent === IN_BATCH && !request.forBatch) {
        if (!this.isStale(held)) return { state: 'batched', run: held.run };
        this.giveUp(request.key, 'its batch was never taken in', true);
        held = undefined;
      }
      if (held && !this.parts.owners.isDead(held.owner)) return { state: 'held' };
      if (held?.sent === IN_BATCH) {
        this.sql('UPDATE intent SET owner = ? WHERE key = ?').run(this.parts.owners.id, request.key);
        return { state: 'won', inherited: undefined };
      }
      // What a dead owner sent stays sent and reserved as it was until it is booked, even if its heir dies over it too.
      const sent = held?.sent ?? 0;
      const reserved = held && sent ? held.reserved_uusd : request.worstUusd;
      const mine = { run: request.run, day: this.today() };
      if (held) this.moveReservation(held, -held.reserved_uusd);
      const refused = this.refusal(mine, reserved);
      if (refused) {
        if (held) this.moveReservation(held, held.reserved_uusd);
        return { state: 'refused', budget: refused };
      }
      this.moveReservation(mine, reserved);
      this.sql(
        `INSERT OR REPLACE INTO intent (key, run, day, owner, attempt, reserved_uusd, sent, provider, model, purpose)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        request.key,
        mine.run,
        mine.day,
        this.parts.owners.id,
        held?.attempt ?? 0,
        reserved,
        sent,
        request.provider,
        request.model,
        request.purpose,
      );
      return { state: 'won', inherited: held && lostIntent(held) };
    });
  }

  reserve(key: string, worstUusd: number): Promise<BudgetState | undefined> {
    return this.parts.commits.run(() => {
      const intent = this.own(key);
      const refused = this.refusal(intent, worstUusd);
      if (refused) return refused;
      this.moveReservation(intent, worstUusd);
      this.sql('UPDATE intent SET reserved_uusd = reserved_uusd + ?, sent = 0 WHERE key = ?').run(worstUusd, key);
      return undefined;
    });
  }

  markBatched(keys: readonly string[]): Promise<void> {
    return this.parts.commits.run(() => {
      for (const key of keys) this.sql('UPDATE intent SET sent = ? WHERE key = ?').run(IN_BATCH, key);
    });
  }

  markSent(key: string, attempt: number): Promise<void> {
    return this.parts.commits.run(() => {
      this.own(key);
      this.sql('UPDATE intent SET sent = ?, attempt = ? WHERE key = ?').run(SENT, attempt, key);
    });
  }

  book(entry: LedgerEntry): Promise<void> {
    return this.parts.commits.run(() => this.bookNow(entry, this.own(entry.key)));
  }

  settle(outcome: StoredOutcome, entry: LedgerEntry | undefined): Promise<void> {
    return this.parts.commits.run(() => {
      const intent = this.own(outcome.key);
      if (entry) this.bookNow(entry, intent);
      this.putResult(outcome, intent);
      this.giveUp(outcome.key, 'the call was settled without this answer');
    });
  }

  release(key: string): Promise<void> {
    return this.parts.commits.run(() => {
      if (this.intent(key)?.owner === this.parts.owners.id) this.giveUp(key, 'the call was given up over its answer');
    });
  }

  setCap(scope: string, capUusd: number | undefined): Promise<void> {
    return this.parts.commits.run(() => {
      this.sql(
        'INSERT INTO budget (scope, cap_uusd) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET cap_uusd = excluded.cap_uusd',
      ).run(scope, capUusd ?? null);
    });
  }

  note(name: string): string | undefined {
    return (this.read('SELECT value FROM note WHERE name = ?', name) as { value: string } | undefined)?.value;
  }

  setNote(name: string, value: string): Promise<void> {
    return this.parts.commits.run(() => {
      this.sql('INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)').run(name, value);
    });
  }

  /** The state of a scope; nothing spent where it is not known. */
  budget(scope: string): BudgetState {
    const row = this.read('SELECT * FROM budget WHERE scope = ?', scope) as
      | { cap_uusd: number | null; spent_uusd: number; reserved_uusd: number }
      | undefined;
    return {
      scope,
      capUusd: row?.cap_uusd ?? undefined,
      spentUusd: row?.spent_uusd ?? 0,
      reservedUusd: row?.reserved_uusd ?? 0,
    };
  }

  /** Writes an outcome that was not claimed here: an import, or a row of a batch. The first one for a key stays. */
  putResult(outcome: StoredOutcome, from: { readonly provider: string; readonly purpose: string }): void {
    this.sql(
      `INSERT INTO result (key, body, failure, model, finish, provider, purpose, created_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
    ).run(
      outcome.key,
      outcome.body ?? null,
      outcome.failure ?? null,
      outcome.model,
      outcome.finish,
      from.provider,
      from.purpose,
      this.parts.clock.nowMs(),
    );
  }

  /** Writes a ledger row and its journal line, and counts it as spent in the scopes of its run. */
  enterLedger(entry: LedgerEntry, day = this.today()): void {
    const { usage } = entry;
    const row: JournalRow = {
      at_ms: this.parts.clock.nowMs(),
      run: entry.run,
      key: entry.key,
      attempt: entry.attempt,
      provider: entry.provider,
      model: entry.model,
      purpose: entry.purpose,
      status: entry.status,
      input: usage?.input ?? null,
      cache_read: usage?.cacheRead ?? null,
      cache_write_5m: usage?.cacheWrite5m ?? null,
      cache_write_1h: usage?.cacheWrite1h ?? null,
      output: usage?.output ?? null,
      reasoning: usage?.reasoning ?? null,
      estimated: usage?.estimated ? 1 : 0,
      uusd: entry.uusd,
      price: entry.price,
      request_id: entry.requestId ?? null,
      http: entry.http ?? null,
      ms: Math.round(entry.ms),
      note: entry.note ?? null,
    };
    this.insertLedgerRow(row);
    for (const scope of scopesOf({ run: entry.run, day })) {
      this.sql(
        'INSERT INTO budget (scope, spent_uusd) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET spent_uusd = spent_uusd + ?',
      ).run(scope, entry.uusd, entry.uusd);
    }
    this.parts.journal.add(row);
  }

  /** Puts a row into the ledger and nothing else. */
  insertLedgerRow(row: JournalRow): void {
    const names = Object.keys(row);
    this.sql(`INSERT INTO ledger (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
      ...Object.values(row),
    );
  }

  /** Moves what is reserved in every scope by `uusd`. */
  moveReservation(where: SpendingPlace, uusd: number): void {
    for (const scope of scopesOf(where))
      this.sql(
        `INSERT INTO budget (scope, reserved_uusd) VALUES (?, MAX(0, ?))
         ON CONFLICT (scope) DO UPDATE SET reserved_uusd = MAX(0, reserved_uusd + ?)`,
      ).run(scope, uusd, uusd);
  }

  /** The scope that could not bear `uusd` more, if there is one. */
  refusal(where: SpendingPlace, uusd: number): BudgetState | undefined {
    return scopesOf(where)
      .map((scope) => this.budget(scope))
      .find((state) => state.capUusd !== undefined && state.spentUusd + state.reservedUusd + uusd > state.capUusd);
  }

  /** The calendar day (UTC) that spending counts for now. */
  today(): string {
    return new Date(this.parts.clock.nowMs()).toISOString().slice(0, 10);
  }

  /** Calls of dead owners: those that were never sent become free; the others count as billed, unless `run` will ask for them again. */
  sweep(run: string | undefined): Promise<number> {
    return this.parts.commits.run(() => {
      const intents = this.sql('SELECT * FROM intent').all() as IntentRow[];
      const dead = intents.filter(({ owner }) => this.parts.owners.isDead(owner));
      let billed = 0;
      for (const intent of dead) {
        if (intent.sent === IN_BATCH || (intent.sent && intent.run === run)) continue;
        if (intent.sent) billed++;
        this.giveUp(intent.key, LOST);
      }
      this.parts.owners.clear();
      return billed;
    });
  }

  /** Whether a call was put into a batch so long ago that the batch has ended: both clouds give one 24 hours. */
  private isStale({ owner, day }: IntentRow): boolean {
    return this.parts.owners.isDead(owner) && Date.parse(day) + BATCH_ENDS_MS < this.parts.clock.nowMs();
  }

  private bookNow(entry: LedgerEntry, intent: IntentRow): void {
    this.enterLedger(entry, intent.day);
    this.moveReservation(intent, -intent.reserved_uusd);
    this.sql('UPDATE intent SET reserved_uusd = 0, sent = 0, attempt = ? WHERE key = ?').run(entry.attempt, entry.key);
  }

  /**
   * Frees a call and its reservation; an attempt that was sent and never booked may have been billed, so it counts. One in
   * a batch counts only if nobody will look at the batch again.
   */
  private giveUp(key: string, note: string, batchLost = false): void {
    const intent = this.intent(key);
    if (!intent) return;
    if (intent.sent === SENT || (intent.sent === IN_BATCH && batchLost))
      this.enterLedger(maybeBilled(intent, note), intent.day);
    this.moveReservation(intent, -intent.reserved_uusd);
    this.sql('DELETE FROM intent WHERE key = ?').run(key);
  }

  private own(key: string): IntentRow {
    const intent = this.intent(key);
    if (!intent || intent.owner !== this.parts.owners.id) throw new Error(`the call ${key} is not ours`);
    return intent;
  }

  private intent(key: string): IntentRow | undefined {
    return this.sql('SELECT * FROM intent WHERE key = ?').get(key) as IntentRow | undefined;
  }

  /** One row, also while another process is mending or closing the log. */
  private read(text: string, value: string): unknown {
    return patiently(() => this.sql(text).get(value), 20, 2);
  }

  private sql(text: string): Statement {
    let statement = this.statements.get(text);
    if (!statement) {
      statement = this.parts.db.prepare(text);
      this.statements.set(text, statement);
    }
    return statement;
  }
}

/** The scopes that a call counts in. */
function scopesOf({ run, day }: SpendingPlace): readonly string[] {
  return [`run:${run}`, `day:${day}`];
}

/** The ledger entry of an attempt that was sent and whose answer was never booked. */
function maybeBilled(intent: IntentRow, note: string): LedgerEntry {
  return {
    run: intent.run,
    key: intent.key,
    attempt: intent.attempt,
    provider: intent.provider,
    model: intent.model,
    purpose: intent.purpose,
    status: 'maybe_billed',
    usage: undefined,
    uusd: intent.reserved_uusd,
    price: 'worst case',
    requestId: undefined,
    http: undefined,
    ms: 0,
    note,
  };
}

function lostIntent(row: IntentRow): LostIntent {
  return {
    key: row.key,
    run: row.run,
    attempt: row.attempt,
    reservedUusd: row.reserved_uusd,
    sent: row.sent === SENT,
    provider: row.provider,
    model: row.model,
    purpose: row.purpose,
  };
}
