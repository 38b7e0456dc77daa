import { DatasetError, UsageError } from '../../core/errors.ts';
import { nearHint } from '../../core/nearest-name.ts';
import { numberOf } from '../../runtime/read-columns.ts';
import { cohenKappa, linearKappa, quadraticKappa } from '../../statistics/agreement.ts';
import { type BlandAltman, blandAltman } from '../../statistics/bland-altman.ts';
import { accuracyOf, type Confusion, confusionOf } from '../../statistics/confusion.ts';
import { pearson, spearman } from '../../statistics/correlation.ts';
import { type IntraclassCorrelations, intraclassCorrelations } from '../../statistics/intraclass.ts';
import { krippendorffAlpha } from '../../statistics/krippendorff.ts';
import { regressionScores } from '../../statistics/regression-scores.ts';
import type { LabelPair } from './match-labels.ts';

/** Agreement of categories; NaN where a figure cannot be told, as all kappas of a single category. */
export interface CategoryAgreement {
  /** In their order where they have one, else by the alphabet. */
  readonly categories: readonly string[];
  /** Whether the order means something: it was given, or they are numbers. */
  readonly ordered: boolean;
  /** Share of equal labels. */
  readonly accuracy: number;
  readonly kappa: number;
  /** Null where categories have no order. */
  readonly linearKappa: number | null;
  readonly quadraticKappa: number | null;
  readonly alphaNominal: number;
  readonly alphaOrdinal: number | null;
  /** Rows = first file, columns = second. */
  readonly confusion: Confusion;
}

/** Agreement of numbers; NaN where a figure cannot be told. */
export interface NumberAgreement {
  readonly icc: IntraclassCorrelations;
  readonly pearson: number;
  readonly spearman: number;
  readonly alphaInterval: number;
  readonly mae: number;
  readonly rmse: number;
  /** First file minus second. */
  readonly blandAltman: BlandAltman;
}

/** More different values than this are not categories. */
const MOST_CATEGORIES = 50;
/** Whole numbers with no more different values than this are ratings: categories with an order, and numbers as well. */
const MOST_RATINGS = 11;

/** What labels are taken for. */
export type LabelKind = 'categories' | 'numbers';

/** What the cells can be taken for: words are categories, numbers are numbers, and few whole numbers are both. */
export function kindsOf(pairs: readonly LabelPair[]): readonly LabelKind[] {
  const cells = pairs.flatMap(({ a, b }) => [a, b]);
  const numbers = cells.map(numberOf);
  if (numbers.some((value) => value === undefined)) return ['categories'];
  const ratings = new Set(numbers).size <= MOST_RATINGS && numbers.every((value) => Number.isInteger(value));
  return ratings ? ['categories', 'numbers'] : ['numbers'];
}

/**
 * Agreement of two hands on categories. Throws `UsageError` for a label that is not in the order given, `DatasetError`
 * for more than 50 categories.
 *
 * @param order lowest first
 */
export function categoryAgreement(pairs: readonly LabelPair[], order?: readonly string[]): CategoryAgreement {
  const numeric = pairs.every(({ a, b }) => numberOf(a) !== undefined && numberOf(b) !== undefined);
  // 2 and 2.0 are one category
  const word = (cell: LabelPair['a']) =>
    numeric && order === undefined ? String(numberOf(cell)) : String(cell).trim();
  const labels = pairs.map(({ a, b }) => [word(a), word(b)] as const);
  const found = new Set(labels.flat());
  if (found.size > MOST_CATEGORIES)
    throw new DatasetError('too-many-values', `there are ${found.size} different labels: those are no categories`, {
      at: '--column',
      hint: numeric ? 'compare them with --as numbers' : 'name a column with few values',
    });
  const stray = order && [...found].find((label) => !order.includes(label));
  if (stray !== undefined)
    throw new UsageError('unknown-label', `the label '${stray}' is not in the order given`, {
      at: '--order',
      hint: nearHint(stray, order as readonly string[], 'name every label of both files'),
    });
  const categories = order ?? (numeric ? scaleOf([...found].map(Number)) : [...found].sort());
  const ordered = order !== undefined || numeric;
  const places = new Map(categories.map((label, place) => [label, place]));
  const classes = labels.map(([a, b]) => [places.get(a) as number, places.get(b) as number] as const);
  const confusion = confusionOf(
    classes.map(([a]) => a),
    classes.map(([, b]) => b),
    categories.length,
  );
  return {
    categories,
    ordered,
    accuracy: accuracyOf(confusion),
    kappa: cohenKappa(confusion),
    linearKappa: ordered ? linearKappa(confusion) : null,
    quadraticKappa: ordered ? quadraticKappa(confusion) : null,
    alphaNominal: krippendorffAlpha(classes, 'nominal'),
    alphaOrdinal: ordered ? krippendorffAlpha(classes, 'ordinal') : null,
    confusion,
  };
}

/** Numbers in order; of whole numbers also those between them that nobody gave, so that distances stay what they are. */
function scaleOf(found: readonly number[]): string[] {
  const sorted = found.toSorted((a, b) => a - b);
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const whole = found.every(Number.isInteger) && high - low < MOST_CATEGORIES;
  return (whole ? Array.from({ length: high - low + 1 }, (_, i) => low + i) : sorted).map(String);
}

/** Agreement of two hands on numbers. Throws `DatasetError` at a label that is none. */
export function numberAgreement(pairs: readonly LabelPair[]): NumberAgreement {
  const ratings = pairs.map(({ a, b, placeA, placeB }) => [numberAt(a, placeA), numberAt(b, placeB)] as const);
  const first = Float64Array.from(ratings, ([a]) => a);
  const second = Float64Array.from(ratings, ([, b]) => b);
  const { mae, rmse } = regressionScores(first, second);
  return {
    icc: intraclassCorrelations(ratings),
    pearson: pearson(first, second),
    spearman: spearman(first, second),
    alphaInterval: krippendorffAlpha(ratings, 'interval'),
    mae,
    rmse,
    blandAltman: blandAltman(first, second),
  };
}

function numberAt(cell: LabelPair['a'], at: string): number {
  const value = numberOf(cell);
  if (value !== undefined) return value;
  throw new DatasetError('not-a-number', `the label '${cell}' is not a number`, {
    at,
    hint: 'mend the cell, or compare with --as categories',
  });
}
