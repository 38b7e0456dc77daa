import type { Cell, Column } from '../../core/record.ts';
import type { LanguageFlag } from '../../language/language-flag.ts';
import type { Pack } from '../../packs/pack.ts';

/** Who can label the rows of a file. */
export const FILE_LABELERS = ['heuristic', 'llm', 'truth'] as const;
export type FileLabeler = (typeof FILE_LABELERS)[number];

/** Where the labels of a row come from; `none` where it has none. */
export const ORIGINS = [...FILE_LABELERS, 'none'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A label and what speaks for it. */
export interface Label {
  readonly value: Cell;
  /** 0 to 1. */
  readonly confidence: number;
  readonly rationale: string;
}

/** The labels of a row, in the order of the pack's; undefined with `why` where there are none. */
export interface RowLabels {
  readonly origin: Origin;
  readonly labels: readonly Label[] | undefined;
  /** Why there are none. */
  readonly why?: string;
}

/** A row to be labelled. */
export interface UnlabelledRow {
  readonly path: string;
  readonly values: readonly Cell[];
  readonly texts: readonly string[];
  /** Undefined where no text is read. */
  readonly language: LanguageFlag | undefined;
}

/** Labels the rows of a file, batch by batch. */
export interface RowLabeler {
  label(rows: readonly UnlabelledRow[]): Promise<readonly RowLabels[]>;
}

/** A row that gets no label. */
export function unlabelled(why: string): RowLabels {
  return { origin: 'none', labels: undefined, why };
}

/** The label columns of a pack. */
export function labelColumns({ table, labels }: Pick<Pack, 'table' | 'labels'>): readonly Column[] {
  return labels.map((name) => table.columns.find((column) => column.name === name) as Column);
}

/** The columns that a file gets: four for each label of the pack. */
export function addedColumns(pack: Pick<Pack, 'table' | 'labels'>): readonly Column[] {
  return labelColumns(pack).flatMap((label): readonly Column[] => [
    { ...label, name: `${label.name}_label` },
    {
      name: `${label.name}_confidence`,
      type: 'number',
      description: `How sure its origin is of ${label.name}_label.`,
      minimum: 0,
      maximum: 1,
    },
    { name: `${label.name}_origin`, type: 'string', enum: ORIGINS, description: `Who gave ${label.name}_label.` },
    { name: `${label.name}_rationale`, type: 'string', description: `What spoke for ${label.name}_label.` },
  ]);
}

/** The cells of `addedColumns`. */
export function addedCells({ origin, labels, why }: RowLabels, count: number): Cell[] {
  return Array.from({ length: count }, (_, i) => labels?.[i]).flatMap((label): Cell[] =>
    label ? [label.value, label.confidence, origin, label.rationale] : [null, null, origin, why ?? null],
  );
}
