import type { Engine } from '../llm/engine.ts';
import type { Prompt } from '../llm/prompts.ts';
import type { Outcome, Question } from '../llm/question.ts';
import { type Draft, type Retelling, type Retold, type RetoldRows, retellingQuestion } from '../stages/expand.ts';
import { type BlindRow, judgeQuestion, labelQuestion } from '../stages/read-labels.ts';
import type { ModelWork } from './batch.ts';
import type { ModelJob } from './job.ts';

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

export interface ModelStageOptions {
  readonly job: ModelJob;
  readonly engine: Engine;
  readonly prompts: Readonly<Record<string, Prompt>>;
  /** Labels of the pack and what they are about. */
  readonly labels: readonly string[];
  readonly about: string;
}

/** What a stage asks about one group of records, for making and for estimating. */
export function firstQuestions(
  drafts: readonly Draft[],
  options: Omit<ModelStageOptions, 'engine'>,
): readonly Question<unknown>[] {
  const { job, prompts } = options;
  const questions: Question<unknown>[] = [];
  const use = retellingOf(job);
  if (use)
    questions.push(
      retellingQuestion(use, prompts[use] as Prompt, drafts, { name: job.model, temperature: job.temperature }),
    );
  const rows = drafts.map(({ texts }) => ({ texts: texts.map(({ text }) => text) }));
  if (job.uses.includes('label'))
    questions.push(labelQuestion(prompts.label as Prompt, rows, options.labels, options.about, job.model));
  if (job.uses.includes('judge')) questions.push(judgeQuestion(prompts.judge as Prompt, rows, job.model));
  return questions;
}

/** Cuts drafts into the groups that one call serves. */
export function groupsOf(drafts: readonly Draft[], size: number): readonly (readonly Draft[])[] {
  const groups: Draft[][] = [];
  for (let at = 0; at < drafts.length; at += size) groups.push(drafts.slice(at, at + size));
  return groups;
}

/** Opens the stage. */
export function openModelStage(options: ModelStageOptions): ModelStage {
  const { job, engine, prompts } = options;
  const counts: RetellingCounts = {};
  const underWay = new Set<Promise<unknown>>();
  const use = retellingOf(job);

  const retell = async (drafts: readonly Draft[], way: Retelling): Promise<RetoldRows> => {
    const model = { name: job.model, temperature: job.temperature };
    const prompt = prompts[way] as Prompt;
    const first = await answers(engine, retellingQuestion(way, prompt, drafts, model), drafts);
    const again = drafts.flatMap((draft, row) => {
      const failed = (first[row] as readonly Retold[]).some((retold) => 'fault' in retold && retold.fault !== 'unsafe');
      return failed ? [{ draft, row }] : [];
    });
    if (again.length === 0) return first;
    // Only texts that failed are asked for again, once, each with what was wrong with it.
    const places = again.map(({ draft, row }) =>
      draft.texts.flatMap((_, i) => ('fault' in ((first[row] as readonly Retold[])[i] as Retold) ? [i] : [])),
    );
    const failing = again.map(({ draft }, k) => ({
      ...draft,
      texts: (places[k] as number[]).map((i) => draft.texts[i] as Draft['texts'][number]),
    }));
    const remarks = again.map(({ row }, k) =>
      (places[k] as number[]).map((i) => {
        const retold = (first[row] as readonly Retold[])[i] as Retold;
        return 'fault' in retold ? retold.detail : undefined;
      }),
    );
    const second = await answers(engine, retellingQuestion(way, prompt, failing, model, remarks), failing);
    const merged = first.map((texts) => [...texts]);
    again.forEach(({ row }, k) => {
      (places[k] as number[]).forEach((i, n) => {
        const retold = second[k]?.[n] as Retold;
        if ('text' in retold || retold.fault !== 'missing') (merged[row] as Retold[])[i] = retold;
      });
    });
    return merged;
  };

  const group = async (drafts: readonly Draft[]): Promise<ModelWork[]> => {
    const retold = use ? await retell(drafts, use) : undefined;
    for (const text of retold?.flat() ?? []) count(counts, 'text' in text ? 'retold' : text.fault);
    const rows: BlindRow[] = drafts.map((draft, row) => ({
      texts: draft.texts.map(({ text }, i) => {
        const told = retold?.[row]?.[i];
        return told && 'text' in told ? told.text : text;
      }),
    }));
    const labels = job.uses.includes('label')
      ? answerValue(
          await engine.ask(labelQuestion(prompts.label as Prompt, rows, options.labels, options.about, job.model)),
        )
      : undefined;
    const ratings = job.uses.includes('judge')
      ? answerValue(await engine.ask(judgeQuestion(prompts.judge as Prompt, rows, job.model)))
      : undefined;
    return drafts.map((draft, row) => {
      const texts = retold?.[row] ?? [];
      return {
        index: draft.index,
        texts: draft.texts.map((_, i) => {
          const told = texts[i];
          return told && 'text' in told ? told.text : undefined;
        }),
        faults: draft.texts.map((_, i) => {
          const told = texts[i];
          return told && 'fault' in told ? told.fault : undefined;
        }),
        label: labels?.[row]?.label,
        confidence: labels?.[row]?.confidence,
        coherence: ratings?.[row]?.coherence,
        human: ratings?.[row]?.human,
      };
    });
  };

  return {
    counts,
    async work(drafts) {
      const groups = groupsOf(drafts, job.rowsPerCall).map((each) => {
        const running = group(each);
        underWay.add(running);
        const done = () => underWay.delete(running);
        running.then(done, done);
        return running;
      });
      // All of them come to an end before a failure is told: what is paid for is kept.
      const ended = await Promise.allSettled(groups);
      const failed = ended.find((entry) => entry.status === 'rejected');
      if (failed) throw failed.reason;
      return ended.flatMap((entry) => (entry as PromiseFulfilledResult<ModelWork[]>).value);
    },
    async drain() {
      await Promise.allSettled(underWay);
    },
  };
}

/** Whether a job retells texts, and how. */
export function retellingOf(job: ModelJob): Retelling | undefined {
  return job.uses.find((name): name is Retelling => name === 'rewrite' || name === 'expand');
}

async function answers(engine: Engine, question: Question<RetoldRows>, drafts: readonly Draft[]): Promise<RetoldRows> {
  const outcome = await engine.ask(question);
  if (outcome.state === 'answered') return outcome.value;
  const fault = { fault: outcome.reason as never, detail: `no answer could be used (${outcome.reason})` };
  return drafts.map(({ texts }) => texts.map(() => fault));
}

function answerValue<T>(outcome: Outcome<T>): T | undefined {
  return outcome.state === 'answered' ? outcome.value : undefined;
}

function count(counts: RetellingCounts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
