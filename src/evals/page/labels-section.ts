import { formatCount } from '../../core/format.ts';
import { type Html, html } from '../../formats/html.ts';
import type { LabelReport, NamedConfusion } from '../label-figures.ts';

/** Rows shown of those that the reader would relabel; result.json has all that were kept. */
const MOST_RELABELLED = 40;

/** What labels can be told by: the blind reader's confusion, the sentiment of each label, words that give one away, rows it would relabel. */
export function renderLabels(report: LabelReport): Html {
  const { order, confusion = [], relabelled = [], giveaways = [] } = report;
  const [all, ...cells] = confusion;
  return html`<p class="sub">An independent reader learnt from other rows and read each text blind. Rows are the labels that texts were written for, columns what the reader took them for, in percent of the row.</p>
${all ? html`<div class="grid">${matrix(all, order)}${labelTable(report)}</div>` : labelTable(report)}
${cells.length > 0 ? html`<details><summary>By cell <span>${cells.length} matrices</span></summary><div class="grid spaced">${cells.map((cell) => matrix(cell, order))}</div></details>` : ''}
${relabelled.length > 0 ? relabelTable(report) : ''}
${giveaways.length > 0 ? html`<h3 class="spaced">Words that give a label away</h3><table><thead><tr><th scope="col">word</th><th scope="col">label</th><th scope="col" class="n">precision</th><th scope="col" class="n">recall</th><th scope="col" class="n">texts</th></tr></thead><tbody>${giveaways.map(({ word, label, precision, recall, texts }) => html`<tr><th scope="row">${word}</th><td>${label}</td><td class="n">${precision.toFixed(3)}</td><td class="n">${recall.toFixed(3)}</td><td class="n">${texts}</td></tr>`)}</tbody></table>` : ''}`;
}

function matrix({ name, accuracy, counts }: NamedConfusion, order: readonly string[]): Html {
  const body = counts.map((row, i) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    const cells = row.map((count, j) => {
      const part = total === 0 ? 0 : count / total;
      const shown = total === 0 ? '-' : count === 0 ? '·' : (100 * part).toFixed(part < 0.1 ? 1 : 0);
      return html`<td ${i === j ? html`class="own"` : ''} style="--part:${part.toFixed(3)}" title="${count} of ${total}">${shown}</td>`;
    });
    return html`<tr><th scope="row">${order[i] ?? ''}</th>${cells}</tr>`;
  });
  const rows = counts.flat().reduce((sum, count) => sum + count, 0);
  return html`<div class="scroll"><table class="heat"><caption>${name === 'all' ? 'All rows' : name}: ${(100 * accuracy).toFixed(1)}% read as meant, of ${formatCount(rows)}</caption><thead><tr><th scope="col">meant</th>${order.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function labelTable({ order, f1, sentiment }: LabelReport): Html | string {
  if (!f1 && !sentiment) return '';
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? '-' : value.toFixed(3));
  return html`<div><table><caption>By label</caption><thead><tr><th scope="col">label</th>${f1 ? html`<th scope="col" class="n">F1 of the reader</th>` : ''}${sentiment ? html`<th scope="col" class="n">mean sentiment</th>` : ''}</tr></thead><tbody>${order.map((label, i) => html`<tr><th scope="row">${label}</th>${f1 ? html`<td class="n">${figure(f1[i])}</td>` : ''}${sentiment ? html`<td class="n">${figure(sentiment[i])}</td>` : ''}</tr>`)}</tbody></table></div>`;
}

function relabelTable({ relabelled = [] }: LabelReport): Html {
  const shown = relabelled.slice(0, MOST_RELABELLED);
  const rows = shown.map(
    ({ id, intended, perceived, probability, excerpt }) =>
      html`<tr><th scope="row" class="mono"><code>${id}</code></th><td>${intended}</td><td>${perceived}</td><td class="n">${probability.toFixed(2)}</td><td>${excerpt}</td></tr>`,
  );
  return html`<details><summary>Rows it would relabel <span>the surest ${shown.length}${relabelled.length > shown.length ? ` of the ${relabelled.length} in result.json` : ''}</span></summary><div class="scroll" role="region" tabindex="0" aria-label="Rows it would relabel"><table><thead><tr><th scope="col">row</th><th scope="col">meant</th><th scope="col">read as</th><th scope="col" class="n">probability</th><th scope="col">text</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
