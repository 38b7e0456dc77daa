import type { DatasetSummary } from '../../core/dataset.ts';
import { formatBytes, formatCount, plural } from '../../core/format.ts';
import { Html, html } from '../../formats/html.ts';
import { PAGE_STYLE } from '../../formats/page-style.ts';
import { figuresOf } from './figures.ts';
import { renderExamples } from './report-examples.ts';
import { renderFiles } from './report-files.ts';
import { renderItems, renderLengths } from './report-labels.ts';
import { renderMix, renderTelling, renderValues } from './report-mix.ts';
import { formatShare, hexOf, SYNTHETIC } from './words.ts';

/** One part of the page; without a body it is left out. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html | undefined;
}

/** The report as one self-contained HTML page: no scripts, no fonts, nothing fetched. */
export function renderReportPage(summary: DatasetSummary): string {
  const figures = figuresOf(summary);
  const sections: readonly Section[] = [
    { id: 'mix', title: 'Planned and written', body: renderMix(figures) },
    { id: 'values', title: 'Values', body: renderValues(figures, summary.view) },
    { id: 'lengths', title: 'Lengths of the texts', body: renderLengths(figures) },
    { id: 'items', title: 'Answers by label', body: renderItems(figures) },
    { id: 'telling', title: 'Voices, stories, rejections', body: renderTelling(figures) },
    { id: 'examples', title: 'Examples', body: renderExamples(summary) },
    { id: 'files', title: 'Files and config', body: renderFiles(summary, figures.files) },
  ];
  const shown = sections.filter((section): section is Section & { readonly body: Html } => section.body !== undefined);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Fabula ${summary.toolVersion}">
<title>${summary.title}: dataset report</title>
<style>
${new Html(PAGE_STYLE)}
</style>
</head>
<body>
<header>
<p class="kicker">Dataset report</p>
<h1>${summary.title}</h1>
<p>${summary.description}</p>
<nav aria-label="Sections">${shown.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}</nav>
</header>
<main>
${headline(summary)}
<section class="warning" aria-labelledby="warning"><h2 id="warning">Content warning</h2><p>${summary.warning}</p><p><strong>${SYNTHETIC}</strong></p></section>
${shown.map(
  ({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>
`,
)}</main>
<footer><p>Written by Fabula ${summary.toolVersion}. The same figures as numbers: <a href="report.json">report.json</a>. How to load, verify and cite: <a href="../README.md">README.md</a>.</p></footer>
</body>
</html>
`;
  return page.text;
}

function headline(summary: DatasetSummary): Html {
  const { tally, files } = summary;
  const rejected = Object.values(tally.rejected).reduce((sum, n) => sum + n, 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const cards: readonly (readonly [term: string, figure: string, note: string])[] = [
    ['Rows written', formatCount(tally.rows), `of ${formatCount(summary.asked)} asked for`],
    ['Texts', formatCount(tally.rows * summary.texts.length), `${summary.texts.length} a row`],
    [
      'Splits',
      String(summary.splits.length),
      summary.splits.map(({ name, rows }) => `${name} ${formatShare(rows, tally.rows)}`).join(', '),
    ],
    [
      'Candidates rejected',
      formatCount(rejected),
      tally.missing > 0 ? `${plural(tally.missing, 'record')} missing` : 'no record missing',
    ],
    ['Pack', summary.packId, `version ${summary.packVersion}, view ${summary.view}`],
    ['Seed', String(summary.seed), `job ${hexOf(summary.jobHash).slice(0, 12)}`],
    ['Templates', hexOf(summary.templateHash).slice(0, 8), `lexicon ${hexOf(summary.lexiconHash).slice(0, 12)}`],
    ['Files', formatBytes(bytes), `${plural(files.length, 'file')}, ${summary.format.id}`],
  ];
  return html`<dl class="headline" aria-label="Headline figures">${cards.map(([term, figure, note]) => html`<div><dt>${term}</dt><dd class="figure">${figure}</dd><dd class="note">${note}</dd></div>`)}</dl>`;
}
