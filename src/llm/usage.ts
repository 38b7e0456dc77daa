import type { TokenUsage } from '../core/model-calls.ts';

interface OpenAiUsage {
  readonly prompt_tokens?: number | null;
  readonly completion_tokens?: number | null;
  readonly prompt_tokens_details?: {
    readonly cached_tokens?: number | null;
    readonly cache_write_tokens?: number | null;
  } | null;
  readonly completion_tokens_details?: { readonly reasoning_tokens?: number | null } | null;
}

interface AnthropicUsage {
  readonly input_tokens?: number | null;
  readonly output_tokens?: number | null;
  readonly cache_read_input_tokens?: number | null;
  readonly cache_creation_input_tokens?: number | null;
  readonly cache_creation?: {
    readonly ephemeral_5m_input_tokens?: number | null;
    readonly ephemeral_1h_input_tokens?: number | null;
  } | null;
}

const whole = (value: number | null | undefined) => Math.max(0, Math.trunc(value ?? 0));

/** Parts of an OpenAI usage, where cached tokens are counted within the prompt's. Undefined where it counts nothing. */
export function usageOfOpenAi(usage: OpenAiUsage | null | undefined): TokenUsage | undefined {
  if (!usage || (usage.prompt_tokens == null && usage.completion_tokens == null)) return undefined;
  const total = whole(usage.prompt_tokens);
  const cacheRead = Math.min(total, whole(usage.prompt_tokens_details?.cached_tokens));
  const cacheWrite5m = Math.min(total - cacheRead, whole(usage.prompt_tokens_details?.cache_write_tokens));
  const output = whole(usage.completion_tokens);
  return {
    input: total - cacheRead - cacheWrite5m,
    cacheRead,
    cacheWrite5m,
    cacheWrite1h: 0,
    output,
    reasoning: Math.min(output, whole(usage.completion_tokens_details?.reasoning_tokens)),
    estimated: false,
  };
}

/** Parts of an Anthropic usage, where cached tokens stand beside the input's. Undefined where it counts nothing. */
export function usageOfAnthropic(usage: AnthropicUsage | null | undefined): TokenUsage | undefined {
  if (!usage || (usage.input_tokens == null && usage.output_tokens == null)) return undefined;
  const written = whole(usage.cache_creation_input_tokens);
  const hour = Math.min(written, whole(usage.cache_creation?.ephemeral_1h_input_tokens));
  return {
    input: whole(usage.input_tokens),
    cacheRead: whole(usage.cache_read_input_tokens),
    cacheWrite5m: written - hour,
    cacheWrite1h: hour,
    output: whole(usage.output_tokens),
    reasoning: 0,
    estimated: false,
  };
}

/** A usage with nothing cached and nothing reasoned. */
export function plainUsage(input: number, output: number): TokenUsage {
  return { input, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output, reasoning: 0, estimated: false };
}

/** All input tokens of a usage. */
export function inputOf(usage: TokenUsage): number {
  return usage.input + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h;
}

/** Characters of English a token, low: for a worst case (assumed; English prose has 4.2 to 4.7 with the tokenizers of 2026). */
const FEWEST_CHARACTERS = 3;
/** Characters of English a token, middling: for an estimate (assumed). */
const USUAL_CHARACTERS = 4.3;
/** Tokens that a message format adds. */
const FRAME = 64;

/** The most tokens that a text can well have: an upper bound to reserve by. */
export function mostTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / FEWEST_CHARACTERS) + FRAME;
}

/** About how many tokens a text has. */
export function likelyTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / USUAL_CHARACTERS);
}

/** The usage of an answer whose server counts nothing, from the lengths of the texts. */
export function estimatedUsage(sent: string, content: string): TokenUsage {
  return { ...plainUsage(likelyTokens(sent), likelyTokens(content)), estimated: true };
}
