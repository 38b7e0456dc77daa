import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAssumedPrice, priceOf } from '../../src/llm/prices.ts';
import { inputOf, mostTokens, usageOfAnthropic, usageOfOpenAi } from '../../src/llm/usage.ts';

describe('token usage in parts that do not overlap', () => {
  test('OpenAI counts cached tokens within the prompt', () => {
    expect(
      usageOfOpenAi({
        prompt_tokens: 1000,
        completion_tokens: 200,
        prompt_tokens_details: { cached_tokens: 600, cache_write_tokens: 100 },
        completion_tokens_details: { reasoning_tokens: 150 },
      }),
    ).toEqual({
      input: 300,
      cacheRead: 600,
      cacheWrite5m: 100,
      cacheWrite1h: 0,
      output: 200,
      reasoning: 150,
      estimated: false,
    });
  });

  test('Anthropic counts them beside the input', () => {
    expect(
      usageOfAnthropic({
        input_tokens: 300,
        output_tokens: 200,
        cache_read_input_tokens: 600,
        cache_creation_input_tokens: 100,
        cache_creation: { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 40 },
      }),
    ).toEqual({
      input: 300,
      cacheRead: 600,
      cacheWrite5m: 60,
      cacheWrite1h: 40,
      output: 200,
      reasoning: 0,
      estimated: false,
    });
  });

  test('the parts sum to what the provider counted, whatever it sends', () => {
    const count = fc.nat(100_000);
    fc.assert(
      fc.property(count, count, count, count, (prompt, cached, written, output) => {
        const open = usageOfOpenAi({
          prompt_tokens: prompt,
          completion_tokens: output,
          prompt_tokens_details: { cached_tokens: cached, cache_write_tokens: written },
        });
        expect(inputOf(open as never)).toBe(prompt);
        const other = usageOfAnthropic({
          input_tokens: prompt,
          output_tokens: output,
          cache_read_input_tokens: cached,
          cache_creation_input_tokens: written,
        });
        expect(inputOf(other as never)).toBe(prompt + cached + written);
      }),
    );
  });

  test('a server that counts nothing has no usage', () => {
    expect(usageOfOpenAi(undefined)).toBeUndefined();
    expect(usageOfOpenAi({})).toBeUndefined();
    expect(usageOfAnthropic(null)).toBeUndefined();
  });
});

describe('prices', () => {
  const none = { cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, reasoning: 0, estimated: false };
  const openAi = { provider: 'openai', baseUrl: 'https://api.openai.com/v1', overrides: {} };

  test('list prices of models whose price is known', async () => {
    // Dollars a million tokens, from the price pages of 2025: gpt-4o 2.50/10, gpt-4.1 2/8, o3 2/8, gpt-5 1.25/10.
    for (const [model, input, output] of [
      ['gpt-4o', 2.5, 10],
      ['gpt-4.1', 2, 8],
      ['o3', 2, 8],
      ['gpt-5', 1.25, 10],
    ] as const) {
      const price = await priceOf(model, openAi);
      expect(price.costOf({ ...none, input: 10_000, output: 0 })).toBe(input * 10_000);
      expect(price.costOf({ ...none, input: 0, output: 10_000 })).toBe(output * 10_000);
    }
    const claude = await priceOf('claude-sonnet-4-5', { provider: 'anthropic', baseUrl: '', overrides: {} });
    expect(claude.costOf({ ...none, input: 10_000, output: 10_000 })).toBe(180_000);
    // Five-minute writes cost a quarter more than input, one-hour writes twice as much, reads a tenth.
    expect(claude.costOf({ ...none, input: 0, output: 0, cacheWrite5m: 10_000 })).toBe(37_500);
    expect(claude.costOf({ ...none, input: 0, output: 0, cacheWrite1h: 10_000 })).toBe(60_000);
    expect(claude.costOf({ ...none, input: 0, output: 0, cacheRead: 10_000 })).toBe(3_000);
  });

  test('a batch is half the price, and cached tokens are never counted twice', async () => {
    const whole = await priceOf('gpt-4o', openAi);
    const half = await priceOf('gpt-4o', { ...openAi, batch: true });
    const usage = { ...none, input: 400, cacheRead: 600, output: 100 };
    expect(half.costOf(usage)).toBe(Math.ceil(whole.costOf(usage) / 2));
    expect(whole.costOf(usage)).toBeLessThan(whole.costOf({ ...none, input: 1000, output: 100 }));
  });

  test('an override wins, and no usage can cost more than the worst case that was reserved for it', async () => {
    const price = await priceOf('own', { ...openAi, overrides: { own: parseAssumedPrice('2.5/10') } });
    const count = fc.nat(50_000);
    fc.assert(
      fc.property(count, count, count, count, (input, cacheRead, cacheWrite5m, output) => {
        const usage = { ...none, input, cacheRead, cacheWrite5m, output };
        expect(price.costOf(usage)).toBeLessThanOrEqual(price.worstOf(inputOf(usage), output));
      }),
    );
  });

  test('an unknown model has no price, and says how to give one', async () => {
    await expect(priceOf('nonsuch-9', openAi)).rejects.toMatchObject({
      code: 'price-unknown',
      hint: expect.stringContaining('--assume-price'),
    });
    expect(() => parseAssumedPrice('cheap')).toThrow(/is not a price/);
  });

  test('the tokens that are reserved for a text are more than it has', () => {
    // 11 tokens with the tokenizers of 2026.
    expect(mostTokens('The quick brown fox jumps over the lazy dog.')).toBeGreaterThan(11);
    expect(mostTokens('\u00e9'.repeat(300))).toBeGreaterThan(150);
  });
});
