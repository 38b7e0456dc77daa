import type { Metric, Unit } from './metric.ts';
import { METRICS } from './metrics.ts';

/** What a figure is measured on. */
export type Scope = 'cell' | 'corpus' | 'labels' | 'pack';

/** What tables, pages and the list of metrics say of a figure. */
export interface Described {
  readonly id: string;
  /** At most 34 characters. */
  readonly title: string;
  readonly unit: Unit;
  readonly about: string;
  readonly scope: Scope;
}

/** Figures on labelled texts: what the labels can be told by. */
const LABEL_FIGURES: readonly Described[] = [
  {
    id: 'label-order',
    title: 'mean sentiment keeps label order',
    unit: 'yes-no',
    about:
      'Whether the mean sentiment (VADER) of the texts rises from each label to the next one, the lowest label first.',
    scope: 'labels',
  },
  {
    id: 'label-auc-extremes',
    title: 'AUC of first against last label',
    unit: 'ratio',
    about: 'Chance that a text of the last label has a higher sentiment than one of the first (Mann-Whitney).',
    scope: 'labels',
  },
  {
    id: 'label-auc-neighbours',
    title: 'AUC of neighbouring labels',
    unit: 'ratio',
    about: 'The same chance for each label and the next one, a figure for each pair.',
    scope: 'labels',
  },
  {
    id: 'label-read-back',
    title: 'label read back, macro-F1',
    unit: 'ratio',
    about: 'Macro-F1 of naive Bayes on word counts, learnt from half of the texts and read on the other half.',
    scope: 'labels',
  },
  {
    id: 'probe-lowest-f1',
    title: 'probe: F1 of the first label',
    unit: 'ratio',
    about: 'F1 of the first label by TF-IDF and logistic regression, learnt from 80% of the rows and read on 20%.',
    scope: 'labels',
  },
  {
    id: 'probe-accuracy',
    title: 'probe: accuracy',
    unit: 'ratio',
    about: 'Accuracy of the same probe over all labels.',
    scope: 'labels',
  },
  {
    id: 'probe-macro-f1',
    title: 'probe: macro-F1',
    unit: 'ratio',
    about: 'Macro-F1 of the same probe; near 1 the label is given away.',
    scope: 'labels',
  },
  {
    id: 'giveaway-words',
    title: 'words that give a label away',
    unit: 'count',
    about: 'Single words with precision above .95 and recall above .3 for one label.',
    scope: 'labels',
  },
  {
    id: 'reader-accuracy',
    title: 'blind reader: accuracy',
    unit: 'ratio',
    about:
      'An independent reader (TF-IDF and logistic regression) learns from rows of another seed, or from the other half of a file, and reads each text blind: share of labels it agrees with.',
    scope: 'labels',
  },
  {
    id: 'reader-macro-f1',
    title: 'blind reader: macro-F1',
    unit: 'ratio',
    about: 'Mean over the labels of the F1 of the blind reader.',
    scope: 'labels',
  },
  {
    id: 'reader-kappa',
    title: 'blind reader: kappa',
    unit: 'ratio',
    about: "Cohen's kappa of intended and perceived label: agreement beyond chance.",
    scope: 'labels',
  },
  {
    id: 'reader-quadratic-kappa',
    title: 'blind reader: quadratic kappa',
    unit: 'ratio',
    about: 'The same with disagreements weighted by the square of their distance in the order of the labels.',
    scope: 'labels',
  },
  {
    id: 'reader-within-one',
    title: 'blind reader: within one label',
    unit: 'share',
    about: 'Share of texts whose perceived label is the intended one or its neighbour.',
    scope: 'labels',
  },
];

/** Figures on how the rows were made, and on the templates themselves. A suite adds shares of its own. */
const PACK_FIGURES: readonly Described[] = [
  {
    id: 'length-inside-plan',
    title: 'length inside the plan',
    unit: 'share',
    about:
      'Share of texts whose number of characters, as told and before the voice has put in its fillers, is within what the plan asks for.',
    scope: 'pack',
  },
  {
    id: 'beats-in-order',
    title: 'beats in planned order',
    unit: 'share',
    about: 'Share of texts that tell every required beat of their arc, and none out of its order, by the trace.',
    scope: 'pack',
  },
  {
    id: 'alternatives-fired',
    title: 'alternatives fired',
    unit: 'share',
    about: 'Share of the values and tellings of the templates that are used at least once in 10,000 records.',
    scope: 'pack',
  },
  {
    id: 'derivations',
    title: 'derivations, log10 of the least',
    unit: 'ratio',
    about: 'Base-10 logarithm of the number of texts that can be derived, for each cell of each question.',
    scope: 'pack',
  },
  {
    id: 'coherence-errors',
    title: 'coherence errors of the templates',
    unit: 'count',
    about: 'Errors that the coherence rules find in the templates, over every schema (`fabula templates check`).',
    scope: 'pack',
  },
];

/** Everything that `fabula eval` can measure; `own` are shares that a suite declares. */
export function catalogueOf(
  metrics: readonly Metric[] = METRICS,
  own: readonly Described[] = [],
): readonly Described[] {
  return [...metrics, ...LABEL_FIGURES, ...PACK_FIGURES, ...own];
}
