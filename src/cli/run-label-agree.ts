import { UsageError } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import { nearHint } from '../core/nearest-name.ts';
import {
  type CategoryAgreement,
  categoryAgreement,
  kindsOf,
  type LabelKind,
  type NumberAgreement,
  numberAgreement,
} from '../evals/agreement/agreement.ts';
import { type MatchedLabels, matchLabels } from '../evals/agreement/match-labels.ts';
import { readColumns } from '../runtime/read-columns.ts';
import type { Estimate } from '../statistics/bland-altman.ts';
import type { AgreeFlags } from './commands/label.ts';
import { openPrinter, type Printer, renderTable } from './print.ts';

const KINDS = ['categories', 'numbers'] as const;

/** Runs `fabula label agree`. */
export async function runLabelAgree(a: string, b: string, flags: AgreeFlags): Promise<void> {
  const printer = openPrinter({ json: flags.json });
  const asked = kindAsked(flags.as);
  const order = flags.order?.split(',').map((label) => label.trim());
  const files = [await readColumns([a]), await readColumns([b])] as const;
  const { column, columnB = column, on } = flags;
  const matched = matchLabels(files[0], files[1], { column, columnB, on });
  const kinds = asked ? [asked] : order ? ['categories'] : kindsOf(matched.pairs);
  const categories = kinds.includes('categories') ? categoryAgreement(matched.pairs, order) : null;
  const numbers = kinds.includes('numbers') ? numberAgreement(matched.pairs) : null;
  const { pairs, ...rest } = matched;
  if (printer.json)
    return printer.data({ a, b, column, columnB, on: on ?? null, rows: pairs.length, ...rest, categories, numbers });
  const blocks = [
    heading(matched, printer),
    ...(categories ? [renderCategories(categories)] : []),
    ...(numbers ? [renderNumbers(numbers)] : []),
  ];
  printer.line(blocks.join('\n\n'));
}

function kindAsked(text: string | undefined): LabelKind | undefined {
  const kind = KINDS.find((known) => known === text);
  if (kind === undefined && text !== undefined)
    throw new UsageError('unknown-kind', `there is no kind '${text}'`, { at: '--as', hint: nearHint(text, KINDS) });
  return kind;
}

function heading({ pairs, onlyInA, onlyInB, unlabelled }: MatchedLabels, { bold }: Printer): string {
  const left = [
    ...(onlyInA + onlyInB > 0
      ? [`${formatCount(onlyInA)} only in the first file, ${formatCount(onlyInB)} only in the second`]
      : []),
    ...(unlabelled > 0 ? [`${plural(unlabelled, 'row')} without a label in one of them`] : []),
  ];
  return `${bold(`${plural(pairs.length, 'row')} with two labels`)}${left.length > 0 ? `; left out: ${left.join('; ')}` : ''}`;
}

function renderCategories(agreement: CategoryAgreement): string {
  const { categories, confusion, accuracy, kappa, alphaNominal } = agreement;
  const figures = renderTable([
    ['agreement of categories', ''],
    ['accuracy', short(accuracy)],
    ["Cohen's kappa", short(kappa)],
    ...(agreement.ordered
      ? [
          ['  linear weights', short(agreement.linearKappa)],
          ['  quadratic weights', short(agreement.quadraticKappa)],
        ]
      : []),
    ["Krippendorff's alpha, nominal", short(alphaNominal)],
    ...(agreement.ordered ? [["Krippendorff's alpha, ordinal", short(agreement.alphaOrdinal)]] : []),
  ]);
  const counts = renderTable([
    ['first \\ second', ...categories],
    ...categories.map((category, i) => [category, ...(confusion[i] ?? [])]),
  ]);
  return `${figures}\n\n${counts}`;
}

function renderNumbers({ icc, blandAltman, ...agreement }: NumberAgreement): string {
  const estimate = ({ value, low, high }: Estimate) => `${short(value)}  (95% ${short(low)} to ${short(high)})`;
  return renderTable([
    ['agreement of numbers', ''],
    ['ICC(1,1), one way', short(icc.oneWay)],
    ['ICC(A,1), absolute agreement', short(icc.agreement)],
    ['ICC(3,1), consistency', short(icc.consistency)],
    ["Pearson's r", short(agreement.pearson)],
    ["Spearman's rho", short(agreement.spearman)],
    ["Krippendorff's alpha, interval", short(agreement.alphaInterval)],
    ['MAE', short(agreement.mae)],
    ['RMSE', short(agreement.rmse)],
    ['bias, first minus second', estimate(blandAltman.bias)],
    ['lower limit of agreement', estimate(blandAltman.lowerLimit)],
    ['upper limit of agreement', estimate(blandAltman.upperLimit)],
  ]);
}

/** Three decimals; a dash where there is no figure. */
function short(value: number | null): string {
  return value === null || Number.isNaN(value) ? '-' : value.toFixed(3);
}
