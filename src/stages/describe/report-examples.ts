import type { DatasetSummary } from '../../core/dataset.ts';
import type { Cell } from '../../core/record.ts';
import { type Html, html } from '../../formats/html.ts';

/** A few rows as people read them: who answers, the texts in full, the rest in small cells. */
export function renderExamples(summary: DatasetSummary): Html | undefined {
  if (summary.examples.length === 0) return undefined;
  return html`<p class="sub">The first rows of the run. The content warning above is meant for these too.</p>${summary.examples.map((example, i) => renderExample(summary, example, i === 0))}`;
}

function renderExample(
  { table, texts, labels }: DatasetSummary,
  example: Readonly<Record<string, Cell>>,
  open: boolean,
): Html {
  const rest = table.columns.filter(({ name }) => !texts.includes(name) && example[name] !== undefined);
  const isItem = (name: string) => typeof example[name] === 'number' && /^[a-z]\d+$/.test(name);
  const named = rest.filter(({ name }) => !isItem(name));
  const items = rest.filter(({ name }) => isItem(name));
  const key = table.columns[0]?.name ?? '';
  const tags = labels.map((label) => show(example[label])).join(', ');
  const told = texts.filter((name) => example[name] !== undefined);
  const body = html`${told.map((name) => html`<blockquote><cite><code>${name}</code></cite><p>${show(example[name])}</p></blockquote>`)}${cells(named, example, '')}${items.length > 0 ? cells(items, example, ' short') : ''}`;
  const title = html`<summary><code>${show(example[key])}</code>${tags ? html` <span>${tags}</span>` : ''}</summary>`;
  return open ? html`<details open>${title}${body}</details>` : html`<details>${title}${body}</details>`;
}

function cells(
  columns: readonly { readonly name: string }[],
  example: Readonly<Record<string, Cell>>,
  kind: string,
): Html {
  return html`<dl class="cells${kind}">${columns.map(({ name }) => html`<div><dt>${name}</dt><dd>${show(example[name])}</dd></div>`)}</dl>`;
}

function show(value: Cell | undefined): string {
  return value === null || value === undefined ? '–' : String(value);
}
