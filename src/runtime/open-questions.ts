import type { Engine } from '../llm/engine.ts';
import type { Asker, Question } from '../llm/question.ts';
import type { Draft } from '../stages/expand.ts';
import { openBatches } from './batch.ts';
import { MODEL_PIECE } from './generate.ts';
import type { Job } from './job.ts';
import type { LoadedPack } from './load-pack.ts';
import { groupsOf, type ModelTask, workOn } from './model-stage.ts';
import { rangesOf } from './pool.ts';

/** The groups of drafts that a run of a job will hand to its model. */
export async function wholeGroups(
  loaded: LoadedPack,
  job: Job,
  rowsPerCall: number,
): Promise<readonly (readonly Draft[])[]> {
  const batches = await openBatches(loaded, job);
  return rangesOf(0, job.count, job.shardRows).flatMap((shard) =>
    rangesOf(shard.from, shard.to, MODEL_PIECE).flatMap(({ from, to }) =>
      groupsOf(batches.draft(from, to), rowsPerCall),
    ),
  );
}

/** A question stands open, so what hangs on its answer cannot be asked yet. */
class Unsettled extends Error {}

/**
 * The questions about groups that are not settled and can be asked now: a label only once the text that it is about is
 * there, a second try only after the first.
 */
export async function openQuestions(
  groups: readonly (readonly Draft[])[],
  task: ModelTask,
  engine: Pick<Engine, 'recall'>,
): Promise<readonly Question<unknown>[]> {
  const open: Question<unknown>[] = [];
  const asker: Asker = {
    async ask(question) {
      const settled = engine.recall(question);
      if (settled) return settled;
      open.push(question);
      throw new Unsettled();
    },
  };
  for (const group of groups)
    await workOn(group, task, asker).catch((error) => {
      if (!(error instanceof Unsettled)) throw error;
    });
  return open;
}
