import { formatCount } from '../../core/format.ts';
import { type Html, html } from '../../formats/html.ts';
import { histogram } from './charts.ts';
import type { LengthFigures, ReportFigures } from './figures.ts';
import { formatShare } from './words.ts';

/** Lengths of each text column within each label: a histogram each, drawn to one scale, and the figures. */
export function renderLengths({ lengths, lengthBin }: ReportFigures): Html | undefined {
  if (lengths.length === 0) return undefined;
  const used = Math.max(...lengths.map(({ bins }) => bins.findLastIndex((n) => n > 0))) + 1;
  const end = used * lengthBin;
  const last = lengths.some(({ bins }) => used === bins.length) ? `${formatCount(end - lengthBin)}+` : formatCount(end);
  const columns = [...new Set(lengths.map(({ column }) => column))];
  return html`<p class="sub">In characters, by label. All histograms share their horizontal scale, bins are ${lengthBin} characters wide, heights are relative to each one's fullest bin. “Inside” is the share of texts within the length that was asked for.</p>
<p class="key"><span><i></i>texts</span><span><i class="line"></i>mean</span></p>
${columns.map((column) => {
  const own = lengths.filter((entry) => entry.column === column);
  return html`<h3><code>${column}</code></h3><div class="multiples">${own.map((entry) => multiple(entry, used, lengthBin, last))}</div>`;
})}
<div class="scroll" role="region" tabindex="0" aria-label="Lengths of the texts as a table"><table><caption>Lengths in characters</caption><thead><tr><th scope="col">column</th><th scope="col">label</th><th scope="col" class="n">texts</th><th scope="col" class="n">shortest</th><th scope="col" class="n">mean</th><th scope="col" class="n">longest</th><th scope="col" class="n">inside</th></tr></thead><tbody>${lengths.map(lengthRow)}</tbody></table></div>`;
}

function multiple(entry: LengthFigures, used: number, width: number, last: string): Html {
  const inside = formatShare(entry.inside, entry.texts);
  const title = `${entry.column}, ${entry.label}: mean ${entry.mean.toFixed(0)} characters, ${inside} inside the length asked for`;
  return html`<figure><figcaption>${entry.label} <span>${inside} inside</span></figcaption>${histogram(entry.bins.slice(0, used), entry.mean / width, title)}<div class="axis"><span>0</span><span>${last}</span></div></figure>`;
}

function lengthRow({ column, label, texts, shortest, mean, longest, inside }: LengthFigures): Html {
  return html`<tr><th scope="row"><code>${column}</code></th><td>${label}</td><td class="n">${formatCount(texts)}</td><td class="n">${formatCount(shortest)}</td><td class="n">${mean.toFixed(0)}</td><td class="n">${formatCount(longest)}</td><td class="n">${formatShare(inside, texts)}</td></tr>`;
}

/** The mean answer to each item within each label, as a table whose cells darken from the lowest answer to the highest. */
export function renderItems({ items, labels }: ReportFigures): Html | undefined {
  if (items.length === 0) return undefined;
  const rows = items.map(({ column, description, minimum, maximum, means }) => {
    const cells = labels.map((label) => {
      const mean = means.find((entry) => entry.label === label)?.mean;
      if (mean === undefined) return html`<td></td>`;
      const part = maximum > minimum ? (mean - minimum) / (maximum - minimum) : 0;
      return html`<td style="--part:${part.toFixed(3)}">${mean.toFixed(2)}</td>`;
    });
    return html`<tr><th scope="row"><code>${column}</code><span>${description}</span></th>${cells}</tr>`;
  });
  return html`<p class="sub">Mean of each item within each label; the fuller the colour, the nearer to the highest answer.</p>
<div class="scroll" role="region" tabindex="0" aria-label="Mean answers by label"><table class="heat"><thead><tr><th scope="col">item</th>${labels.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
