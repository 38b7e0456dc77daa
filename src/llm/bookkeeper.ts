import type { Clock } from '../core/clock.ts';
import type { AttemptStatus, LedgerEntry, TokenUsage } from '../core/model-calls.ts';
import type { CallFault } from './call-fault.ts';
import { FREE, type Price } from './prices.ts';
import type { ModelAnswer, ModelRequest, Provider, WireBody } from './provider.ts';
import type { Question } from './question.ts';
import { estimatedUsage, inputOf, mostTokens } from './usage.ts';

/** What an engine has done so far. */
export interface EngineFigures {
  calls: number;
  stored: number;
  answered: number;
  failed: number;
  uusd: number;
  inputTokens: number;
  outputTokens: number;
  /** Failed attempts by kind of fault. */
  readonly faults: Record<string, number>;
}

/** No figures yet. */
export function noFigures(): EngineFigures {
  return { calls: 0, stored: 0, answered: 0, failed: 0, uusd: 0, inputTokens: 0, outputTokens: 0, faults: {} };
}

/** One attempt at a call. */
export interface Call {
  readonly question: Question<unknown>;
  readonly key: string;
  readonly attempt: number;
  readonly startedMs: number;
}

/** Prices what calls can cost and have cost, and words ledger entries. */
export class Bookkeeper {
  private readonly prices = new Map<string, Promise<Price>>();
  private readonly provider: Provider;
  private readonly run: string;
  private readonly priceOf: (model: string) => Promise<Price>;
  private readonly clock: Clock;

  constructor(options: {
    readonly provider: Provider;
    readonly run: string;
    readonly priceOf: (model: string) => Promise<Price>;
    readonly clock: Clock;
  }) {
    this.provider = options.provider;
    this.run = options.run;
    this.priceOf = options.priceOf;
    this.clock = options.clock;
  }

  /** The most that one attempt at a request can cost. */
  async worstOf(request: ModelRequest, body: WireBody): Promise<number> {
    return this.worstAt(await this.price(request.model), request, body);
  }

  /** The same at a given price. */
  worstAt(price: Price, request: ModelRequest, body: WireBody): number {
    return price.worstOf(mostTokens(JSON.stringify(body)), request.maxOutputTokens);
  }

  /** The price of the model that answered; of the one that was asked where it is the same or has none of its own. */
  async priceOfAnswer(answer: ModelAnswer, request: ModelRequest): Promise<Price> {
    const asked = await this.price(request.model);
    if (this.isOther(answer, request)) return (await this.price(answer.model).catch(() => undefined)) ?? asked;
    return asked;
  }

  /** Whether another model answered than was asked. */
  isOther(answer: ModelAnswer, request: ModelRequest): boolean {
    return this.provider.paid && !answer.model.startsWith(request.model);
  }

  /** The entry of an attempt that was answered. */
  answered(call: Call, status: AttemptStatus, answer: ModelAnswer, price: Price, note?: string): LedgerEntry {
    const usage = answer.usage ?? estimate(answer, call.question.request);
    return {
      ...this.blank(call, status),
      model: answer.model,
      usage,
      uusd: answer.uusd ?? price.costOf(usage),
      price: price.source,
      requestId: answer.requestId,
      http: 200,
      note,
    };
  }

  /** The entry of an attempt that failed and cost nothing. */
  failed(call: Call, fault: CallFault): LedgerEntry {
    const { requestId, http } = fault;
    return { ...this.blank(call, 'failed'), requestId, http, note: `${fault.kind}: ${fault.message}` };
  }

  /** The entry of an attempt whose answer never came, at its worst case. */
  maybeBilled(call: Call, uusd: number, note: string): LedgerEntry {
    return { ...this.blank(call, 'maybe_billed'), uusd, price: 'worst case', note };
  }

  /** Counts an entry in the figures. */
  count(figures: EngineFigures, { uusd, usage }: LedgerEntry): void {
    figures.uusd += uusd;
    figures.inputTokens += usage && !usage.estimated ? inputOf(usage) : 0;
    figures.outputTokens += usage && !usage.estimated ? usage.output : 0;
  }

  private blank({ question, key, attempt, startedMs }: Call, status: AttemptStatus): LedgerEntry {
    return {
      run: this.run,
      key,
      attempt,
      provider: this.provider.id,
      model: question.request.model,
      purpose: question.purpose,
      status,
      usage: undefined,
      uusd: 0,
      price: 'none',
      requestId: undefined,
      http: undefined,
      ms: this.clock.elapsedMs() - startedMs,
      note: undefined,
    };
  }

  private price(model: string): Promise<Price> {
    if (!this.provider.paid) return Promise.resolve(FREE);
    let price = this.prices.get(model);
    if (!price) {
      price = this.priceOf(model);
      this.prices.set(model, price);
    }
    return price;
  }
}

function estimate(answer: ModelAnswer, request: ModelRequest): TokenUsage {
  return estimatedUsage(`${request.system}${request.user}${JSON.stringify(request.output.schema)}`, answer.content);
}
