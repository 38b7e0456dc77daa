import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readObject } from '../../src/llm/read-answer.ts';
import { type FaultServer, openFaultServer } from '../fault-server/fault-server.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { expectFault, freshCache, runCli } from './run-cli.ts';

const folder = makeTemporaryFolder();
const TEXTS = [
  'My boss thanks us every week, and we laugh a lot here.',
  'I cry in the car every morning and I dread the day, and nobody listens.',
  '',
  'Mein Chef hat mir sehr geholfen und wir lachen jeden Tag zusammen im Werk.',
  'It is fine, some days are good and some are not.',
];
let server: FaultServer;

function env(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { FABULA_CACHE: freshCache(folder), OPENAI_API_KEY: 'x', ...more };
}

const label = (words: string, more: NodeJS.ProcessEnv = env()) =>
  runCli(['label', ...words.split(' ')], { cwd: folder, env: more });
const rowsOf = (name: string): Record<string, unknown>[] =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  const cells = TEXTS.map((text, id) => `${id},"${text}"`);
  writeFileSync(join(folder, 'answers.csv'), `id,answer\n${cells.join('\n')}\n`);
  server = await openFaultServer({
    models: ['test-model'],
    answer: (_, user) => {
      const { rows } = readObject(user) as { rows: readonly { id: number }[] };
      return JSON.stringify({ rows: rows.map(({ id }) => ({ id, label: 'Mixed', confidence: 0.8, reason: 'so so' })) });
    },
  });
  const made = ['generate', 'workplace', '-n', '60', '--out', 'set', '-q', '--no-auto-label'];
  expect((await runCli(made, { cwd: folder })).code).toBe(0);
});
afterAll(() => server.close());

test('a file goes to standard output with its labels behind its columns; stderr tells only what is amiss', async () => {
  const { code, stdout, stderr } = await label('answers.csv --pack workplace --text answer');
  const [head, first, , empty, german] = stdout.split('\n');
  expect(code).toBe(0);
  expect(head).toBe(
    'id,answer,risk_tier_label,risk_tier_confidence,risk_tier_origin,risk_tier_rationale,language_flag',
  );
  expect(first).toMatch(/^0,"My boss.*",(Safe|Thriving),0\.\d+,heuristic,[+-].*,english$/);
  expect(empty).toBe('2,"",,,none,no text,none');
  expect(german).toMatch(/,,,none,not English,other$/);
  expect(stderr).toBe('1 row without a label: no text\n1 row without a label: not English\n');
});

test('a file is written whole, with a summary or its figures as JSON', async () => {
  const words = 'answers.csv -p workplace -t answer --id id -o out.jsonl';
  const { code, stdout, stderr } = await label(words);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'out.jsonl\n' });
  expect(stderr).toMatch(/^5 rows \(\d+ B\): heuristic 3, none 2\n/);
  expect(rowsOf('out.jsonl').map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4']);
  expect((await label(`${words} --quiet`)).stderr).toBe('');
  const json = await label(`${words} --json --any-language`);
  expect(json.stderr).toBe('');
  expect(JSON.parse(json.stdout)).toMatchObject({
    path: 'out.jsonl',
    rows: 5,
    origins: { heuristic: 4, none: 1 },
    unlabelled: { 'no text': 1 },
    languages: { other: 1 },
  });
});

test('the truth of a dataset comes from truth/, and the heuristic agrees with it as far as it can', async () => {
  expect((await label('set --labeler truth --id response_id -o truth.jsonl')).code).toBe(0);
  expect((await label('set --id response_id -o heuristic.jsonl')).code).toBe(0);
  const truth = new Map(
    readFileSync(join(folder, 'set/truth/responses_truth/part-00000.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(',', 2) as [string, string]),
  );
  const rows = rowsOf('truth.jsonl');
  expect(rows).toHaveLength(60);
  for (const row of rows) expect(row.risk_tier_label).toBe(truth.get(row.response_id as string));
  const agreed = await runCli(
    'label agree truth.jsonl heuristic.jsonl --column risk_tier_label --on response_id --json'.split(' '),
    { cwd: folder },
  );
  expect(JSON.parse(agreed.stdout).categories.accuracy).toBeGreaterThan(0.6);
});

describe('with a model', () => {
  const MOCK = 'answers.csv -p workplace -t answer -l llm --provider mock -o mock.jsonl';
  const paid = (...more: string[]) =>
    [
      'answers.csv -p workplace -t answer -l llm --provider openai --model test-model',
      `--base-url ${server.openAi}`,
      ...more,
    ].join(' ');

  test('the second run makes no call and writes the same bytes', async () => {
    const here = env();
    const first = await label(`${MOCK} --votes 3 --rows-per-call 2 --json`, here);
    expect(JSON.parse(first.stdout)).toMatchObject({ votes: 3, calls: 6, stored: 0, uusd: 0, fallbacks: {} });
    const second = await label(`${MOCK} --votes 3 --rows-per-call 2 --json`, here);
    expect(JSON.parse(second.stdout)).toMatchObject({ calls: 0, stored: 6 });
    expect(JSON.parse(second.stdout).sha256).toBe(JSON.parse(first.stdout).sha256);
    expect(rowsOf('mock.jsonl').map((row) => row.risk_tier_origin)).toEqual(['llm', 'llm', 'none', 'none', 'llm']);
    expect((await label(`${MOCK} --rows-per-call 2`, here)).stderr).toMatch(/ 0 calls, 2 answers from the store/);
  });

  test('the mock scores numbers too, each text its own way', async () => {
    await label('answers.csv -p students -t answer -l llm --provider mock --id id -o scores.jsonl');
    const scores = rowsOf('scores.jsonl').map((row) => row.empathy_score_label);
    expect(scores.map((score) => typeof score)).toEqual(['number', 'number', 'object', 'object', 'number']);
    expect(new Set(scores).size).toBe(4);
  });

  test('a dry run prices the file and sends nothing', async () => {
    const before = server.bill.requests;
    const { stdout } = await label(paid('--assume-price 1/2 --dry-run --json --votes 2'));
    expect(JSON.parse(stdout)).toMatchObject({ rows: 4, calls: 2, provider: 'openai', model: 'test-model' });
    expect(JSON.parse(stdout).likelyUusd).toBeGreaterThan(0);
    expect(server.bill.requests).toBe(before);
  });

  test('rows that the budget does not reach are left to the heuristic, and a larger budget goes on from there', async () => {
    const here = env();
    const words = paid('--assume-price 100/100 --rows-per-call 1 --concurrency 1 -o budget.jsonl --json');
    const short = await label(`${words} --budget 0.10`, here);
    const { calls, fallbacks, uusd, origins } = JSON.parse(short.stdout);
    expect(short.code).toBe(0);
    expect(uusd).toBeLessThanOrEqual(100_000);
    expect(fallbacks.budget).toBeGreaterThan(0);
    expect(origins).toEqual({ heuristic: fallbacks.budget, llm: calls, truth: 0, none: 2 });
    // The cap is the run's, not the process's: the same budget again buys nothing more.
    const same = JSON.parse((await label(`${words} --budget 0.10`, here)).stdout);
    expect(same).toMatchObject({ calls: 0, stored: calls, fallbacks });
    const more = JSON.parse((await label(`${words} --budget 5`, here)).stdout);
    expect(more).toMatchObject({ calls: 3 - calls, stored: calls, fallbacks: {}, origins: { llm: 3, heuristic: 0 } });
  });

  test('a server that is not there stops it: no file, nothing to resume', async () => {
    const away = '--provider compatible --base-url http://127.0.0.1:9/v1 --model m -o away.jsonl';
    const { code, stderr } = await label(`answers.csv -p workplace -t answer -l llm ${away}`);
    expect(code).toBe(3);
    expect(stderr.trim().split('\n').at(-1)).toMatch(
      /^fabula: .*does not answer.*; .*run it again: what is paid for is kept$/,
    );
    expect(existsSync(join(folder, 'away.jsonl'))).toBe(false);
  });

  test('what the model cannot label the heuristic does, counted, and --max-fallback makes it a failure', async () => {
    const nonsense = await openFaultServer({ models: ['test-model'], answer: () => 'about 0.5, I would say' });
    const words = `answers.csv -p workplace -t answer -l llm --provider compatible --model test-model --base-url ${nonsense.openAi} -o fell.jsonl`;
    const fell = await label(words);
    expect(fell.code).toBe(0);
    expect(fell.stderr).toMatch(/5 rows \(.*\): heuristic 3, none 2/);
    expect(fell.stderr).toMatch(/invalid +3/);
    expect(rowsOf('fell.jsonl').map((row) => row.risk_tier_origin)).toEqual([
      'heuristic',
      'heuristic',
      'none',
      'none',
      'heuristic',
    ]);
    const failed = await label(`${words} --max-fallback 5%`);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/did not label 3 of 3 rows, and --max-fallback allows 5%/);
    await nonsense.close();
  });
});

describe('bad input: one line, a hint, the right exit code', () => {
  test.concurrent.each<[string, number, readonly (string | RegExp)[]]>([
    ['answers.csv', 2, ['--pack: ', '--pack workplace or --pack students']],
    ['answers.csv -p workplace', 2, ['--text: ', 'it has: id, answer']],
    ['answers.csv -p workplace -t answr', 2, ["did you mean 'answer'?"]],
    ['answers.csv -p workplce -t answer', 2, ["did you mean 'workplace'?"]],
    ['answers.csv -p workplace -t answer -l heurstic', 2, ["did you mean 'heuristic'?"]],
    ['answers.csv -p workplace -l truth', 2, ['stands in no dataset folder']],
    ['answers.csv -p workplace -t answer -l llm', 2, ['--provider: ', 'mock needs no key']],
    ['answers.csv -p workplace -t answer -l llm --provider mock --votes none', 2, ['--votes: ']],
    ['answers.csv -p workplace -t answer -o answers.csv', 2, ['is the file that is read']],
    ['answers.csv -p workplace -t answer -o rows.txt', 2, ['names no format']],
    ['answers.csv -p workplace -t answer --dry-run', 2, ['--dry-run says', 'use --labeler llm']],
    ['none.csv', 2, ['no file none.csv']],
    ['.', 2, ['holds no manifest.json']],
    ['answers.csv answers.csv', 2, ['one file after the other']],
  ])('label %s', async (words, code, messages) => {
    const answer = await label(words);
    expectFault(
      answer,
      code,
      messages.map((message) =>
        typeof message === 'string' ? new RegExp(message.replace(/[.?()]/g, '\\$&')) : message,
      ),
    );
  });
});
