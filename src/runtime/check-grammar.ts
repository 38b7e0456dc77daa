import type { TemplateFault } from '../grammar/source.ts';
import type { Span } from '../grammar/teller.ts';
import { openGrammarLinter } from '../language/grammar-linter.ts';
import { resolveJob } from './config.ts';
import { openRecords } from './generate.ts';
import { loadPack } from './load-pack.ts';

/** Runs a grammar checker over `records` told texts and points each finding at the template line that wrote it. */
export async function checkGrammar(
  packId: string,
  records: number,
  folder?: string,
): Promise<readonly TemplateFault[]> {
  const linter = await openGrammarLinter();
  const record = await openRecords(
    loadPack(packId, folder),
    resolveJob({ pack: packId, count: records }),
    true,
    folder,
  );
  const faults = new Map<string, TemplateFault>();
  for (let index = 0; index < records; index++)
    for (const { text, spans } of record(index)?.narration.texts ?? [])
      for (const { start, end, message } of await linter.lint(text)) {
        const at = sourceOf(spans, start, end);
        const key = `${at} ${text.slice(start, end)}`;
        if (!faults.has(key))
          faults.set(key, {
            rule: 'grammar',
            severity: 'warning',
            at,
            message: `'${text.slice(Math.max(0, start - 20), end + 20).trim()}': ${message.replace(/\.$/, '')}`,
            hint: 'mend it, or let it stand if a person would say it',
          });
      }
  return [...faults.values()].sort((a, b) => a.at.localeCompare(b.at));
}

/** The narrowest piece that covers the finding. */
function sourceOf(spans: readonly Span[], start: number, end: number): string {
  const covering = spans.filter((span) => span.start <= start && span.end >= end);
  const narrowest =
    covering.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? spans.find((span) => span.end >= start);
  return narrowest?.source ?? 'grammar.yaml:1';
}
