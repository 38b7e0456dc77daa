import { featuresOf } from '../language/features/features.ts';
import type { Pack } from '../packs/pack.ts';
import { columnOf } from '../stages/extract.ts';

/**
 * The pack with the columns that a view adds to its table: features of the pack's text, behind the columns that stand
 * there anyway. The pack as it is where the view adds none.
 */
export function widened(pack: Pack, viewName: string): Pack {
  const view = pack.views[viewName];
  if (!pack.features || !view?.features) return pack;
  const own = new Set(pack.table.columns.map(({ name }) => name));
  const added = featuresOf(view.features).filter(({ name }) => !own.has(name));
  const names = added.map(({ name }) => name);
  return {
    ...pack,
    table: { ...pack.table, columns: [...pack.table.columns, ...added.map(columnOf)] },
    views: {
      ...pack.views,
      [viewName]: { ...view, columns: [...view.columns, ...names.map((name) => ({ name, from: name }))] },
    },
    features: { ...pack.features, names: [...pack.features.names, ...names] },
  };
}
