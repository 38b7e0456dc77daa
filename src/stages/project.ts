import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import type { Cell, Column, Row, TableSchema } from '../core/record.ts';
import type { Pack } from '../packs/pack.ts';

/** What is written of a row: the columns of a view, in its words, with or without labels. */
export interface Projection {
  readonly table: TableSchema;
  project(row: Row): Row;
}

/** The projection that a view asks for; throws `UsageError` for an unknown view. */
export function openView(pack: Pack, viewName: string, labels: 'inline' | 'sidecar' | 'none'): Projection {
  const view = pack.views[viewName];
  if (!view) {
    throw new UsageError('unknown-view', `${pack.id} has no view '${viewName}'`, {
      at: 'view',
      hint: nearHint(viewName, Object.keys(pack.views)),
    });
  }
  const kept = view.columns.filter((column) => labels === 'inline' || !pack.labels.includes(column.from));
  return projectionOf(pack.table, kept);
}

/** The key and the labels alone, for --labels sidecar. */
export function openLabels(pack: Pack): Projection {
  const key = (pack.table.columns[0] as Column).name;
  return projectionOf(
    { ...pack.table, name: `${pack.table.name}_labels` },
    [key, ...pack.labels].map((name) => ({ name, from: name })),
  );
}

function projectionOf(table: TableSchema, columns: Pack['views'][string]['columns']): Projection {
  const from = columns.map((column) => table.columns.findIndex((entry) => entry.name === column.from));
  const words = columns.map((column) => column.words);
  const worded = words.some(Boolean);
  const identity = !worded && from.length === table.columns.length && from.every((source, i) => source === i);
  return {
    table: {
      name: table.name,
      columns: columns.map((column, i): Column => {
        const source = table.columns[from[i] as number] as Column;
        const values = source.enum?.map((value) => column.words?.[value] ?? value) as readonly string[] | undefined;
        return { ...source, name: column.name, ...(values ? { enum: values } : {}) };
      }),
    },
    project(row) {
      if (identity) return row;
      const out = new Array<Cell>(from.length);
      for (let i = 0; i < from.length; i++) out[i] = row[from[i] as number] as Cell;
      if (worded)
        words.forEach((table, i) => {
          if (table) out[i] = table[String(out[i])] ?? (out[i] as Cell);
        });
      return out;
    },
  };
}
