import type { PackConfig, Split } from '../packs/pack.ts';
import type { Retelling } from '../stages/expand.ts';
import type { Labeler } from '../stages/label.ts';
import type { Style } from '../stages/vary.ts';

/** What a model can be used for: retelling texts in one of two ways, reading their label blind, rating them. */
export const MODEL_USES = ['rewrite', 'expand', 'label', 'judge'] as const;
export type ModelUse = (typeof MODEL_USES)[number];

/** How uses retell texts, if they do. */
export function retellingOf(uses: readonly ModelUse[]): Retelling | undefined {
  return uses.find((use): use is Retelling => use === 'rewrite' || use === 'expand');
}

/** What of the use of a model decides bytes. */
export interface ModelJob {
  readonly uses: readonly ModelUse[];
  readonly provider: string;
  readonly model: string;
  readonly baseUrl: string | undefined;
  /** Share of the records that are handed to the model; the same ones each time. */
  readonly share: number;
  readonly rowsPerCall: number;
  readonly temperature: number | undefined;
  /** sha256 of each prompt used. */
  readonly prompts: Readonly<Record<string, string>>;
}

/** Everything that decides the bytes of a dataset: the canonical, complete form of a config. */
export interface Job {
  readonly pack: string;
  readonly count: number;
  readonly seed: number;
  readonly format: string;
  readonly view: string;
  readonly labels: 'inline' | 'sidecar' | 'none';
  /** Who labels the rows: their hidden facts, the pack's heuristic reading the texts, or nobody. */
  readonly labeler: Labeler;
  /** Surface of the texts: as people type, or as told. */
  readonly style: Style;
  readonly splits: readonly Split[];
  readonly shardRows: number;
  readonly trace: boolean;
  /** Candidates tried for a record before it counts as missing. */
  readonly candidates: number;
  readonly onShortfall: 'error' | 'partial';
  /** The model that works on the texts; undefined where the templates do alone. */
  readonly model?: ModelJob | undefined;
  /** The pack's own settings. */
  readonly settings: PackConfig;
}
