import type { Prompt } from '../llm/prompts.ts';
import type { Asker, Outcome } from '../llm/question.ts';
import { type Draft, type Retelling, type Retold, type RetoldRows, retellingQuestion } from '../stages/expand.ts';
import { judgeQuestion, labelQuestion } from '../stages/read-labels.ts';
import type { ModelWork } from './batch.ts';
import { type ModelJob, retellingOf } from './job.ts';

/** Texts by what became of them: `retold`, or the reason why the template's stands. */
type RetellingCounts = Record<string, number>;

/** The part of a run that asks a model. */
export interface ModelStage {
  /** The model's work on drafts, in their order. Throws what stops the engine. */
  work(drafts: readonly Draft[]): Promise<readonly ModelWork[]>;
  /** Waits for calls that are under way. */
  drain(): Promise<void>;
  readonly counts: RetellingCounts;
}

/** What a model is to do with drafts. */
export interface ModelTask {
  readonly job: ModelJob;
  readonly prompts: Readonly<Record<string, Prompt>>;
  /** Labels of the pack and what they are about. */
  readonly labels: readonly string[];
  readonly about: string;
}

/** Cuts drafts into the groups that one call serves. */
export function groupsOf(drafts: readonly Draft[], size: number): readonly (readonly Draft[])[] {
  const groups: Draft[][] = [];
  for (let at = 0; at < drafts.length; at += size) groups.push(drafts.slice(at, at + size));
  return groups;
}

/** Opens the stage. */
export function openModelStage(task: ModelTask, asker: Asker): ModelStage {
  const counts: RetellingCounts = {};
  const underWay = new Set<Promise<unknown>>();
  return {
    counts,
    async work(drafts) {
      const groups = groupsOf(drafts, task.job.rowsPerCall).map((each) => {
        const running = workOn(each, task, asker);
        underWay.add(running);
        const done = () => underWay.delete(running);
        running.then(done, done);
        return running;
      });
      // All of them come to an end before a failure is told: what is paid for is kept.
      const ended = await Promise.allSettled(groups);
      const failed = ended.find((entry) => entry.status === 'rejected');
      if (failed) throw failed.reason;
      const work = ended.flatMap((entry) => (entry as PromiseFulfilledResult<readonly ModelWork[]>).value);
      for (const { texts, faults } of work)
        texts.forEach((text, i) => {
          const name = text === undefined ? faults[i] : 'retold';
          if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
        });
      return work;
    },
    async drain() {
      await Promise.allSettled(underWay);
    },
  };
}

/** What a model makes of a group of drafts: it retells the texts, then reads the labels of what stands there. */
export async function workOn(drafts: readonly Draft[], task: ModelTask, asker: Asker): Promise<readonly ModelWork[]> {
  const { job, prompts, labels, about } = task;
  const use = retellingOf(job.uses);
  const retold = use && (await retell(drafts, use, task, asker));
  const texts = drafts.map((draft, row) => draft.texts.map((_, i) => textOf(retold?.[row]?.[i])));
  const rows = drafts.map((draft, row) => ({ texts: draft.texts.map(({ text }, i) => texts[row]?.[i] ?? text) }));
  const [read, ratings] = await Promise.all([
    job.uses.includes('label')
      ? asker.ask(labelQuestion(prompts.label as Prompt, rows, labels, about, { name: job.model })).then(answerOf)
      : undefined,
    job.uses.includes('judge')
      ? asker.ask(judgeQuestion(prompts.judge as Prompt, rows, job.model)).then(answerOf)
      : undefined,
  ]);
  return drafts.map((draft, row) => ({
    index: draft.index,
    texts: texts[row] as readonly (string | undefined)[],
    faults: draft.texts.map((_, i) => faultOf(retold?.[row]?.[i])?.fault),
    label: read?.[row]?.label,
    confidence: read?.[row]?.confidence,
    coherence: ratings?.[row]?.coherence,
    human: ratings?.[row]?.human,
  }));
}

/** Asks for retellings; texts that failed are asked for again, once, each with what was wrong with it. */
async function retell(
  drafts: readonly Draft[],
  use: Retelling,
  { job, prompts }: ModelTask,
  asker: Asker,
): Promise<RetoldRows> {
  const ask = (some: readonly Draft[], remarks?: readonly (readonly (string | undefined)[])[]) => {
    const model = { name: job.model, temperature: job.temperature };
    return asker.ask(retellingQuestion(use, prompts[use] as Prompt, some, model, remarks));
  };
  const outcome = await ask(drafts);
  if (outcome.state === 'failed') {
    const fault = { fault: outcome.reason, detail: `no answer could be used (${outcome.reason})` };
    return drafts.map(({ texts }) => texts.map(() => fault));
  }
  const first = outcome.value;
  const again = drafts.flatMap((draft, row) => {
    const places = draft.texts.flatMap((_, i) => {
      const failed = faultOf(first[row]?.[i]);
      return failed && failed.fault !== 'unsafe' ? [{ i, remark: failed.detail }] : [];
    });
    return places.length > 0 ? [{ draft, row, places }] : [];
  });
  if (again.length === 0) return first;
  const second = answerOf(
    await ask(
      again.map(({ draft, places }) => ({
        ...draft,
        texts: places.map(({ i }) => draft.texts[i] as Draft['texts'][number]),
      })),
      again.map(({ places }) => places.map(({ remark }) => remark)),
    ),
  );
  const merged = first.map((texts) => [...texts]);
  again.forEach(({ row, places }, k) => {
    places.forEach(({ i }, n) => {
      const retold = second?.[k]?.[n];
      if (retold && faultOf(retold)?.fault !== 'missing') (merged[row] as Retold[])[i] = retold;
    });
  });
  return merged;
}

function textOf(retold: Retold | undefined): string | undefined {
  return retold && 'text' in retold ? retold.text : undefined;
}

function faultOf(retold: Retold | undefined) {
  return retold && 'fault' in retold ? retold : undefined;
}

function answerOf<T>(outcome: Outcome<T>): T | undefined {
  return outcome.state === 'answered' ? outcome.value : undefined;
}
