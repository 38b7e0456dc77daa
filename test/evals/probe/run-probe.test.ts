import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProbeSpec, runProbe } from '../../../src/evals/probe/run-probe.ts';
import { readColumns } from '../../../src/runtime/read-columns.ts';
import { makeTemporaryFolder } from '../../formats/temporary-folder.ts';
import { FIXTURES } from './reference.ts';

const folder = makeTemporaryFolder();
const RUN = { folds: 5, seed: 1 };

/** Writes rows as a CSV file and opens its columns. */
async function columnsOf(head: string, rows: readonly (readonly (string | number)[])[]) {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, `${head}\n${rows.map((row) => row.join(',')).join('\n')}\n`);
  return readColumns([path]);
}

const spec = (parts: Partial<ProbeSpec> = {}): ProbeSpec => ({
  target: 'y',
  features: 'all',
  texts: [],
  groups: [],
  ...parts,
});

/** Rows with the columns x, word, y; y is a number. */
const numbered = (rows: number) =>
  Array.from({ length: rows }, (_, i) => [i, i % 3 === 0 ? 'red' : 'blue', (i * 7) % 11] as const);

describe('a leak', () => {
  /** 60 invented texts, each with a class drawn for it and standing in 5 rows: only who has seen a text knows its class. */
  const rows = Array.from({ length: 300 }, (_, i) => {
    const text = i % 60;
    const words = [0, 1, 2, 3, 4].map((place) => `w${text}x${place}`).join(' ');
    return [words, (text * text + 3 * text) % 7 < 3 ? 'low' : 'high'];
  });

  test('of repeated texts shows as high shuffled and low grouped scores', async () => {
    const columns = await columnsOf('answer,y', rows);
    const result = runProbe(columns, spec({ features: [], texts: ['answer'], groups: ['answer'] }), RUN);
    const logistic = result.models.find(({ model }) => model === 'logistic');
    expect(logistic?.shuffled.macroF1?.mean).toBeGreaterThan(0.9);
    expect(logistic?.grouped?.macroF1?.mean).toBeLessThan(0.6);
    expect(logistic?.leak).toBeGreaterThan(0.4);
    expect(result).toMatchObject({ repeatedTexts: 240, groups: 60, task: 'classification' });
  });

  test('of a person shows in numbers too, where trees remember who it is', async () => {
    // the same three answers in all rows of a person, and an outcome that is the person's own
    const people = Array.from({ length: 40 }, (_, p) => [(p * 37) % 101, (p * 53) % 97, ((p * 29) % 83) / 8] as const);
    const columns = await columnsOf(
      'person,a,b,y',
      people.flatMap(([a, b, y], p) => Array.from({ length: 8 }, (_, i) => [`p${p}`, a, b, y + (i % 3) / 10])),
    );
    const { models } = runProbe(columns, spec({ groups: ['person'] }), RUN);
    const forest = models.find(({ model }) => model === 'forest');
    expect(forest?.shuffled.r2?.mean).toBeGreaterThan(0.9);
    expect(forest?.grouped?.r2?.mean).toBeLessThan(0.2);
  });
});

test('rows joined through one column or another are one group', async () => {
  const columns = await columnsOf(
    'person,text,x,y',
    Array.from({ length: 40 }, (_, i) => [`p${i >> 1}`, `t${(i + 1) >> 1}`, i, i % 2 === 0 ? 'a' : 'b']),
  );
  const run = { folds: 2, seed: 1 };
  expect(runProbe(columns, spec({ features: ['x'], groups: ['person'] }), run).groups).toBe(20);
  expect(() => runProbe(columns, spec({ features: ['x'], groups: ['person', 'text'] }), run)).toThrow(
    expect.objectContaining({ code: 'too-few-groups', message: expect.stringContaining('1 group') }),
  );
});

test('spreads are over the folds, words become a feature each, and what can be none is named', async () => {
  const columns = await columnsOf(
    'x,word,id,gap,y',
    numbered(100).map(([x, word, y]) => [x, word, `id${x}`, x === 7 ? '' : 1, y]),
  );
  const result = runProbe(columns, spec(), RUN);
  expect(result.features).toEqual(['x', 'word=blue', 'word=red']);
  expect(result.skipped).toEqual([
    { column: 'id', reason: '100 different texts: neither numbers nor categories' },
    { column: 'gap', reason: 'no value in 1 of 100 rows' },
  ]);
  expect(result.models.map(({ model }) => model)).toEqual(['baseline', 'ridge', 'forest', 'boosted']);
  for (const { shuffled, grouped, leak } of result.models) {
    const { mean, min, max, sd } = shuffled.r2 as { mean: number; min: number; max: number; sd: number };
    expect(min).toBeLessThanOrEqual(mean);
    expect(mean).toBeLessThanOrEqual(max);
    expect(sd).toBeGreaterThan(0);
    expect({ grouped, leak }).toEqual({ grouped: null, leak: null });
  }
  expect(result.models[0]?.shuffled.r2?.mean).toBeLessThanOrEqual(0);
  expect(runProbe(columns, spec(), RUN)).toEqual(result);
});

test('true and false are classes as a target and 0 or 1 as a feature, in JSON as in CSV', async () => {
  const path = join(folder, 'rows.jsonl');
  writeFileSync(
    path,
    Array.from({ length: 40 }, (_, i) => JSON.stringify({ x: i % 4 < 2, y: i % 2 === 0 })).join('\n'),
  );
  const fromJson = runProbe(await readColumns([path]), spec(), RUN);
  expect(fromJson).toMatchObject({ task: 'classification', classes: { false: 20, true: 20 }, features: ['x'] });
  const csv = await columnsOf(
    'x,y',
    Array.from({ length: 40 }, (_, i) => [i % 4 < 2 ? 'True' : 'False', i % 2 === 0 ? 'true' : 'false']),
  );
  expect(runProbe(csv, spec(), RUN).models).toEqual(fromJson.models);
});

test('words that give a class away are named with precision and recall', async () => {
  const columns = await readColumns([join(FIXTURES, 'texts.csv')]);
  const plain = runProbe(columns, spec({ target: 'outcome', features: [], texts: ['answer'] }), RUN);
  expect(plain.giveaways).toEqual([]);
  expect(plain.models.map(({ model }) => model)).toEqual(['baseline', 'logistic']);
  const marked = await columnsOf(
    'answer,y',
    Array.from({ length: 60 }, (_, i) => [`a day ${i % 2 === 0 && i % 5 < 3 ? 'zeal' : 'rest'}`, i % 2]),
  );
  expect(runProbe(marked, spec({ features: [], texts: ['answer'] }), RUN).giveaways).toEqual([
    { word: 'zeal', label: '0', precision: 1, recall: 0.6, texts: 18 },
  ]);
});

test('a class that stands in one fold alone leaves the scores finite', async () => {
  const columns = await columnsOf(
    'who,x,y',
    Array.from({ length: 90 }, (_, i) => [`g${Math.floor(i / 15)}`, i % 10, i < 15 ? 'rare' : i % 2 ? 'odd' : 'even']),
  );
  const { models } = runProbe(columns, spec({ features: ['x'], groups: ['who'] }), RUN);
  for (const { grouped } of models)
    for (const { mean } of Object.values(grouped ?? {})) expect(Number.isFinite(mean)).toBe(true);
});

describe('refuses, with a place and a cure,', () => {
  const fault = async (head: string, rows: readonly (readonly (string | number)[])[], parts: Partial<ProbeSpec>) => {
    const columns = await columnsOf(head, rows);
    try {
      runProbe(columns, spec(parts), RUN);
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const rows = numbered(30);
  const changed = (row: number, column: number, value: string) =>
    rows.map((cells, i) => cells.map((cell, j) => (i === row && j === column ? value : cell)));

  test.each([
    ['a column that is not there', rows, { target: 'yy' }, 'unknown-column', '--target', "did you mean 'y'?"],
    ['a feature that is not there', rows, { features: ['wrod'] }, 'unknown-column', '--features', "'word'"],
    ['a cell without a value', changed(4, 0, ''), { features: ['x'] }, 'missing-cell', 'rows.csv:6', 'fill the cells'],
    ['NaN', changed(9, 0, 'NaN'), { features: ['x'] }, 'missing-cell', 'rows.csv:11', 'fill the cells'],
    ['a target without a value', changed(2, 2, ''), {}, 'missing-cell', 'rows.csv:4', 'leave out the rows'],
    ['a word among numbers', changed(5, 2, 'five'), {}, 'not-a-number', 'rows.csv:7', '--task classification'],
    ['words as numbers', rows, { target: 'word', kind: 'numbers' as const }, 'not-a-number', 'rows.csv:2', 'classes'],
    ['a single class', rows.map(([x, word]) => [x, word, 'same']), {}, 'one-class', '--target', 'two different'],
    ['fewer groups than folds', rows, { groups: ['word'] }, 'too-few-groups', '--group', '--folds 2'],
    ['the target as its own feature', rows, { features: ['y'] }, 'target-as-feature', '--features', 'leave it out'],
    [
      'the target as its own text',
      rows,
      { target: 'word', features: [], texts: ['word'] },
      'target-as-feature',
      '--text',
      'leave it out',
    ],
    ['nothing to learn from', rows, { features: [] }, 'no-features', '--features', '--features all'],
    ['too few rows', rows.slice(0, 8), {}, 'too-few-rows', '--folds', 'fewer folds'],
    [
      'texts as features',
      rows.map(([x, , y]) => [x, `t ${x}`, y]),
      { features: ['word'] },
      'not-a-feature',
      '--features',
      '--text word',
    ],
  ])('%s', async (_, cells, parts, code, at, hint) => {
    expect(await fault('x,word,y', cells, parts)).toMatchObject({
      code,
      at: expect.stringContaining(at),
      hint: expect.stringContaining(hint),
    });
  });

  test('a model that is not there, or learns something else', async () => {
    const columns = await columnsOf('x,word,y', rows);
    expect(() => runProbe(columns, spec(), { ...RUN, models: ['rigde'] })).toThrow(
      expect.objectContaining({ at: '--models', hint: "did you mean 'ridge'?" }),
    );
    expect(() => runProbe(columns, spec(), { ...RUN, models: ['logistic'] })).toThrow(
      expect.objectContaining({ code: 'unfit-model', hint: expect.stringContaining('ridge') }),
    );
  });
});
