import { formatCount, plural } from '../../core/format.ts';
import { Html, html } from '../../formats/html.ts';
import { PAGE_STYLE } from '../../formats/page-style.ts';
import { formatGate, formatHuman, formatValue } from '../format-value.ts';
import type { EvalResult, GateResult, Judged } from '../result.ts';
import { EVAL_STYLE } from './eval-style.ts';
import { mark, renderGatesTable } from './gates-table.ts';
import { renderLabels } from './labels-section.ts';
import { isInProfile, profileChart } from './profile-chart.ts';
import { stripChart } from './strip-chart.ts';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** A run of a suite as one self-contained HTML page: no scripts, no fonts, nothing fetched. */
export function renderEvalPage(result: EvalResult): string {
  const charts = result.gates.filter(isDrawn);
  const profile = result.gates.filter(isInProfile);
  const found = result.gates.filter(({ findings }) => findings.length > 0);
  const hasLabels = result.gates.some(({ per }) => per === 'labels');
  const sections: readonly Section[] = [
    { id: 'gates', title: 'Gates', body: renderGatesTable(result.gates) },
    ...(profile.length > 0 ? [{ id: 'people', title: 'Against people', body: renderProfile(profile) }] : []),
    ...(charts.length > 0 ? [{ id: 'charts', title: 'Every cell', body: renderCharts(charts) }] : []),
    ...(result.labels && hasLabels ? [{ id: 'labels', title: 'Labels', body: renderLabels(result.labels) }] : []),
    ...(found.length > 0 ? [{ id: 'findings', title: 'Findings', body: renderFindings(found) }] : []),
    { id: 'metrics', title: 'What the metrics mean', body: renderMetrics(result.gates) },
  ];
  const title = `Eval of ${nameOf(result.judged)}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Fabula ${result.toolVersion}">
<title>${title}</title>
<style>
${new Html(PAGE_STYLE)}
${new Html(EVAL_STYLE)}
</style>
</head>
<body>
<header>
<p class="kicker">Suite ${result.suite}</p>
<h1>${title}</h1>
<p>${result.about}</p>
${verdict(result)}
<nav aria-label="Sections">${sections.map(({ id, title: name }) => html`<a href="#${id}">${name}</a>`)}</nav>
</header>
<main>
${headline(result)}
${remarks(result)}
${sections.map(
  ({
    id,
    title: name,
    body,
  }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${name}</h2>
${body}</section>
`,
)}</main>
<footer><p>Written by Fabula ${result.toolVersion}, ${result.run.startedAt.slice(0, 10)}. The same figures as numbers: <a href="result.json">result.json</a>.</p></footer>
</body>
</html>
`.text;
}

function nameOf(judged: Judged): string {
  return judged.kind === 'pack' ? `the ${judged.pack} pack` : (judged.path.split(/[\\/]/).at(-1) ?? judged.path);
}

function verdict({ gates, counts }: EvalResult): Html {
  const regressions = gates.filter(({ figures }) => figures.some(({ regressed }) => regressed)).length;
  const held = counts.pass + counts.aim + counts.worse;
  const asked = held + counts.fail + counts.warn;
  const worse = regressions > 0 ? `; ${regressions} worse than the baseline` : '';
  const bad = counts.fail > 0 || regressions > 0;
  return html`<p class="verdict ${bad ? 'bad' : 'good'}">${bad ? '✗' : '✓'} ${held} of ${asked} gates hold${worse}</p>`;
}

function headline({ judged, counts, columns, texts, sampleTokens, run }: EvalResult): Html {
  const cards: readonly (readonly [term: string, figure: string, note: string])[] = [
    ['Failed', String(counts.fail), counts.warn > 0 ? `${counts.warn} warned besides` : 'of what must be'],
    ['Aims reached', String(counts.aim), 'on top of what must be'],
    [
      'Texts',
      formatCount(texts),
      `${formatCount(judged.rows)} rows${judged.kind === 'pack' ? ' a seed' : ''}, ${plural(columns.length, 'column')}`,
    ],
    ['Sample', formatCount(sampleTokens), 'words of each cell'],
    judged.kind === 'pack'
      ? ['Seeds', judged.seeds.join(', '), `templates ${judged.templateHash.replace('sha256:', '').slice(0, 8)}`]
      : ['File', judged.sha256.slice(0, 8), 'start of its SHA-256'],
    ['Time', `${run.seconds.toFixed(0)} s`, `${run.workers} threads, Node ${run.node}`],
  ];
  return html`<dl class="headline" aria-label="Headline figures">${cards.map(([term, figure, note]) => html`<div><dt>${term}</dt><dd class="figure">${figure}</dd><dd class="note">${note}</dd></div>`)}</dl>`;
}

function remarks({ baseline, remarks: own }: EvalResult): Html {
  return html`${[baseline.note, ...own].map((remark) => html`<p class="sub">${remark[0]?.toUpperCase() ?? ''}${remark.slice(1)}.</p>`)}`;
}

/** A strip says more than the table only where there are several values. */
function isDrawn({ figures, unit }: GateResult): boolean {
  return unit !== 'yes-no' && figures.filter(({ mean }) => mean !== null).length > 1;
}

function renderProfile(gates: readonly GateResult[]): Html {
  const people = [...new Set(gates.map(({ human }) => human[0]?.title))].join('; ');
  return html`<p class="sub">Each value over the texts as a whole, as many times what it is in ${people}; shaded is what must be. A value beyond the ends stands at the end.</p>
${profileChart(gates)}`;
}

function renderCharts(gates: readonly GateResult[]): Html {
  return html`<p class="sub">A dot is one cell, or one group where texts are grouped by something else: its worst seed where something is asked of it, else its mean. Point at a dot to see which.</p>
<p class="key"><span><i class="dot"></i>holds</span><span><i class="square"></i>fails</span><span><i class="area"></i>people</span><span><i class="must"></i>must</span><span><i class="aims"></i>aim</span></p>
<div class="charts">${gates.map((gate) => html`<figure><h3>${gate.title} ${mark(gate.verdict)}</h3><p>${caption(gate)}</p>${stripChart(gate)}</figure>`)}</div>`;
}

function caption({ op, must, aim, human, unit, by }: GateResult): string {
  const parts = [
    ...(by === undefined ? [] : [`by ${by}`]),
    op === undefined ? 'only reported' : `must be ${formatGate(op, must, unit)}`,
    ...(aim === undefined ? [] : [`aim ${formatGate(op, aim, unit)}`]),
    ...(human.length === 0 ? [] : [`people ${formatHuman(human, unit)}`]),
  ];
  return parts.join(', ');
}

function renderFindings(gates: readonly GateResult[]): Html {
  return html`<p class="sub">Places that a person should look at, at most ten for each gate.</p>${gates.map(
    ({ title, verdict: own, findings }) =>
      html`<details ${own === 'fail' ? html`open` : ''}><summary>${mark(own)} ${title} <span>${findings.length}</span></summary><ul class="findings">${findings.map(({ id, column, excerpt }) => html`<li><code>${[column === 'together' ? '' : column, id].filter(Boolean).join(' ')}</code> <q>${excerpt}</q></li>`)}</ul></details>`,
  )}`;
}

function renderMetrics(gates: readonly GateResult[]): Html {
  const metrics = [...new Map(gates.map((gate) => [gate.metric, gate])).values()];
  const people = ({ human, unit }: GateResult) =>
    human.map(
      ({ title, low, high }) =>
        `${low === high ? formatValue(low, unit) : `${formatValue(low, unit)} to ${formatValue(high, unit)}`} (${title})`,
    );
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Metrics"><table><thead><tr><th scope="col">metric</th><th scope="col">what it is</th><th scope="col">people</th></tr></thead><tbody>${metrics.map((gate) => html`<tr><th scope="row">${gate.title}<br><code>${gate.metric}</code></th><td>${gate.about}</td><td>${people(gate).join('; ') || '-'}</td></tr>`)}</tbody></table></div>`;
}
