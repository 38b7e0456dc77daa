import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EvalResult, GateResult } from '../../src/evals/result.ts';
import { runSuite } from '../../src/evals/run.ts';
import { readSuite } from '../../src/evals/suite.ts';
import { resolveJob } from '../../src/runtime/config.ts';
import { openRecords } from '../../src/runtime/generate.ts';
import { loadPack } from '../../src/runtime/load-pack.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';

const CORPORA = join(import.meta.dirname, 'corpora');
const suite = readSuite('corpus');

interface Labelled {
  readonly labelColumn?: string;
  readonly labelOrder?: readonly string[];
}

const judge = (path: string, only: readonly string[], labelled: Labelled = {}): Promise<EvalResult> =>
  runSuite(suite, {
    workers: 1,
    file: { path, textColumns: ['text'], cellColumns: [], ...labelled },
    only,
    grammar: false,
  });
const gateOf = (result: EvalResult, metric: string) =>
  result.gates.find((gate) => gate.metric === metric) as GateResult;
const verdictsOf = (result: EvalResult) =>
  Object.fromEntries(result.gates.map(({ metric, verdict }) => [metric, verdict === 'aim' ? 'pass' : verdict]));
const all = (metrics: readonly string[], verdict: string) =>
  Object.fromEntries(metrics.map((metric) => [metric, verdict]));

describe('a toy grammar of ten sentences a beat', async () => {
  const repetition = [
    'gzip-ratio',
    'brotli-ratio',
    'self-bleu-4',
    'self-repetition-4',
    'ngram-reuse-8',
    'sentence-reuse',
    'corpus-sentence-reuse',
    'most-used-sentence',
    'near-duplicates',
    'distinct-openers-3',
    'top-opener-3',
    'ngram-diversity',
    'pos-6gram-top100',
  ];
  const fooled = ['leftovers', 'safety-hits', 'worn-out-words', 'worn-out-phrases'];
  const result = await judge(join(CORPORA, 'toy-grammar.csv'), [...repetition, ...fooled]);

  test('fails every gate on repetition', () => {
    expect(verdictsOf(result)).toMatchObject(all(repetition, 'fail'));
  });

  test('passes those that look at something else', () => {
    expect(verdictsOf(result)).toMatchObject(all(fooled, 'pass'));
  });
});

test('a list of stock phrases fails the gates on worn-out language', async () => {
  const gates = ['worn-out-words', 'worn-out-phrases', 'em-dashes'];
  const result = await judge(join(CORPORA, 'stock-phrases.csv'), gates);
  expect(verdictsOf(result)).toEqual(all(gates, 'fail'));
});

test('planted slots, doubled words, articles and banned phrases are found one by one', async () => {
  const path = join(CORPORA, 'planted-faults.csv');
  const result = await judge(path, ['leftovers', 'safety-hits']);
  expect(verdictsOf(result)).toEqual({ leftovers: 'fail', 'safety-hits': 'fail' });
  const planted = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  const count = (kind: RegExp) => planted.filter((line) => kind.test(line)).length;
  expect(gateOf(result, 'safety-hits').figures[0]?.mean).toBe(count(/,method\r?$/));
  expect(gateOf(result, 'leftovers').figures[0]?.mean).toBe(count(/,(?!method\r?$)[^,]*$/));
});

// Dashes are left out: they were the style of 1863.
test('pages that people wrote pass the gates that a page can meet', async () => {
  const gates = [
    'ngram-reuse-8',
    'sentence-reuse',
    'near-duplicates',
    'exact-duplicates',
    'distinct-openers-3',
    'sentence-length-cv',
    'worn-out-words',
    'worn-out-phrases',
    'leftovers',
    'safety-hits',
  ];
  const result = await judge(join(CORPORA, 'people.csv'), gates);
  expect(verdictsOf(result)).toEqual(all(gates, 'pass'));
});

describe('labels', async () => {
  const folder = makeTemporaryFolder();
  const order = ['Crisis', 'At_Risk', 'Mixed', 'Safe', 'Thriving'];
  const job = resolveJob({ pack: 'workplace', count: 2000, seed: 8 });
  const record = await openRecords(loadPack('workplace'), job);
  const rows = Array.from({ length: job.count }, (_, i) => record(i)).flatMap((made) =>
    made
      ? [{ text: made.texts.join(' '), label: String(made.row[loadPack('workplace').pack.table.columns.length - 1]) }]
      : [],
  );
  const labelOf = (i: number) => (rows[i] as (typeof rows)[number]).label;
  const write = (name: string, label: (i: number) => string) => {
    const path = join(folder, name);
    const lines = rows.map(({ text }, i) => `"${text.replaceAll('"', '""')}",${label(i)}`);
    writeFileSync(path, `text,tier\n${lines.join('\n')}\n`);
    return path;
  };
  const gates = ['label-order', 'label-auc-extremes', 'label-read-back'];
  const labelled = { labelColumn: 'tier', labelOrder: order };
  const honest = await judge(write('tiers.csv', labelOf), gates, labelled);
  // A step that is coprime to the number of rows deals every label out again, to another text.
  const shuffled = await judge(
    write('shuffled-tiers.csv', (i) => labelOf((i * 601 + 7) % rows.length)),
    gates,
    labelled,
  );
  const value = (result: EvalResult, metric: string) => gateOf(result, metric).figures[0]?.mean as number;

  test('that were shuffled are not in order, and nobody can read them back', () => {
    expect(value(shuffled, 'label-read-back')).toBeLessThan(0.3);
    expect(Math.abs(value(shuffled, 'label-auc-extremes') - 0.5)).toBeLessThan(0.12);
    expect(verdictsOf(shuffled)).toMatchObject({ 'label-read-back': 'fail' });
  });

  test('that the texts were written for are', () => {
    // A run of 50,000 rows is read back far better (.90): the reader learns from half of these, and few words come back in so few.
    expect(value(honest, 'label-read-back')).toBeGreaterThan(0.45);
    expect(value(honest, 'label-auc-extremes')).toBeGreaterThan(0.9);
    expect(value(honest, 'label-order')).toBe(1);
  });
});
