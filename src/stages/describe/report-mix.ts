import { formatCount, plural } from '../../core/format.ts';
import { type Html, html } from '../../formats/html.ts';
import { bar, pairedBars } from './charts.ts';
import type { Mix, NamedCount, ReportFigures } from './figures.ts';
import { formatShare } from './words.ts';

/** How many of the most frequent are drawn. */
const MOST = 20;
/** How many values of a stratum that was only planned are drawn. */
const MOST_PLANNED = 80;

type WrittenRow = { readonly name: string; readonly planned: number; readonly written: number };

/** Strata planned against written, splits, and strata that only the plan counts, such as organisations. */
export function renderMix({ mixes, splits, written }: ReportFigures): Html {
  const paired = mixes.flatMap((mix) => {
    const rows = mix.rows.filter((row): row is WrittenRow => row.written !== undefined);
    return rows.length > 0 ? [renderPair(mix.column, rows)] : [];
  });
  const planned = mixes.filter(({ rows }) => rows.every((row) => row.written === undefined));
  return html`<p class="sub">Quotas are exact: what was written differs from the plan only by records that are missing.</p>
${paired}
<div class="grid spaced"><div><h3>Splits</h3>${barTable('split', splits, 'rows', written)}</div></div>
${planned.map(renderPlanned)}`;
}

function renderPair(column: string, rows: readonly WrittenRow[]): Html {
  const total = rows.reduce((sum, row) => sum + row.written, 0);
  const body = rows.map(({ name, planned, written }) => {
    const off = written - planned;
    return html`<tr><th scope="row">${name}</th><td class="n">${formatCount(planned)}</td><td class="n">${formatCount(written)}</td><td class="n">${formatShare(written, total)}</td><td class="n">${off === 0 ? '0' : `${off > 0 ? '+' : '−'}${formatCount(Math.abs(off))}`}</td></tr>`;
  });
  return html`<div class="pair"><div><h3><code>${column}</code></h3><p class="key"><span><i></i>written</span><span><i class="plan"></i>planned</span></p>${pairedBars(rows, `Rows by ${column}, written and planned`)}</div>
<div class="scroll"><table><caption>Rows by ${column}</caption><thead><tr><th scope="col">value</th><th scope="col" class="n">planned</th><th scope="col" class="n">written</th><th scope="col" class="n">share</th><th scope="col" class="n">difference</th></tr></thead><tbody>${body}</tbody></table></div></div>
`;
}

function renderPlanned({ column, rows }: Mix): Html {
  const counts = rows.map(({ name, planned }) => ({ name, rows: planned }));
  const total = counts.reduce((sum, row) => sum + row.rows, 0);
  const half = Math.ceil(Math.min(counts.length, MOST_PLANNED) / 2);
  const more = counts.length > MOST_PLANNED ? html`<p class="sub">The first ${MOST_PLANNED} are drawn.</p>` : '';
  const most = Math.max(...counts.map((row) => row.rows));
  const halves = counts.length > 8 ? [counts.slice(0, half), counts.slice(half, MOST_PLANNED)] : [counts];
  return html`<h3 class="spaced"><code>${column}</code>: ${plural(counts.length, 'value')}, rows planned</h3>${more}<div class="grid">${halves.map((part) => html`<div>${barTable(column, part, 'rows', total, most)}</div>`)}</div>`;
}

/** The values of each column that has a closed list of them. */
export function renderValues({ values }: ReportFigures, view: string): Html | undefined {
  if (values.length === 0) return undefined;
  const note =
    view === 'default' ? '' : ` Values are in the words of the default view; the data is in those of the view ${view}.`;
  return html`<p class="sub">Rows by value, for columns with a closed list.${note}</p><div class="grid">${values.map(
    ({ column, description, rows }) =>
      html`<div><h3><code>${column}</code></h3><p class="sub">${description}</p>${barTable('value', rows, 'rows', sumOf(rows))}</div>`,
  )}</div>`;
}

/** Who tells, what is told, and what was turned down. */
export function renderTelling({ voices, stories, rejected, missing }: ReportFigures): Html {
  const none = missing > 0 ? ` For ${plural(missing, 'record')} every candidate was rejected; they are missing.` : '';
  const refused =
    rejected.length > 0 ? barTable('reason', rejected, 'candidates', sumOf(rejected)) : html`<p>None.</p>`;
  return html`<p class="sub">A voice is a way of writing that a respondent keeps in all texts; a story is the course of events that one text tells.</p><div class="grid"><div><h3>${plural(voices.length, 'voice')}${voices.length > MOST ? `, the ${MOST} most frequent` : ''}</h3>${barTable('voice', voices.slice(0, MOST), 'rows', sumOf(voices))}</div>
<div><h3>${plural(stories.length, 'story', 'stories')}${stories.length > MOST ? `, the ${MOST} most frequent` : ''}</h3>${barTable('question/story', stories.slice(0, MOST), 'texts', sumOf(stories))}</div>
<div><h3>Rejected candidates</h3><p class="sub">Each was told anew.${none}</p>${refused}</div></div>`;
}

function barTable(
  head: string,
  rows: readonly NamedCount[],
  unit: string,
  total: number,
  most = Math.max(1, ...rows.map((row) => row.rows)),
): Html {
  const body = rows.map(
    ({ name, rows: count }) =>
      html`<tr><th scope="row">${name}</th><td class="draw">${bar(count / most, `${name}: ${formatCount(count)} ${unit}`)}</td><td class="n">${formatCount(count)}</td><td class="n">${formatShare(count, total)}</td></tr>`,
  );
  return html`<table class="bars"><thead><tr><th scope="col">${head}</th><td class="draw"></td><th scope="col" class="n">${unit}</th><th scope="col" class="n">share</th></tr></thead><tbody>${body}</tbody></table>`;
}

function sumOf(rows: readonly NamedCount[]): number {
  return rows.reduce((sum, row) => sum + row.rows, 0);
}
