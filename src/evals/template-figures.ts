import { reportCapacity } from '../grammar/capacity.ts';
import { checkTemplates } from '../grammar/check.ts';
import { SAFETY_RULES } from '../language/safety.ts';
import { coverTemplates } from '../runtime/cover.ts';
import { compilePack, loadPack, openLexicon } from '../runtime/load-pack.ts';
import { jobOf } from './make-corpus.ts';
import type { Finding } from './metric.ts';
import type { PackPart } from './suite.ts';

/** Records that have to be told for every alternative to have had its chance. */
const COVERED_RECORDS = 10_000;
/** Rows that the templates must be enough for. */
const PLANNED_ROWS = 1_000_000;
const MOST_FINDINGS = 10;

/** A figure on the templates of a pack. */
export interface TemplateFigure {
  /** The text column, or '' where no column is meant. */
  readonly column: string;
  readonly cell: string;
  readonly value: number;
  readonly findings: readonly Finding[];
}

/** What can be measured on templates, by the id of the figure. */
const FIGURES: Readonly<Record<string, (pack: PackPart, seed: number) => readonly TemplateFigure[]>> = {
  'alternatives-fired': alternativesFired,
  derivations,
  'coherence-errors': coherenceErrors,
};

/** The figures that need the templates of a pack, and no rows. */
export const TEMPLATE_FIGURES: readonly string[] = Object.keys(FIGURES);

/** Measures one figure on the templates of a pack. */
export function measureTemplates(figure: string, pack: PackPart, seed: number): readonly TemplateFigure[] {
  return (FIGURES[figure] as (typeof FIGURES)[string])(pack, seed);
}

function alternativesFired(pack: PackPart, seed: number): readonly TemplateFigure[] {
  const { values, tellings, never } = coverTemplates(
    loadPack(pack.id),
    jobOf({ ...pack, rows: COVERED_RECORDS }, seed),
  );
  const value = (values.fired + tellings.fired) / Math.max(1, values.all + tellings.all);
  const findings = never.slice(0, MOST_FINDINGS).map((at) => ({ id: at, excerpt: 'never fired' }));
  return [{ column: '', cell: '', value, findings }];
}

function derivations({ id }: PackPart): readonly TemplateFigure[] {
  const loaded = loadPack(id);
  const columnOf = (question: string) =>
    loaded.pack.texts.find((entry) => entry.question === question)?.column ?? question;
  return reportCapacity(compilePack(loaded), PLANNED_ROWS).map(({ question, cell, entropyBits }) => ({
    column: columnOf(question),
    cell,
    value: entropyBits * Math.log10(2),
    findings: [],
  }));
}

function coherenceErrors({ id }: PackPart): readonly TemplateFigure[] {
  const { source } = loadPack(id);
  const phrases = SAFETY_RULES.map(({ name, pattern }) => ({ rule: `unsafe-${name}`, pattern }));
  const errors = checkTemplates(source, openLexicon(), { plannedRows: PLANNED_ROWS, phrases }).filter(
    ({ severity }) => severity === 'error',
  );
  const findings = errors.slice(0, MOST_FINDINGS).map(({ at, message }) => ({ id: at, excerpt: message }));
  return [{ column: '', cell: '', value: errors.length, findings }];
}
