import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BatchDesk } from './batch-desk.ts';

/** What the server does with one request for an answer. */
export type Fault =
  | { readonly kind: 'ok'; readonly content?: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Takes the request and never answers; the work is done and billed. */
  | { readonly kind: 'hang' }
  /** Answers a byte at a time. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  | { readonly kind: 'reset'; readonly when: 'before' | 'middle' }
  | { readonly kind: 'raw'; readonly text: string; readonly type?: string }
  | { readonly kind: 'error-200'; readonly code: number; readonly message: string }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'truncated'; readonly content?: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-usage' }
  | { readonly kind: 'other-model'; readonly model: string }
  | { readonly kind: 'slow'; readonly ms: number };

export interface FaultServerOptions {
  /** The fault of the n-th request for an answer (from 0); ok where it says nothing. */
  readonly fault?: (n: number, body: Body) => Fault | undefined;
  /** The text of an answer; `{"ok": true}` by default. */
  readonly answer?: (body: Body, user: string) => string;
  /** A token bucket: requests above it are refused with 429 and Retry-After. */
  readonly perSecond?: number;
  readonly latencyMs?: number;
  /** Whether completions can be looked up by their metadata. */
  readonly keeps?: boolean;
  readonly models?: readonly string[];
}

export type Body = Readonly<Record<string, unknown>>;

/** Micro-dollars a token: what this server charges. */
export const CHARGE = { input: 2.5, output: 10 } as const;

/** What this server has done, from its own side. */
interface Bill {
  /** Micro-dollars for every answer that was worked out, also those that never arrived. */
  uusd: number;
  /** Requests for an answer. */
  requests: number;
  /** Requests refused for being too many. */
  refused: number;
  /** Answers worked out, by the text of the question: what was paid for more than once shows here. */
  readonly worked: Map<string, number>;
}

/**
 * A model provider on loopback that plays faults and keeps its own bill. Speaks OpenAI's chat completions, files and
 * batches, and Anthropic's messages and batches.
 */
export interface FaultServer {
  /** For OpenAI clients. */
  readonly openAi: string;
  /** For Anthropic clients. */
  readonly anthropic: string;
  readonly bill: Bill;
  readonly bodies: Body[];
  readonly headers: IncomingMessage['headers'][];
  readonly batches: BatchDesk;
  /** Changes what it plays. */
  play(fault: FaultServerOptions['fault']): void;
  close(): Promise<void>;
}

export async function openFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  const bill: Bill = { uusd: 0, requests: 0, refused: 0, worked: new Map() };
  const bodies: Body[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const kept = new Map<string, unknown>();
  let fault = options.fault;
  let tokens = options.perSecond ?? 0;
  let filledAt = performance.now();
  const answerText = options.answer ?? (() => '{"ok": true}');

  /** An answer in the wire format of the request, and what it costs. */
  const work = (api: Api, body: Body, special: Fault = { kind: 'ok' }, factor = 1) => {
    const user = lastUser(body);
    const text =
      special.kind === 'empty' || special.kind === 'refusal'
        ? ''
        : special.kind === 'ok' || special.kind === 'truncated'
          ? (special.content ?? answerText(body, user))
          : answerText(body, user);
    const usage = { input: Math.ceil(JSON.stringify(body).length / 4), output: Math.ceil(text.length / 4) + 1 };
    bill.uusd += factor * (usage.input * CHARGE.input + usage.output * CHARGE.output);
    bill.worked.set(user, (bill.worked.get(user) ?? 0) + 1);
    return api === 'openai' ? completion(body, text, usage, special) : message(body, text, usage, special);
  };
  const desk = new BatchDesk((api, body) => work(api, body, { kind: 'ok' }, 0.5));

  const answer = async (api: Api, request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.parse(await read(request)) as Body;
    const n = bill.requests++;
    bodies.push(body);
    headers.push(request.headers);
    if (options.perSecond) {
      const now = performance.now();
      tokens = Math.min(options.perSecond, tokens + ((now - filledAt) / 1000) * options.perSecond);
      filledAt = now;
      if (tokens < 1) {
        bill.refused++;
        tokens = Math.max(-options.perSecond, tokens - 1);
        const wait = Math.ceil(((1 - tokens) / options.perSecond) * 1000);
        return send(response, 429, errorBody(api, 'rate_limit', 'slow down'), { 'retry-after-ms': String(wait) });
      }
      tokens--;
    }
    if (options.latencyMs) await pause(options.latencyMs);
    const now = fault?.(n, body) ?? { kind: 'ok' as const };
    switch (now.kind) {
      case 'status':
        return send(response, now.status, now.body ?? errorBody(api, 'error', `status ${now.status}`), now.headers);
      case 'hang':
        work(api, body, now);
        return;
      case 'drip': {
        const text = JSON.stringify(work(api, body, now));
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
        for (const byte of text) {
          if (response.destroyed) return;
          response.write(byte);
          await pause(now.everyMs);
        }
        return response.end();
      }
      case 'reset':
        if (now.when === 'middle') {
          const text = JSON.stringify(work(api, body, now));
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
          response.write(text.slice(0, 20));
          await pause(20);
        }
        return void request.socket.destroy();
      case 'raw':
        work(api, body, now);
        response.writeHead(200, { 'content-type': now.type ?? 'application/json' });
        return response.end(now.text);
      case 'error-200':
        return send(response, 200, { error: { code: now.code, message: now.message } });
      case 'slow':
        await pause(now.ms);
    }
    const made = work(api, body, now);
    const tag = (body.metadata as Record<string, string> | undefined)?.fabula_tag;
    if (tag) kept.set(tag, made);
    send(response, 200, made, { 'x-request-id': `req_${n}`, 'request-id': `req_${n}` });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const route = `${request.method} ${url.pathname}`;
    const go = async () => {
      if (route === 'POST /v1/chat/completions') return answer('openai', request, response);
      if (route === 'POST /v1/messages') return answer('anthropic', request, response);
      if (route === 'GET /v1/chat/completions') {
        const found =
          options.keeps === false ? undefined : kept.get(url.searchParams.get('metadata[fabula_tag]') ?? '');
        return send(response, 200, { object: 'list', data: found ? [found] : [], has_more: false });
      }
      if (route === 'GET /v1/models') {
        const data = (options.models ?? ['test-model', 'test-model-large']).map((id) => ({
          id,
          object: 'model',
          type: 'model',
        }));
        return send(response, 200, { object: 'list', data, has_more: false });
      }
      if (await desk.serve(route, url, request, response)) return;
      send(response, 404, { error: { message: `no route ${route}` } });
    };
    go().catch((error) => send(response, 500, { error: { message: String(error) } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    openAi: `http://127.0.0.1:${port}/v1`,
    anthropic: `http://127.0.0.1:${port}`,
    bill,
    bodies,
    headers,
    batches: desk,
    play(next) {
      fault = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Api = 'openai' | 'anthropic';

interface Usage {
  readonly input: number;
  readonly output: number;
}

function completion(body: Body, text: string, usage: Usage, special: Fault) {
  const refusal = special.kind === 'refusal' ? 'I cannot help with that.' : null;
  const finish = special.kind === 'truncated' ? 'length' : special.kind === 'filter' ? 'content_filter' : 'stop';
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: special.kind === 'other-model' ? special.model : body.model,
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content: text, refusal } }],
    ...(special.kind === 'no-usage'
      ? {}
      : {
          usage: {
            prompt_tokens: usage.input,
            completion_tokens: usage.output,
            total_tokens: usage.input + usage.output,
          },
        }),
  };
}

function message(body: Body, text: string, usage: Usage, special: Fault) {
  const reasons: Readonly<Record<string, string>> = { truncated: 'max_tokens', refusal: 'refusal', filter: 'refusal' };
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: special.kind === 'other-model' ? special.model : body.model,
    content: text === '' ? [] : [{ type: 'text', text }],
    stop_reason: reasons[special.kind] ?? 'end_turn',
    stop_sequence: null,
    ...(special.kind === 'no-usage' ? {} : { usage: { input_tokens: usage.input, output_tokens: usage.output } }),
  };
}

function errorBody(api: Api, type: string, message: string): unknown {
  return api === 'openai' ? { error: { message, type, code: type } } : { type: 'error', error: { type, message } };
}

/** The text of the last turn that a user spoke. */
function lastUser(body: Body): string {
  const turns = (body.messages ?? []) as readonly { role: string; content: unknown }[];
  return String(turns.filter(({ role }) => role === 'user').at(0)?.content ?? '');
}

export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed || response.headersSent) return;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
    date: new Date().toUTCString(),
    ...headers,
  });
  response.end(text);
}

export async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
