import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { UsageError } from '../core/errors.ts';
import {
  FREE,
  type Price,
  type PriceOverride,
  type PriceOverrides,
  parseAssumedPrice,
  priceOf,
} from '../llm/prices.ts';
import type { Provider } from '../llm/provider.ts';
import { openProvider } from '../llm/providers.ts';
import type { ModelJob } from './job.ts';
import { readKeyFile } from './store-place.ts';

/** Prices that the user gives where none is known. */
export interface PriceSources {
  /** "2.50/10": dollars a million tokens in and out, for the model of the job. */
  readonly assumePrice?: string | undefined;
  /** A YAML file, `model: {input, output}`. */
  readonly pricesFile?: string | undefined;
}

/** A provider and what its models cost. */
export interface PricedProvider {
  readonly provider: Provider;
  /** The price of a model, at the batch service if asked. Throws UsageError where it costs money and no price is known. */
  priceOf(model: string, batch?: boolean): Promise<Price>;
}

/**
 * Opens the provider of a job with keys from the environment; one that is `offline` is only asked what it would send.
 * Throws UsageError for what is missing or wrong.
 */
export function openPricedProvider(
  job: Pick<ModelJob, 'provider' | 'model' | 'baseUrl'>,
  sources: PriceSources,
  offline = false,
): PricedProvider {
  const overrides = priceOverrides(job.model, sources);
  const provider = openProvider(job.provider, {
    baseUrl: job.baseUrl,
    model: job.model,
    env: process.env,
    readKeyFile,
    priced: Object.keys(overrides).length > 0,
    offline,
  });
  const { paid, priceProvider, baseUrl } = provider;
  return {
    provider,
    priceOf: async (model, batch = false) =>
      paid ? priceOf(model, { provider: priceProvider, baseUrl, overrides, batch }) : FREE,
  };
}

function priceOverrides(model: string, { assumePrice, pricesFile }: PriceSources): PriceOverrides {
  const fromFile = pricesFile === undefined ? {} : readPrices(pricesFile);
  return assumePrice === undefined ? fromFile : { ...fromFile, [model]: parseAssumedPrice(assumePrice) };
}

function readPrices(path: string): PriceOverrides {
  if (!existsSync(path))
    throw new UsageError('no-prices', `there is no price file ${path}`, { at: '--prices', hint: 'check the path' });
  const raw = (parse(readFileSync(path, 'utf8')) ?? {}) as Record<string, Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(raw).map(([model, price]): [string, PriceOverride] => {
      const { input, output, cache_read: cacheRead, cache_write: cacheWrite } = price ?? {};
      if (![input, output].every((value) => typeof value === 'number' && value >= 0))
        throw new UsageError('bad-price', `the price of '${model}' is not two numbers`, {
          at: path,
          hint: 'write model: {input: 2.50, output: 10} in dollars a million tokens',
        });
      return [model, { input, output, cacheRead, cacheWrite } as PriceOverride];
    }),
  );
}
