/** What kind of trouble a call met; it decides what is done about it. */
type FaultKind =
  | 'rate-limit'
  | 'overloaded'
  | 'server'
  | 'quota'
  | 'auth'
  | 'no-model'
  | 'unsupported-output'
  | 'too-long'
  | 'bad-request'
  | 'timeout'
  | 'connection'
  | 'cut-off'
  | 'garbled'
  | 'stopped';

/** A failed call, whatever SDK or socket it came from. */
export interface CallFault {
  readonly kind: FaultKind;
  readonly message: string;
  readonly http: number | undefined;
  readonly requestId: string | undefined;
  /** How long the provider asks to wait. */
  readonly retryAfterMs: number | undefined;
  /** True where the request was on its way and the provider may have billed it. */
  readonly maybeBilled: boolean;
}

/** What a transport throws when a body is not an answer: the SDKs hand such bodies out as if they were. */
export class GarbledAnswer extends Error {
  readonly inner: unknown;
  readonly requestId: string | undefined;

  constructor(message: string, inner?: unknown, requestId?: string) {
    super(message);
    this.inner = inner;
    this.requestId = requestId;
  }
}

interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly status?: number;
  readonly code?: string | number | null;
  readonly type?: string | null;
  readonly headers?: Headers | Record<string, string> | undefined;
  readonly requestID?: string | null;
  readonly error?: unknown;
  readonly cause?: { readonly code?: string; readonly message?: string } | undefined;
}

const NONE = { http: undefined, requestId: undefined, retryAfterMs: undefined } as const;

/**
 * Reads what a provider's call threw. `signal` says why we ended it ourselves: its reason `deadline` is a timeout, any
 * other a stop.
 */
export function faultOf(error: unknown, signal: AbortSignal): CallFault {
  const thrown = (error ?? {}) as Thrown;
  const message = oneLine(thrown.message ?? String(error));
  if (signal.aborted) {
    const deadline = signal.reason === 'deadline';
    return {
      ...NONE,
      kind: deadline ? 'timeout' : 'stopped',
      message: deadline ? 'no answer before the deadline' : 'the run was stopped',
      maybeBilled: true,
    };
  }
  if (error instanceof GarbledAnswer) return garbled(error);
  const http = thrown.status;
  if (typeof http === 'number') return httpFault(http, thrown, message);
  if (/timeout/i.test(thrown.name ?? '')) return { ...NONE, kind: 'timeout', message, maybeBilled: true };
  const causes = causesOf(thrown);
  const cause = String(causes.findLast(({ code }) => typeof code === 'string')?.code ?? '');
  if (causes.some((each) => /bad port/i.test(String(each.message))))
    return { ...NONE, kind: 'connection', message: 'the port is one that is not allowed', maybeBilled: false };
  if (
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS)/.test(
      cause,
    )
  )
    return { ...NONE, kind: 'connection', message: `${message} (${cause})`, maybeBilled: false };
  if (/terminated|UND_ERR_SOCKET|ECONNRESET|EPIPE|other side closed|premature/i.test(`${message} ${cause}`))
    return { ...NONE, kind: 'cut-off', message: `the connection was cut off (${cause || message})`, maybeBilled: true };
  if (error instanceof SyntaxError || /JSON|Unexpected token/.test(message))
    return { ...NONE, kind: 'garbled', message: 'the answer is not JSON', maybeBilled: true };
  return { ...NONE, kind: 'cut-off', message, maybeBilled: true };
}

function garbled(error: GarbledAnswer): CallFault {
  const inner = error.inner as { code?: unknown; message?: unknown; type?: unknown } | undefined;
  const status = Number(inner?.code);
  if (inner && (status >= 400 || typeof inner.message === 'string')) {
    const guessed = status >= 400 ? status : 502;
    const fault = httpFault(
      guessed,
      { error: inner, code: String(inner.type ?? inner.code ?? '') },
      oneLine(String(inner.message ?? error.message)),
    );
    return { ...fault, requestId: error.requestId };
  }
  return { ...NONE, requestId: error.requestId, kind: 'garbled', message: error.message, maybeBilled: true };
}

function httpFault(http: number, thrown: Thrown, message: string): CallFault {
  const detail = `${thrown.code ?? ''} ${thrown.type ?? ''} ${message} ${safeJson(thrown.error)}`;
  const headers = headersOf(thrown.headers);
  return {
    kind: kindOf(http, detail),
    message,
    http,
    requestId: thrown.requestID ?? headers.get('x-request-id') ?? headers.get('request-id') ?? undefined,
    retryAfterMs: retryAfterOf(headers),
    maybeBilled: false,
  };
}

function kindOf(http: number, detail: string): FaultKind {
  if (
    http === 402 ||
    /insufficient_quota|credit balance|billing_hard_limit|insufficient credits|exceeded your current quota/i.test(
      detail,
    )
  )
    return 'quota';
  // A server that cannot do structured output says so with 400, 422 or even 500 (llama-cpp-python does).
  const aboutOutput = /response_format|json_schema|output_config|output_format|structured output/i.test(detail);
  if (aboutOutput && (http === 400 || http === 404 || http === 422 || http >= 500)) return 'unsupported-output';
  if (http === 401 || http === 403) return 'auth';
  if (http === 404 || /model_not_found|does not exist|unknown model|model .* not found/i.test(detail))
    return 'no-model';
  if (http === 429) return 'rate-limit';
  if (http === 529 || http === 503) return 'overloaded';
  if (http === 408) return 'timeout';
  if (http === 409 || http >= 500) return 'server';
  if (
    /context_length|context length|too long|maximum context|prompt is too long|too many tokens/i.test(detail) ||
    http === 413
  )
    return 'too-long';
  return 'bad-request';
}

/**
 * The wait that a response asks for in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as a date, the date
 * counted from the response's own `date`, never from our clock. Undefined where it says nothing that can be read.
 */
function retryAfterOf(headers: Headers): number | undefined {
  const exact = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const raw = headers.get('retry-after');
  if (raw === null) return undefined;
  if (/^\s*-?\d+(\.\d+)?\s*$/.test(raw)) return Math.max(0, Number(raw) * 1000);
  const until = Date.parse(raw);
  const now = Date.parse(headers.get('date') ?? '');
  return Number.isFinite(until) && Number.isFinite(now) ? Math.max(0, until - now) : undefined;
}

function headersOf(headers: Thrown['headers']): Headers {
  if (headers instanceof Headers) return headers;
  return new Headers(headers ?? {});
}

/** An error and what caused it, outermost first. */
function causesOf(thrown: Thrown): readonly { readonly code?: unknown; readonly message?: unknown }[] {
  const causes: { code?: unknown; message?: unknown }[] = [];
  for (let cause: unknown = thrown; cause && causes.length < 5; cause = (cause as { cause?: unknown }).cause)
    causes.push(cause);
  return causes;
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}

function oneLine(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 197)}...` : line;
}
