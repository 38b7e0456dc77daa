import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../core/errors.ts';
import { featuresOf } from '../language/features/features.ts';
import { FUNCTION_WORDS } from '../language/language-flag.ts';
import type { Pack } from '../packs/pack.ts';
import type { Completion } from '../pipeline.ts';
import { type Extractor, openExtractor } from '../stages/extract.ts';
import { openFillFeatures } from '../stages/fill-features.ts';
import { openLabel } from '../stages/label.ts';
import type { TextModel } from '../statistics/text-model.ts';
import { readWordLists } from './features/read-lists.ts';
import type { Job } from './job.ts';
import { widened } from './widened.ts';

/** Opens what completes the rows of a job; engines that the pack has no use for are not loaded. */
export async function openCompletion(narrow: Pack, job: Job): Promise<Completion> {
  const pack = widened(narrow, job.view);
  const extractor = pack.features ? await openExtractorOf(pack.features.names) : undefined;
  return {
    fill: openFillFeatures(pack, extractor?.extract),
    label: openLabel(pack, job.labeler, job.labeler === 'heuristic' ? readLabelModel(pack.id) : undefined),
  };
}

function openExtractorOf(names: readonly string[]): Promise<Extractor> {
  const features = featuresOf(names);
  const lists = readWordLists([FUNCTION_WORDS, ...features.flatMap((feature) => feature.lists ?? [])]);
  return openExtractor({ lists, features, profile: 'balanced' });
}

/** The fitted model of a pack's labels; throws `UsageError` where there is none. */
export function readLabelModel(id: string): TextModel {
  const path = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'labelers', `${id}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as TextModel;
  } catch (cause) {
    throw new UsageError('no-heuristic', `there is no heuristic for ${id}`, {
      at: 'labeler',
      hint: 'npm run labelers fits them',
      cause,
    });
  }
}
