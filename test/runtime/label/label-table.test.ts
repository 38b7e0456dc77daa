import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/core/record.ts';
import type { Pack } from '../../../src/packs/pack.ts';
import { PACKS, packOf } from '../../../src/packs/registry.ts';
import { findSource, ownTextColumns, packFor } from '../../../src/runtime/label/find-source.ts';
import { openHeuristicLabeler, readableOnly } from '../../../src/runtime/label/heuristic-labeler.ts';
import { openLabelTable } from '../../../src/runtime/label/label-table.ts';
import { addedColumns, labelColumns, type RowLabeler } from '../../../src/runtime/label/row-labels.ts';
import { openTruthLabeler } from '../../../src/runtime/label/truth-labeler.ts';
import type { TextModel } from '../../../src/statistics/text-model.ts';
import { makeTemporaryFolder } from '../../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();
const workplace = packOf('workplace');
const students = packOf('students');

/** A model of four scores, for which "share" counts and "alone" counts against. */
const SCORES: TextModel = {
  kind: 'numbers',
  outputs: students.labels,
  terms: ['alone', 'share'],
  inverseFrequency: [1, 1],
  weights: students.labels.map((_, i) => [-0.1 * i, 0.1 * i]),
  intercepts: students.labels.map(() => 0.5),
  range: [0, 1],
};

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function labelled(
  path: string,
  texts: readonly string[],
  labeler: RowLabeler,
  more: {
    readonly pack?: Pack;
    readonly keep?: 'all' | string[];
    readonly threads?: number;
    readonly ahead?: number;
  } = {},
) {
  const source = await findSource(path);
  const { pack = students, keep = 'all', threads = 1, ahead = 1 } = more;
  const table = openLabelTable({ source, pack, texts, keep, labeler, ahead }, { threads });
  const rows: Row[] = await Array.fromAsync(table.rows);
  return { table, rows, names: table.columns.map(({ name }) => name) };
}

describe('a labelled file', () => {
  const reader = openHeuristicLabeler(students, SCORES);

  test('keeps its own columns and rows, with four columns for each label and the language behind them', async () => {
    const path = fileOf(
      'said.csv',
      'pupil,said\np1,I like to share my things with you\np2,I was alone and I was sad\n',
    );
    const { names, rows } = await labelled(path, ['said'], reader);
    expect(names).toEqual([
      'pupil',
      'said',
      ...students.labels.flatMap((name) => ['label', 'confidence', 'origin', 'rationale'].map((of) => `${name}_${of}`)),
      'language_flag',
    ]);
    expect(rows[0]?.slice(0, 2)).toEqual(['p1', 'I like to share my things with you']);
    expect(rows[0]?.slice(-5)).toEqual([0.8, 0.125, 'heuristic', '+share', 'english']);
    expect(rows[1]?.slice(-5)).toEqual([0.2, 0.143, 'heuristic', '-alone', 'english']);
  });

  test('what cannot be read gets no label, and the reason', async () => {
    const texts = ['', '   ', '123 !!', 'Ich teile gern meine Sachen mit dir und ich bin nie allein', 'no such word'];
    const path = fileOf('odd.jsonl', texts.map((said, id) => JSON.stringify({ id, said })).join('\n'));
    const { rows, table } = await labelled(path, ['said'], readableOnly(reader, false));
    expect(rows.map((row) => row.slice(2, 6))).toEqual(
      ['no text', 'no text', 'no letters', 'not English', 'no word that the heuristic knows'].map((why) => [
        null,
        null,
        'none',
        why,
      ]),
    );
    expect(table.origins).toEqual({ heuristic: 0, llm: 0, truth: 0, none: 5 });
    expect(table.unlabelled).toMatchObject({ 'no text': 2, 'not English': 1 });
    expect(table.languages).toMatchObject({ none: 3, other: 1 });
  });

  test('another language is labelled where that is asked for', async () => {
    const path = fileOf('german.csv', 'said\nIch bin gern alone und ich teile share und alles mit dir und ihr\n');
    const { rows } = await labelled(path, ['said'], readableOnly(reader, true));
    expect(rows[0]?.slice(-3)).toEqual(['heuristic', expect.stringMatching(/[+-]/), 'other']);
  });

  test('the rows are the same, in their order, for any number of threads and batches under way', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `${i},${i % 3 ? `I share ${'it all '.repeat(i % 7)}` : 'alone'}`,
    );
    const path = fileOf('many.csv', `id,said\n${lines.join('\n')}\n`);
    const slow: RowLabeler = {
      async label(rows) {
        // A later batch is done before an earlier one.
        await new Promise((done) => setTimeout(done, 20 - Math.min(20, Number(rows[0]?.values[0]) / 100)));
        return await reader.label(rows);
      },
    };
    const plain = await labelled(path, ['said'], reader);
    expect(plain.rows.map(([id]) => Number(id))).toEqual(lines.map((_, i) => i));
    expect((await labelled(path, ['said'], slow, { threads: 2, ahead: 5 })).rows).toEqual(plain.rows);
  });

  test('several columns of texts are read as one', async () => {
    const path = fileOf('two.csv', 'a,b\nI share,with you\n,I was alone\n');
    const { rows } = await labelled(path, ['a', 'b'], readableOnly(reader, false), { keep: [] });
    expect(rows.map((row) => row.at(-3))).toEqual(['heuristic', 'heuristic']);
    expect(rows.map((row) => row.at(-4))).toEqual([0.25, 0.333]);
  });

  test('a column that is not there, or would stand twice, is refused', async () => {
    const path = fileOf('twice.csv', 'id,said,empathy_score_label\n1,a,b\n');
    await expect(labelled(path, ['siad'], reader)).rejects.toMatchObject({
      at: '--text',
      hint: "did you mean 'said'?",
    });
    await expect(labelled(path, ['said'], reader)).rejects.toMatchObject({ code: 'double-column' });
    expect((await labelled(path, ['said'], reader, { keep: ['id'] })).names[0]).toBe('id');
    await expect(labelled(path, ['said'], reader, { keep: ['no'] })).rejects.toMatchObject({ at: '--id' });
  });

  test('a heuristic of other labels is refused', () => {
    expect(() => openHeuristicLabeler(workplace, SCORES)).toThrow(expect.objectContaining({ code: 'other-heuristic' }));
    expect(() => openHeuristicLabeler(students, { ...SCORES, outputs: ['joy'] })).toThrow(/gives joy/);
  });
});

describe('the pack and the texts of a file', () => {
  const source = async (columns: string) => await findSource(fileOf('columns.csv', `${columns}\n`));

  test('are told by its columns, under the name of any view', async () => {
    const trainer = await source('id,q24,q25');
    expect(packFor(trainer, undefined).id).toBe('workplace');
    expect(ownTextColumns(workplace, trainer)).toEqual(['q24', 'q25']);
    expect(packFor(await source('response,x'), undefined).id).toBe('students');
  });

  test('are asked for where the columns do not tell', async () => {
    const other = await source('id,comment');
    expect(() => packFor(other, undefined)).toThrow(
      expect.objectContaining({
        at: '--pack',
        hint: expect.stringContaining(PACKS.map(({ id }) => id).join(' or --pack ')),
      }),
    );
    expect(packFor(other, 'students').id).toBe('students');
    expect(() => ownTextColumns(workplace, other)).toThrow(
      expect.objectContaining({ at: '--text', hint: expect.stringContaining('id, comment') }),
    );
  });
});

describe('the truth', () => {
  const table = 'utterances_truth';
  const truthColumns = ['utterance_id', ...(students.trueLabels ?? [])];
  const part = (number: number) => `truth/${table}/part-0000${number}.csv`;
  const data = (number: number, split: string) => `data/utterances/${split}/part-0000${number}.csv`;
  const files = [data(0, 'train'), data(0, 'test'), part(0), data(1, 'train'), part(1)];
  fileOf('set/manifest.json', JSON.stringify({ config: { pack: 'students' }, files: files.map((path) => ({ path })) }));
  fileOf(`set/${data(0, 'train')}`, 'utterance_id,response\nu1,one\nu9,nine\n');
  fileOf(`set/${data(0, 'test')}`, 'utterance_id,response\nu2,two\n');
  fileOf(`set/${data(1, 'train')}`, 'utterance_id,response\nu3,three\n');
  fileOf(`set/${part(0)}`, `${truthColumns.join()}\nu2,.5,.6,.7,.8\nu1,.1,.2,.3,.4\n`);
  fileOf(`set/${part(1)}`, `${truthColumns.join()}\nu3,.9,.9,.9,1\n`);
  const truthOf = async (path: string) => {
    const source = await findSource(join(folder, path));
    return await labelled(join(folder, path), [], openTruthLabeler(students, source), { keep: ['utterance_id'] });
  };
  const values = (rows: readonly Row[]) => rows.map((row) => [row[0], row[1], row[5], row[3]]);

  test('of a folder comes by key, part by part', async () => {
    const { rows, names, table: made } = await truthOf('set');
    expect(values(rows)).toEqual([
      ['u1', 0.1, 0.2, 'truth'],
      ['u9', null, null, 'none'],
      ['u2', 0.5, 0.6, 'truth'],
      ['u3', 0.9, 0.9, 'truth'],
    ]);
    expect(made.unlabelled).toEqual({ 'no truth for its key': 1 });
    expect(names).not.toContain('language_flag');
  });

  test('of a file comes from the folder that it stands in', async () => {
    expect(values((await truthOf(`set/${data(1, 'train')}`)).rows)).toEqual([['u3', 0.9, 0.9, 'truth']]);
  });

  test('of a file that is of no part is looked for in all of them', async () => {
    for (const name of ['chosen.csv', 'part-00007.csv']) {
      fileOf(`set/data/${name}`, 'utterance_id\nu3\nu1\n');
      expect(values((await truthOf(`set/data/${name}`)).rows)).toEqual([
        ['u3', 0.9, 0.9, 'truth'],
        ['u1', 0.1, 0.2, 'truth'],
      ]);
    }
  });

  test('is not made up: no dataset, no key, no truth', async () => {
    fileOf('plain.csv', 'utterance_id\nu1\n');
    fileOf('set/data/keyless.csv', 'response\none\n');
    fileOf('bare/manifest.json', JSON.stringify({ config: { pack: 'students' }, files: [{ path: 'data/a.csv' }] }));
    fileOf('bare/data/a.csv', 'utterance_id\nu1\n');
    await expect(truthOf('plain.csv')).rejects.toThrow(/stands in no dataset folder/);
    await expect(truthOf('set/data/keyless.csv')).rejects.toThrow(/no column 'utterance_id'/);
    await expect(truthOf('bare')).rejects.toThrow(/holds no truth/);
  });

  test("another program's manifest.json makes no dataset of a folder", async () => {
    fileOf('site/manifest.json', JSON.stringify({ name: 'a page', icons: [] }));
    const source = await findSource(fileOf('site/said.csv', 'response\nx\n'));
    expect(source.dataset).toBeUndefined();
  });
});

test.each(PACKS.map((pack) => [pack.id, pack] as const))('%s names a column of truth for every label', (_, pack) => {
  const truth = pack.truthColumns.columns.map(({ name }) => name);
  const named = pack.trueLabels ?? pack.labels;
  expect(named).toHaveLength(pack.labels.length);
  expect(truth).toEqual(expect.arrayContaining([...named]));
  for (const column of labelColumns(pack)) expect(column).toBeDefined();
  expect(addedColumns(pack)).toHaveLength(4 * pack.labels.length);
  if (pack.scoring) expect(pack.scoring).toHaveLength(pack.labels.length);
});
