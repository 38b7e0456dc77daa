import type { PackConfig, Split } from '../packs/pack.ts';
import type { Style } from '../stages/vary.ts';

/** Everything that decides the bytes of a dataset: the canonical, complete form of a config. */
export interface Job {
  readonly pack: string;
  readonly count: number;
  readonly seed: number;
  readonly format: string;
  readonly view: string;
  readonly labels: 'inline' | 'sidecar' | 'none';
  /** Surface of the texts: as people type, or as told. */
  readonly style: Style;
  readonly splits: readonly Split[];
  readonly shardRows: number;
  readonly trace: boolean;
  /** Candidates tried for a record before it counts as missing. */
  readonly candidates: number;
  readonly onShortfall: 'error' | 'partial';
  /** The pack's own settings. */
  readonly settings: PackConfig;
}
