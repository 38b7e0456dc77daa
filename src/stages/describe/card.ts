import type { DatasetSummary } from '../../core/dataset.ts';
import { formatBytes, formatCount, plural } from '../../core/format.ts';
import type { Column } from '../../core/record.ts';
import { figuresOf, type Mix } from './figures.ts';
import { renderFrontMatter } from './front-matter.ts';
import { renderLoading } from './loading.ts';
import { describeModelUse } from './model-use.ts';
import { tablesOf } from './tables.ts';
import { citation, formatShare, LICENCE, LIMITS, SYNTHETIC, splitRule, UNFIT } from './words.ts';

/** Who filled the labels, by labeler. */
const LABELED_BY: Readonly<Record<string, string>> = {
  truth: 'the hidden truth that the texts were written for',
  heuristic: 'read in the texts by a heuristic',
  none: 'left empty',
};

/** Strata with more values than this are told in a sentence, not a table. */
const LONG_MIX = 12;

/** The dataset card: front matter, then what a reader should know, from what it is to how to cite it. */
export function renderCard(summary: DatasetSummary): string {
  const sections: readonly (readonly [title: string, text: string])[] = [
    ['What it is', whatItIs(summary)],
    ['Content warning', summary.warning],
    ['How it was made', howMade(summary)],
    ['Columns', columns(summary)],
    ['Splits', splits(summary)],
    ['Mix', figuresOf(summary).mixes.map(mix).join('\n\n')],
    ['Limits', [...LIMITS, UNFIT].map((limit) => `- ${limit}`).join('\n')],
    ['Load it', renderLoading(summary)],
    ['Verify and reproduce', verify(summary)],
    ['Licence and citation', `${LICENCE.title} (${LICENCE.url}).\n\n\`\`\`bibtex\n${citation(summary)}\n\`\`\``],
  ];
  const body = sections.filter(([, text]) => text !== '').map(([title, text]) => `## ${title}\n\n${text}\n`);
  return `${renderFrontMatter(summary)}\n# ${summary.title}\n\n${SYNTHETIC}\n\n${body.join('\n')}`;
}

function whatItIs(summary: DatasetSummary): string {
  const { tally } = summary;
  const short = tally.rows < summary.asked ? ` of ${formatCount(summary.asked)} asked for` : '';
  const labels =
    summary.labels.length > 0
      ? `Labels: ${summary.labels.map(code).join(', ')}, ${LABELED_BY[String(summary.job.labeler ?? 'truth')]}.`
      : summary.labelTable
        ? 'The labels stand apart, in `labels/`.'
        : 'The data holds no labels.';
  const folders = tablesOf(summary).map(
    ({ role, schema, files }) =>
      `- \`${role}/\`: ${ROLE[role]} (\`${schema.name}\`, ${plural(files.length, 'file')}, ${formatBytes(files.reduce((sum, file) => sum + file.bytes, 0))})`,
  );
  const more = [
    ...(summary.files.some(({ path }) => path.startsWith('rejected/'))
      ? ['- `rejected/`: candidates that failed a check, each with its reason']
      : []),
    '- `reports/report.html`: the figures as charts; `reports/report.json`: the same as numbers',
    '- `manifest.json`: config, versions, counts, and the hash of every file',
  ];
  return [
    summary.description,
    `${plural(tally.rows, 'row')}${short}, ${plural(summary.table.columns.length, 'column')}, ${plural(summary.texts.length, 'text')} a row (${summary.texts.map(code).join(', ')}). ${labels}`,
    [...folders, ...more].join('\n'),
  ].join('\n\n');
}

const ROLE = {
  data: 'the rows',
  labels: 'their labels',
  truth: 'the hidden facts behind the rows, never needed to train',
} as const;

function howMade(summary: DatasetSummary): string {
  const rejected = Object.values(summary.tally.rejected).reduce((sum, n) => sum + n, 0);
  const missing =
    summary.tally.missing > 0
      ? ` For ${plural(summary.tally.missing, 'record')} every candidate was turned down; these are missing.`
      : '';
  return [
    `Written by Fabula ${summary.toolVersion}, pack \`${summary.packId}\` ${summary.packVersion}, seed ${summary.seed}. Facts come first, text second: each record draws its facts from named random streams under exact quotas, and a grammar of hand-written templates tells them. ${describeModelUse(summary)} No real text was used.`,
    `Every text was checked for leftovers of its template and for unsafe content; ${plural(rejected, 'candidate')} ${rejected === 1 ? 'was' : 'were'} turned down and told anew.${missing}`,
    'A row depends on the pack, the config, the seed and its own number, on nothing else: the same job writes the same bytes.',
  ].join('\n\n');
}

function columns(summary: DatasetSummary): string {
  const rows = summary.table.columns.map((column) => [
    code(column.name),
    column.type,
    allowed(column),
    column.description,
  ]);
  return table(['column', 'type', 'values', 'meaning'], rows);
}

function allowed({ enum: values, minimum, maximum }: Column): string {
  if (values) return values.map((value) => code(String(value))).join(', ');
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `from ${minimum}`;
  return maximum === undefined ? '' : `to ${maximum}`;
}

function splits(summary: DatasetSummary): string {
  const data = tablesOf(summary).find(({ role }) => role === 'data');
  const rows = summary.splits.map(({ name, rows: count }) => {
    const files = data?.splits.find((split) => split.name === name)?.files ?? [];
    return [code(name), formatCount(count), formatShare(count, summary.tally.rows), String(files.length)];
  });
  return `${table(['split', 'rows', 'share', 'files'], rows)}\n\n${splitRule(summary)}`;
}

function mix({ column, rows }: Mix): string {
  const total = rows.reduce((sum, { planned }) => sum + planned, 0);
  if (rows.length > LONG_MIX) {
    const counts = rows.map(({ planned }) => planned);
    return `${code(column)}: ${rows.length} values, ${formatCount(Math.min(...counts))} to ${formatCount(Math.max(...counts))} rows each.`;
  }
  return table(
    [code(column), 'planned', 'written', 'share'],
    rows.map(({ name, planned, written }) => [
      code(name),
      formatCount(planned),
      written === undefined ? '' : formatCount(written),
      formatShare(planned, total),
    ]),
  );
}

function verify(summary: DatasetSummary): string {
  return [
    'From this folder:',
    '```sh\nsha256sum --check SHA256SUMS      # every file is as it was written\nfabula verify . --replay 20       # the same, and 20 rows are made again and compared\n```',
    `From anywhere: \`fabula verify DIR --replay 20\`. The whole job is under \`config\` in \`manifest.json\`; Fabula ${summary.toolVersion} with these templates writes it again, byte for byte. Job \`${summary.jobHash}\`, templates \`${summary.templateHash}\`.`,
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

function cell(text: string): string {
  return text.replace(/\r?\n/g, ' ').replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
