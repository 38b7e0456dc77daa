/**
 * The words that the model layer and its store share. Money is whole micro-dollars (millionths of a US dollar)
 * throughout; a key is the 64 hex digits of a request's hash.
 */

/** Tokens of one answer, in parts that do not overlap: their sum is what the provider counted. */
export interface TokenUsage {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  /** All output, reasoning among it. */
  readonly output: number;
  readonly reasoning: number;
  /** True where the provider sent no usage and we estimated it. */
  readonly estimated: boolean;
}

/** What is kept for a key for good: an answer that could be used, or why there is none. */
export interface StoredOutcome {
  readonly key: string;
  /** The value that was read from the answer, as JSON; undefined where every try was paid for and none could be used. */
  readonly body: string | undefined;
  /** Why there is no answer, such as `refused` or `invalid`. */
  readonly failure: string | undefined;
  readonly model: string;
  readonly finish: string;
}

/** What became of one attempt. `maybe_billed`: it was sent and no answer came back, so its worst case counts as spent. */
export type AttemptStatus = 'ok' | 'unusable' | 'refused' | 'truncated' | 'failed' | 'maybe_billed' | 'corrected';

/** One attempt at a call, as the ledger keeps it. */
export interface LedgerEntry {
  readonly run: string;
  readonly key: string;
  readonly attempt: number;
  readonly provider: string;
  /** The model that answered, or that was asked where none did. */
  readonly model: string;
  readonly purpose: string;
  readonly status: AttemptStatus;
  readonly usage: TokenUsage | undefined;
  readonly uusd: number;
  /** Where the price comes from and its version, or `free`. */
  readonly price: string;
  readonly requestId: string | undefined;
  readonly http: number | undefined;
  readonly ms: number;
  /** What went wrong, in a few words. */
  readonly note: string | undefined;
}

/** A cap on spending: `run:<id>` or `day:<date>`. */
export interface BudgetState {
  readonly scope: string;
  readonly capUusd: number | undefined;
  readonly spentUusd: number;
  readonly reservedUusd: number;
}

/** What came of asking for the right to make a call. */
export type Claim =
  | { readonly state: 'settled'; readonly outcome: StoredOutcome }
  /**
   * The call is ours; `inherited` is what an owner left that died, sent or not. An inherited attempt that was sent keeps its
   * own reservation, and only `reserve` makes one for the next.
   */
  | { readonly state: 'won'; readonly inherited: LostIntent | undefined }
  /** Another process is at it. */
  | { readonly state: 'held' }
  /** It is in a batch of that run, which the provider has. */
  | { readonly state: 'batched'; readonly run: string }
  | { readonly state: 'refused'; readonly budget: BudgetState };

/** What an owner left behind when it died in the middle of a call. */
export interface LostIntent {
  readonly key: string;
  readonly run: string;
  readonly attempt: number;
  readonly reservedUusd: number;
  /** True once the request was on its way: the provider may have billed it. */
  readonly sent: boolean;
  readonly provider: string;
  readonly model: string;
  readonly purpose: string;
}

/** Whose call it is and what it may cost at worst. */
export interface ClaimRequest {
  readonly key: string;
  readonly run: string;
  readonly provider: string;
  readonly model: string;
  readonly purpose: string;
  readonly worstUusd: number;
  /** True where the call goes into a batch, or is in one that is to be taken in. */
  readonly forBatch?: boolean;
}

/**
 * Results, intents, ledger and budgets, safe for several processes. Every change is one transaction: a promise resolves
 * when it is on disk, so a kill at any moment loses nothing that was settled.
 */
export interface CallStore {
  /** What is settled for a key. */
  find(key: string): StoredOutcome | undefined;
  /** Takes the call and reserves its worst case in every scope of the run (but see `Claim`), or says why not. */
  claim(request: ClaimRequest): Promise<Claim>;
  /** Reserves the worst case of one more attempt at a call that is ours; the budget that refuses it, if one does. */
  reserve(key: string, worstUusd: number): Promise<BudgetState | undefined>;
  /** Notes that calls of ours went into a batch: they outlive this process, and whoever goes on with the run takes them over. */
  markBatched(keys: readonly string[]): Promise<void>;
  /** Notes that the attempt is about to go out: from here on it may be billed. */
  markSent(key: string, attempt: number): Promise<void>;
  /** Books an attempt: what was reserved becomes what it cost. The call stays ours. */
  book(entry: LedgerEntry): Promise<void>;
  /** Books the last attempt (if there is one), keeps the outcome and gives the call up, all in one. */
  settle(outcome: StoredOutcome, entry: LedgerEntry | undefined): Promise<void>;
  /** Gives the call up without an outcome; its reservation is free again. */
  release(key: string): Promise<void>;
  /** Sets or lifts the cap of a scope. */
  setCap(scope: string, capUusd: number | undefined): Promise<void>;
  /** A note of its own kind that outlives the run, such as what a server can do. */
  note(name: string): string | undefined;
  setNote(name: string, value: string): Promise<void>;
}

/** State of a batch: about to be submitted, at the provider, taken in, or never found again. */
export type BatchState = 'submitting' | 'submitted' | 'settled' | 'lost';

/** A batch as the store keeps it. */
export interface StoredBatch {
  readonly id: number;
  readonly run: string;
  /** Names it within the run, and at the provider. */
  readonly shard: string;
  readonly provider: string;
  readonly remoteId: string | undefined;
  readonly state: BatchState;
  readonly keys: readonly string[];
}

/** Batches of runs. */
export interface BatchStore {
  /** Batches of a run that are not settled or lost. */
  openBatches(run: string): readonly StoredBatch[];
  /** Enters a batch that is about to be submitted, under the next free shard of its run. */
  addBatch(batch: Pick<StoredBatch, 'run' | 'provider' | 'keys'>): Promise<StoredBatch>;
  updateBatch(id: number, state: BatchState, remoteId?: string): Promise<void>;
}
