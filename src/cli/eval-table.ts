import { formatCount } from '../core/format.ts';
import type { Difference } from '../evals/compare.ts';
import {
  formatChange,
  formatGate,
  formatHuman,
  formatPlace,
  formatRange,
  formatTitle,
  formatValue,
  largestChange,
  VERDICT_WORDS,
} from '../evals/format-value.ts';
import type { EvalResult, Figure, GateResult, Verdict } from '../evals/result.ts';
import { type Printer, renderTable } from './print.ts';

const HEAD = ['', 'metric', 'worst in', 'value', 'over all', 'people', 'must', 'aim', 'change'];

/** A row for each gate: what it came to, where it is worst, and what it is held against. The change is in noise SD. */
function gateRows(gates: readonly GateResult[]): readonly (readonly string[])[] {
  return gates.map((gate) => {
    const { unit, op, must, aim, human, figures } = gate;
    const worst = figures[gate.worst] as Figure | undefined;
    return [
      VERDICT_WORDS[gate.verdict],
      formatTitle(gate),
      worst ? formatPlace(worst) : '-',
      formatValue(worst?.worst ?? null, unit),
      formatRange(figures, unit),
      formatHuman(human, unit),
      formatGate(op, must, unit),
      formatGate(op, aim, unit),
      formatChange(largestChange(gate)),
    ];
  });
}

/** The table of a run; verdicts in colour where there are colours. Columns that nothing stands in are left out. */
export function renderGates(gates: readonly GateResult[], printer: Pick<Printer, 'red' | 'green' | 'dim'>): string {
  const rows = gateRows(gates);
  const kept = HEAD.map((_, i) => i < 4 || rows.some((row) => row[i] !== '-'));
  const table = [HEAD, ...rows].map((row) => row.filter((_, i) => kept[i]));
  const [head = '', ...lines] = renderTable(table).split('\n');
  return [printer.dim(head), ...lines.map((line, i) => painted(line, gates[i]?.verdict ?? 'info', printer))].join('\n');
}

function painted(line: string, verdict: Verdict, printer: Pick<Printer, 'red' | 'green' | 'dim'>): string {
  const word = VERDICT_WORDS[verdict];
  const paint =
    verdict === 'fail' || verdict === 'worse' ? printer.red : verdict === 'info' ? printer.dim : printer.green;
  return word === '' ? line : paint(word) + line.slice(word.length);
}

/** One line: what the gates came to. */
export function renderCounts({ counts, gates, texts, run }: EvalResult): string {
  const regressions = gates.filter(({ figures }) => figures.some(({ regressed }) => regressed)).length;
  const parts = [
    `${counts.fail} failed`,
    ...(counts.warn > 0 ? [`${counts.warn} warned`] : []),
    ...(regressions > 0 ? [`${regressions} worse than the baseline`] : []),
    `${counts.pass + counts.aim + counts.worse} passed`,
    ...(counts.aim > 0 ? [`${counts.aim} reached the aim`] : []),
    ...(counts.info > 0 ? [`${counts.info} only reported`] : []),
    ...(counts.none > 0 ? [`${counts.none} could not be told`] : []),
  ];
  return `${parts.join(', ')}; ${formatCount(texts)} texts in ${run.seconds.toFixed(0)} s`;
}

/** The table of two runs side by side. */
export function renderDifferences(differences: readonly Difference[]): string {
  return renderTable([
    ['', 'metric', 'column', 'cells', 'before', 'after', 'difference', '95% interval'],
    ...differences.map(({ verdict, title, unit, column, pairs, before, after, difference, interval }) => [
      verdict === 'same' ? '' : verdict,
      title,
      formatPlace({ column, cell: '' }),
      String(pairs),
      formatValue(before, unit),
      formatValue(after, unit),
      signed(difference, (value) => formatValue(value, unit === 'yes-no' ? 'ratio' : unit)),
      interval
        ? interval
            .map((end) => signed(end, (value) => formatValue(value, unit === 'yes-no' ? 'ratio' : unit)))
            .join(' to ')
        : '-',
    ]),
  ]);
}

function signed(value: number, format: (value: number) => string): string {
  return `${value > 0 ? '+' : value < 0 ? '-' : ''}${format(Math.abs(value))}`;
}
