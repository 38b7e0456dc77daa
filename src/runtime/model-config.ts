import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { loadPrompt, type Prompt } from '../llm/prompts.ts';
import { modelOf, PROVIDERS, providerKind } from '../llm/providers.ts';
import { MODEL_USES, type ModelJob, type ModelUse } from './job.ts';

/** The `llm` settings of a config, as written. */
export interface RawModelConfig {
  readonly use?: string | readonly string[] | undefined;
  readonly provider?: string | undefined;
  readonly model?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly share?: number | undefined;
  readonly rowsPerCall?: number | undefined;
  readonly temperature?: number | undefined;
}

/** The folder that holds prompts/: the user's own, or the one that ships. */
export function promptsFolder(own = process.env.FABULA_PROMPTS): string {
  if (own && existsSync(own)) return own;
  return join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'prompts');
}

/** The prompts of a job's uses. */
export function promptsOf(job: Pick<ModelJob, 'uses'>): Readonly<Record<string, Prompt>> {
  const folder = promptsFolder();
  return Object.fromEntries(job.uses.map((use) => [use, loadPrompt(folder, use)]));
}

/** Completes the `llm` settings; undefined where no use is asked for. Throws UsageError whose place is the setting. */
export function resolveModelJob(raw: RawModelConfig): ModelJob | undefined {
  const names = [raw.use ?? []].flat().flatMap((entry) => entry.split(','));
  const uses = names.map((name) => name.trim()).filter(Boolean);
  if (uses.length === 0) {
    const given = Object.keys(raw).find((key) => key !== 'use' && raw[key as keyof RawModelConfig] !== undefined);
    if (given)
      throw new UsageError('no-use', `llm.${given} is set, and nothing is asked of a model`, {
        at: 'llm',
        hint: `say what with --use-llm: ${MODEL_USES.join(', ')}`,
      });
    return undefined;
  }
  const unknown = uses.find((use) => !(MODEL_USES as readonly string[]).includes(use));
  if (unknown)
    throw new UsageError('unknown-use', `a model cannot be used to '${unknown}' here`, {
      at: '--use-llm',
      hint: nearHint(unknown, MODEL_USES),
    });
  if (uses.includes('rewrite') && uses.includes('expand'))
    throw new UsageError('two-retellings', 'rewrite and expand exclude each other', {
      at: '--use-llm',
      hint: 'name one of them',
    });
  const provider = raw.provider ?? guessProvider(raw.model);
  const model = modelOf(provider, raw.model);
  const { share = 1, rowsPerCall = providerKind(provider).rowsPerCall, temperature } = raw;
  assertBetween('--llm-share', share, 0, 1);
  assertBetween('--rows-per-call', rowsPerCall, 1, 50);
  if (temperature !== undefined) assertBetween('--temperature', temperature, 0, 2);
  const job = { uses: uses as ModelUse[], provider, model, baseUrl: raw.baseUrl, share, rowsPerCall, temperature };
  const prompts = Object.fromEntries(Object.entries(promptsOf(job)).map(([id, { hash }]) => [id, hash]));
  return { ...job, prompts };
}

function guessProvider(model: string | undefined): string {
  if (model === undefined) {
    throw new UsageError('no-provider', 'a model is to be used, and no provider is named', {
      at: '--use-llm',
      hint: `name one with --provider: ${Object.keys(PROVIDERS).join(', ')} (mock needs no key)`,
    });
  }
  if (/^claude/.test(model)) return 'anthropic';
  if (/^(gpt|o\d|chatgpt)/.test(model)) return 'openai';
  if (/\.gguf$/i.test(model)) return 'local';
  return 'compatible';
}

function assertBetween(flag: string, value: number, least: number, most: number): void {
  if (typeof value === 'number' && value >= least && value <= most) return;
  throw new UsageError('setting', `${flag} ${JSON.stringify(value)} is not a number from ${least} to ${most}`, {
    at: flag,
    hint: `for instance ${flag} ${Math.max(least, Math.min(most, 0.5))}`,
  });
}
