import { type Html, html } from '../../formats/html.ts';
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
} from '../format-value.ts';
import type { Figure, GateResult, Verdict } from '../result.ts';

const SCOPES = [
  ['cell', 'In each cell'],
  ['corpus', 'Over all texts'],
  ['labels', 'Labels'],
  ['pack', 'Plan and templates'],
] as const;

/** The verdict of a gate as a word in a box. */
export function mark(verdict: Verdict): Html {
  return html`<span class="mark ${verdict}">${VERDICT_WORDS[verdict] || 'info'}</span>`;
}

/** Every gate: what it came to, where it is worst, and what it is held against. */
export function renderGatesTable(gates: readonly GateResult[]): Html {
  const compared = gates.some((gate) => largestChange(gate).change !== undefined);
  const columns = compared ? 9 : 8;
  const groups = SCOPES.map(([scope, name]) => ({ name, own: gates.filter(({ per }) => per === scope) }));
  const body = groups.flatMap(({ name, own }) =>
    own.length === 0
      ? []
      : [
          html`<tr class="group"><th colspan="${columns}" scope="colgroup">${name}</th></tr>`,
          ...own.map((gate) => row(gate, compared)),
        ],
  );
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Gates"><table class="gates"><thead><tr><th scope="col"></th><th scope="col">metric</th><th scope="col">worst in</th><th scope="col" class="n">value</th><th scope="col" class="n">over all</th><th scope="col" class="n">people</th><th scope="col" class="n">must</th><th scope="col" class="n">aim</th>${compared ? html`<th scope="col" class="n">change, noise SD</th>` : ''}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function row(gate: GateResult, compared: boolean): Html {
  const { about, unit, figures, op, must, aim, human, verdict } = gate;
  const worst = figures[gate.worst] as Figure | undefined;
  const change = compared ? html`<td class="n">${formatChange(largestChange(gate))}</td>` : '';
  return html`<tr><td>${mark(verdict)}</td><th scope="row" title="${about}">${formatTitle(gate)}</th><td>${worst ? formatPlace(worst) : '-'}</td><td class="n">${formatValue(worst?.worst ?? null, unit)}</td><td class="n">${formatRange(figures, unit)}</td><td class="n">${formatHuman(human, unit)}</td><td class="n">${formatGate(op, must, unit)}</td><td class="n">${formatGate(op, aim, unit)}</td>${change}</tr>`;
}
