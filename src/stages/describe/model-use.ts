import type { DatasetSummary } from '../../core/dataset.ts';
import { formatShare } from './words.ts';

interface ModelSettings {
  readonly uses: readonly string[];
  readonly model: string;
  readonly provider: string;
  readonly share: number;
}

/** What a language model had to do with a dataset, in a sentence or two. */
export function describeModelUse({ job }: DatasetSummary): string {
  const settings = job.model as ModelSettings | undefined;
  if (!settings) return 'No language model was called.';
  const { uses, model, provider, share } = settings;
  const rows = share < 1 ? `${formatShare(share, 1)} of the rows` : 'The rows';
  const handed = `${rows} were handed to the language model \`${model}\` (${provider}) to ${uses.join(' and ')}.`;
  if (!uses.includes('rewrite') && !uses.includes('expand'))
    return `${handed} It changed no text; what it read is in \`truth/\`.`;
  return `${handed} Each retold text was held against the facts, length, feeling and safety of its template's, which stands where it failed; \`truth/\` says for each text who worded it.`;
}
