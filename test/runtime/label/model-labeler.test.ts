import { describe, expect, test } from 'vitest';
import { BudgetError, ProviderError } from '../../../src/core/errors.ts';
import type { FailureReason, Question } from '../../../src/llm/question.ts';
import { packOf } from '../../../src/packs/registry.ts';
import { resolveModelLabels } from '../../../src/runtime/label/model-label-job.ts';
import { labelPrompt, type ModelLabels, openModelLabeler } from '../../../src/runtime/label/model-labeler.ts';
import type { UnlabelledRow } from '../../../src/runtime/label/row-labels.ts';

const rowsOf = (...texts: string[]): UnlabelledRow[] =>
  texts.map((text) => ({ path: 'f.csv', values: [text], texts: [text], language: 'english' }));
const task = (votes = 1, pack = 'workplace', rowsPerCall = 2): ModelLabels =>
  resolveModelLabels(packOf(pack), { provider: 'mock', rowsPerCall }, votes);

type Reply = string | FailureReason | Error;

/** Answers what the script says to a row's text and a draw: a label, a list of scores, or why there is none. */
function scripted(script: (text: string, draw: number) => unknown) {
  const asked: { draw: number; texts: string[] }[] = [];
  return {
    asked,
    async ask<T>(question: Question<T>) {
      const { rows } = JSON.parse(/\{"rows".*\}/s.exec(question.request.user)?.[0] ?? '') as {
        rows: { id: number; texts: { text: string }[] }[];
      };
      const draw = question.draw ?? 0;
      asked.push({ draw, texts: rows.map(({ texts }) => texts[0]?.text ?? '') });
      const said = rows.map(({ id, texts }) => ({ id, say: script(texts[0]?.text ?? '', draw) as Reply }));
      const broken = said.map(({ say }) => say).find((say) => say instanceof Error || say === 'refused');
      if (broken instanceof Error) throw broken;
      if (broken) return { state: 'failed', reason: 'refused', origin: 'called' } as const;
      const answer = said.map(({ id, say }) =>
        Array.isArray(say)
          ? { id, scores: say, confidence: 0.9, reason: 'r' }
          : { id, label: say, confidence: 0.9, reason: 'r' },
      );
      const { value, fault } = question.read(JSON.stringify({ rows: answer }), true);
      if (value === undefined) throw new Error(fault);
      return { state: 'answered', value, origin: 'called' } as const;
    },
  };
}

const heuristic = () => ({
  origin: 'heuristic' as const,
  labels: [{ value: 'Mixed', confidence: 0.3, rationale: '' }],
});

describe('a model that labels', () => {
  test('is asked in groups, and its labels come in the order of the rows', async () => {
    const asker = scripted((text) => ({ good: 'Thriving', bad: 'Crisis', so: 'Mixed' })[text]);
    const labels = await openModelLabeler(task(), asker, heuristic).label(rowsOf('good', 'bad', 'so'));
    expect(asker.asked.map(({ texts }) => texts)).toEqual([['good', 'bad'], ['so']]);
    expect(labels.map(({ origin, labels: of }) => [origin, of?.[0]?.value])).toEqual([
      ['llm', 'Thriving'],
      ['llm', 'Crisis'],
      ['llm', 'Mixed'],
    ]);
  });

  test('votes as often as asked, each time another draw', async () => {
    const asker = scripted((_, draw) => ['Crisis', 'At_Risk', 'Crisis'][draw]);
    const [row] = await openModelLabeler(task(3), asker, heuristic).label(rowsOf('x'));
    expect(asker.asked.map(({ draw }) => draw)).toEqual([0, 1, 2]);
    expect(row).toEqual({ origin: 'llm', labels: [{ value: 'Crisis', confidence: 0.667, rationale: 'r' }] });
  });

  test('scores of numbers are the mean of the votes', async () => {
    const pack = packOf('students');
    const asker = scripted((_, draw) => pack.labels.map((name, i) => ({ name, score: (i + draw) / 10 })));
    const [row] = await openModelLabeler(task(2, 'students'), asker, heuristic).label(rowsOf('x'));
    expect(row?.labels?.map(({ value, confidence }) => [value, confidence])).toEqual([
      [0.05, 0.9],
      [0.15, 0.9],
      [0.25, 0.9],
      [0.35, 0.9],
    ]);
  });

  test('a row that it left out is asked for once more, then the heuristic labels it and it is counted', async () => {
    const asker = scripted((text) => (text === 'odd' ? 'Nonsense' : 'Safe'));
    const labeler = openModelLabeler(task(), asker, heuristic);
    const labels = await labeler.label(rowsOf('good', 'odd'));
    expect(asker.asked).toEqual([
      { draw: 0, texts: ['good', 'odd'] },
      { draw: 1, texts: ['odd'] },
    ]);
    expect(labels.map(({ origin }) => origin)).toEqual(['llm', 'heuristic']);
    expect(labeler.fallbacks).toEqual({ missing: 1 });
  });

  test('what it gives at the second asking stands', async () => {
    const asker = scripted((text, draw) => (text === 'odd' && draw === 0 ? 'Nonsense' : 'Safe'));
    const labeler = openModelLabeler(task(), asker, heuristic);
    expect((await labeler.label(rowsOf('good', 'odd'))).map(({ origin }) => origin)).toEqual(['llm', 'llm']);
    expect(labeler.fallbacks).toEqual({});
  });

  test('a refusal and the end of the money are left to the heuristic, never to a default', async () => {
    const budget = new BudgetError('budget', 'used up', { hint: 'raise it' });
    const asker = scripted((text) => (text === 'refused' ? 'refused' : text === 'dear' ? budget : 'Safe'));
    const labeler = openModelLabeler(task(1, 'workplace', 1), asker, heuristic);
    const labels = await labeler.label(rowsOf('refused', 'fine', 'dear'));
    expect(labels.map(({ origin }) => origin)).toEqual(['heuristic', 'llm', 'heuristic']);
    expect(labeler.fallbacks).toEqual({ refused: 1, budget: 1 });
  });

  test('one refused vote of three leaves the other two, and costs confidence', async () => {
    const asker = scripted((_, draw) => (draw === 1 ? 'refused' : 'Safe'));
    const labeler = openModelLabeler(task(3), asker, heuristic);
    expect(await labeler.label(rowsOf('x'))).toMatchObject([{ origin: 'llm', labels: [{ confidence: 0.667 }] }]);
    expect(labeler.fallbacks).toEqual({});
  });

  test('a provider that is down stops it', async () => {
    const asker = scripted(() => new ProviderError('provider-down', 'it is down', { hint: 'wait' }));
    await expect(openModelLabeler(task(), asker, heuristic).label(rowsOf('x'))).rejects.toThrow('it is down');
  });

  test('a very long text is asked about alone', async () => {
    const asker = scripted(() => 'Safe');
    await openModelLabeler(task(1, 'workplace', 10), asker, heuristic).label(rowsOf('a', 'b'.repeat(50_000), 'c', 'd'));
    expect(asker.asked.map(({ texts }) => texts.length)).toEqual([1, 1, 2]);
  });
});

test('categories and numbers have prompts of their own', () => {
  expect([labelPrompt(packOf('workplace')).id, labelPrompt(packOf('students')).id]).toEqual(['label', 'label-scores']);
});

test('a model without a provider is refused at the flag', () => {
  expect(() => resolveModelLabels(packOf('workplace'), {}, 1)).toThrow(
    expect.objectContaining({ at: '--provider', hint: expect.stringContaining('openai') }),
  );
});
