import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareResults, readResult } from '../../src/evals/compare.ts';
import type { Metric } from '../../src/evals/metric.ts';
import { renderEvalPage } from '../../src/evals/page/eval-page.ts';
import { isInProfile, profileChart } from '../../src/evals/page/profile-chart.ts';
import type { EvalResult, GateResult } from '../../src/evals/result.ts';
import { failuresOf, runSuite } from '../../src/evals/run.ts';
import { type Gate, readSuite, type Suite } from '../../src/evals/suite.ts';
import { spearman } from '../../src/statistics/correlation.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();

const words: Metric = {
  scope: 'cell',
  id: 'mean-words',
  title: 'words a text',
  unit: 'ratio',
  about: 'Words a text.',
  compute: ({ tokens, readings }) => tokens / readings.length,
};
const longest: Metric = {
  scope: 'corpus',
  id: 'longest',
  title: 'longest text',
  unit: 'count',
  about: 'Characters of the longest text.',
  compute: (texts) => {
    const sorted = [...texts].sort((a, b) => b.text.length - a.text.length);
    return {
      value: sorted[0]?.text.length ?? 0,
      findings: sorted.slice(0, 1).map(({ id, text }) => ({ id, excerpt: text })),
    };
  },
};
const metrics = [words, longest];

const gate = (metric: string, per: Gate['per'], rest: Partial<Gate> = {}): Gate => ({
  metric,
  per,
  severity: 'error',
  seeds: 'all',
  ...rest,
});
const suiteOf = (...gates: readonly Gate[]): Suite => ({
  id: 'tiny',
  about: 'A tiny suite.',
  columns: [],
  cells: [],
  tokens: 100,
  figures: {},
  gates,
});

const path = join(folder, 'tiny.csv');
writeFileSync(
  path,
  'text,site,mood\nOne two three.,A,bad\nOne two.,A,good\n"Five <b> words & ""more"" here.",B,good\nOne.,B,bad\n',
);
const file = { path, textColumns: ['text'], cellColumns: ['site'] };
const judge = (...gates: readonly Gate[]) => runSuite(suiteOf(...gates), { workers: 1, file, metrics });

describe('a run on a file', () => {
  test('measures each cell and judges it', async () => {
    // Site A has 3 and 2 words, site B 5 and 1.
    const { gates, counts, texts, judged } = await judge(gate('mean-words', 'cell', { op: '<=', must: 2.9, aim: 2 }));
    expect(gates[0]?.figures).toEqual([
      { column: 'text', cell: 'A', values: [2.5], mean: 2.5, worst: 2.5, passed: true, aimReached: false, tokens: 5 },
      { column: 'text', cell: 'B', values: [3], mean: 3, worst: 3, passed: false, aimReached: false, tokens: 6 },
    ]);
    expect(gates[0]).toMatchObject({ verdict: 'fail', worst: 1, title: 'words a text' });
    expect([counts.fail, texts, judged.rows]).toEqual([1, 4, 4]);
  });

  test('measures whole columns, with findings', async () => {
    const { gates } = await judge(gate('longest', 'corpus', { op: '<=', must: 100 }));
    expect(gates[0]).toMatchObject({
      verdict: 'pass',
      figures: [{ column: 'text', cell: '', mean: 29 }],
      findings: [{ id: 'row 4', column: 'text', excerpt: 'Five <b> words & "more" here.' }],
    });
  });

  test('measures what is meant for cells on the whole corpus as well', async () => {
    const { gates } = await judge(gate('mean-words', 'corpus'), gate('mean-words', 'cell'));
    expect(gates.map(({ figures }) => figures.map(({ cell, mean }) => [cell, mean]))).toEqual([
      [['', 11 / 4]],
      [
        ['A', 2.5],
        ['B', 3],
      ],
    ]);
  });

  test('may look at some cells only, and tell aims, warnings and mere reports apart', async () => {
    const { gates } = await judge(
      gate('mean-words', 'cell', { op: '<=', must: 2.9, cells: { site: ['A'] } }),
      gate('mean-words', 'cell', { op: '<=', must: 4, aim: 3 }),
      gate('mean-words', 'cell', { op: '<=', must: 1, severity: 'warning' }),
      gate('mean-words', 'cell'),
    );
    expect(gates.map(({ verdict, figures }) => [verdict, figures.length])).toEqual([
      ['pass', 1],
      ['aim', 2],
      ['warn', 2],
      ['info', 2],
    ]);
  });

  test('says that samples are small', async () => {
    const { remarks } = await judge(gate('mean-words', 'cell'));
    expect(remarks[0]).toMatch(/^2 of 2 samples hold fewer than 100 words \(the smallest 5: text, A\)/);
  });

  test('leaves gates on labels out where there is no label', async () => {
    const labels = [gate('giveaway-words', 'labels'), gate('mean-words', 'cell')];
    expect((await judge(...labels)).gates.map(({ metric }) => metric)).toEqual(['mean-words']);
    const labelled = await runSuite(suiteOf(...labels), {
      workers: 1,
      file: { ...file, labelColumn: 'mood' },
      metrics,
    });
    // "five" stands in one of the two good texts and in no bad one: precision 1, recall .5.
    expect(labelled.labels?.giveaways?.map(({ word, label }) => `${word} ${label}`)).toContain('five good');
    expect(labelled.remarks.join()).toContain('the labels have no order');
  });

  test('knows the metrics of the suite only', async () => {
    const run = (only: string) =>
      runSuite(suiteOf(gate('longest', 'corpus')), { workers: 1, file, metrics, only: [only] });
    await expect(run('longst')).rejects.toMatchObject({ at: '--only', hint: "did you mean 'longest'?" });
    await expect(run('mean-words')).rejects.toThrow("the suite tiny has no gate on 'mean-words'");
  });

  test('fails by a regression where every gate holds', async () => {
    const result = await judge(gate('mean-words', 'cell', { op: '<=', must: 9 }));
    const figures = result.gates[0]?.figures.map((figure, i) => ({ ...figure, regressed: i === 0 })) ?? [];
    const gates = result.gates.map((entry) => ({ ...entry, figures }));
    expect(failuresOf(result)).toEqual({ must: 0, regressions: 0 });
    expect(failuresOf({ ...result, gates })).toEqual({ must: 0, regressions: 1 });
  });
});

test('a run on a pack is the same for any number of threads, and counts its shares by label', async () => {
  const workplace = readSuite('workplace');
  const suite: Suite = {
    ...workplace,
    pack: { id: 'workplace', rows: 60, seeds: [3, 4], config: { tiers: ['Crisis', 'Safe'] } },
    figures: {
      ...workplace.figures,
      'says-the': { title: 'says the', about: 'Says the.', column: 'q24_text', words: ['org'], literal: ['the'] },
      'says-th': { title: 'says th', about: 'Says th.', column: 'q24_text', words: ['org'], literal: ['th'] },
    },
    gates: [
      gate('mean-sentence-length', 'cell'),
      gate('beats-in-order', 'pack', { op: '>=', must: 1, by: 'label' }),
      gate('help-mentioned', 'pack'),
      gate('says-the', 'pack'),
      gate('says-th', 'pack'),
    ],
  };
  const [one, two] = await Promise.all([1, 2].map((workers) => runSuite(suite, { workers })));
  expect(two?.gates).toEqual(one?.gates);
  const [length, beats] = one?.gates ?? [];
  // Three columns by three domains by two tiers; two seeds each.
  expect(length?.figures).toHaveLength(18);
  expect(length?.figures[0]?.values).toHaveLength(2);
  expect(beats?.figures.map(({ column, cell }) => `${column} ${cell}`)).toEqual(
    ['q23_text', 'q24_text', 'q25_text'].flatMap((column) => [`${column} Crisis`, `${column} Safe`]),
  );
  expect(one?.texts).toBe(360);
  // Whole words are looked for beside the name: nearly every text has a "the", none a "th".
  const [saysThe, saysTh] = (one?.gates ?? []).slice(-2).map(({ figures }) => figures[0]?.mean as number);
  expect(saysThe).toBeGreaterThan(0.95);
  expect(saysTh).toBeLessThan(0.95);
});

test('a metric is followed along a column: a value for each group, and the correlation of both', async () => {
  const workplace = readSuite('workplace');
  const order = ['Crisis', 'At_Risk', 'Mixed', 'Safe', 'Thriving'];
  const suite: Suite = {
    ...workplace,
    pack: { id: 'workplace', rows: 80, seeds: [5], config: {} },
    columns: ['q24_text'],
    figures: {
      rise: { title: 'rise', about: 'Whether it rises.', trend: { of: 'mean-sentence-length', along: 'risk_tier' } },
    },
    gates: [
      gate('rise', 'corpus', { op: '>=', must: -1 }),
      gate('mean-sentence-length', 'corpus', { by: 'risk_tier' }),
      gate('mean-sentence-length', 'corpus'),
    ],
  };
  const result = await runSuite(suite, { workers: 1 });
  const [rise, each, all] = result.gates;
  const lengths = order.map((tier) => each?.figures.find(({ cell }) => cell === `risk_tier ${tier}`)?.mean as number);
  expect(each?.figures).toHaveLength(5);
  expect(rise).toMatchObject({
    per: 'corpus',
    unit: 'ratio',
    verdict: 'pass',
    figures: [{ column: 'q24_text', cell: '' }],
  });
  expect(rise?.figures[0]?.mean).toBeCloseTo(spearman([1, 2, 3, 4, 5], lengths), 9);
  const page = renderEvalPage(result);
  expect(page).toContain('by risk_tier, only reported');
  expect(page).toContain('q24_text, risk_tier At_Risk: ');
  expect(all?.figures).toHaveLength(1);
  expect(all?.figures[0]?.mean).toBeGreaterThan(Math.min(...lengths));
  expect(all?.figures[0]?.mean).toBeLessThan(Math.max(...lengths));
});

test("the page draws values in a band around people's as times of theirs", () => {
  const drawn = (metric: string, value: number, human: readonly number[]) => ({
    metric,
    title: metric,
    unit: 'ratio',
    about: 'About it.',
    per: 'corpus',
    op: 'between',
    must: [1, 4],
    severity: 'error',
    human: [{ title: 'pupils', low: human[0], high: human.at(-1) }],
    figures: [
      {
        column: 'c',
        cell: '',
        values: [value],
        mean: value,
        worst: value,
        passed: value <= 4,
        aimReached: null,
      },
    ],
    worst: 0,
    verdict: 'pass',
    findings: [],
  });
  const gates = [drawn('twice', 4, [2]), drawn('far', 90, [2]), drawn('band', 2, [1, 3])];
  const page = profileChart((gates as unknown as GateResult[]).filter(isInProfile)).text;
  // Must is half to twice of people's, a quarter and three quarters of the way from a quarter to four times.
  expect(page).toContain('<rect class="band" x="25.00%" width="50.00%"');
  expect(page).toContain('<circle class="passes" cx="75.00%"');
  expect(page).toContain('<svg x="100.00%"');
  expect(page).toContain('twice: 4.00, people 2.00, must be 1 to 4');
  expect(page).not.toContain('band: ');
});

describe('two runs side by side', () => {
  const result = (values: readonly number[], op: '<=' | '>=' = '<='): EvalResult =>
    ({
      form: 'fabula.eval.1',
      gates: [
        {
          metric: 'm',
          title: 'a metric',
          unit: 'ratio',
          op,
          must: 9,
          figures: values.map((mean, i) => ({ column: 'c', cell: `cell ${i}`, mean })),
        },
      ],
    }) as unknown as EvalResult;

  test('differ by the mean over the cells that both have', () => {
    const [difference] = compareResults(result([1, 2, 3, 4, 5, 100]), result([2, 3, 4, 5, 6]));
    expect(difference).toMatchObject({
      pairs: 5,
      before: 3,
      after: 4,
      difference: 1,
      interval: [1, 1],
      verdict: 'worse',
    });
  });

  test('are better or worse by the side that the gate asks for, and the same where 0 is inside', () => {
    const verdict = (before: readonly number[], after: readonly number[], op: '<=' | '>=') =>
      compareResults(result(before, op), result(after, op))[0]?.verdict;
    expect(verdict([1, 2, 3, 4, 5], [2, 3, 4, 5, 6], '>=')).toBe('better');
    expect(verdict([2, 3, 4, 5, 6], [1, 2, 3, 4, 5], '<=')).toBe('better');
    expect(verdict([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], '<=')).toBe('same');
    expect(verdict([1, 2], [2, 3], '<=')).toBe('unknown');
  });

  test('are read from the file or its folder, and nothing else is', async () => {
    writeFileSync(join(folder, 'result.json'), JSON.stringify(result([1])));
    expect(readResult(folder)).toEqual(readResult(join(folder, 'result.json')));
    expect(() => readResult(path)).toThrow('is not a result of fabula eval');
    expect(() => readResult(join(folder, 'nothing'))).toThrow('there is no');
  });
});

test('the page shows gates, cells and findings, escapes texts and fetches nothing', async () => {
  const result = await judge(
    gate('mean-words', 'cell', { op: '<=', must: 2.9 }),
    gate('longest', 'corpus', { op: '<=', must: 10 }),
  );
  const page = renderEvalPage(result);
  expect(page).toContain('0 of 2 gates hold');
  expect(page).toContain('text, B: 3.00, fails');
  expect(page).toContain('text, A: 2.50');
  expect(page).toContain('Five &lt;b&gt; words &amp; &quot;more&quot; here.');
  expect(page).not.toMatch(/<script|https?:|@import|url\(/);
  expect(page).not.toContain(folder);
});
