import type Anthropic from '@anthropic-ai/sdk';
import { anthropicBatches } from './anthropic-batches.ts';
import { GarbledAnswer } from './call-fault.ts';
import { systemText, turnsOf, wireSchema } from './messages.ts';
import type { Finish, ModelAnswer, Provider } from './provider.ts';
import { usageOfAnthropic } from './usage.ts';

/** Anthropic's messages. The SDK is the transport and nothing more. */
export function anthropic(settings: { readonly apiKey: string; readonly baseUrl: string }): Provider {
  let client: Promise<Anthropic> | undefined;
  const open = () => {
    client ??= import('@anthropic-ai/sdk').then(
      ({ default: Client }) =>
        new Client({
          apiKey: settings.apiKey,
          baseURL: settings.baseUrl,
          maxRetries: 0,
          // Without one, long calls are refused on this side.
          timeout: 24 * 3600 * 1000,
          logLevel: 'off',
        }),
    );
    return client;
  };
  return {
    id: 'anthropic',
    api: 'messages',
    baseUrl: settings.baseUrl,
    paid: true,
    priceProvider: 'anthropic',
    rungs: ['json_schema', 'text'],
    body: (request, rung) => ({
      model: request.model,
      max_tokens: request.maxOutputTokens,
      system: systemText(request),
      messages: turnsOf(request),
      ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
      ...(rung === 'json_schema'
        ? { output_config: { format: { type: 'json_schema', schema: wireSchema(request.output.schema) } } }
        : {}),
    }),
    async send(body, { signal }) {
      const { data, request_id } = await (await open()).messages
        .create({ ...body } as never, { signal })
        .withResponse();
      return answerOf(data, request_id ?? undefined);
    },
    async models(signal) {
      const names: string[] = [];
      for await (const { id } of await (await open()).models.list({}, { signal })) names.push(id);
      return names;
    },
    batches: anthropicBatches(open, answerOf),
  };
}

/** Reads a message; throws GarbledAnswer where a body with status 200 is something else. */
function answerOf(data: unknown, requestId: string | undefined): ModelAnswer {
  const message = data as {
    type?: string;
    error?: unknown;
    model?: string;
    stop_reason?: string | null;
    usage?: Parameters<typeof usageOfAnthropic>[0];
    content?: readonly { type: string; text?: string }[];
  };
  if (typeof data !== 'object' || data === null || message.error || !Array.isArray(message.content))
    throw new GarbledAnswer('the answer is not a message', (message as { error?: unknown } | null)?.error, requestId);
  return {
    content: message.content.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join(''),
    finish: finishOf(message.stop_reason),
    model: message.model ?? '',
    usage: usageOfAnthropic(message.usage),
    requestId,
  };
}

function finishOf(reason: string | null | undefined): Finish {
  if (reason === 'refusal') return 'refusal';
  return reason === 'max_tokens' || reason === 'model_context_window_exceeded' ? 'length' : 'stop';
}
