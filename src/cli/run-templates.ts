import { join } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import { hashTemplateFiles, readPackSource, readTemplateFiles } from '../grammar/read-source.ts';
import type { TemplateFault } from '../grammar/source.ts';
import { packOf } from '../packs/registry.ts';
import type { ProducedRecord } from '../pipeline.ts';
import { samplerOf } from '../runtime/batch.ts';
import { resolveJob } from '../runtime/config.ts';
import { openRecords } from '../runtime/generate.ts';
import type { Job } from '../runtime/job.ts';
import { type LoadedPack, loadPack, openLexicon, templatesFolder } from '../runtime/load-pack.ts';
import { assertSameTemplates, jobOf, readManifest } from '../runtime/read-manifest.ts';
import { atFlags } from './at-flags.ts';
import type { CapacityOptions, CheckOptions, DiffOptions, PreviewOptions } from './commands/templates.ts';
import { namesOrWeights, numberOrText, packSettings, wholeNumber } from './options.ts';
import { openPrinter, type Printer, renderTable, wrap } from './print.ts';

const WIDTH = 100;
const GRAMMAR_RECORDS = 400;

/** Runs `fabula templates check`. */
export async function runCheck(packId: string, options: CheckOptions): Promise<void> {
  const [{ checkTemplates }, { SAFETY_RULES }] = await Promise.all([
    import('../grammar/check.ts'),
    import('../language/safety.ts'),
  ]);
  const printer = openPrinter({ json: options.json });
  const folder = join(options.folder ?? templatesFolder(), packOf(packId).id);
  const faults: TemplateFault[] = [];
  const source = readPackSource(packId, readTemplateFiles(folder), faults);
  const phrases = SAFETY_RULES.map(({ name, pattern }) => ({ rule: `unsafe-${name}`, pattern }));
  if (source)
    faults.push(
      ...checkTemplates(source, openLexicon(options.folder), {
        plannedRows: wholeNumber('rows', options.rows, 1, 1e9),
        phrases,
      }),
    );
  if (source && options.grammar)
    faults.push(
      ...(await (await import('../runtime/check-grammar.ts')).checkGrammar(packId, GRAMMAR_RECORDS, options.folder)),
    );
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (printer.json) printer.data({ errors: errors.length, warnings: faults.length - errors.length, faults });
  else printFaults(printer, folder, options.warnings ? faults : errors, errors.length, faults.length - errors.length);
  if (errors.length > 0) process.exitCode = 1;
}

function printFaults(
  printer: Printer,
  folder: string,
  shown: readonly TemplateFault[],
  errors: number,
  warnings: number,
): void {
  for (const { at, severity, rule, message, hint } of shown) {
    const mark = severity === 'error' ? printer.red('error') : 'warning';
    printer.line(`${join(folder, at)}  ${mark} ${rule}: ${message}; ${hint}`);
  }
  const counts = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  printer.line(
    errors === 0
      ? `${printer.green('good')}: ${counts}${warnings > 0 && shown.length === 0 ? ' (--warnings shows them)' : ''}`
      : counts,
  );
}

/** Runs `fabula templates preview`. */
export async function runPreview(packId: string, options: PreviewOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const pack = packOf(packId);
  const question = options.question === undefined ? undefined : knownQuestion(packId, options.question);
  const flags = {
    pack: pack.id,
    count: numberOrText(options.count),
    seed: numberOrText(options.seed),
    ...(options.tiers === undefined ? {} : { tiers: namesOrWeights('--tiers', options.tiers) }),
    ...(options.domains === undefined ? {} : { domains: namesOrWeights('--domains', options.domains) }),
    ...packSettings(options.set),
  };
  const job = await atFlags(flags, () => resolveJob(flags, undefined, options.folder));
  const record = await openRecords(loadPack(pack.id, options.folder), job, options.trace, options.folder);
  const out: unknown[] = [];
  for (let index = 0; index < job.count; index++) {
    const found = record(index);
    if (!found) continue;
    if (printer.json) out.push(asJson(found, question));
    else printRecord(printer, found, question, options.trace ?? false);
  }
  if (printer.json) printer.data(out);
}

export function knownQuestion(packId: string, name: string): string {
  const names = packOf(packId).texts.map(({ question }) => question);
  if (!names.includes(name))
    throw new UsageError('unknown-question', `${packId} has no question '${name}'`, {
      hint: `use one of: ${names.join(', ')}`,
    });
  return name;
}

function asJson(record: ProducedRecord, question?: string) {
  const { story, key } = record.sample;
  const texts = record.narration.texts
    .map((narrative, i) => ({ ...narrative, text: record.texts[i], told: narrative.text }))
    .filter((text) => !question || text.question === question);
  return { key, attributes: story.attributes, voice: record.narration.voice.name, texts };
}

function printRecord(printer: Printer, record: ProducedRecord, question: string | undefined, trace: boolean): void {
  const who = Object.values(record.sample.story.attributes).filter(
    (value) => !['', 'none', 'true', 'false'].includes(value),
  );
  printer.line(`${printer.bold(record.sample.key)} ${printer.dim([...who, record.narration.voice.name].join(', '))}`);
  record.narration.texts.forEach((narrative, i) => {
    if (question && narrative.question !== question) return;
    printer.line(printer.dim(`  ${narrative.question} ${narrative.schema} (${narrative.arc})`));
    printer.line(wrap(record.texts[i] as string, WIDTH, '    '));
    if (trace) printTrace(printer, narrative);
  });
  printer.line();
}

function printTrace(printer: Printer, narrative: ProducedRecord['narration']['texts'][number]): void {
  const rows = narrative.spans
    .map(({ start, end, beat, kind, source }) => ({
      start,
      row: [`    ${beat}`, kind === '' ? 'telling' : kind, source, narrative.text.slice(start, end).trim()],
    }))
    .sort((a, b) => a.start - b.start || (a.row[1] === 'telling' ? -1 : 1))
    .map(({ row }) => row);
  printer.line();
  printer.line(renderTable([['    beat', 'fact', 'place', 'words'], ...rows]));
  printer.line();
}

/** Runs `fabula templates explain`. */
export async function runExplain(
  record: string,
  options: { readonly dataset: string; readonly json?: boolean },
): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const manifest = readManifest(options.dataset);
  const loaded = loadPack(manifest.config.pack);
  assertSameTemplates(options.dataset, manifest, loaded);
  const job = jobOf(manifest, loaded);
  const index = /^\d+$/.test(record) ? Number(record) : indexOfKey(loaded, job, record);
  const found = index < job.count ? (await openRecords(loaded, job, true))(index) : undefined;
  if (!found)
    throw new UsageError('unknown-record', `the dataset has no record '${record}'`, {
      at: options.dataset,
      hint: 'copy an identifier from the first column, or give its number in the run, from 0',
    });
  if (printer.json) printer.data(asJson(found));
  else printRecord(printer, found, undefined, true);
}

/** The number of the record with that identifier, or the count where there is none. */
function indexOfKey(loaded: LoadedPack, job: Job, key: string): number {
  const sampler = samplerOf(loaded, job);
  let index = 0;
  while (index < job.count && sampler.sample(index, 0).key !== key) index++;
  return index;
}

/** Runs `fabula templates capacity`. */
export async function runCapacity(packId: string, options: CapacityOptions): Promise<void> {
  const [{ reportCapacity }, { compilePack }, { coverTemplates }] = await Promise.all([
    import('../grammar/capacity.ts'),
    import('../runtime/load-pack.ts'),
    import('../runtime/cover.ts'),
  ]);
  const printer = openPrinter({ json: options.json });
  const loaded = loadPack(packOf(packId).id, options.folder);
  const cells = reportCapacity(compilePack(loaded, options.folder), wholeNumber('rows', options.rows, 1, 1e9));
  const coverage =
    options.coverage === undefined
      ? undefined
      : coverTemplates(
          loaded,
          resolveJob(
            { pack: packId, count: wholeNumber('coverage', options.coverage, 1, 10_000_000) },
            undefined,
            options.folder,
          ),
        );
  if (printer.json)
    return printer.data({ cells: cells.map((cell) => ({ ...cell, derivations: String(cell.derivations) })), coverage });
  printer.line(
    renderTable([
      ['question', 'cell', 'plans', 'fewest skeletons', 'derivations', 'bits', 'sentence reuse', 'collisions'],
      ...cells.map((cell) => [
        cell.question,
        cell.cell,
        String(cell.plans),
        cell.fewestSkeletons.toExponential(1),
        Number(cell.derivations).toExponential(1),
        cell.entropyBits.toFixed(0),
        `${(100 * cell.sentenceReuse).toFixed(1)}%`,
        cell.expectedCollisions.toExponential(1),
      ]),
    ]),
  );
  if (!coverage) return;
  const share = ({ all, fired }: { all: number; fired: number }) =>
    `${fired} of ${all} (${((100 * fired) / all).toFixed(1)}%)`;
  printer.line(
    `\nfired in ${formatCount(coverage.records)} records: values ${share(coverage.values)}, tellings ${share(coverage.tellings)}`,
  );
  for (const at of coverage.never) printer.line(`never fired  ${at}`);
  printer.line();
  printer.line(renderTable([['most used', 'uses'], ...coverage.most.map(({ at, uses }) => [at, uses] as const)]));
}

/** Runs `fabula templates stats`. */
export async function runStats(
  packId: string,
  options: { readonly folder?: string; readonly json?: boolean },
): Promise<void> {
  const { countTemplates, STATISTICS_HEAD } = await import('../grammar/statistics.ts');
  const printer = openPrinter({ json: options.json });
  const statistics = countTemplates(loadPack(packOf(packId).id, options.folder).source);
  if (printer.json) return printer.data(statistics);
  printer.line(renderTable([STATISTICS_HEAD, ...statistics.rows]));
}

/** Runs `fabula templates diff`. */
export async function runDiff(packId: string, options: DiffOptions): Promise<void> {
  const printer = openPrinter({ json: options.json });
  const flags = { pack: packOf(packId).id, count: numberOrText(options.count), seed: numberOrText(options.seed) };
  const most = wholeNumber('show', options.show, 0, 1_000_000);
  const [before, after] = await Promise.all(
    [options.against, options.folder].map(async (folder) => {
      const job = await atFlags(flags, () => resolveJob(flags, undefined, folder));
      return { count: job.count, record: await openRecords(loadPack(packId, folder), job, false, folder) };
    }),
  );
  if (!before || !after) return;
  const changed: { key: string; question: string; before: string; after: string }[] = [];
  let texts = 0;
  for (let index = 0; index < after.count; index++) {
    const [old, now] = [before.record(index), after.record(index)];
    now?.narration.texts.forEach(({ question }, i) => {
      texts++;
      if (old?.texts[i] !== now.texts[i])
        changed.push({ key: now.sample.key, question, before: old?.texts[i] ?? '', after: now.texts[i] as string });
    });
  }
  const hashes = [options.against, options.folder ?? templatesFolder()].map((folder) =>
    hashTemplateFiles(readTemplateFiles(join(folder, packId))),
  );
  if (printer.json)
    return printer.data({
      texts,
      changed: changed.length,
      hashes,
      examples: changed.slice(0, most),
    });
  printer.line(
    `${formatCount(changed.length)} of ${formatCount(texts)} texts change (templates ${hashes.map((hash) => hash.slice(0, 12)).join(' -> ')})`,
  );
  for (const { key, question, before: old, after: now } of changed.slice(0, most)) {
    printer.line(`\n${printer.bold(`${key} ${question}`)}`);
    printer.line(wrap(old, WIDTH, printer.red('- ')));
    printer.line(wrap(now, WIDTH, printer.green('+ ')));
  }
}
