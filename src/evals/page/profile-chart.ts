import { type Html, html } from '../../formats/html.ts';
import { formatGate, formatValue } from '../format-value.ts';
import type { Figure, GateResult } from '../result.ts';

const HEIGHT = 22;
/** The chart ends where a value is this many times what people's is, or this part of it. */
const MOST = 4;

/** Whether a gate is one value held in a band around one value of people's. */
export function isInProfile({ human, must, by, figures }: GateResult): boolean {
  const [band] = human;
  return (
    Array.isArray(must) &&
    by === undefined &&
    figures.length === 1 &&
    band !== undefined &&
    band.low === band.high &&
    band.low > 0
  );
}

/** Each gate as a line: how many times people's value ours is, what must be shaded, the scale by doublings. */
export function profileChart(gates: readonly GateResult[]): Html {
  return html`<div class="profile">${gates.map(line)}</div>
<div class="profile"><span></span><div class="axis"><span>a quarter</span><span>half</span><span>people</span><span>double</span><span>four times</span></div><span></span></div>`;
}

function line(gate: GateResult): Html {
  const { title, unit, op, must, human, figures } = gate;
  const people = human[0]?.low ?? Number.NaN;
  const { worst: value, passed } = figures[0] as Figure;
  const [low, high] = (must as readonly [number, number]).map((end) => placeOf(end / people)) as [number, number];
  const says = `${title}: ${formatValue(value, unit)}, people ${formatValue(people, unit)}, must be ${formatGate(op, must, unit)}`;
  const own = value === null ? '' : dot(placeOf(value / people), passed === false);
  return html`<span>${title}</span><svg role="img" aria-label="${says}" width="100%" height="${HEIGHT}"><title>${says}</title><rect class="band" x="${percent(low)}" width="${percent(high - low)}" height="${HEIGHT}"/><line class="must" x1="50%" x2="50%" y1="0" y2="${HEIGHT}"/>${own}</svg><span class="n">${formatValue(value, unit)}</span>`;
}

function dot(place: number, fails: boolean): Html {
  if (!fails) return html`<circle class="passes" cx="${percent(place)}" cy="${HEIGHT / 2}" r="4"/>`;
  return html`<svg x="${percent(place)}" y="${HEIGHT / 2}" overflow="visible"><rect class="fails" x="-4" y="-4" width="8" height="8"/></svg>`;
}

/** Where a ratio stands between a quarter (0) and four times (1); what is beyond stands at the end. */
function placeOf(ratio: number): number {
  const share = 0.5 + Math.log(Math.max(ratio, 1e-9)) / Math.log(MOST) / 2;
  return Math.min(1, Math.max(0, share));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
