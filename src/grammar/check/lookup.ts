import { NUMBER_SLOTS } from '../number-words.ts';
import type { PackSource, SourcePeople, SourceSet, SourceSlot } from '../source.ts';

/** What a name stands for. */
export type Named =
  | { readonly kind: 'fact' }
  | { readonly kind: 'people'; readonly people: SourcePeople }
  | { readonly kind: 'slot'; readonly slot: SourceSlot }
  | { readonly kind: 'computed' | 'number' };

interface Entries {
  readonly set: SourceSet;
  readonly slot: SourceSlot;
  readonly people: SourcePeople;
}

/** Finds what a name means where it stands: in its file first, then in the story's folder, then in the pack. */
export class Lookup {
  readonly source: PackSource;
  private readonly maps: { readonly [K in keyof Entries]: ReadonlyMap<string, Entries[K]> };
  private readonly computed: ReadonlySet<string>;

  constructor(source: PackSource) {
    this.source = source;
    this.maps = { set: byScope(source.sets), slot: byScope(source.slots), people: byScope(source.people) };
    this.computed = new Set(source.grammar.computed.map((name) => name.split('.')[0] as string));
  }

  /** What a name means to a pattern of `file` in a story of `folder`. */
  meaning(name: string, file: string, folder: string): Named | undefined {
    if (this.source.grammar.kinds[name]) return { kind: 'fact' };
    const people = this.find('people', name, file, folder);
    if (people) return { kind: 'people', people };
    const slot = this.find('slot', name, file, folder);
    if (slot) return { kind: 'slot', slot };
    if (this.computed.has(name)) return { kind: 'computed' };
    return NUMBER_SLOTS[name] ? { kind: 'number' } : undefined;
  }

  set(name: string, file: string, folder: string): SourceSet | undefined {
    return this.find('set', name, file, folder);
  }

  private find<K extends keyof Entries>(kind: K, name: string, file: string, folder: string): Entries[K] | undefined {
    const map = this.maps[kind];
    return map.get(`${file}\0${name}`) ?? map.get(`${folder}\0${name}`) ?? map.get(`\0${name}`);
  }
}

function byScope<T extends { readonly scope: string; readonly name: string }>(
  entries: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [`${entry.scope}\0${entry.name}`, entry]));
}
