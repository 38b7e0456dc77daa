import { bitsAt, hashText, mix, openStream } from '../core/random.ts';
import { wordsOf } from './words.ts';

/** Words in a shingle: a run of words that is compared as one. */
const SHINGLE = 5;
/** Two texts are nearly the same where this share of the shingles of either is in both. */
const LEAST_SHARE = 0.5;
/** 32 bands of 3 rows: a pair at a share of .5 is looked at with 98.6%, at .6 with 99.96%, at .2 with 23%. */
const BANDS = 32;
const ROWS = 3;
const HASHES = BANDS * ROWS;
/** Equal rows below which a pair cannot be one: a share of .5 has 48 of 96 with a standard deviation of 4.9. */
const FEWEST_EQUAL = 28;
/** Others of a bucket that a text is compared with; only texts full of common runs have so many. */
const MOST_COMPARED = 64;

/**
 * For each text, the index of another that is nearly the same, or -1: Jaccard similarity of the sets of 5-word shingles of
 * .5 or more. MinHash in bands finds the candidates (Broder 1997; Leskovec, Rajaraman and Ullman, ch. 3), each of which is
 * checked on the sets. A text of fewer than five words is one shingle; one without words has no partner.
 */
export function findNearDuplicates(texts: readonly string[]): Int32Array {
  const sets = texts.map(shinglesOf);
  const signatures = signaturesOf(sets);
  const partners = new Int32Array(texts.length).fill(-1);
  for (let band = 0; band < BANDS; band++)
    forEachBucket(sets, signatures, band, (bucket) => {
      for (let i = 0; i < bucket.length; i++) join(sets, signatures, partners, bucket, i);
    });
  return partners;
}

/** The Jaccard similarity of two texts by their 5-word shingles, 0 to 1. */
export function shingleSimilarity(a: string, b: string): number {
  const one = shinglesOf(a);
  const other = shinglesOf(b);
  const common = inBoth(one, other);
  return common / Math.max(1, one.length + other.length - common);
}

/** The different shingles of a text as hashes, in ascending order. */
function shinglesOf(text: string): Uint32Array {
  const words = wordsOf(text).map((word) => hashText(word));
  const length = Math.min(SHINGLE, words.length);
  const hashes = new Uint32Array(length === 0 ? 0 : words.length - length + 1);
  for (let start = 0; start < hashes.length; start++) {
    let hash = length;
    for (let i = 0; i < length; i++) hash = mix(hash, words[start + i] as number);
    hashes[start] = hash;
  }
  hashes.sort();
  return hashes.filter((hash, i) => i === 0 || hash !== hashes[i - 1]);
}

/** The least value of each of 96 hash functions over each set, set by set. */
function signaturesOf(sets: readonly Uint32Array[]): Uint32Array {
  const stream = openStream('near-duplicates');
  const masks = Int32Array.from({ length: HASHES }, (_, i) => bitsAt(stream, 2 * i));
  const factors = Int32Array.from({ length: HASHES }, (_, i) => bitsAt(stream, 2 * i + 1) | 1);
  const signatures = new Uint32Array(sets.length * HASHES);
  sets.forEach((set, text) => {
    for (let row = 0; row < HASHES; row++) {
      const mask = masks[row] as number;
      const factor = factors[row] as number;
      let least = 0xffffffff;
      for (let i = 0; i < set.length; i++) {
        const product = Math.imul((set[i] as number) ^ mask, factor);
        const value = (product ^ (product >>> 15)) >>> 0;
        if (value < least) least = value;
      }
      signatures[text * HASHES + row] = least;
    }
  });
  return signatures;
}

/** Calls back with the texts that agree in all rows of a band, for each bucket of two or more. */
function forEachBucket(
  sets: readonly Uint32Array[],
  signatures: Uint32Array,
  band: number,
  visit: (bucket: readonly number[]) => void,
): void {
  const entries = new Float64Array(sets.length);
  let filled = 0;
  sets.forEach((set, text) => {
    if (set.length === 0) return;
    let key = band;
    for (let row = 0; row < ROWS; row++) key = mix(key, signatures[text * HASHES + band * ROWS + row] as number);
    entries[filled++] = (key >>> 0) * TEXTS + text;
  });
  const sorted = entries.subarray(0, filled).sort();
  let start = 0;
  for (let end = 1; end <= filled; end++) {
    const same =
      end < filled && Math.floor((sorted[end] as number) / TEXTS) === Math.floor((sorted[start] as number) / TEXTS);
    if (same) continue;
    if (end - start > 1) visit(Array.from(sorted.subarray(start, end), (entry) => entry % TEXTS));
    start = end;
  }
}

/** More texts than a run can hold; a 32-bit key and a text number share one exact double. */
const TEXTS = 2 ** 21;

/** Looks in a bucket for a partner of its i-th text, if it has none, beginning with the texts next to it. */
function join(
  sets: readonly Uint32Array[],
  signatures: Uint32Array,
  partners: Int32Array,
  bucket: readonly number[],
  i: number,
): void {
  const text = bucket[i] as number;
  if (partners[text] !== -1) return;
  const compared = Math.min(bucket.length - 1, MOST_COMPARED);
  for (let step = 1; step <= compared; step++) {
    const other = bucket[(i + step) % bucket.length] as number;
    if (!likelySame(signatures, text, other) || !areNear(sets[text] as Uint32Array, sets[other] as Uint32Array))
      continue;
    partners[text] = other;
    if (partners[other] === -1) partners[other] = text;
    return;
  }
}

function likelySame(signatures: Uint32Array, a: number, b: number): boolean {
  let equal = 0;
  for (let row = 0; row < HASHES; row++) if (signatures[a * HASHES + row] === signatures[b * HASHES + row]) equal++;
  return equal >= FEWEST_EQUAL;
}

function areNear(a: Uint32Array, b: Uint32Array): boolean {
  const common = inBoth(a, b);
  return common >= LEAST_SHARE * (a.length + b.length - common);
}

/** Elements that two ascending lists share. */
function inBoth(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return common;
}
