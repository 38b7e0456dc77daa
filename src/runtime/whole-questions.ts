import type { Question } from '../llm/question.ts';
import { openBatches } from './batch.ts';
import { MODEL_PIECE } from './generate.ts';
import type { Job } from './job.ts';
import type { LoadedPack } from './load-pack.ts';
import { firstQuestions, groupsOf, type ModelStageOptions, retellingOf } from './model-stage.ts';
import { rangesOf } from './pool.ts';

/**
 * Every question that a run of the job will ask first. Labels and ratings of retold texts are asked later, when the texts
 * are there.
 */
export function wholeQuestions(
  loaded: LoadedPack,
  job: Job,
  options: Omit<ModelStageOptions, 'engine'>,
): readonly Question<unknown>[] {
  const use = retellingOf(options.job);
  const asked = use ? { ...options, job: { ...options.job, uses: [use] } } : options;
  const batches = openBatches(loaded, job);
  return rangesOf(0, job.count, job.shardRows).flatMap((shard) =>
    rangesOf(shard.from, shard.to, MODEL_PIECE).flatMap(({ from, to }) =>
      groupsOf(batches.draft(from, to), options.job.rowsPerCall).flatMap((group) => firstQuestions(group, asked)),
    ),
  );
}
