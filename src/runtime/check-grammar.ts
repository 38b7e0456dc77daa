import { UsageError } from '../core/errors.ts';
import type { TemplateFault } from '../grammar/source.ts';
import type { Span } from '../grammar/teller.ts';
import { resolveJob } from './config.ts';
import { openRecords } from './generate.ts';
import { loadPack } from './load-pack.ts';

/** Rules that fault what people do on purpose in an answer, or that cry wolf on it. */
const IGNORED = [
  'SpellCheck',
  'LongSentences',
  'SentenceCapitalization',
  'CapitalizePersonalPronouns',
  'Spaces',
  'CommaFixes',
  'SplitWords',
  'MergeWords',
  'CompoundNouns',
  'DisjointPrefixes',
  'OxfordComma',
  'Dashes',
  'EllipsisLength',
  'UseEllipsisCharacter',
  'UnclosedQuotes',
  'NumericRangeEnDash',
  'CurrencyPlacement',
  'AvoidCurses',
  'OkToOkay',
  'MassNouns',
  'QuantifierNeedsOf',
  'ExpandMemoryShorthands',
  'OrthographicConsistency',
];

/** Runs a grammar checker over `records` told texts and points each finding at the template line that wrote it. */
export async function checkGrammar(
  packId: string,
  records: number,
  folder?: string,
): Promise<readonly TemplateFault[]> {
  const linter = await openLinter();
  const record = openRecords(loadPack(packId, folder), resolveJob({ pack: packId, count: records }), true, folder);
  const faults = new Map<string, TemplateFault>();
  for (let index = 0; index < records; index++)
    for (const { text, spans } of record(index)?.narration.texts ?? [])
      for (const lint of await linter.lint(text, { language: 'plaintext' })) {
        const { start, end } = lint.span();
        const at = sourceOf(spans, start, end);
        const key = `${at} ${lint.get_problem_text()}`;
        if (!faults.has(key))
          faults.set(key, {
            rule: 'grammar',
            severity: 'warning',
            at,
            message: `'${text.slice(Math.max(0, start - 20), end + 20).trim()}': ${lint.message().replace(/\.$/, '')}`,
            hint: 'mend it, or let it stand if a person would say it',
          });
      }
  return [...faults.values()].sort((a, b) => a.at.localeCompare(b.at));
}

/** Opens harper.js, which is not part of an installation: 72 MB for authors only. */
async function openLinter() {
  try {
    const [{ LocalLinter }, { binary }] = await Promise.all([import('harper.js'), import('harper.js/binary')]);
    const linter = new LocalLinter({ binary });
    await linter.setup();
    const rules = Object.fromEntries(IGNORED.map((rule) => [rule, false]));
    await linter.setLintConfig({ ...(await linter.getDefaultLintConfig()), ...rules });
    return linter;
  } catch (cause) {
    throw new UsageError('no-grammar-checker', 'the grammar checker harper.js is not installed', {
      hint: 'npm install harper.js',
      cause,
    });
  }
}

/** The narrowest piece that covers the finding. */
function sourceOf(spans: readonly Span[], start: number, end: number): string {
  const covering = spans.filter((span) => span.start <= start && span.end >= end);
  const narrowest =
    covering.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? spans.find((span) => span.end >= start);
  return narrowest?.source ?? 'grammar.yaml:1';
}
