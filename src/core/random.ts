/**
 * Random numbers that are addressed, not drawn in turn: a value depends only on the words that name it
 * (seed, record, stage, choice), so adding a draw in one place shifts no other.
 */

/** 32-bit hash of a text (FNV-1a with a murmur finalizer). */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash, text.length);
}

/** Mixes two 32-bit integers into one (lowbias32 rounds). */
export function mix(a: number, b: number): number {
  let t = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x21f0aaad);
  t ^= t >>> 15;
  t = Math.imul((t + b) | 0, 0x735a2d97);
  t ^= t >>> 15;
  t = Math.imul(t ^ a, 0x2c1b3c6d);
  return t ^ (t >>> 16);
}

/** A named stream of numbers: two 32-bit words of state, never advanced. */
export interface Stream {
  readonly high: number;
  readonly low: number;
}

/** The stream of a path such as `openStream(42, 'workplace', 'sample')`. */
export function openStream(...path: readonly (string | number)[]): Stream {
  let high = 0x6a09e667;
  let low = 0xbb67ae85 | 0;
  for (const step of path) {
    const word = typeof step === 'number' ? mix(step | 0, Math.floor(step / 0x100000000) | 0) : hashText(step);
    high = mix(high, word);
    low = mix(low ^ 0x5bd1e995, word + high);
  }
  return { high, low };
}

/** The stream of one item below another stream; `item` is a whole number. */
export function subStream(stream: Stream, item: number): Stream {
  const high = mix(stream.high, item);
  return { high, low: mix(stream.low ^ high, item + 0x3c6ef372) };
}

/** 32 random bits of `stream` under the name `node` (unsigned). */
export function bitsAt(stream: Stream, node: number): number {
  let t = Math.imul(stream.high ^ node, 0x21f0aaad);
  t ^= t >>> 15;
  t = Math.imul((t + stream.low) | 0, 0x735a2d97);
  t ^= t >>> 15;
  t = Math.imul(t ^ node, 0x2c1b3c6d);
  return (t ^ (t >>> 16)) >>> 0;
}

/** A number in [0, 1) of `stream` under the name `node`. */
export function unitAt(stream: Stream, node: number): number {
  return bitsAt(stream, node) / 0x100000000;
}

/** A whole number in [0, n) of `stream` under the name `node`. */
export function pickAt(stream: Stream, node: number, n: number): number {
  return Math.floor(unitAt(stream, node) * n);
}

/** A standard normal deviate of `stream` under the name `node` (Box-Muller, 1958). */
export function normalAt(stream: Stream, node: number): number {
  const u = 1 - unitAt(stream, node);
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * unitAt(stream, node ^ 0x55555555));
}

/** The index chosen from cumulative weights (last one = total) by `unit` in [0, 1). */
export function indexByWeight(cumulative: readonly number[], unit: number): number {
  const target = unit * (cumulative[cumulative.length - 1] ?? 0);
  let i = 0;
  while (i < cumulative.length - 1 && target >= (cumulative[i] as number)) i++;
  return i;
}

/** Up to `max` milliseconds that differ from process to process: for waits, never for data. */
export function jitter(max: number): number {
  return Math.random() * max;
}
