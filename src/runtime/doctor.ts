import { FabulaError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { faultOf } from '../llm/call-fault.ts';
import { Engine } from '../llm/engine.ts';
import { dollars } from '../llm/money.ts';
import { keySource, PROVIDERS } from '../llm/providers.ts';
import { readObject } from '../llm/read-answer.ts';
import { openPricedProvider, type PricedProvider } from './priced-provider.ts';
import { openMachineStore, storePath } from './store-place.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  readonly state: 'good' | 'bad' | 'unknown';
  readonly detail: string;
}

export interface DoctorRequest {
  readonly provider: string | undefined;
  readonly model: string | undefined;
  readonly baseUrl: string | undefined;
  readonly assumePrice: string | undefined;
  readonly call: boolean;
}

/** The most that the one call may cost: a cent. */
const CALL_CAP_UUSD = 10_000;
const REACH_MS = 10_000;

/** Where each provider's key is looked for, and whether it is there; the store. */
export function surveyKeys(): readonly Finding[] {
  return Object.entries(PROVIDERS).map(([name, kind]): Finding => {
    const { keyVariable, keyNeeded, title } = kind;
    if (!keyVariable) return { what: name, state: 'good', detail: title };
    const source = keySource(kind, process.env);
    if (source) return { what: name, state: 'good', detail: `key in ${source}` };
    return {
      what: name,
      state: keyNeeded ? 'bad' : 'unknown',
      detail: `${keyVariable} is not set${keyNeeded ? '' : ' (some servers need none)'}`,
    };
  });
}

/** Looks a provider over: key, endpoint, model, price, and one small call. Each finding comes as soon as it is known. */
export async function* examine(request: DoctorRequest): AsyncGenerator<Finding> {
  const { provider: name = '', model = '' } = request;
  let priced: PricedProvider;
  try {
    priced = openPricedProvider({ provider: name, model: model || 'unnamed', baseUrl: request.baseUrl }, request);
    yield { what: 'key', state: 'good', detail: PROVIDERS[name]?.keyVariable ?? 'none needed' };
  } catch (error) {
    if (!(error instanceof FabulaError)) throw error;
    yield { what: 'key', state: 'bad', detail: `${error.message}; ${error.hint}` };
    return;
  }
  const { provider } = priced;
  const signal = AbortSignal.timeout(REACH_MS);
  let models: readonly string[] | undefined;
  try {
    models = await provider.models(signal);
    yield { what: 'endpoint', state: 'good', detail: `${provider.baseUrl}, ${models.length} models` };
  } catch (error) {
    const fault = faultOf(error, signal);
    const listless = fault.kind === 'no-model' || fault.kind === 'bad-request';
    yield { what: 'endpoint', state: listless ? 'unknown' : 'bad', detail: `${provider.baseUrl}: ${fault.message}` };
    if (!listless) return;
  }
  if (!model) {
    yield { what: 'model', state: 'unknown', detail: `none named; it has ${(models ?? []).slice(0, 6).join(', ')}` };
    return;
  }
  if (models && name !== 'local') {
    const known = models.some((id) => id === model || id.startsWith(`${model}-`) || id.startsWith(`${model}:`));
    yield known
      ? { what: 'model', state: 'good', detail: model }
      : { what: 'model', state: 'bad', detail: `there is no '${model}'; ${nearHint(model, models)}` };
    if (!known) return;
  }
  try {
    const price = await priced.priceOf(model);
    yield {
      what: 'price',
      state: 'good',
      detail: provider.paid
        ? `${dollars(price.worstOf(1_000_000, 0))} in, ${dollars(price.worstOf(0, 1_000_000))} out, a million tokens (${price.source})`
        : 'free',
    };
    if (!request.call) return;
    yield await smallCall(priced, model);
  } catch (error) {
    if (!(error instanceof FabulaError)) throw error;
    yield {
      what: error.code === 'price-unknown' ? 'price' : 'call',
      state: 'bad',
      detail: `${error.message}; ${error.hint}`,
    };
  }
}

async function smallCall({ provider, priceOf }: PricedProvider, model: string): Promise<Finding> {
  const store = await openMachineStore();
  const run = `doctor-${provider.id}-${store.calls.today()}`;
  const engine = new Engine({
    provider,
    store: store.calls,
    run,
    priceOf,
    limits: { attempts: 2, reasks: 1, deadlineMs: 60_000 },
  });
  try {
    await store.calls.setCap(`run:${run}`, provider.paid ? CALL_CAP_UUSD : undefined);
    const outcome = await engine.ask({
      prompt: { id: 'ping', version: 1 },
      purpose: 'doctor',
      request: {
        model,
        system: 'You answer in JSON.',
        user: 'Say that you are there: {"ok": true}',
        maxOutputTokens: 200,
        temperature: undefined,
        output: {
          name: 'ping',
          schema: {
            type: 'object',
            additionalProperties: false,
            required: ['ok'],
            properties: { ok: { type: 'boolean' } },
          },
        },
      },
      read: (content) => {
        const value = readObject(content);
        return value === undefined ? { fault: 'it is not JSON' } : { value };
      },
    });
    const how = `${engine.rungOf(model)}, ${dollars(engine.figures.uusd)}`;
    return outcome.state === 'answered'
      ? {
          what: 'call',
          state: 'good',
          detail: `${outcome.origin === 'stored' ? 'answered before, from the store' : 'answered'} (${how})`,
        }
      : { what: 'call', state: 'bad', detail: `no answer could be used: ${outcome.reason} (${how})` };
  } finally {
    await engine.close();
    await store.close();
  }
}

/** Where the store is, for the reader of a report. */
export function storeFinding(): Finding {
  return { what: 'store', state: 'good', detail: storePath() };
}
