import { expect, test } from 'vitest';
import { type Corpus, cellKey, cellTexts, isCellWanted, joinSlices } from '../../src/evals/corpus.ts';
import { isInOrder } from '../../src/evals/make-corpus.ts';
import type { Gate } from '../../src/evals/suite.ts';

const slice = (ids: readonly string[], yes: number) => ({
  ids,
  texts: [ids.map((id) => `text of ${id}`)],
  cells: ids.map((_, i) => cellKey(['A', i % 2 === 0 ? 'low' : 'high'])),
  labels: ids.map(() => 'low'),
  groups: { year: ids.map((id) => `y${id}`) },
  shares: [{ figure: 'f', column: 'c', label: 'low', yes, of: ids.length }],
});
const about = { seed: 1, columns: ['c'], attributes: ['domain', 'level'] };

test('slices are joined in their order and their shares summed', () => {
  const corpus = joinSlices([slice(['1', '2'], 1), slice(['3'], 0)], about);
  expect(corpus.ids).toEqual(['1', '2', '3']);
  expect(corpus.texts).toEqual([['text of 1', 'text of 2', 'text of 3']]);
  expect(corpus.groups).toEqual({ year: ['y1', 'y2', 'y3'] });
  expect(corpus.shares).toEqual([{ figure: 'f', column: 'c', label: 'low', yes: 1, of: 3 }]);
});

test('cells hold their own texts, no more than enough, and none that is empty', () => {
  const corpus: Corpus = {
    ...joinSlices([slice(['1', '2', '3', '4', '5', '6'], 0)], about),
    texts: [['a'.repeat(10), 'b'.repeat(10), '', 'b'.repeat(10), 'a'.repeat(10), 'b'.repeat(10)]],
  };
  const cells = cellTexts(corpus, 'c', 15);
  expect(cells.map(({ cell, texts }) => [cell.join(), texts.map((text) => text[0]).join('')])).toEqual([
    ['A,high', 'bb'],
    ['A,low', 'aa'],
  ]);
});

test('a gate may look at some cells only', () => {
  const gate: Gate = { metric: 'm', per: 'cell', severity: 'error', seeds: 'all', cells: { level: ['low'] } };
  expect(isCellWanted(gate, ['domain', 'level'], ['A', 'low'])).toBe(true);
  expect(isCellWanted(gate, ['domain', 'level'], ['A', 'high'])).toBe(false);
});

test.each([
  ['all beats', ['setting', 'open', 'react', 'now'], true],
  ['without the optional one', ['open', 'react', 'now'], true],
  ['out of order', ['open', 'now', 'react'], false],
  ['without a required one', ['open', 'now'], false],
  ['a beat twice', ['open', 'open', 'react', 'now'], false],
  ['a beat of another arc', ['open', 'react', 'gain', 'now'], false],
])('beats in order: %s', (_, told, holds) => {
  const arc = { question: 'q', beats: ['setting?', 'open', 'react', 'now'], tells: [] };
  // Spans come as they were closed, facts before the telling around them.
  const spans = told.flatMap((beat, i) => [
    { start: i * 10 + 2, end: i * 10 + 4, beat, kind: 'event', source: 'f:1' },
    { start: i * 10, end: i * 10 + 9, beat, kind: '', source: 'f:2' },
  ]);
  expect(isInOrder({ spans: spans.reverse() }, arc)).toBe(holds);
});
