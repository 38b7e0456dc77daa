import { expect, test } from 'vitest';
import { loadPrompt } from '../../src/llm/prompts.ts';
import { labelQuestion, scoresQuestion } from '../../src/stages/read-labels.ts';

const ROWS = [{ texts: ['one'] }, { texts: ['two', 'three'] }];
const MODEL = { name: 'm' };
const labels = labelQuestion(loadPrompt('prompts', 'label'), ROWS, ['Low', 'High'], 'How high?', MODEL);
const scores = scoresQuestion(
  loadPrompt('prompts', 'label-scores'),
  ROWS,
  [
    { name: 'calm', about: 'stays calm' },
    { name: 'care_score', about: 'cares' },
  ],
  MODEL,
);
const answer = (...rows: readonly unknown[]) => JSON.stringify({ rows });
const scored = (id: number, of: Readonly<Record<string, number>>) => ({
  id,
  scores: Object.entries(of).map(([name, score]) => ({ name, score })),
  confidence: 0.5,
  reason: 'because',
});

test('a question holds the texts alone, what is asked, and which draw it is', () => {
  expect(JSON.parse(/\{.*\}/.exec(scores.request.user)?.[0] ?? '')).toEqual({
    rows: [
      { id: 0, texts: [{ text: 'one' }] },
      { id: 1, texts: [{ text: 'two' }, { text: 'three' }] },
    ],
  });
  expect(scores.request.system).toContain('- calm: stays calm\n- care_score: cares\n');
  expect(scores.request.system).toMatch(/0 to 0\.3 minimal[\s\S]*0\.85 to 1 exceptional/);
  expect(labels.request.system).toContain('The labels, and no others: Low, High');
  expect([labels.draw, labelQuestion(labels.prompt as never, ROWS, ['Low'], '', { name: 'm', draw: 2 }).draw]).toEqual([
    0, 2,
  ]);
});

test('a label is taken whatever its capitals, and one that was not asked for is none', () => {
  const row = { confidence: 0.8, reason: 'it says so' };
  expect(
    labels.read(answer({ id: 1, label: 'high ', ...row }, { id: 0, label: 'middle', ...row }), true).value,
  ).toEqual([null, { label: 'High', ...row }]);
});

test('scores come in the order asked for, and a row that lacks one has none', () => {
  const { value } = scores.read(answer(scored(0, { care_score: 0.2, Calm: 0.9 }), scored(1, { calm: 0.5 })), true);
  expect(value).toEqual([{ scores: [0.9, 0.2], confidence: 0.5, reason: 'because' }, null]);
});

test.each([
  ['prose', 'I would say about half.', /rows/],
  ['a number beyond the scale', answer(scored(0, { calm: 7, care_score: 0.1 })), /above 1/],
  ['rows that were not asked about', answer(scored(5, { calm: 0.1, care_score: 0.1 })), /ids 0 to 1/],
])('%s is a fault, never a number', (_, content, fault) => {
  const reading = scores.read(content, true);
  expect(reading.value).toBeUndefined();
  expect(reading.fault).toMatch(fault);
});
