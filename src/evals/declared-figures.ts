import { packOf } from '../packs/registry.ts';
import type { Described } from './catalogue.ts';
import type { Gate, Suite } from './suite.ts';

/** What the figures that a suite declares are called in tables. */
export function describeFigures(suite: Pick<Suite, 'figures'>): readonly Described[] {
  return Object.entries(suite.figures).map(([id, { title, about, trend }]) => ({
    id,
    title,
    about,
    ...(trend ? { unit: 'ratio', scope: 'corpus' } : { unit: 'share', scope: 'pack' }),
  }));
}

/** The columns that the gates group texts by, for themselves or for a trend. */
export function groupingColumns({ figures }: Pick<Suite, 'figures'>, gates: readonly Gate[]): readonly string[] {
  const columns = gates.flatMap(({ metric, per, by }) =>
    per === 'corpus' ? [by ?? figures[metric]?.trend?.along].filter((column) => column !== undefined) : [],
  );
  return [...new Set(columns)];
}

/** The values of a column of a pack, in their order, as words; undefined where it lists none. */
export function valuesOf(packId: string, column: string): readonly string[] | undefined {
  const { columns } = packOf(packId).table;
  return columns.find(({ name }) => name === column)?.enum?.map(String);
}
