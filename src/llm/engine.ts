import { type Clock, systemClock } from '../core/clock.ts';
import { BudgetError, type FabulaError, StoreError } from '../core/errors.ts';
import type {
  AttemptStatus,
  BudgetState,
  CallStore,
  ClaimRequest,
  LedgerEntry,
  LostIntent,
  StoredOutcome,
} from '../core/model-calls.ts';
import { jitter } from '../core/random.ts';
import { AdaptiveLimit } from './adaptive-limit.ts';
import { Bookkeeper, type Call, type EngineFigures, noFigures } from './bookkeeper.ts';
import { type CallFault, faultOf } from './call-fault.ts';
import { callKey } from './call-key.ts';
import { Circuit } from './circuit.ts';
import * as errors from './engine-errors.ts';
import { Gate, type Sleep, sleepFor } from './gate.ts';
import type { Price } from './prices.ts';
import type { ModelAnswer, ModelRequest, Provider, Rung, WireBody } from './provider.ts';
import { type FailureReason, type Judged, judge, type Outcome, outcomeOf, type Question } from './question.ts';

/** How hard to try; every figure of llm.md 4.4. */
export interface EngineLimits {
  readonly concurrency: number;
  /** Time for one attempt, body included. */
  readonly deadlineMs: number;
  /** Longest wait that a provider may ask for before the run is paused. */
  readonly maxWaitMs: number;
  /** Attempts of one call that fail without an answer. */
  readonly attempts: number;
  /** Times that an answer that cannot be used is asked for again. */
  readonly reasks: number;
  /** First and longest wait between attempts. */
  readonly backoffMs: readonly [number, number];
  /** Longest wait at the cap for money that other calls hold reserved. */
  readonly budgetWaitMs: number;
}

const DEFAULT_LIMITS: EngineLimits = Object.freeze({
  concurrency: 16,
  deadlineMs: 120_000,
  maxWaitMs: 120_000,
  attempts: 6,
  reasks: 2,
  backoffMs: [500, 30_000] as const,
  budgetWaitMs: 15_000,
});

export interface EngineOptions {
  readonly provider: Provider;
  readonly store: CallStore;
  readonly run: string;
  /** The price of a model; throws where none is known. */
  readonly priceOf: (model: string) => Promise<Price>;
  readonly limits?: Partial<EngineLimits>;
  readonly clock?: Clock;
  readonly sleep?: Sleep;
  /** Called with an answer that was paid for and that the store could not take. */
  readonly onUnstored?: (outcome: StoredOutcome, entry: LedgerEntry) => void;
  /** Called when a figure changed, or with a remark for the user. */
  readonly onChange?: (figures: EngineFigures, remark?: string) => void;
}

/** A call has to be begun again: in another shape, because the server cannot do the asked one, or behind others. */
class BeginAgain extends Error {}

/** How often money that other calls hold reserved is looked for. */
const BUDGET_POLL_MS = 40;
/** Refusals for too many requests are the gate's business; one call bears this many. */
const MOST_REFUSALS = 24;
/** Bad requests with no good one before it that stop a run: the fault is not in one row. */
const HOPELESS = 3;

/**
 * Asks a model, and never pays twice for an answer it holds, never spends past a cap, never loses a paid answer. One engine
 * serves all calls to one provider with one key: they share the gate, the limit and the budget.
 */
export class Engine {
  readonly figures: EngineFigures = noFigures();
  readonly provider: Provider;
  private readonly options: EngineOptions;
  private readonly limits: EngineLimits;
  private readonly clock: Clock;
  private readonly sleep: Sleep;
  private readonly gate: Gate;
  private readonly circuit: Circuit;
  private readonly limit: AdaptiveLimit;
  private readonly flights = new Map<string, Promise<Outcome<unknown>>>();
  private readonly books: Bookkeeper;
  private readonly rungs = new Map<string, Rung>();
  private readonly stopping = new AbortController();
  private stopped: FabulaError | undefined;
  private good = 0;
  private badRequests = 0;
  /** Calls given up without an answer before there was a first one. */
  private unanswered = 0;

  constructor(options: EngineOptions) {
    this.options = options;
    this.provider = options.provider;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.clock = options.clock ?? systemClock;
    this.sleep = options.sleep ?? sleepFor;
    this.books = new Bookkeeper({ ...options, clock: this.clock });
    this.gate = new Gate(this.clock, this.sleep);
    this.circuit = new Circuit(this.gate, Math.min(15_000, this.limits.maxWaitMs));
    const most = Math.min(this.limits.concurrency, this.provider.maxConcurrency ?? Number.MAX_SAFE_INTEGER);
    this.limit = new AdaptiveLimit(most, this.clock);
  }

  /** The rung that requests to a model are made on. */
  rungOf(model: string): Rung {
    const found = this.rungs.get(model) ?? this.options.store.note(this.rungNote(model));
    const { rungs } = this.provider;
    return rungs.includes(found as Rung) ? (found as Rung) : (rungs[0] as Rung);
  }

  /** The body and the key of a question as it would be sent now. */
  address<T>(question: Question<T>): { readonly key: string; readonly body: WireBody } {
    const body = this.provider.body(question.request, this.rungOf(question.request.model));
    return { key: callKey(this.provider, body, question.prompt, question.draw ?? 0), body };
  }

  /** What is settled for a question without asking: undefined where nothing is. */
  recall<T>(question: Question<T>, key = this.address(question).key): Outcome<T> | undefined {
    const found = this.options.store.find(key);
    if (!found) return undefined;
    if (found.body === undefined) return { state: 'failed', reason: found.failure as FailureReason, origin: 'stored' };
    // What is kept is the value that was read from the answer, with its checks done.
    return { state: 'answered', value: JSON.parse(found.body) as T, origin: 'stored' };
  }

  /**
   * Answers a question from the store or by a call. Throws BudgetError at the cap, ProviderError where the provider
   * has to be given up, UsageError for wrong credentials or models: then the run is over, and what is settled stays.
   */
  async ask<T>(question: Question<T>): Promise<Outcome<T>> {
    for (;;) {
      const { key } = this.address(question);
      const stored = this.recall(question, key);
      if (stored) {
        this.figures.stored++;
        this.changed();
        return stored;
      }
      if (this.stopped) throw this.stopped;
      try {
        return await this.join(question, key);
      } catch (error) {
        if (!(error instanceof BeginAgain)) throw error;
      }
    }
  }

  /** No more calls from here on: every later question that is not settled throws `reason`. */
  stop(reason: FabulaError): void {
    this.stopped ??= reason;
  }

  /** The error that stopped the engine, if one did. */
  get stopReason(): FabulaError | undefined {
    return this.stopped;
  }

  /** Waits for calls under way, at most `graceMs`, then ends them; what was sent counts as billed. */
  async close(graceMs = 0): Promise<void> {
    this.stop(errors.stopped());
    const until = this.clock.elapsedMs() + graceMs;
    while (this.flights.size > 0 && this.clock.elapsedMs() < until)
      await Promise.race([Promise.allSettled(this.flights.values()), this.sleep(50, new AbortController().signal)]);
    this.stopping.abort(this.stopped);
    await Promise.allSettled(this.flights.values());
    await this.provider.close?.();
  }

  /** Books an answer that came by another way, such as a batch, and settles the call; the claim must be ours. */
  async take<T>(question: Question<T>, key: string, answer: ModelAnswer, price: Price): Promise<Outcome<T>> {
    const call = { question, key, attempt: 1, startedMs: this.clock.elapsedMs() };
    const judged = judge(question, answer);
    await this.enter(call, answer, judged, { price, last: true });
    return outcomeOf(judged);
  }

  /** Claims a call that goes another way, at the price there; false where another process has it. Throws BudgetError at the cap. */
  async claimAt(price: Price, question: Question<unknown>): Promise<boolean> {
    const { key, body } = this.address(question);
    const worstUusd = this.books.worstAt(price, question.request, body);
    const claim = await this.options.store.claim({ ...this.claimRequest(question, key, worstUusd), forBatch: true });
    if (claim.state === 'refused') throw this.overBudget(claim.budget, worstUusd);
    return claim.state === 'won';
  }

  /** The flight of a key that is under way, or a new one. */
  private join<T>(question: Question<T>, key: string): Promise<Outcome<T>> {
    const running = this.flights.get(key) as Promise<Outcome<T>> | undefined;
    if (running) return running;
    const flight = this.limit.run(() => this.fly(question, key)).finally(() => this.flights.delete(key));
    this.flights.set(key, flight);
    return flight;
  }

  private async fly<T>(question: Question<T>, key: string): Promise<Outcome<T>> {
    const { request } = question;
    const body = this.provider.body(request, this.rungOf(request.model));
    const worstUusd = await this.books.worstOf(request, body);
    const claimed = await this.claim(question, key, worstUusd);
    if (claimed.state === 'settled') {
      const stored = this.recall(question, key);
      if (stored) {
        this.figures.stored++;
        return stored;
      }
      throw new Error(`the stored answer ${key} cannot be read`);
    }
    try {
      const { inherited } = claimed;
      if (inherited?.sent) {
        const found = await this.inherit(question, inherited);
        if (found) return found;
        // What is missing may be reserved for other calls of the dead process: those have to be asked after first.
        if (await this.options.store.reserve(key, worstUusd)) throw new BeginAgain();
      }
      return await this.attempts(question, key, (inherited?.attempt ?? 0) + 1);
    } catch (error) {
      await this.options.store.release(key).catch(() => {});
      throw error;
    }
  }

  private async claim<T>(question: Question<T>, key: string, worstUusd: number) {
    let waitedMs = 0;
    for (;;) {
      if (this.stopped) throw this.stopped;
      const claim = await this.options.store.claim(this.claimRequest(question, key, worstUusd));
      if (claim.state === 'settled' || claim.state === 'won') return claim;
      if (claim.state === 'batched') throw this.halt(errors.inBatch(claim.run));
      if (claim.state === 'held') await this.sleep(50 + jitter(200), this.stopping.signal);
      else waitedMs += await this.awaitBudget(claim.budget, worstUusd, waitedMs);
    }
  }

  private claimRequest({ request, purpose }: Question<unknown>, key: string, worstUusd: number): ClaimRequest {
    return { key, run: this.options.run, provider: this.provider.id, model: request.model, purpose, worstUusd };
  }

  private async reserve(key: string, worstUusd: number): Promise<void> {
    for (let waitedMs = 0; ; ) {
      const over = await this.options.store.reserve(key, worstUusd);
      if (!over) return;
      waitedMs += await this.awaitBudget(over, worstUusd, waitedMs);
      if (this.stopped) throw this.stopped;
    }
  }

  /** Waits a little for what other calls hold reserved, and returns how long; throws where that is nothing, or took too long. */
  private async awaitBudget(budget: BudgetState, worstUusd: number, waitedMs: number): Promise<number> {
    if (budget.reservedUusd === 0 || waitedMs > this.limits.budgetWaitMs) throw this.overBudget(budget, worstUusd);
    const wait = BUDGET_POLL_MS + jitter(BUDGET_POLL_MS);
    await this.sleep(wait, this.stopping.signal);
    return wait;
  }

  /** An attempt of a dead owner that was sent: its answer where the provider kept it, else it counts as billed. */
  private inherit<T>(question: Question<T>, lost: LostIntent): Promise<Outcome<T> | undefined> {
    const call = { question, key: lost.key, attempt: lost.attempt, startedMs: this.clock.elapsedMs() };
    return this.recover(question, call, lost.reservedUusd, 'the process ended before the answer came');
  }

  /**
   * An attempt that was sent and brought no answer here: the answer where the provider kept it, else it is booked at its
   * worst case. Undefined where it has to be made again.
   */
  private async recover<T>(
    question: Question<T>,
    call: Call,
    worstUusd: number,
    note: string,
  ): Promise<Outcome<T> | undefined> {
    // Nobody waits for a look-up once the run is being stopped: the next one can make it.
    const answer = this.stopping.signal.aborted ? undefined : await this.lookUp(call.key, call.attempt);
    if (!answer) {
      const entry = this.books.maybeBilled(call, worstUusd, note);
      this.books.count(this.figures, entry);
      await this.options.store.book(entry);
      return undefined;
    }
    const judged = judge(question, answer);
    const status = judged.status === 'ok' ? 'corrected' : judged.status;
    const price = await this.books.priceOfAnswer(answer, question.request);
    await this.enter(call, answer, judged, { price, last: judged.final, status, note });
    return judged.final ? outcomeOf(judged) : undefined;
  }

  /** Books an answer and, where it is the `last` to a call, settles it. */
  private async enter<T>(
    call: Call,
    answer: ModelAnswer,
    judged: Judged<T>,
    as: { readonly price: Price; readonly last: boolean; readonly status?: AttemptStatus; readonly note?: string },
  ): Promise<void> {
    const entry = this.books.answered(call, as.status ?? judged.status, answer, as.price, as.note ?? judged.fault);
    this.books.count(this.figures, entry);
    if (as.last) await this.settle(call.key, answer, judged, entry);
    else await this.options.store.book(entry);
  }

  private async attempts<T>(question: Question<T>, key: string, first: number): Promise<Outcome<T>> {
    const { limits } = this;
    let request = question.request;
    let reserved = true;
    let reasks = 0;
    let failures = 0;
    let refusals = 0;
    let lostAnswers = 0;
    for (let attempt = first; ; attempt++) {
      await this.gate.pass(this.stopping.signal);
      // Where only the money ran out, what is under way may use what it has reserved.
      if (this.stopped && !(this.stopped instanceof BudgetError)) throw this.stopped;
      const rung = this.rungOf(request.model);
      const body = this.provider.body(request, rung);
      const worstUusd = await this.books.worstOf(request, body);
      if (!reserved) await this.reserve(key, worstUusd);
      reserved = false;
      const call = { question, key, attempt, startedMs: this.clock.elapsedMs() };
      await this.options.store.markSent(key, attempt);
      const { answer, fault } = await this.send(body, key, attempt);
      if (answer) {
        this.good++;
        this.limit.succeeded();
        this.circuit.succeeded();
        const judged = judge(question, answer);
        const last = judged.final || reasks >= limits.reasks;
        await this.enter(call, answer, judged, { price: await this.books.priceOfAnswer(answer, request), last });
        if (this.books.isOther(answer, request))
          this.changed(`asked for ${request.model}, and ${answer.model} answered`);
        if (last) return outcomeOf(judged);
        // A truncated answer gets room, once; an answer that cannot be used gets told why.
        if (judged.status === 'truncated') {
          request = { ...question.request, maxOutputTokens: question.request.maxOutputTokens * 2 };
          reasks = limits.reasks;
        } else {
          const empty = answer.content.trim() === '';
          const correction = { answer: answer.content.slice(0, 2_000), fault: judged.fault ?? '' };
          request = empty ? question.request : { ...question.request, correction };
          reasks = empty ? limits.reasks : reasks + 1;
        }
        continue;
      }
      this.figures.faults[fault.kind] = (this.figures.faults[fault.kind] ?? 0) + 1;
      this.changed();
      if (fault.maybeBilled) {
        const found = await this.recover(question, call, worstUusd, `${fault.kind}: ${fault.message}`);
        if (found) return found;
        if (fault.kind === 'stopped') throw this.stopped ?? fault;
        if (++lostAnswers > 1) {
          if (this.good === 0 && ++this.unanswered >= HOPELESS)
            throw this.halt(errors.providerDown(this.provider, fault));
          return this.giveUp(key, 'no-answer');
        }
      } else await this.options.store.book(this.books.failed(call, fault));
      const verdict = await this.afterFault(fault, request, { failures, refusals, rung });
      if (verdict === 'give-up')
        return this.giveUp(
          key,
          fault.kind === 'too-long' ? 'too-long' : fault.kind === 'bad-request' ? 'rejected' : 'no-answer',
        );
      if (verdict === 'refused') refusals++;
      else failures++;
    }
  }

  /** What is to be done about a fault: try again (the wait is over), give this call up, or stop everything by throwing. */
  private async afterFault(
    fault: CallFault,
    request: ModelRequest,
    so: { readonly failures: number; readonly refusals: number; readonly rung: Rung },
  ): Promise<'again' | 'refused' | 'give-up'> {
    const { limits, provider } = this;
    const asked = fault.retryAfterMs;
    switch (fault.kind) {
      case 'quota':
        throw this.halt(errors.outOfCredit(provider, fault));
      case 'auth':
        throw this.halt(errors.keyRefused(provider, fault));
      case 'no-model': {
        const names = await provider.models(AbortSignal.timeout(10_000)).catch(() => []);
        throw this.halt(errors.unknownModel(provider, request.model, names, fault));
      }
      case 'unsupported-output':
        await this.dropRung(request.model, so.rung, fault);
        throw new BeginAgain();
      case 'too-long':
        return 'give-up';
      case 'bad-request':
        if (this.good === 0 && ++this.badRequests >= HOPELESS) throw this.halt(errors.requestsRefused(provider, fault));
        return 'give-up';
      case 'rate-limit': {
        this.limit.refused();
        const wait = asked || this.backoff(so.refusals);
        if (wait > limits.maxWaitMs) throw this.halt(errors.paused(provider, wait));
        if (so.refusals >= MOST_REFUSALS) return 'give-up';
        this.gate.refused(wait);
        return 'refused';
      }
      default: {
        if (
          this.circuit.failed() ||
          (fault.kind === 'connection' && this.good === 0 && so.failures + 1 >= limits.attempts)
        )
          throw this.halt(errors.providerDown(provider, fault));
        if (asked !== undefined && asked > limits.maxWaitMs) throw this.halt(errors.paused(provider, asked));
        if (so.failures + 1 >= limits.attempts) return 'give-up';
        if (fault.kind === 'overloaded' || fault.kind === 'server') this.limit.refused();
        if (asked !== undefined) this.gate.hold(asked);
        else await this.sleep(this.backoff(so.failures), this.stopping.signal);
        return 'again';
      }
    }
  }

  private async send(
    body: WireBody,
    key: string,
    attempt: number,
  ): Promise<{ answer: ModelAnswer; fault?: undefined } | { answer?: undefined; fault: CallFault }> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort('deadline'), this.limits.deadlineMs);
    const stop = () => controller.abort('stop');
    if (this.stopping.signal.aborted) stop();
    this.stopping.signal.addEventListener('abort', stop, { once: true });
    this.figures.calls++;
    try {
      const options = { signal: controller.signal, tag: tagOf(key, attempt) };
      return { answer: await this.gate.measure(() => this.provider.send(body, options)) };
    } catch (error) {
      return { fault: faultOf(error, controller.signal) };
    } finally {
      clearTimeout(timer);
      this.stopping.signal.removeEventListener('abort', stop);
    }
  }

  private async lookUp(key: string, attempt: number): Promise<ModelAnswer | undefined> {
    if (!this.provider.lookUp) return undefined;
    try {
      return await this.provider.lookUp(tagOf(key, attempt), AbortSignal.timeout(this.limits.deadlineMs));
    } catch {
      return undefined;
    }
  }

  private async settle<T>(key: string, answer: ModelAnswer, judged: Judged<T>, entry: LedgerEntry): Promise<void> {
    const { value } = judged;
    const outcome: StoredOutcome = {
      key,
      body: value === undefined ? undefined : JSON.stringify(value),
      failure: value === undefined ? judged.failure : undefined,
      model: answer.model,
      finish: answer.finish,
    };
    try {
      await this.options.store.settle(outcome, entry);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // An answer that cannot be kept is money lost: it is handed out, and no more are asked for.
      this.options.onUnstored?.(outcome, entry);
      throw this.halt(error);
    }
    if (value === undefined) this.figures.failed++;
    else this.figures.answered++;
    this.changed();
  }

  private async giveUp<T>(key: string, reason: FailureReason): Promise<Outcome<T>> {
    await this.options.store.release(key);
    this.figures.failed++;
    this.changed();
    return { state: 'failed', reason, origin: 'called' };
  }

  private changed(remark?: string): void {
    this.options.onChange?.(this.figures, remark);
  }

  /** Full jitter over a doubling wait. */
  private backoff(failures: number): number {
    const [first, longest] = this.limits.backoffMs;
    const wait = Math.min(longest, first * 2 ** failures);
    return wait / 2 + jitter(wait / 2);
  }

  private halt<E extends FabulaError>(error: E): E {
    this.stop(error);
    return error;
  }

  /** Stops the engine because of a cap; the error to throw. */
  private overBudget(budget: BudgetState, worstUusd: number): BudgetError {
    return this.halt(errors.overBudget(budget, worstUusd));
  }

  private rungNote(model: string): string {
    return `rung:${this.provider.baseUrl}:${model}`;
  }

  /** Goes one rung down from the one that was asked on; calls that were under way beside it drop no further. */
  private async dropRung(model: string, from: Rung, fault: CallFault): Promise<void> {
    const { rungs } = this.provider;
    if (this.rungOf(model) !== from) return;
    const next = rungs[rungs.indexOf(from) + 1];
    if (!next) throw this.halt(errors.noStructuredOutput(this.provider, fault));
    this.rungs.set(model, next);
    await this.options.store.setNote(this.rungNote(model), next);
    this.changed(`${model} does not take ${rungs[rungs.indexOf(next) - 1]}; going on with ${next}`);
  }
}

/** The word under which an attempt can be found again at a provider that keeps answers. */
function tagOf(key: string, attempt: number): string {
  return `${key.slice(0, 48)}-${attempt}`;
}
