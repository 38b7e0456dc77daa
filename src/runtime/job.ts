import type { PackConfig, Split } from '../packs/pack.ts';

/** Everything that decides the bytes of a dataset: the canonical, complete form of a config. */
export interface Job {
  readonly pack: string;
  readonly count: number;
  readonly seed: number;
  readonly format: string;
  readonly view: string;
  readonly labels: 'inline' | 'sidecar' | 'none';
  readonly splits: readonly Split[];
  readonly shardRows: number;
  readonly trace: boolean;
  /** Candidates tried for a record before it counts as missing. */
  readonly candidates: number;
  readonly onShortfall: 'error' | 'partial';
  /** The pack's own settings. */
  readonly settings: PackConfig;
}
