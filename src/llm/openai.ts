import type OpenAI from 'openai';
import { GarbledAnswer } from './call-fault.ts';
import { systemText, turnsOf, wireSchema } from './messages.ts';
import { openAiBatches } from './openai-batches.ts';
import type { Finish, ModelAnswer, ModelRequest, Provider, Rung, SendOptions, WireBody } from './provider.ts';
import { usageOfOpenAi } from './usage.ts';

/** Settings of a server that speaks the chat completions format. */
export interface OpenAiSettings {
  readonly apiKey: string;
  readonly baseUrl: string;
  /** True for the company's own service: it keeps answers for look-ups, has batches and its own word for the token limit. */
  readonly own: boolean;
}

/** Name of the metadata field by which a stored completion is found again. */
const TAG = 'fabula_tag';
/** Stored completions that a look-up reads at most. */
const LOOK_UP = 4;

/** OpenAI's chat completions, or any server that speaks them. The SDK is the transport and nothing more. */
export function openAi(settings: OpenAiSettings): Provider {
  let client: Promise<OpenAI> | undefined;
  const open = () => {
    client ??= import('openai').then(
      ({ default: Client }) =>
        new Client({
          apiKey: settings.apiKey || 'none',
          baseURL: settings.baseUrl,
          maxRetries: 0,
          timeout: 24 * 3600 * 1000,
          logLevel: 'off',
        }),
    );
    return client;
  };
  const provider: Provider = {
    id: settings.own ? 'openai' : 'compatible',
    api: 'chat.completions',
    baseUrl: settings.baseUrl,
    paid: settings.own || !isLocal(settings.baseUrl),
    priceProvider: settings.own ? 'openai' : undefined,
    rungs: ['json_schema', 'json_object', 'text'],
    body: (request, rung) => bodyOf(request, rung, settings.own),
    async send(body, { signal, tag }: SendOptions) {
      const extra = settings.own ? { store: true, metadata: { [TAG]: tag } } : {};
      const { data, request_id } = await (await open()).chat.completions
        .create({ ...body, ...extra } as never, { signal })
        .withResponse();
      return answerOf(data, request_id ?? undefined);
    },
    async models(signal) {
      const names: string[] = [];
      for await (const { id } of await (await open()).models.list({ signal })) names.push(id);
      return names;
    },
    ...(settings.own
      ? {
          async lookUp(tag: string, signal: AbortSignal) {
            const page = await (await open()).chat.completions.list(
              { metadata: { [TAG]: tag }, limit: LOOK_UP },
              { signal },
            );
            const [found] = page.data;
            return found && answerOf(found, undefined);
          },
          batches: openAiBatches(open, '/v1/chat/completions', answerOf),
        }
      : {}),
  };
  return provider;
}

function bodyOf(request: ModelRequest, rung: Rung, own: boolean): WireBody {
  const format =
    rung === 'json_schema'
      ? {
          type: 'json_schema',
          json_schema: { name: request.output.name, strict: true, schema: wireSchema(request.output.schema) },
        }
      : // A schema beside json_object is what llama.cpp's servers keep to; others pass over it.
        { type: 'json_object', ...(own ? {} : { schema: wireSchema(request.output.schema) }) };
  return {
    model: request.model,
    messages: [{ role: 'system', content: systemText(request) }, ...turnsOf(request)],
    [own ? 'max_completion_tokens' : 'max_tokens']: request.maxOutputTokens,
    ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
    ...(rung === 'text' ? {} : { response_format: format }),
  };
}

/** Reads a chat completion; throws GarbledAnswer where a body with status 200 is something else. */
function answerOf(data: unknown, requestId: string | undefined): ModelAnswer {
  const completion = (data ?? {}) as {
    error?: unknown;
    model?: string;
    usage?: Parameters<typeof usageOfOpenAi>[0] & { cost?: number };
    choices?: readonly {
      finish_reason?: string;
      message?: { content?: string | null; refusal?: string | null };
      error?: unknown;
    }[];
  };
  const inner = completion.error ?? completion.choices?.[0]?.error;
  if (inner) throw new GarbledAnswer('the answer is an error', inner, requestId);
  if (!Array.isArray(completion.choices))
    throw new GarbledAnswer('the answer is not a chat completion', undefined, requestId);
  const choice = completion.choices[0];
  const cost = completion.usage?.cost;
  return {
    content: choice?.message?.content ?? '',
    finish: finishOf(choice?.finish_reason, choice?.message?.refusal),
    model: completion.model ?? '',
    usage: usageOfOpenAi(completion.usage),
    requestId,
    ...(typeof cost === 'number' ? { uusd: Math.ceil(cost * 1e6) } : {}),
  };
}

function finishOf(reason: string | undefined, refusal: string | null | undefined): Finish {
  if (refusal) return 'refusal';
  if (reason === 'content_filter') return 'filter';
  return reason === 'length' ? 'length' : 'stop';
}

/** Whether an address is on this machine or its network: such a server takes no money. */
function isLocal(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|0\.0\.0\.0$)|\.(local|internal|lan)$/.test(
    host,
  );
}
