import { spearman } from '../statistics/correlation.ts';
import { type Corpus, cellKey, cellTexts, cellValues, isCellWanted, type ShareCount } from './corpus.ts';
import { valuesOf } from './declared-figures.ts';
import { FigureStore, isTogether, TOGETHER } from './figure-store.ts';
import { LABEL_WORK, type LabelReport } from './label-figures.ts';
import type { TaskPool } from './pool.ts';
import type { Gate, PackPart, Suite } from './suite.ts';
import { TEMPLATE_FIGURES } from './template-figures.ts';

/** The labels of a corpus, lowest first, and whether that order means something. */
export interface LabelOrder {
  readonly column: string;
  readonly order: readonly string[];
  readonly ordered: boolean;
}

/** What is to be measured. */
export interface Work {
  readonly suite: Suite;
  readonly gates: readonly Gate[];
  /** One for each seed. */
  readonly corpora: readonly Corpus[];
  /** Rows for the blind reader of each corpus to learn from. */
  readonly training: readonly (Corpus | undefined)[];
  readonly labels?: LabelOrder;
  readonly pool: TaskPool;
  /** Also for gates that look at the first seed only. */
  readonly everySeed: boolean;
}

export interface Measurements {
  readonly figures: FigureStore;
  readonly labels: LabelReport | undefined;
}

/** Characters to a word, at most: so many times the budget of words are handed to a cell. */
const CHARACTERS_PER_WORD = 9;

/** Corpus metrics that take long, each group a piece of work of its own. */
const SLOW: readonly (readonly string[])[] = [['grammar-lints', 'article-errors'], ['near-duplicates']];
/** Heavier pieces go first, so that no thread is left with a long one at the end. */
const WEIGHTS = { labels: 100, slow: 90, templates: 70, corpus: 60, cell: 10 } as const;

/** One corpus, its number, and the gates that look at it. */
interface Part {
  readonly work: Work;
  readonly corpus: Corpus;
  readonly seed: number;
  readonly gates: readonly Gate[];
  readonly figures: FigureStore;
}

/** Measures everything that the gates ask for, on all threads of the pool. */
export async function measureCorpora(work: Work): Promise<Measurements> {
  const figures = new FigureStore(work.suite.cells);
  const reports: LabelReport[] = [];
  const pieces = work.corpora.flatMap((corpus, seed) => {
    const gates = work.gates.filter(({ seeds }) => seeds === 'all' || seed === 0 || work.everySeed);
    const part: Part = { work, corpus, seed, gates, figures };
    addShares(part);
    return [...measureLabels(part, reports), ...measureColumns(part), ...measureGroups(part), ...measureCells(part)];
  });
  await Promise.all([...pieces, ...measureTemplates(work, figures)]);
  return { figures, labels: reports.length === 0 ? undefined : (Object.assign({}, ...reports) as LabelReport) };
}

function metricsAt({ gates, corpus }: Part, per: Gate['per'], column: string, by?: string): readonly string[] {
  const looksAt = (gate: Gate) => {
    if (gate.by !== by) return false;
    if (column === TOGETHER || isTogether(gate)) return column === TOGETHER && isTogether(gate);
    return (Array.isArray(gate.columns) ? gate.columns : corpus.columns).includes(column);
  };
  return [...new Set(gates.filter((gate) => gate.per === per && looksAt(gate)).map(({ metric }) => metric))];
}

function textsAt(corpus: Corpus, column: string) {
  const names = column === TOGETHER ? corpus.columns : [column];
  return names.map((name) => ({ name, texts: corpus.texts[corpus.columns.indexOf(name)] ?? [] }));
}

function* measureCells(part: Part): Generator<Promise<void>> {
  const { work, corpus, seed, gates, figures } = part;
  const { tokens } = work.suite;
  for (const column of corpus.columns) {
    const metrics = metricsAt(part, 'cell', column);
    if (metrics.length === 0) continue;
    for (const { cell, texts } of cellTexts(corpus, column, tokens * CHARACTERS_PER_WORD)) {
      const wanted = metrics.filter((metric) =>
        gates.some((gate) => gate.metric === metric && isCellWanted(gate, corpus.attributes, cell)),
      );
      if (wanted.length === 0) continue;
      yield work.pool.run({ kind: 'cell', metrics: wanted, texts, tokens }, WEIGHTS.cell).then((answer) => {
        for (const [metric, value] of Object.entries(answer.values))
          figures.add({ metric, per: 'cell', column, cell }, seed, value, answer.tokens);
      });
    }
  }
}

function* measureColumns(part: Part): Generator<Promise<void>> {
  const { work, corpus, seed, figures } = part;
  for (const column of [...corpus.columns, TOGETHER]) {
    const metrics = metricsAt(part, 'corpus', column).filter((id) => work.suite.figures[id] === undefined);
    const pieces = [
      ...SLOW.map((group, n) => ({ group: metrics.filter((id) => group.includes(id)), weight: WEIGHTS.slow - n })),
      { group: metrics.filter((id) => !SLOW.flat().includes(id)), weight: WEIGHTS.corpus },
    ];
    for (const { group, weight } of pieces) {
      if (group.length === 0) continue;
      const { ids, cells, labels } = corpus;
      const task = { kind: 'corpus', metrics: group, columns: textsAt(corpus, column), ids, cells, labels } as const;
      yield work.pool.run(task, weight).then((answer) => {
        for (const [metric, { value, findings }] of Object.entries(answer.figures)) {
          figures.add({ metric, per: 'corpus', column, cell: [] }, seed, value);
          figures.addFindings(metric, column, seed, findings ?? []);
        }
      });
    }
  }
}

/** Metrics of cells for the texts with each value of a column, and the trends along it. */
function* measureGroups(part: Part): Generator<Promise<void>> {
  const { work, corpus, seed, figures } = part;
  const { pack, figures: declared } = work.suite;
  for (const [attribute, values] of Object.entries(corpus.groups)) {
    const order = valuesOf((pack as PackPart).id, attribute)?.filter((value) => values.includes(value)) ?? [];
    for (const column of [...corpus.columns, TOGETHER]) {
      const each = metricsAt(part, 'corpus', column, attribute);
      const trends = metricsAt(part, 'corpus', column).flatMap((id) => {
        const { of, along } = declared[id]?.trend ?? {};
        return of !== undefined && along === attribute ? [{ id, of }] : [];
      });
      const metrics = [...new Set([...each, ...trends.map(({ of }) => of)])];
      if (metrics.length === 0) continue;
      const columns = textsAt(corpus, column);
      const pieces = order.map((value) => {
        const texts = columns.flatMap(({ texts: all }) => all.filter((text, i) => text !== '' && values[i] === value));
        const task = { kind: 'cell', metrics, texts, tokens: Number.POSITIVE_INFINITY } as const;
        return work.pool.run(task, WEIGHTS.corpus);
      });
      yield Promise.all(pieces).then((answers) => {
        const valueAt = (i: number, metric: string) => answers[i]?.values[metric] ?? Number.NaN;
        for (const metric of each)
          order.forEach((value, i) => {
            const cell = [`${attribute} ${value}`];
            figures.add({ metric, per: 'corpus', column, cell, by: attribute }, seed, valueAt(i, metric));
          });
        for (const { id, of } of trends) {
          const places = [...order.keys()].filter((i) => Number.isFinite(valueAt(i, of)));
          const rho = spearman(
            places,
            places.map((i) => valueAt(i, of)),
          );
          figures.add({ metric: id, per: 'corpus', column, cell: [] }, seed, rho);
        }
      });
    }
  }
}

/** The cell of each row without the label, which tells no cell apart in which labels are compared; empty where nothing is left. */
function cellsWithoutLabel({ attributes, cells }: Corpus, label: string): readonly string[] {
  const kept = attributes.flatMap((name, i) => (name === label ? [] : [i]));
  if (kept.length === 0) return [];
  return cells.map((cell) => {
    const values = cellValues(cell);
    return cellKey(kept.map((i) => values[i] as string));
  });
}

/** Of several seeds and columns, the first of each piece of work is the one that `reports` gets. */
function* measureLabels(part: Part, reports: LabelReport[]): Generator<Promise<void>> {
  const { work, corpus, seed, figures } = part;
  if (!work.labels) return;
  const { column: label, order, ordered } = work.labels;
  const cells = cellsWithoutLabel(corpus, label);
  const shown = new Set<number>();
  for (const column of [TOGETHER, ...corpus.columns]) {
    const wanted = metricsAt(part, 'labels', column);
    const rowsOf = (from: Corpus) => ({
      columns: textsAt(from, column).map(({ texts }) => texts),
      labels: from.labels,
    });
    for (const [n, group] of LABEL_WORK.entries()) {
      const own = group.filter((id) => wanted.includes(id));
      if (own.length === 0) continue;
      const isShown = seed === 0 && !shown.has(n);
      shown.add(n);
      const learnsFrom = n === 0 ? work.training[seed] : undefined;
      const training = learnsFrom ? { training: rowsOf(learnsFrom) } : {};
      const task = { kind: 'labels', figures: own, ...rowsOf(corpus), ids: corpus.ids, cells, order, ordered } as const;
      yield work.pool.run({ ...task, ...training }, WEIGHTS.labels - n).then(({ values, report }) => {
        for (const { figure, cell, value } of values)
          figures.add({ metric: figure, per: 'labels', column, cell: cell === '' ? [] : [cell] }, seed, value);
        if (isShown) reports.push(report);
      });
    }
  }
}

/** Shares that were counted while the rows were made. */
function addShares({ corpus, seed, gates, figures }: Part): void {
  for (const { metric, per, by } of gates) {
    if (per !== 'pack' || TEMPLATE_FIGURES.includes(metric)) continue;
    const sums = new Map<string, ShareCount>();
    for (const { figure, column, label, yes, of } of corpus.shares) {
      if (figure !== metric) continue;
      const group = by === 'label' ? label : '';
      const sum = sums.get(`${column}\0${group}`) ?? { figure, column, label: group, yes: 0, of: 0 };
      sums.set(`${column}\0${group}`, { ...sum, yes: sum.yes + yes, of: sum.of + of });
    }
    for (const { column, label, yes, of } of sums.values())
      figures.add({ metric, per, column, cell: label === '' ? [] : [label], by }, seed, yes / of);
  }
}

function* measureTemplates({ suite, gates, pool }: Work, figures: FigureStore): Generator<Promise<void>> {
  if (!suite.pack) return;
  const { pack } = suite as { readonly pack: PackPart };
  const seed = pack.seeds[0] as number;
  for (const figure of TEMPLATE_FIGURES) {
    if (!gates.some(({ metric }) => metric === figure)) continue;
    yield pool.run({ kind: 'templates', figure, pack, seed }, WEIGHTS.templates).then((found) => {
      for (const { column, cell, value, findings } of found) {
        figures.add({ metric: figure, per: 'pack', column, cell: cell === '' ? [] : [cell] }, 0, value);
        figures.addFindings(figure, column, 0, findings);
      }
    });
  }
}
