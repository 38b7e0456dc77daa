import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FaultServer, openFaultServer } from '../fault-server/fault-server.ts';
import { expectFault, freshCache, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'fabula-model-cli-'));
let server: FaultServer;
beforeAll(async () => {
  server = await openFaultServer({ models: ['test-model', 'test-model-large'] });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function env(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { FABULA_CACHE: freshCache(folder), OPENAI_API_KEY: '', ANTHROPIC_API_KEY: '', ...more };
}

/** The fault server as OpenAI, at a price of its own. */
function pricedAt({ openAi }: FaultServer): readonly string[] {
  return ['--provider', 'openai', '--base-url', openAi, '--model', 'test-model', '--assume-price', '1/2'];
}

const MOCK = ['--use-llm', 'rewrite', '--provider', 'mock'] as const;

test('a run with the mock, its cost, and the store from every side', async () => {
  const here = env();
  const out = join(folder, 'mocked');
  const run = await runCli(['generate', 'workplace', '-n', '30', ...MOCK, '--out', out], { env: here });
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(/\$0\.00 spent, \d+ calls, 0 answers from the store/);
  expect(run.stderr).toMatch(/retold +\d+/);
  const again = await runCli(['generate', 'workplace', '-n', '30', ...MOCK, '--out', out, '--force', '--json'], {
    env: here,
  });
  expect(JSON.parse(again.stdout).rows).toBe(30);

  const cost = await runCli(['cost', '--by', 'purpose', '--json'], { env: here });
  const [row] = JSON.parse(cost.stdout);
  expect(row).toMatchObject({ name: 'rewrite', uusd: 0, failed: 0 });
  const sql = await runCli(['cost', '--sql', 'SELECT COUNT(*) AS n FROM ledger', '--json'], { env: here });
  expect(JSON.parse(sql.stdout)).toEqual([{ n: row.attempts }]);

  const stats = JSON.parse((await runCli(['cache', 'stats', '--json'], { env: here })).stdout);
  expect(stats).toMatchObject({ results: row.attempts, failures: 0, intents: 0 });
  const [first] = JSON.parse((await runCli(['cache', 'list', '-n', '1', '--json'], { env: here })).stdout);
  const shown = JSON.parse((await runCli(['cache', 'show', first.key.slice(0, 16), '--json'], { env: here })).stdout);
  expect(shown).toMatchObject({ key: first.key, ledger: [expect.objectContaining({ status: 'ok' })] });

  const file = join(folder, 'answers.jsonl');
  expect((await runCli(['cache', 'export', file], { env: here })).stderr).toContain(`${row.attempts} answers written`);
  const there = env();
  const taken = JSON.parse((await runCli(['cache', 'import', file, '--json'], { env: there })).stdout);
  expect(taken).toMatchObject({ read: row.attempts, added: row.attempts });
  expect(JSON.parse((await runCli(['cache', 'import', file, '--json'], { env: there })).stdout).added).toBe(0);
  const elsewhere = await runCli(['generate', 'workplace', '-n', '30', ...MOCK, '--out', join(folder, 'there')], {
    env: there,
  });
  expect(elsewhere.stderr).toMatch(/ 0 calls, /);

  expect((await runCli(['cache', 'verify'], { env: here })).stderr).toContain('good');
  expect((await runCli(['cache', 'prune', '--all', '--json'], { env: here })).stdout).toContain(`${row.attempts}`);
  expect(JSON.parse((await runCli(['cache', 'stats', '--json'], { env: here })).stdout)).toMatchObject({
    results: 0,
    attempts: row.attempts,
  });
});

test('an estimate prices a run and sends nothing', async () => {
  const { stdout, code } = await runCli(
    ['estimate', 'workplace', '-n', '1000', '--use-llm', 'rewrite', '--model', 'gpt-5-mini', '--json'],
    { env: env() },
  );
  expect(code).toBe(0);
  const found = JSON.parse(stdout);
  expect(found).toMatchObject({ rows: 1000, calls: 100, provider: 'openai' });
  expect(found.likelyUusd).toBeGreaterThan(100_000);
  expect(found.worstUusd).toBeGreaterThan(found.likelyUusd);
  const dry = await runCli(
    ['generate', 'workplace', '-n', '1000', '--use-llm', 'rewrite', '--model', 'gpt-5-mini', '--dry-run', '--json'],
    {
      env: env({ OPENAI_API_KEY: 'x' }),
    },
  );
  expect(JSON.parse(dry.stdout)).toEqual(found);
});

test('the doctor finds what is there, and names what is missing', async () => {
  const keys = await runCli(['doctor'], { env: env({ OPENAI_API_KEY: 'secret-key-1' }) });
  expect(keys.code).toBe(0);
  expect(keys.stdout).toMatch(/good +openai +key in OPENAI_API_KEY/);
  expect(keys.stdout).toMatch(/bad +anthropic +ANTHROPIC_API_KEY is not set/);
  expect(keys.stdout).not.toContain('secret-key-1');
  const words = ['doctor', '--provider', 'compatible', '--base-url', server.openAi];
  const good = await runCli([...words, '--model', 'test-model'], { env: env() });
  expect(good.code).toBe(0);
  expect(good.stdout).toMatch(/good +call +answered \(json_schema/);
  const bad = await runCli([...words, '--model', 'test-modle'], { env: env() });
  expect(bad.code).toBe(3);
  expect(bad.stdout).toMatch(/bad +model .*did you mean 'test-model'/);
});

test('a key comes from a file only if nobody else can read it', async () => {
  const file = join(folder, 'key');
  writeFileSync(file, 'from-a-file\n');
  chmodSync(file, 0o600);
  const words = ['doctor', ...pricedAt(server)];
  const good = await runCli(words, { env: env({ OPENAI_API_KEY_FILE: file }) });
  expect(good.code).toBe(0);
  expect(server.headers.at(-1)?.authorization).toBe('Bearer from-a-file');
  chmodSync(file, 0o644);
  const open = await runCli(words, { env: env({ OPENAI_API_KEY_FILE: file }) });
  expect(open.stdout).toContain('chmod 600');
});

test('keys are written nowhere', async () => {
  const here = env({ OPENAI_API_KEY: 'sk-very-secret' });
  const out = join(folder, 'secret');
  await runCli(
    [
      'generate',
      'workplace',
      '-n',
      '5',
      '--use-llm',
      'rewrite',
      ...pricedAt(server),
      '--provider',
      'openai',
      '--base-url',
      server.openAi,
      '--model',
      'test-model',
      '--assume-price',
      '1/2',
      '--out',
      out,
    ],
    { env: here },
  );
  const everything = await runCli(['cost', '--sql', 'SELECT * FROM ledger', '--json'], { env: here });
  expect(everything.stdout).not.toContain('sk-very-secret');
  for (const name of ['fabula.db', 'fabula.ledger.jsonl'])
    expect(readFileSync(join(here.FABULA_CACHE as string, name), 'latin1')).not.toContain('sk-very-secret');
  expect(readFileSync(join(out, 'manifest.json'), 'utf8')).not.toContain('sk-very-secret');
});

test('--max-fallback makes a run fail that a model could not serve', async () => {
  const { code, stderr } = await runCli(
    [
      'generate',
      'workplace',
      '-n',
      '6',
      '--use-llm',
      'rewrite',
      '--provider',
      'compatible',
      '--base-url',
      server.openAi,
      '--model',
      'test-model',
      '--max-fallback',
      '5%',
      '--out',
      join(folder, 'fallback'),
    ],
    { env: env() },
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(/18 of 18 texts stayed as the template told them, and --max-fallback allows 5%/);
});

test('a grown value passes the checks or is left out with the reason, and only --apply writes', async () => {
  const words = ['templates', 'grow', '--fact', 'three', '--provider', 'mock', '-n', '3'];
  const { stdout, stderr, code } = await runCli([...words, 'bus-q24-w-numbers-read-aloud'], { env: env() });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\+ {4}- "I \[told\|asked\|called\]/m);
  expect(stderr).toContain('it has no alternation');
  expect(stderr).toContain('nothing is called {nobody}');
  expect(stderr).toMatch(/1 value of 3 taken, 27 new readings for \$0\.00/);
  expectFault(await runCli([...words, 'bus-q24-w-numbers-read-aluod'], { env: env() }), 2, [
    /did you mean 'bus-q24-w-numbers-read-aloud'/,
  ]);
});

describe('bad input: one line, a hint, the right exit code, nothing spent', () => {
  let runs = 0;
  const generate = (...words: readonly string[]) => [
    'generate',
    'workplace',
    '-n',
    '5',
    '--out',
    join(folder, `never-${runs++}`),
    ...words,
  ];
  const key = { OPENAI_API_KEY: 'x' };
  test.each<[string, readonly string[], NodeJS.ProcessEnv, number, readonly RegExp[]]>([
    ['an unknown use', generate('--use-llm', 'rewrit', '--provider', 'mock'), {}, 2, [/did you mean 'rewrite'/]],
    [
      'two ways of retelling',
      generate('--use-llm', 'rewrite,expand', '--provider', 'mock'),
      {},
      2,
      [/exclude each other/],
    ],
    ['no provider', generate('--use-llm', 'rewrite'), {}, 2, [/--provider: openai, anthropic/]],
    [
      'an unknown provider',
      generate('--use-llm', 'rewrite', '--provider', 'opnai', '--model', 'm'),
      {},
      2,
      [/did you mean 'openai'/],
    ],
    ['no model', generate('--use-llm', 'rewrite', '--provider', 'openai'), key, 2, [/needs the name of a model/]],
    ['no key', generate('--use-llm', 'rewrite', '--model', 'gpt-5-mini'), {}, 2, [/OPENAI_API_KEY is not set/]],
    [
      'no price',
      generate('--use-llm', 'rewrite', '--provider', 'openai', '--model', 'nonsuch'),
      key,
      2,
      [/--assume-price/],
    ],
    [
      'a price that is none',
      generate('--use-llm', 'rewrite', '--provider', 'openai', '--model', 'm', '--assume-price', 'cheap'),
      key,
      2,
      [/2\.50\/10/],
    ],
    [
      'no budget',
      generate('--use-llm', 'rewrite', '--model', 'gpt-5-mini', '--budget', '0'),
      key,
      2,
      [/budget is zero/],
    ],
    [
      'a budget that is none',
      generate('--use-llm', 'rewrite', '--model', 'gpt-5-mini', '--budget', 'much'),
      key,
      2,
      [/not an amount/],
    ],
    [
      'a share above one',
      generate('--use-llm', 'rewrite', '--provider', 'mock', '--llm-share', '2'),
      {},
      2,
      [/0 to 1/],
    ],
    [
      'a server that is not there',
      generate(
        '--use-llm',
        'rewrite',
        '--provider',
        'compatible',
        '--base-url',
        'http://127.0.0.1:9/v1',
        '--model',
        'm',
      ),
      {},
      3,
      [/does not answer/, /--resume/],
    ],
    [
      'an address that is none',
      generate('--use-llm', 'rewrite', '--provider', 'compatible', '--base-url', 'nowhere', '--model', 'm'),
      {},
      2,
      [/not an address/],
    ],
    [
      'a model file that is not there',
      generate('--use-llm', 'rewrite', '--provider', 'local', '--model', 'none.gguf'),
      {},
      2,
      [/no model file|GGUF/],
    ],
    [
      'a batch service that is not there',
      generate('--use-llm', 'rewrite', '--provider', 'mock', '--batch-api'),
      {},
      2,
      [/no batch service/],
    ],
    ['model settings and no use', generate('--model', 'gpt-5-mini'), {}, 2, [/--use-llm/]],
    ['a query that writes', ['cost', '--sql', 'DELETE FROM ledger'], {}, 2, [/query cannot run/]],
    ['an unknown group', ['cost', '--by', 'modle'], {}, 2, [/did you mean 'model'/]],
    ['no store', ['cache', 'stats'], {}, 2, [/no store yet/]],
    ['a prune of nothing', ['cache', 'prune'], {}, 2, [/--older-than/]],
    ['an import of something else', ['cache', 'import', 'package.json'], {}, 2, [/package\.json:1/]],
  ])('%s', async (_, words, more, code, messages) => {
    const here = env(more);
    if (words[0] === 'cost') await runCli(['doctor', '--provider', 'mock', '--model', 'mock'], { env: here });
    const answer = await runCli(words, { env: here });
    const last = answer.stderr.trim().split('\n').at(-1) as string;
    expect(last).toMatch(/^fabula: .+; .+/);
    for (const message of messages) expect(last).toMatch(message);
    expect(answer.code).toBe(code);
  });

  test('a wrong key and a wrong model stop at the first call', async () => {
    const refusing = await openFaultServer({ fault: () => ({ kind: 'status', status: 401 }) });
    const words = ['--use-llm', 'rewrite', ...pricedAt(refusing)];
    const wrong = await runCli(generate(...words), { env: env(key) });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/refused the key \(HTTP 401\)/);
    expect(refusing.bill.requests).toBe(1);
    refusing.play(() => ({
      kind: 'status',
      status: 404,
      body: { error: { code: 'model_not_found', message: 'no such model' } },
    }));
    const model = await runCli(generate(...words, '--model', 'test-modle'), { env: env(key) });
    expect(model.code).toBe(2);
    expect(model.stderr).toMatch(/did you mean 'test-model'/);
    await refusing.close();
  });

  test('a prompt of the user that lacks a variable is refused with its place', async () => {
    const prompts = mkdtempSync(join(folder, 'prompts-'));
    writeFileSync(
      join(prompts, 'rewrite.md'),
      readFileSync('prompts/rewrite.md', 'utf8').replace('{{rows}}', '{{rowz}}'),
    );
    const answer = await runCli(generate(...MOCK), { env: env({ FABULA_PROMPTS: prompts }) });
    expectFault(answer, 2, [/rewrite\.md/, /\{\{rowz\}\}/]);
  });

  test('a damaged store is refused and can be salvaged', async () => {
    const here = env();
    await runCli(['doctor', '--provider', 'mock', '--model', 'mock'], { env: here });
    writeFileSync(join(here.FABULA_CACHE as string, 'fabula.db'), 'garbage that is no database at all');
    expectFault(await runCli(generate(...MOCK), { env: here }), 4, [/not a SQLite file/, /--salvage/]);
    expect((await runCli(['cache', 'verify', '--salvage'], { env: here })).code).toBe(0);
    expect(JSON.parse((await runCli(['cost', '--json'], { env: here })).stdout)).toHaveLength(1);
  });
});
