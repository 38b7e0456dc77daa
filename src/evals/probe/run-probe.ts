import { DatasetError, UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import { wordsOf } from '../../language/words.ts';
import { type Columns, isMissing } from '../../runtime/read-columns.ts';
import { joinedGroups } from '../../statistics/joined-groups.ts';
import { type Giveaway, giveaways } from '../labels/giveaways.ts';
import { encodeAllFeatures, encodeFeatures, type SkippedColumn } from './encode-features.ts';
import { PROBE_MODELS, type ProbeModel } from './models.ts';
import { type Learnability, probe } from './probe.ts';
import type { Feature, ProbeTarget } from './probe-data.ts';
import { readTarget } from './read-target.ts';

/** What is to be learned, and from what. */
export interface ProbeSpec {
  readonly target: string;
  /** Found in the target's cells where it is left out. */
  readonly kind?: ProbeTarget['kind'] | undefined;
  /** Columns, or every column that can be a feature. */
  readonly features: readonly string[] | 'all';
  /** Columns whose words are read, joined into one text a row. */
  readonly texts: readonly string[];
  /** Rows that share a value in any of these columns stay in one fold; empty for shuffled folds alone. */
  readonly groups: readonly string[];
}

export interface ProbeRun {
  readonly folds: number;
  readonly seed: number;
  /** Names of models; those that suit the target where it is left out. */
  readonly models?: readonly string[] | undefined;
  /** Called after each fold, shuffled or grouped. */
  readonly onFold?: (() => void) | undefined;
}

/** How learnable one target of a dataset is, and what was read for it. */
export interface ProbeResult extends Learnability {
  readonly target: string;
  readonly task: 'regression' | 'classification';
  /** Rows of each class, in the order of the classes; null for numbers. */
  readonly classes: Readonly<Record<string, number>> | null;
  readonly rows: number;
  /** Rows that the files hold. */
  readonly rowsInFiles: number;
  /** As encoded: a category is one feature for each of its values. */
  readonly features: readonly string[];
  readonly texts: readonly string[];
  readonly groupBy: readonly string[];
  /** How many groups there are; null without. */
  readonly groups: number | null;
  readonly folds: number;
  readonly seed: number;
  readonly skipped: readonly SkippedColumn[];
  /** Words that give a class away by themselves; empty for numbers and without texts. */
  readonly giveaways: readonly Giveaway[];
  /** Rows whose whole text stands in an earlier row; null without texts. */
  readonly repeatedTexts: number | null;
}

const TASKS = { numbers: 'regression', classes: 'classification' } as const;

/** Judges how learnable a column is. Throws `UsageError` or `DatasetError` where the rows do not allow it. */
export function runProbe(
  columns: Columns,
  spec: ProbeSpec,
  { folds, seed, models: asked, onFold }: ProbeRun,
): ProbeResult {
  if (columns.rows < 2 * folds)
    throw new DatasetError(
      'too-few-rows',
      `${columns.rows} ${columns.rows === 1 ? 'row is' : 'rows are'} too few for ${folds} folds`,
      {
        at: '--folds',
        hint: 'give it more rows, or fewer folds',
      },
    );
  const target = readTarget(columns, spec.target, spec.kind);
  const models = modelsFor(target, spec, asked);
  const groups = groupsOf(columns, spec.groups, folds);
  const texts = textsOf(columns, spec.texts);
  const { features, skipped } = featuresOf(columns, spec);
  const data = { rows: columns.rows, features, documents: texts?.map(wordsOf), target };
  const learned = probe(data, { models, folds, seed, groups, onFold });
  return {
    target: spec.target,
    task: TASKS[target.kind],
    classes: target.kind === 'classes' ? countsOf(target) : null,
    rows: columns.rows,
    rowsInFiles: columns.rowsInFiles,
    features: features.map(({ name }) => name),
    texts: spec.texts,
    groupBy: spec.groups,
    groups: groups ? new Set(groups).size : null,
    folds,
    seed,
    ...learned,
    skipped,
    giveaways: texts && target.kind === 'classes' ? giveawaysOf(texts, target) : [],
    repeatedTexts: texts ? texts.length - new Set(texts).size : null,
  };
}

function modelsFor(target: ProbeTarget, spec: ProbeSpec, asked: readonly string[] | undefined): readonly ProbeModel[] {
  const textsAlone = spec.features !== 'all' && spec.features.length === 0;
  if (asked === undefined)
    return PROBE_MODELS.filter(({ learns, forTexts }) => learns.includes(target.kind) && (forTexts || !textsAlone));
  return asked.map((name) => {
    const model = PROBE_MODELS.find(({ id }) => id === name);
    const names = PROBE_MODELS.map(({ id }) => id);
    if (model === undefined)
      throw new UsageError('unknown-model', `there is no model '${name}'`, {
        at: '--models',
        hint: nearHint(name, names),
      });
    if (!model.learns.includes(target.kind))
      throw new UsageError(
        'unfit-model',
        `${name} learns ${model.learns[0]}, and ${spec.target} holds ${target.kind}`,
        {
          at: '--models',
          hint: `use ${target.kind === 'numbers' ? 'ridge' : 'logistic'}, or another --task`,
        },
      );
    return model;
  });
}

function groupsOf(columns: Columns, names: readonly string[], folds: number): readonly string[] | undefined {
  if (names.length === 0) return undefined;
  const groups = joinedGroups(
    names.map((name) => {
      const cells = columns.cells(name, '--group');
      const empty = cells.findIndex(isMissing);
      if (empty >= 0)
        throw new DatasetError('missing-cell', `${name} names no group in ${cells.filter(isMissing).length} rows`, {
          at: columns.placeOf(empty),
          hint: 'fill the cells, or group by another column',
        });
      return cells.map(String);
    }),
  );
  const count = new Set(groups).size;
  if (count < folds)
    throw new DatasetError(
      'too-few-groups',
      `${names.join(' and ')} make${names.length > 1 ? '' : 's'} ${count} group${count === 1 ? '' : 's'}, fewer than ${folds} folds`,
      {
        at: '--group',
        hint: count > 1 ? `use --folds ${count}, or group by another column` : 'group by another column',
      },
    );
  return groups;
}

function textsOf(columns: Columns, names: readonly string[]): readonly string[] | undefined {
  if (names.length === 0) return undefined;
  const cells = names.map((name) => columns.cells(name, '--text'));
  const texts = Array.from({ length: columns.rows }, (_, row) =>
    cells
      .map((own) => String(own[row] ?? '').trim())
      .join('\n')
      .trim(),
  );
  if (texts.every((text) => text === ''))
    throw new DatasetError('no-texts', `${names.join(', ')} hold no text in any row`, {
      at: '--text',
      hint: 'name another column',
    });
  return texts;
}

function featuresOf(
  columns: Columns,
  { features, target, texts, groups }: ProbeSpec,
): { readonly features: readonly Feature[]; readonly skipped: readonly SkippedColumn[] } {
  if (features !== 'all') {
    const own = features.includes(target) ? '--features' : texts.includes(target) ? '--text' : undefined;
    if (own !== undefined)
      throw new UsageError('target-as-feature', `${target} is the target and cannot be learned from itself`, {
        at: own,
        hint: 'leave it out',
      });
    if (features.length + texts.length === 0)
      throw new UsageError('no-features', `nothing is named to learn ${target} from`, {
        at: '--features',
        hint: 'name columns, write --features all, or name texts with --text',
      });
    return { features: encodeFeatures(columns, features), skipped: [] };
  }
  const taken = new Set([target, ...texts, ...groups]);
  const all = encodeAllFeatures(
    columns,
    columns.names.filter((name) => !taken.has(name)),
  );
  if (all.features.length === 0 && texts.length === 0)
    throw new DatasetError('no-features', 'no column can be a feature', {
      at: '--features',
      hint: all.skipped[0]
        ? `${all.skipped[0].column} has ${all.skipped[0].reason}; name texts with --text`
        : 'add columns',
    });
  return all;
}

function countsOf({ labels, names }: Extract<ProbeTarget, { kind: 'classes' }>): Record<string, number> {
  const counts = names.map(() => 0);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  return Object.fromEntries(names.map((name, i) => [name, counts[i] as number]));
}

function giveawaysOf(
  texts: readonly string[],
  { labels, names }: Extract<ProbeTarget, { kind: 'classes' }>,
): readonly Giveaway[] {
  return giveaways(
    texts.map((text, row) => ({ text, label: names[labels[row] as number] as string })),
    names,
  );
}
