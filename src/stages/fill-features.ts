import type { Cell } from '../core/record.ts';
import type { Narration } from '../packs/narration.ts';
import type { Pack } from '../packs/pack.ts';

/** Fills the columns of a row that hang on its texts. */
export type FillFeatures = (row: Cell[], narration: Narration) => void;

/** Opens the stage that reads a pack's features from its text column, and then lets the pack derive what hangs on them. */
export function openFillFeatures(pack: Pack, extract: ((text: string) => readonly number[]) | undefined): FillFeatures {
  const at = (name: string) => pack.table.columns.findIndex((column) => column.name === name);
  const text = at(pack.features?.text ?? '');
  const columns = (pack.features?.names ?? []).map(at);
  return (row, narration) => {
    extract?.(row[text] as string).forEach((value, i) => {
      row[columns[i] as number] = Math.round(value * 1e6) / 1e6;
    });
    pack.derive?.(row, narration);
  };
}
