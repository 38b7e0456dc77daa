import { UsageError } from '../core/errors.ts';
import type { TokenUsage } from '../core/model-calls.ts';
import { inputOf } from './usage.ts';

/** Dollars a million tokens. */
export interface PriceOverride {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number | undefined;
  readonly cacheWrite?: number | undefined;
}

/** What calls to one model cost. */
export interface Price {
  /** Where it comes from, with its version: kept in every ledger row. */
  readonly source: string;
  /** Cost of a usage in micro-dollars, rounded up. */
  costOf(usage: TokenUsage): number;
  /** The most that a call can cost, with no cached tokens counted on. */
  worstOf(inputTokens: number, outputTokens: number): number;
}

/** Overrides by model name, from the user's price file. */
export type PriceOverrides = Readonly<Record<string, PriceOverride>>;

/** Both clouds bill a batch at half the price (their price pages, 2026). */
const BATCH_FACTOR = 0.5;
/** A one-hour cache write costs twice the input, a five-minute one a quarter more (Anthropic's price page, 2026). */
const WRITE_1H = 2;
const WRITE_5M = 1.25;

/** A price of nothing: local models and the mock. */
export const FREE: Price = Object.freeze({ source: 'free', costOf: () => 0, worstOf: () => 0 });

/** The date of the price table that ships, as far as it says; part of every ledger row. */
const TABLE = 'genai-prices@0.1.8';

/**
 * The price of a model: the user's own, then the table of genai-prices. Throws UsageError `price-unknown` where neither has
 * it: under a cap, a model without a price cannot be called.
 */
export async function priceOf(
  model: string,
  options: {
    readonly provider: string | undefined;
    readonly baseUrl: string;
    readonly overrides: PriceOverrides;
    readonly batch?: boolean;
  },
): Promise<Price> {
  const factor = options.batch ? BATCH_FACTOR : 1;
  const own = options.overrides[model];
  if (own) return fromOverride(own, factor);
  const table = await tablePrice(model, options.provider, options.baseUrl, factor);
  if (table) return table;
  throw new UsageError('price-unknown', `no price is known for the model '${model}'`, {
    hint: 'give it with --assume-price INPUT/OUTPUT (dollars a million tokens) or in a price file (--prices)',
  });
}

/** Reads `2.50/10`: dollars a million tokens, input and output. */
export function parseAssumedPrice(text: string): PriceOverride {
  const found = /^\s*\$?(\d+(?:\.\d+)?)\s*\/\s*\$?(\d+(?:\.\d+)?)\s*$/.exec(text);
  if (!found)
    throw new UsageError('bad-price', `'${text}' is not a price`, {
      at: '--assume-price',
      hint: 'write input and output in dollars a million tokens, as 2.50/10',
    });
  return { input: Number(found[1]), output: Number(found[2]) };
}

function fromOverride(own: PriceOverride, factor: number): Price {
  const read = own.cacheRead ?? own.input;
  const write5m = own.cacheWrite ?? own.input * WRITE_5M;
  const write1h = own.cacheWrite ?? own.input * WRITE_1H;
  // Dollars a million tokens are micro-dollars a token.
  const cost = (usage: TokenUsage) =>
    Math.ceil(
      factor *
        (usage.input * own.input +
          usage.cacheRead * read +
          usage.cacheWrite5m * write5m +
          usage.cacheWrite1h * write1h +
          usage.output * own.output) -
        1e-9,
    );
  return {
    source: 'override',
    costOf: cost,
    worstOf: (input, output) => Math.ceil(factor * (input * Math.max(own.input, write5m) + output * own.output)),
  };
}

async function tablePrice(
  model: string,
  provider: string | undefined,
  baseUrl: string,
  factor: number,
): Promise<Price | undefined> {
  const { calcPrice } = await import('@pydantic/genai-prices');
  const where = provider ? { providerId: provider } : { providerApiUrl: baseUrl };
  const dollars = (tokens: { input: number; read: number; write: number; output: number }) => {
    const usage = {
      input_tokens: tokens.input + tokens.read + tokens.write,
      cache_read_tokens: tokens.read,
      cache_write_tokens: tokens.write,
      output_tokens: tokens.output,
    };
    return calcPrice(usage, model, where)?.total_price;
  };
  if (dollars({ input: 1000, read: 0, write: 0, output: 1000 }) === undefined) return undefined;
  const uusd = (amount: number | undefined) => Math.ceil(factor * (amount ?? 0) * 1e6 - 1e-9);
  return {
    source: TABLE,
    costOf: (usage) => {
      const known = dollars({
        input: usage.input,
        read: usage.cacheRead,
        write: usage.cacheWrite5m + usage.cacheWrite1h,
        output: usage.output,
      });
      // The table has no price of its own for one-hour writes.
      const asInput = dollars({ input: usage.cacheWrite1h, read: 0, write: 0, output: 0 }) ?? 0;
      const extra = asInput * (WRITE_1H - WRITE_5M);
      return uusd((known ?? dollars({ input: inputOf(usage), read: 0, write: 0, output: usage.output }) ?? 0) + extra);
    },
    worstOf: (input, output) =>
      Math.max(
        uusd(dollars({ input, read: 0, write: 0, output })),
        uusd(dollars({ input: 0, read: 0, write: input, output })),
      ),
  };
}
