import type { YamlFile } from '../grammar/read-yaml.ts';
import { packOf } from '../packs/registry.ts';
import { catalogueOf, type Described } from './catalogue.ts';
import { describeFigures, valuesOf } from './declared-figures.ts';
import { referenceNames } from './human.ts';
import type { Metric } from './metric.ts';
import { assertKnown, settingsFault } from './settings-file.ts';
import type { DeclaredFigure, Gate, Suite, Trend } from './suite.ts';

/** Holds a suite against the pack that it judges and the metrics that there are; throws UsageError with file, line and cure. */
export function checkSuite(source: YamlFile, suite: Suite, metrics: readonly Metric[]): void {
  checkPack(source, suite);
  if (suite.reference !== undefined) assertKnown(source, ['reference'], 'reference', suite.reference, referenceNames());
  suite.gates.forEach((entry, i) => {
    checkGate(source, suite, entry, i, metrics);
  });
  for (const [name, declared] of Object.entries(suite.figures)) checkFigure(source, suite, name, declared, metrics);
}

function checkPack(source: YamlFile, { pack, columns, cells, label: labels }: Suite): void {
  if (!pack) return;
  const known = packOf(pack.id);
  for (const key of ['rows', 'seeds', 'columns'] as const)
    if ((source.data as Record<string, unknown>)[key] === undefined)
      throw settingsFault(source, ['pack'], `${key} is missing`, `a suite that judges a pack says ${key}`);
  const table = known.table.columns.map(({ name }) => name);
  const texts = known.texts.map(({ column }) => column);
  columns.forEach((name, i) => {
    assertKnown(source, ['columns', i], 'text column', name, texts);
  });
  cells.forEach((name, i) => {
    assertKnown(source, ['cells', i], 'column', name, table);
  });
  if (labels) assertKnown(source, ['label', 'column'], 'column', labels.column, table);
}

function checkGate(source: YamlFile, suite: Suite, entry: Gate, i: number, metrics: readonly Metric[]): void {
  const at = (key: keyof Gate) => ['gates', i, key];
  const fail = (key: keyof Gate, message: string, hint: string): never => {
    throw settingsFault(source, at(key), `${entry.metric}: ${message}`, hint);
  };
  const catalogue = catalogueOf(metrics, describeFigures(suite));
  assertKnown(
    source,
    at('metric'),
    'metric',
    entry.metric,
    catalogue.map(({ id }) => id),
  );
  const { scope } = catalogue.find(({ id }) => id === entry.metric) as Described;
  const isWhole = scope === 'cell' && entry.per === 'corpus';
  if (scope !== entry.per && !isWhole)
    fail('per', `it is measured per ${scope}, not per ${entry.per}`, `write per: ${scope}`);
  if (entry.per === 'pack' && !suite.pack)
    fail('per', 'a file has no plan to hold it against', 'take the gate out, or name a pack');
  if (entry.per === 'labels' && suite.pack && !suite.label)
    fail('per', 'the suite has no label', 'add label: {column: ..., order: [...]}');
  if (entry.by !== undefined) {
    if (isWhole) checkGrouping(source, at('by'), suite, entry.by);
    else if (entry.by !== 'label' || entry.per !== 'pack' || !suite.label)
      fail(
        'by',
        `by: ${entry.by} does not go with it`,
        'write by: label for figures per pack in a suite with a label, by: and a column for a metric of cells per corpus',
      );
  }
  if (entry.op === undefined && (entry.must !== undefined || entry.aim !== undefined))
    fail('metric', 'the bound has no operator', 'add op: "<=", ">=" or between');
  if (entry.op !== undefined && entry.must === undefined)
    fail('op', 'the operator has no bound', 'add must: and the bound');
  for (const key of ['must', 'aim'] as const) {
    const given = entry[key];
    if (given === undefined) continue;
    if ((entry.op === 'between') !== Array.isArray(given))
      fail(
        key,
        `${key} ${JSON.stringify(given)} does not go with ${entry.op}`,
        entry.op === 'between' ? 'write [lowest, highest]' : 'write one number',
      );
    if (Array.isArray(given) && given[0] > given[1]) fail(key, `${key} runs backwards`, 'write [lowest, highest]');
  }
  if (entry.aim !== undefined && !isTighter(entry))
    fail('aim', 'the aim is easier than what it must be', 'swap aim and must');
  if (Array.isArray(entry.columns) && suite.pack)
    entry.columns.forEach((name, k) => {
      assertKnown(source, [...at('columns'), k], 'text column of the suite', name, suite.columns);
    });
  for (const key of Object.keys(entry.cells ?? {}))
    assertKnown(source, [...at('cells'), key], 'cell attribute', key, suite.cells);
}

function isTighter({ op, must, aim }: Gate): boolean {
  if (op === '<=') return (aim as number) <= (must as number);
  if (op === '>=') return (aim as number) >= (must as number);
  const [low, high] = must as readonly [number, number];
  const [from, to] = aim as readonly [number, number];
  return from >= low && to <= high;
}

/** Texts can be grouped by a column with a list of values, whose order is theirs. */
function checkGrouping(source: YamlFile, at: readonly PropertyKey[], { pack }: Suite, column: string): void {
  if (!pack) throw settingsFault(source, at, 'a file has no order of values', 'take it out, or name a pack');
  const grouping = packOf(pack.id).table.columns.flatMap(({ name }) => (valuesOf(pack.id, name) ? [name] : []));
  assertKnown(source, at, 'column with a list of values', column, grouping);
}

function checkTrend(
  source: YamlFile,
  at: readonly PropertyKey[],
  suite: Suite,
  trend: Trend,
  metrics: readonly Metric[],
): void {
  const ids = metrics.flatMap(({ id, scope }) => (scope === 'cell' ? [id] : []));
  assertKnown(source, [...at, 'of'], 'metric of cells', trend.of, ids);
  checkGrouping(source, [...at, 'along'], suite, trend.along);
}

function checkFigure(
  source: YamlFile,
  suite: Suite,
  name: string,
  declared: DeclaredFigure,
  metrics: readonly Metric[],
): void {
  const at = ['figures', name];
  const { pack: judged } = suite;
  if (!judged)
    throw settingsFault(
      source,
      at,
      `${name} needs the rows of a pack, and a file is judged`,
      'take it out, or name a pack',
    );
  const ways = (['where', 'beat', 'words', 'trend'] as const).filter((key) => declared[key] !== undefined);
  if (ways.length !== 1)
    throw settingsFault(
      source,
      at,
      `${name} says ${ways.length === 0 ? 'nothing' : ways.join(' and ')} to count by`,
      'give it one of where, beat, words and trend',
    );
  if (declared.literal && !declared.words)
    throw settingsFault(source, at, `${name}: literal adds to words`, 'give it the words of the record as well');
  if ((declared.words === undefined) !== (declared.column === undefined))
    throw settingsFault(source, at, `${name}: words and column go together`, 'name the text column to look in');
  if (declared.column !== undefined)
    assertKnown(source, [...at, 'column'], 'text column of the suite', declared.column, suite.columns);
  if (declared.trend) checkTrend(source, [...at, 'trend'], suite, declared.trend, metrics);
  const pack = packOf(judged.id);
  const columns = [...pack.table.columns, ...pack.truthColumns.columns].map((column) => column.name);
  for (const key of ['among', 'where'] as const)
    for (const column of Object.keys(declared[key] ?? {}))
      assertKnown(source, [...at, key, column], 'column', column, columns);
}
