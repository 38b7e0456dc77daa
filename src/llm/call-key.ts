import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/canonical-json.ts';
import type { Provider, WireBody } from './provider.ts';

/** What names a call and changes nothing of its answer. */
const NOT_KEYED = new Set(['metadata', 'store', 'user', 'prompt_cache_key', 'stream']);

/**
 * The key of a call: 64 hex digits over the exact body that is sent, where it is sent, the version of the prompt and the
 * number of the draw (0 for the first answer, 1 for a second one to the same question). Never over a credential, a header
 * or a time. A change of this function makes every stored answer unknown.
 */
export function callKey(
  provider: Pick<Provider, 'api' | 'baseUrl'>,
  body: WireBody,
  prompt: { readonly id: string; readonly version: number },
  draw = 0,
): string {
  const kept = Object.fromEntries(
    Object.entries(body).filter(([name, value]) => !NOT_KEYED.has(name) && value !== undefined),
  );
  const identity = {
    api: provider.api,
    base_url: normalBaseUrl(provider.baseUrl),
    body: kept,
    prompt: `${prompt.id}@${prompt.version}`,
    draw,
  };
  return createHash('sha256')
    .update(`fabula1\0${canonicalJson(identity)}`)
    .digest('hex');
}

/** A base URL without what does not change where it leads: case of the host, standard port, closing slash. */
export function normalBaseUrl(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname.replace(/\/+$/, '')}`;
  } catch {
    return url;
  }
}
