import { createHash } from 'node:crypto';

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot hold`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, (item, i) => write(item, `${path}[${i}]`)).join(',')}]`;
  if (typeof value === 'object') {
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) {
      const object = value as Readonly<Record<string, unknown>>;
      const fields = Object.keys(object).sort();
      return `{${fields.map((key) => `${JSON.stringify(key)}:${write(object[key], `${path}.${key}`)}`).join(',')}}`;
    }
    throw new TypeError(`${path} is a ${prototype?.constructor?.name ?? 'strange object'}, not plain data`);
  }
  throw new TypeError(`${path} is ${typeof value}, which JSON cannot hold`);
}

/**
 * The one JSON text of a value: keys sorted by UTF-16 code unit, no spaces, numbers as ECMAScript writes them
 * (as RFC 8785 asks). Throws TypeError, naming the path, for NaN, undefined and anything that is not plain data.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

/** The fingerprint `sha256:<hex>` of a value under a tag that names its kind and version, such as `fabula.config.1`. */
export function taggedHash(tag: string, value: unknown): string {
  return `sha256:${createHash('sha256')
    .update(`${tag}\0${canonicalJson(value)}`)
    .digest('hex')}`;
}
