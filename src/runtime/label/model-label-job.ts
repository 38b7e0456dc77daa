import { taggedHash } from '../../core/canonical-json.ts';
import { UsageError } from '../../core/errors.ts';
import { hashFile } from '../../core/hash.ts';
import type { Pack } from '../../packs/pack.ts';
import type { RawModelConfig } from '../model-config.ts';
import { resolveModelJob } from '../model-config.ts';
import type { LabelSource } from './find-source.ts';
import { labelPrompt, type ModelLabels } from './model-labeler.ts';

const RUN_TAG = 'fabula.label.1';

/** Completes what a model is to label with. Throws `UsageError` where provider or model is missing or wrong. */
export function resolveModelLabels(pack: Pack, raw: Omit<RawModelConfig, 'use' | 'share'>, votes: number): ModelLabels {
  const prompt = labelPrompt(pack);
  try {
    const job = resolveModelJob({ ...raw, use: 'label' });
    if (job) return { pack, job: { ...job, prompts: { [prompt.id]: prompt.hash } }, prompt, votes };
  } catch (error) {
    if (!(error instanceof UsageError) || error.at !== '--use-llm') throw error;
    throw new UsageError(error.code, error.message, { at: '--provider', hint: error.hint, cause: error });
  }
  throw new Error('a use was named');
}

/** What a run of labelling is known by: the same one goes on with the money that it has spent. */
export async function identifyLabelRun(
  { pack, job, votes }: ModelLabels,
  source: LabelSource,
  texts: readonly string[],
): Promise<string> {
  const files = await Promise.all(source.paths.map(async (path) => (await hashFile(path)).sha256));
  return taggedHash(RUN_TAG, { files, pack: pack.id, texts, votes, model: JSON.parse(JSON.stringify(job)) });
}
