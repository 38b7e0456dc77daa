import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { expectFault, runCli } from './run-cli.ts';

type Row = readonly [words: string, code: number, ...parts: string[]];

const rowsOf = (rows: readonly Row[]) => rows.map((row) => [row[0], row] as const);

const folder = makeTemporaryFolder();
const inFolder = (words: string) => runCli(words.split(' '), { cwd: folder });
const NUMBERS = resolve('test/fixtures/probe/numbers.csv');

const generate = (out: string, more = '') =>
  inFolder(`generate workplace -n 400 -s 3 --workers 1 --quiet --out ${out} ${more}`.trim());

beforeAll(async () => {
  const answers = await Promise.all([
    generate('plain'),
    generate('trainer', '--view trainer --format parquet'),
    generate('bare', '--labels none'),
  ]);
  expect(answers.map(({ code }) => code)).toEqual([0, 0, 0]);
  writeFileSync(join(folder, 'notes.txt'), 'x\n1\n');
  writeFileSync(join(folder, 'a.csv'), 'id,tier,score\n1,low,1\n2,middle,3\n3,high,5\n');
  writeFileSync(join(folder, 'b.csv'), 'id,level,score\n3,high,4\n2,low,3\n1,low,1\n');
});

describe('fabula probe', () => {
  test('of a dataset of ours needs no flags, and its texts teach more than chance', async () => {
    const { code, stdout, stderr } = await inFolder('probe plain --folds 3 --json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { targets } = JSON.parse(stdout);
    expect(targets).toHaveLength(1);
    expect(targets[0]).toMatchObject({
      target: 'risk_tier',
      task: 'classification',
      rows: 400,
      texts: ['q23_text', 'q24_text', 'q25_text'],
      groupBy: ['organization_name'],
      groups: 17,
      folds: 3,
      headline: 'macroF1',
    });
    const [baseline, logistic] = targets[0].models;
    expect(logistic.model).toBe('logistic');
    expect(logistic.grouped.auc.mean).toBeGreaterThan(baseline.grouped.auc.mean + 0.2);
    expect(logistic.top.map(({ label }: { label: string }) => label)).toContain('Thriving');
  });

  test('knows the names of another view', async () => {
    const { stdout } = await inFolder('probe trainer --folds 2 --rows 200 --json');
    expect(JSON.parse(stdout).targets[0]).toMatchObject({ texts: ['q23', 'q24', 'q25'], rows: 200, rowsInFiles: 400 });
  });

  test('learns other columns of a dataset when told so', async () => {
    const { code, stdout } = await inFolder('probe plain --target q15 --features q14,q16,domain --models ridge --json');
    expect(code).toBe(0);
    const [{ features, groups, models }] = JSON.parse(stdout).targets;
    expect(features).toEqual(['q14', 'q16', 'domain=Business', 'domain=Healthcare', 'domain=University']);
    expect(groups).toBeNull();
    expect(models[1].shuffled.r2.mean).toBeGreaterThan(0.3);
  });

  test('of a file prints shuffled and grouped folds side by side', async () => {
    const { code, stdout } = await inFolder(`probe ${NUMBERS} --target outcome --group person --models ridge`);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^outcome {2}regression, from 5 features; 240 rows, 5 folds, 12 groups by person$/m);
    expect(stdout).toMatch(/^model +figure +shuffled +min to max +grouped +min to max +difference$/m);
    expect(stdout).toMatch(/^ridge +R² +0\.7\d\d ± 0\.\d{3} .* [+-]0\.\d{3}$/m);
    expect(stdout).toMatch(/alpha 2\.\d\d, beta -1\.\d\d/);
  });

  test.concurrent.each(
    rowsOf([
      ['probe plain --target risk_teir', 2, "'risk_teir'", "did you mean 'risk_tier'?"],
      ['probe bare', 2, 'no target', '--labels inline'],
      ['probe nowhere', 2, 'no file or folder nowhere', 'dataset folder'],
      [`probe ${NUMBERS}`, 2, '--target: no column is named', '--target score'],
      [`probe ${NUMBERS} --target outcme`, 2, '--target: ', "did you mean 'outcome'?"],
      [`probe ${NUMBERS} --target outcome --task regresion`, 2, '--task: ', "did you mean 'regression'?"],
      [`probe ${NUMBERS} --target outcome --folds 1`, 2, "--folds: '1'", 'from 2 to 100'],
      [`probe ${NUMBERS} --target outcome --group person --folds 13`, 1, '12 groups', '--folds 12'],
      [`probe ${NUMBERS} --target person --models ridge`, 2, '--models: ridge learns numbers', 'logistic'],
      ['probe notes.txt --target x', 2, 'notes.txt', '.csv'],
    ]),
  )('"fabula %s" fails in one line', async (_, [words, code, ...parts]) => {
    expectFault(await inFolder(words), code, parts);
  });
});

describe('fabula label agree', () => {
  test('compares words and numbers by an identifier', async () => {
    const words = await inFolder(
      'label agree a.csv b.csv --column tier --column-b level --on id --order low,middle,high',
    );
    expect(words.code).toBe(0);
    expect(words.stdout).toMatch(/^3 rows with two labels$/m);
    expect(words.stdout).toMatch(/^accuracy +0\.667$/m);
    const numbers = await inFolder('label agree a.csv b.csv --column score --on id --json');
    const { rows, categories, numbers: figures } = JSON.parse(numbers.stdout);
    expect(rows).toBe(3);
    expect(categories.accuracy).toBeCloseTo(2 / 3, 12);
    expect(figures.mae).toBeCloseTo(1 / 3, 12);
    expect(figures.blandAltman.bias.value).toBeCloseTo(1 / 3, 12);
  });

  test.concurrent.each(
    rowsOf([
      ['label agree a.csv b.csv', 2, '--column <name>', 'see fabula label agree --help'],
      ['label agree a.csv b.csv --column tier --on id', 2, "b.csv has no column 'tier'", 'it has: id, level, score'],
      ['label agree a.csv b.csv --column score --as numbres', 2, '--as: ', "did you mean 'numbers'?"],
      ['label agree a.csv b.csv --column tier --column-b level --as numbers', 1, 'a.csv:2: ', '--as categories'],
      ['label agre a.csv b.csv', 2, "unknown command 'agre'", "did you mean 'agree'?"],
    ]),
  )('"fabula %s" fails in one line', async (_, [words, code, ...parts]) => {
    expectFault(await inFolder(words), code, parts);
  });
});
