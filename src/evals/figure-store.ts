import { cellName, isCellWanted } from './corpus.ts';
import type { Finding } from './metric.ts';
import type { Gate } from './suite.ts';

/** All text columns as one, in figures and gates. */
export const TOGETHER = 'together';

/** The values of one figure, one for each seed that was looked at. */
export interface Measured {
  readonly column: string;
  readonly cell: string;
  readonly values: readonly number[];
  /** Words of the smallest sample, for figures of cells. */
  readonly tokens?: number;
}

/** Where a value belongs. */
interface Place {
  readonly metric: string;
  /** A metric of cells may be measured on the whole corpus as well. */
  readonly per: Gate['per'];
  /** The text column, TOGETHER, or '' where no column is meant. */
  readonly column: string;
  /** Values of the cell attributes, one label or a pair of them, one group; empty for all. */
  readonly cell: readonly string[];
  /** What there is a figure for each of, apart from the one for all of them. */
  readonly by?: string | undefined;
}

type Entry = Place & { readonly values: Map<number, number>; tokens?: number };

/** Collects values as they come in, in any order, and gives them out gate by gate in an order of their own. */
export class FigureStore {
  private readonly entries = new Map<string, Entry>();
  private readonly findings = new Map<string, readonly Finding[]>();
  private readonly attributes: readonly string[];

  constructor(attributes: readonly string[]) {
    this.attributes = attributes;
  }

  /** Takes in a value; `seed` is the number of the seed in the run. */
  add(place: Place, seed: number, value: number, tokens?: number): void {
    const key = JSON.stringify([place.metric, place.per, place.column, place.cell, place.by]);
    const entry: Entry = this.entries.get(key) ?? { ...place, values: new Map<number, number>() };
    this.entries.set(key, entry);
    entry.values.set(seed, value);
    if (tokens !== undefined) entry.tokens = Math.min(tokens, entry.tokens ?? tokens);
  }

  addFindings(metric: string, column: string, seed: number, findings: readonly Finding[]): void {
    this.findings.set(JSON.stringify([metric, seed, column]), findings);
  }

  /** The figures of a gate, by column and cell. */
  figuresOf(gate: Gate): readonly Measured[] {
    return [...this.entries.values()]
      .filter((entry) => isOf(gate, entry) && (gate.per !== 'cell' || isCellWanted(gate, this.attributes, entry.cell)))
      .map(({ column, cell, values, tokens }) => ({
        column,
        cell: cell.length === 0 && gate.per !== 'cell' ? '' : cellName(cell),
        values: [...values].sort(([a], [b]) => a - b).map(([, value]) => value),
        ...(tokens === undefined ? {} : { tokens }),
      }))
      .sort((a, b) => order(a.column, b.column) || order(a.cell, b.cell));
  }

  /** At most `most` findings of a gate: those of the first seed first. */
  findingsOf(gate: Gate, most: number): readonly (Finding & { readonly column: string })[] {
    return [...this.findings]
      .map(([key, findings]) => ({ place: JSON.parse(key) as [string, number, string], findings }))
      .filter(({ place: [metric, , column] }) => isOf(gate, { metric, per: gate.per, column, by: gate.by }))
      .sort((a, b) => a.place[1] - b.place[1] || order(a.place[2], b.place[2]))
      .flatMap(({ place: [, , column], findings }) => findings.map((finding) => ({ ...finding, column })))
      .slice(0, most);
  }
}

/** Whether a gate looks at all columns as one: what is measured on labels does, if it does not name columns. */
export function isTogether({ per, columns }: Gate): boolean {
  return columns === TOGETHER || (per === 'labels' && columns === undefined);
}

function isOf(gate: Gate, { metric, per, column, by }: Omit<Place, 'cell'>): boolean {
  return (
    metric === gate.metric &&
    per === gate.per &&
    by === gate.by &&
    (column === TOGETHER) === isTogether(gate) &&
    (!Array.isArray(gate.columns) || column === '' || gate.columns.includes(column))
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
