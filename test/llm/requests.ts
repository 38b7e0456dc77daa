import { type Price, priceOf } from '../../src/llm/prices.ts';
import type { ModelRequest } from '../../src/llm/provider.ts';

/** What the fault server charges, in dollars a million tokens. */
export const PRICE = { 'test-model': { input: 2.5, output: 10 } };

/** The prices of a server at that address. */
export function pricesAt(baseUrl: string): (model: string) => Promise<Price> {
  return (model) => priceOf(model, { provider: undefined, baseUrl, overrides: PRICE });
}

/** A request with a number, for an object of one property. */
export function numberedRequest(
  n: number,
  property: string,
  type: 'boolean' | 'string',
  maxOutputTokens = 100,
): ModelRequest {
  return {
    model: 'test-model',
    system: 'You answer in JSON.',
    user: `question ${n}`,
    maxOutputTokens,
    temperature: undefined,
    output: {
      name: 'test',
      schema: {
        type: 'object',
        additionalProperties: false,
        required: [property],
        properties: { [property]: { type } },
      },
    },
  };
}
