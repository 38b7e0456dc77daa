import { type Html, html } from '../../formats/html.ts';
import { formatPlace, formatValue } from '../format-value.ts';
import type { Figure, GateResult } from '../result.ts';
import type { Bound } from '../suite.ts';

const ROW = 22;
const TOP = 8;
/** Room left and right of the outermost value, as a share of the range. */
const MARGIN = 0.06;

/**
 * A gate as a strip: a dot for each cell (a square where it fails), a line of dots for each text column, the human band
 * shaded, what must be as a line and the aim as a dashed one. Words stand outside, so that it stretches with the page.
 */
export function stripChart(gate: GateResult): Html {
  const columns = [...new Set(gate.figures.map(({ column }) => column))];
  const scale = scaleOf(gate);
  const height = TOP + columns.length * ROW;
  const band = gate.human[0];
  const area = band
    ? html`<rect class="band" x="${scale.at(band.low)}" width="${scale.width(band.low, band.high)}" height="${height}"><title>people: ${formatValue(band.low, gate.unit)} to ${formatValue(band.high, gate.unit)}</title></rect>`
    : '';
  const line = (bound: Bound | undefined, name: string) =>
    endsOf(bound).map(
      (end) =>
        html`<line class="${name}" x1="${scale.at(end)}" x2="${scale.at(end)}" y1="0" y2="${height}"><title>${name}: ${formatValue(end, gate.unit)}</title></line>`,
    );
  const rows = columns.map((column, row) => {
    const y = TOP + row * ROW + ROW / 2 - TOP / 2;
    return gate.figures.filter((figure) => figure.column === column).map((figure) => dot(figure, gate, scale, y));
  });
  const names = columns.length > 1 || columns[0] !== '' ? columns : [];
  return html`<div class="strip"><div class="rows">${names.map((column) => html`<span>${formatPlace({ column, cell: '' })}</span>`)}</div><div><svg role="img" aria-label="${gate.title}, ${gate.figures.length} values" width="100%" height="${height}">${area}${line(gate.must, 'must')}${line(gate.aim, 'aim')}${rows}</svg><div class="axis"><span>${formatValue(scale.low, gate.unit)}</span><span>${formatValue(scale.high, gate.unit)}</span></div></div></div>`;
}

function dot(figure: Figure, gate: GateResult, scale: Scale, y: number): Html | string {
  const value = figure.worst ?? figure.mean;
  if (value === null) return '';
  const title = `${formatPlace(figure)}: ${formatValue(value, gate.unit)}`;
  if (figure.passed === false)
    return html`<svg x="${scale.at(value)}" y="${y}" overflow="visible"><rect class="fails" x="-4" y="-4" width="8" height="8"><title>${title}, fails</title></rect></svg>`;
  return html`<circle class="${gate.op === undefined ? 'plain' : 'passes'}" cx="${scale.at(value)}" cy="${y}" r="4"><title>${title}</title></circle>`;
}

interface Scale {
  readonly low: number;
  readonly high: number;
  at(value: number): string;
  width(from: number, to: number): string;
}

/** A scale over everything that is drawn. */
function scaleOf({ figures, must, aim, human, unit }: GateResult): Scale {
  const values = [
    ...figures.flatMap(({ worst, mean }) => [worst, mean].filter((value) => value !== null)),
    ...endsOf(must),
    ...endsOf(aim),
    ...(human[0] ? [human[0].low, human[0].high] : []),
  ];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const margin = (most - least || Math.abs(most) || 1) * MARGIN;
  // Shares and counts end at 0, and shares at 1 as well.
  const low = least >= 0 ? Math.max(0, least - margin) : least - margin;
  const high = unit === 'share' && most <= 1 ? Math.min(1, most + margin) : most + margin;
  const share = (value: number) => (value - low) / (high - low);
  return {
    low,
    high,
    at: (value) => `${(100 * share(value)).toFixed(2)}%`,
    width: (from, to) => `${Math.max(0.3, 100 * (share(to) - share(from))).toFixed(2)}%`,
  };
}

function endsOf(bound: Bound | undefined): readonly number[] {
  return bound === undefined ? [] : typeof bound === 'number' ? [bound] : bound;
}
