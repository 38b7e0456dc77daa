import type { TokenUsage } from '../core/model-calls.ts';

/** How an answer's shape is asked for, from the strictest down: what a server can do decides. */
const RUNGS = ['json_schema', 'json_object', 'text'] as const;
export type Rung = (typeof RUNGS)[number];

/** A JSON schema of the portable subset (see output-schema.ts). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One request, before any provider's wire format. */
export interface ModelRequest {
  readonly model: string;
  readonly system: string;
  readonly user: string;
  /** Always set and sent: without it no worst case can be known. */
  readonly maxOutputTokens: number;
  readonly temperature: number | undefined;
  readonly output: { readonly name: string; readonly schema: JsonSchema };
  /** An earlier answer that could not be used, and what was wrong with it. */
  readonly correction?: { readonly answer: string; readonly fault: string } | undefined;
}

/** What goes over the wire: plain JSON. */
export type WireBody = Readonly<Record<string, unknown>>;

/** How an answer ended. */
export type Finish = 'stop' | 'length' | 'refusal' | 'filter';

/** An answer as a provider gave it, with nothing judged. */
export interface ModelAnswer {
  readonly content: string;
  readonly finish: Finish;
  /** The model that answered. */
  readonly model: string;
  /** Undefined where the server counts nothing. */
  readonly usage: TokenUsage | undefined;
  readonly requestId: string | undefined;
  /** What the provider itself says that it cost, in micro-dollars. */
  readonly uusd?: number | undefined;
}

export interface SendOptions {
  readonly signal: AbortSignal;
  /** A word by which the provider can find this attempt again, where it can. */
  readonly tag: string;
}

/** A place that answers requests. One object for each base URL and key. */
export interface Provider {
  readonly id: string;
  /** The wire format, part of the key. */
  readonly api: string;
  readonly baseUrl: string;
  /** False where calls cost no money: a local model, the mock. */
  readonly paid: boolean;
  /** Whose prices apply; undefined where only the model's name tells. */
  readonly priceProvider: string | undefined;
  /** The rungs that it may be asked to try, strictest first. */
  readonly rungs: readonly Rung[];
  /** The most calls that make sense at once; undefined where nothing limits them. */
  readonly maxConcurrency?: number | undefined;
  body(request: ModelRequest, rung: Rung): WireBody;
  /** Sends a body; throws what the transport throws (see call-fault.ts), within the signal's time. */
  send(body: WireBody, options: SendOptions): Promise<ModelAnswer>;
  /** Names of the models that it has. */
  models(signal: AbortSignal): Promise<readonly string[]>;
  /** The answer to an attempt that was sent earlier under a tag, where the provider keeps answers. */
  lookUp?(tag: string, signal: AbortSignal): Promise<ModelAnswer | undefined>;
  readonly batches?: BatchApi | undefined;
  close?(): Promise<void>;
}

/** A request of a batch: its key and its body. */
interface BatchItem {
  readonly key: string;
  readonly body: WireBody;
}

/** State of a batch at the provider. */
export interface RemoteBatch {
  readonly id: string;
  /** False while it is being worked on. */
  readonly ended: boolean;
  /** The provider's own word for its state. */
  readonly state: string;
  readonly done: number;
  readonly total: number;
}

/** What a batch brought for one request: an answer, or why there is none (nothing is billed then). */
export type BatchRow = { readonly key: string } & (
  | { readonly answer: ModelAnswer; readonly fault?: undefined }
  | { readonly answer?: undefined; readonly fault: string }
);

/** The batch service of a provider: half the price, within a day. */
export interface BatchApi {
  /** Most requests that one batch may hold. */
  readonly maxItems: number;
  submit(items: readonly BatchItem[], tag: string, signal: AbortSignal): Promise<RemoteBatch>;
  poll(id: string, signal: AbortSignal): Promise<RemoteBatch>;
  /** Finds a batch that was submitted under a tag, for a run that died before it learned the id. */
  findByTag(tag: string, keys: readonly string[], signal: AbortSignal): Promise<RemoteBatch | undefined>;
  /** All rows of an ended batch, in any order. */
  rows(batch: RemoteBatch, signal: AbortSignal): AsyncIterable<BatchRow>;
}
