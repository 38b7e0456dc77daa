import { UsageError } from '../core/errors.ts';
import { FORMATS, formatOfPath } from '../formats/formats.ts';
import type { RawConfig } from '../runtime/config.ts';
import type { RawModelConfig } from '../runtime/model-config.ts';
import type { GenerateOptions } from './commands/generate.ts';
import { namesOrWeights, numberOrText, packSettings, splitShares } from './options.ts';

/** The settings given as flags; what was not given stays out. */
export function generateFlags(pack: string | undefined, options: GenerateOptions): RawConfig {
  const flags: Record<string, unknown> = {
    pack,
    count: options.count === undefined ? undefined : numberOrText(options.count),
    seed: options.seed === undefined ? undefined : numberOrText(options.seed),
    format: formatFlag(options),
    view: options.view,
    labels: options.labels,
    labeler: labelerFlag(options),
    style: options.style,
    splits: options.split === undefined ? undefined : splitShares(options.split),
    splitBy: options.splitBy,
    tiers: options.tiers === undefined ? undefined : namesOrWeights('--tiers', options.tiers),
    domains: options.domains === undefined ? undefined : namesOrWeights('--domains', options.domains),
    skills: options.skills?.split(','),
    levels: options.levels?.split(','),
    grades: options.grades?.split(','),
    balanced: options.balanced,
    ...packSettings(options.set),
    roster: options.roster,
    ideation: options.ideation === false ? false : undefined,
    until: options.until,
    trace: options.trace,
    shardRows: options.shardRows === undefined ? undefined : numberOrText(options.shardRows),
    candidates: options.candidates === undefined ? undefined : numberOrText(options.candidates),
    onShortfall: options.onShortfall,
    llm: modelFlags(options),
  };
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}

/** Who labels the rows; `--no-auto-label` is another way to say nobody. */
function labelerFlag({ labeler, autoLabel }: GenerateOptions): string | undefined {
  if (autoLabel !== false) return labeler;
  if (labeler === undefined || labeler === 'none') return 'none';
  throw new UsageError('flags', `--no-auto-label and --labeler ${labeler} exclude each other`, {
    at: '--no-auto-label',
    hint: 'leave one out',
  });
}

/** The format asked for, or the one that the ending of the single file stands for; they must not contradict each other. */
function formatFlag({ format, singleFile }: GenerateOptions): string | undefined {
  if (singleFile === undefined) return format;
  if (format === undefined) return formatOfPath(singleFile).id;
  const meant = FORMATS.find(({ extension }) => singleFile.toLowerCase().endsWith(extension));
  if (meant && meant.id !== format && FORMATS.some(({ id }) => id === format))
    throw new UsageError('format', `${singleFile} is to be ${format}, and its ending says ${meant.id}`, {
      at: '--format',
      hint: 'leave --format out, or give the file another ending',
    });
  return format;
}

/** The `llm` settings given as flags; undefined where none is. */
function modelFlags(options: GenerateOptions): RawModelConfig | undefined {
  const number = (text: string | undefined) => (text === undefined ? undefined : (numberOrText(text) as number));
  const flags: RawModelConfig = {
    use: options.useLlm,
    provider: options.provider,
    model: options.model,
    baseUrl: options.baseUrl,
    share: number(options.llmShare),
    rowsPerCall: number(options.rowsPerCall),
    temperature: number(options.temperature),
  };
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  return Object.keys(given).length > 0 ? given : undefined;
}
