import type { Price } from '../../llm/prices.ts';
import type { Provider } from '../../llm/provider.ts';
import { type Estimate, openSum, questionsOf } from '../estimate.ts';
import { columnAt } from '../features/source-columns.ts';
import type { LabelSource } from './find-source.ts';
import { groupsToAsk, type ModelLabels, openModelLabeler } from './model-labeler.ts';
import { labelColumns, type UnlabelledRow, unlabelled } from './row-labels.ts';

/** Rows whose questions are built; the others are counted. */
const SAMPLE = 2_000;
/** Tokens of a usual answer about a row, and of each score in it (assumed). */
const ANSWER_A_ROW = 45;
const ANSWER_A_SCORE = 16;

/** Estimates what a model's labels of a file will come to: the prompts of its first rows as they would be sent, scaled to all of them. */
export async function estimateLabels(
  task: ModelLabels,
  source: LabelSource,
  texts: readonly string[],
  provider: Provider,
  price: Price,
): Promise<Estimate & { readonly of: number }> {
  const textAt = texts.map((name) => columnAt(source.columns, name, '--text', source.paths[0] as string));
  const scores = labelColumns(task.pack).filter((column) => !column.enum).length;
  const sum = openSum(provider, price);
  let rows = 0;
  let asked = 0;
  let group: UnlabelledRow[] = [];
  const flush = async () => {
    for (const part of groupsToAsk(group, task.job.rowsPerCall)) {
      const questions = await questionsOf((asker) =>
        openModelLabeler(task, asker, () => unlabelled('estimate')).label(part),
      );
      for (const question of questions) sum.add(question, part.length * (ANSWER_A_ROW + scores * ANSWER_A_SCORE));
    }
    group = [];
  };
  for await (const { path, values } of source.rows()) {
    if (rows++ >= SAMPLE) continue;
    const row: UnlabelledRow = {
      path,
      values,
      texts: textAt.map((at) => String(values[at] ?? '')),
      language: 'english',
    };
    if (row.texts.every((text) => text.trim() === '')) continue;
    asked++;
    group.push(row);
    if (group.length === task.job.rowsPerCall) await flush();
  }
  await flush();
  return { ...sum.estimate(asked, rows / Math.max(1, Math.min(rows, SAMPLE))), of: rows };
}
