import type { Cell } from '../core/record.ts';
import type { Arc } from '../grammar/source.ts';
import { wordsOf } from '../language/words.ts';
import type { Narrative } from '../packs/narration.ts';
import type { ProducedRecord } from '../pipeline.ts';
import { resolveJob } from '../runtime/config.ts';
import { openRecords } from '../runtime/generate.ts';
import type { Job } from '../runtime/job.ts';
import { loadPack } from '../runtime/load-pack.ts';
import { type CorpusSlice, cellKey, type ShareCount } from './corpus.ts';
import type { DeclaredFigure, PackPart, Suite } from './suite.ts';

/** What of a suite decides its rows and the shares that are counted among them. */
export type RowPlan = Pick<Suite, 'columns' | 'cells' | 'label' | 'figures'> & {
  readonly pack: PackPart;
  /** Columns whose values group texts apart from cells. */
  readonly groups: readonly string[];
};

/** The job of a suite's rows under one seed. Throws UsageError where the suite's config cannot be. */
export function jobOf(pack: PackPart, seed: number): Job {
  return resolveJob({ ...pack.config, pack: pack.id, count: pack.rows, seed });
}

/** Opens the maker of a suite's rows under one seed: records from..to-1 in, their texts and shares out. One for each thread. */
export async function openMaker(plan: RowPlan, seed: number): Promise<(from: number, to: number) => CorpusSlice> {
  const loaded = loadPack(plan.pack.id);
  const { pack, source } = loaded;
  const record = await openRecords(loaded, jobOf(plan.pack, seed), true);
  const table = pack.table.columns.map(({ name }) => name);
  const truth = pack.truthColumns.columns.map(({ name }) => name);
  const texts = plan.columns.map((column) => pack.texts.findIndex((entry) => entry.column === column));
  const cells = plan.cells.map((name) => table.indexOf(name));
  const label = plan.label === undefined ? -1 : table.indexOf(plan.label.column);
  const cellOf = ({ row, truth: facts }: ProducedRecord, name: string): Cell | undefined =>
    truth.includes(name) ? facts[truth.indexOf(name)] : row[table.indexOf(name)];
  const holds = (made: ProducedRecord, values: Readonly<Record<string, readonly string[]>> = {}) =>
    Object.entries(values).every(([name, wanted]) => wanted.includes(String(cellOf(made, name))));

  const shares = Object.entries(plan.figures).filter(([, { trend }]) => trend === undefined);

  return (from, to) => {
    const slice = {
      ids: [] as string[],
      texts: texts.map((): string[] => []),
      cells: [] as string[],
      labels: [] as string[],
      groups: Object.fromEntries(plan.groups.map((name) => [name, [] as string[]])),
    };
    const counts = new Map<string, ShareCount>();
    const count = (figure: string, column: string, group: string, yes: boolean) => {
      const key = `${figure}\0${column}\0${group}`;
      let share = counts.get(key);
      if (!share) {
        share = { figure, column, label: group, yes: 0, of: 0 };
        counts.set(key, share);
      }
      share.of++;
      if (yes) share.yes++;
    };
    for (let index = from; index < to; index++) {
      const made = record(index);
      if (!made) continue;
      const group = label < 0 ? '' : String(made.row[label]);
      slice.ids.push(made.sample.key);
      slice.cells.push(cellKey(cells.map((i) => String(made.row[i]))));
      if (label >= 0) slice.labels.push(group);
      for (const [name, values] of Object.entries(slice.groups)) values.push(String(made.row[table.indexOf(name)]));
      texts.forEach((question, i) => {
        const text = made.texts[question] as string;
        const narrative = made.narration.texts[question] as Narrative;
        const [low, high] = narrative.band;
        const column = plan.columns[i] as string;
        (slice.texts[i] as string[]).push(text);
        // What a voice puts in on top, such as fillers, is no part of the plan.
        const told = narrative.text.length;
        count('length-inside-plan', column, group, told >= low && told <= high);
        count(
          'beats-in-order',
          column,
          group,
          isInOrder(narrative, source.grammar.arcs[narrative.arc], (beat) => source.grammar.beats[beat]?.must ?? beat),
        );
      });
      for (const [name, share] of shares)
        if (holds(made, share.among)) count(name, share.column ?? '', group, isCounted(share, made));
    }
    return { ...slice, shares: [...counts.values()] };
  };

  /** Whether the row is one that a declared share counts. */
  function isCounted(share: DeclaredFigure, made: ProducedRecord): boolean {
    if (share.where) return holds(made, share.where);
    if (share.beat !== undefined)
      return made.narration.texts.some(({ spans }) => spans.some(({ beat }) => beat === share.beat));
    const question = pack.texts.findIndex(({ column }) => column === share.column);
    const text = (made.texts[question] ?? '').toLowerCase();
    const { computed } = made.sample.story;
    return (
      (share.words ?? []).some((name) => computed[name]?.some((word) => text.includes(word.toLowerCase()))) ||
      (share.literal !== undefined && wordsOf(text).some((word) => share.literal?.includes(word)))
    );
  }
}

/**
 * Whether the tellings of a text, in the order of their places, run through the beats of its arc and leave out only those
 * that may be, or whose fact another beat has told.
 */
export function isInOrder(
  { spans }: Pick<Narrative, 'spans'>,
  arc: Arc | undefined,
  mustOf: (beat: string) => string = (beat) => beat,
): boolean {
  if (!arc) return false;
  const told = spans
    .filter(({ kind }) => kind === '')
    .sort((a, b) => a.start - b.start)
    .map(({ beat }) => beat);
  const facts = new Set(spans.map(({ kind }) => kind));
  let next = 0;
  for (const entry of arc.beats) {
    const optional = entry.endsWith('?');
    if (told[next] === (optional ? entry.slice(0, -1) : entry)) next++;
    else if (!optional && !facts.has(mustOf(entry))) return false;
  }
  return next === told.length;
}
