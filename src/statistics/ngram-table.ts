import { mix } from '../core/random.ts';

const NONE = -1;

/** Sequences of numbered words, each with a number of its own: a sequence is the one without its last word, and that word. */
export interface NgramTable {
  /** Sequences so far; their numbers run from 0. */
  readonly size: number;
  /** The number of a sequence, newly given where it is new. `prefix` is -1 for a single word. */
  put(prefix: number, word: number): number;
  /** The number of a sequence, or -1. */
  find(prefix: number, word: number): number;
  prefixOf(id: number): number;
  lastWordOf(id: number): number;
}

/** An empty table. Open addressing over typed arrays, at most half full, so no string is built for a sequence. */
export function openNgramTable(): NgramTable {
  let prefixes = new Int32Array(1 << 12);
  let words = new Int32Array(1 << 12);
  let slots = new Int32Array(1 << 13).fill(NONE);
  let size = 0;

  function slotOf(prefix: number, word: number): number {
    const mask = slots.length - 1;
    let slot = mix(prefix, word) & mask;
    for (;;) {
      const id = slots[slot] as number;
      if (id === NONE || (words[id] === word && prefixes[id] === prefix)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function grow(): void {
    const [oldPrefixes, oldWords] = [prefixes, words];
    prefixes = new Int32Array(size * 2);
    prefixes.set(oldPrefixes);
    words = new Int32Array(size * 2);
    words.set(oldWords);
    slots = new Int32Array(size * 4).fill(NONE);
    for (let id = 0; id < size; id++) slots[slotOf(prefixes[id] as number, words[id] as number)] = id;
  }

  return {
    get size() {
      return size;
    },
    put(prefix, word) {
      const slot = slotOf(prefix, word);
      const found = slots[slot] as number;
      if (found !== NONE) return found;
      prefixes[size] = prefix;
      words[size] = word;
      slots[slot] = size++;
      if (size === prefixes.length) grow();
      return size - 1;
    },
    find: (prefix, word) => slots[slotOf(prefix, word)] as number,
    prefixOf: (id) => prefixes[id] as number,
    lastWordOf: (id) => words[id] as number,
  };
}
