import type { CompiledGrammar } from '../../src/grammar/plan.ts';
import type { PackConfig, Sampler, Split } from '../../src/packs/pack.ts';
import { compilePack, type LoadedPack, loadPack } from '../../src/runtime/load-pack.ts';

const SPLITS: readonly Split[] = [
  { name: 'train', share: 0.7 },
  { name: 'validation', share: 0.15 },
  { name: 'test', share: 0.15 },
];

const loaded = new Map<string, LoadedPack>();

/** A pack as it ships, read once for a test file. */
export function realPack(id: string): LoadedPack {
  const found = loaded.get(id) ?? loadPack(id);
  loaded.set(id, found);
  return found;
}

export function realGrammar(id: string): CompiledGrammar {
  return compilePack(realPack(id));
}

/** A run of a pack that ships. */
export function openRealSampler(
  id: string,
  run: {
    readonly count: number;
    readonly seed?: number;
    readonly config?: PackConfig;
    readonly splits?: readonly Split[];
  },
): Sampler {
  const { pack, data } = realPack(id);
  const { count, seed = 42, config = {}, splits = SPLITS } = run;
  return pack.openSampler({ config: pack.parseConfig(config, data), data, seed, count, splits });
}
