import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { expectFault, runCli } from './run-cli.ts';

const folder = makeTemporaryFolder();
const templates = join(folder, 'templates');
const STORY = 'workplace/business/calm/ordinary-busy-week.yaml';
const whole = readFileSync(join('templates', STORY), 'utf8');
const inFolder = (...words: string[]) => runCli(words, { cwd: folder });

beforeAll(() => {
  cpSync('templates', templates, { recursive: true });
});

/** Writes the story with something done to it, and returns the line of `words` in it. */
function spoil(work: (text: string) => string, words: string): string {
  const text = work(whole);
  expect(text).not.toBe(whole);
  writeFileSync(join(templates, STORY), text);
  return `${STORY}:${text.split('\n').findIndex((line) => line.includes(words)) + 1}`;
}

describe('a fault of an author is told with file and line', () => {
  test.each<readonly [string, (text: string) => string, words: string, told: string]>([
    ['broken YAML', (text) => `${text}more: [1\n`, '', 'mend the YAML'],
    ['an unknown key', (text) => `${text}weigth: 3\n`, 'weigth: 3', "did you mean 'weight'?"],
    ['a wrong type', (text) => text.replace(/^question: .*/m, 'question: [1]'), 'question: [1]', 'expected string'],
    ['a file of no kind', () => 'nothing: 1\n', 'nothing: 1', 'the file does not say what it is'],
    [
      'a name of nothing',
      (text) => text.replace(/(\ntellings:[^"]*")/, '$1{nosuchthing} '),
      '{nosuchthing}',
      'nothing is called {nosuchthing}',
    ],
  ])('%s', async (what, work, words, told) => {
    const at = what === 'broken YAML' ? `${spoil(work, 'more: [1').replace(/:\d+$/, ':')}` : spoil(work, words);
    const check = await inFolder('templates', 'check', '--folder', 'templates');
    expect(check.code).toBe(1);
    expect(check.stderr).toBe('');
    const line = check.stdout.split('\n').find((entry) => entry.includes(told));
    expect(line).toContain(`templates/${at}`);
    expect(line).toMatch(/ error [\w-]+: .+; .+/);
    expectFault(await inFolder('templates', 'preview', '--folder', 'templates', '-n', '1'), 2, [
      `templates/${at}`,
      told,
    ]);
    writeFileSync(join(templates, STORY), whole);
  });
});

test('check prints its counts, and everything as JSON', async () => {
  const { code, stdout } = await inFolder('templates', 'check', '--folder', 'templates', '--json');
  const { errors, warnings, faults } = JSON.parse(stdout);
  expect(faults).toHaveLength(errors + warnings);
  expect(code).toBe(errors === 0 ? 0 : 1);
  for (const fault of faults)
    expect(fault).toMatchObject({ at: expect.stringMatching(/\.yaml:\d+$/), hint: expect.any(String) });
});

test('preview prints the texts asked for', async () => {
  const words = ['templates', 'preview', '-n', '4', '--tiers', 'Crisis', '--domains', 'University'];
  const { code, stdout, stderr } = await runCli([...words, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const records = JSON.parse(stdout);
  expect(records).toHaveLength(4);
  for (const { attributes, texts } of records) {
    expect(attributes).toMatchObject({ tier: 'Crisis', domain: 'University' });
    expect(texts.map((text: { question: string }) => text.question)).toEqual(['q23', 'q24', 'q25']);
  }
  const plain = await runCli([...words, '--question', 'q24', '--trace']);
  expect(plain.stdout).toContain('.yaml:');
  expect(plain.stdout).not.toMatch(/^ {2}q2[35] /m);
});

test('preview --folder reads the tables of that folder too', async () => {
  const path = join(templates, 'workplace/organisations.yaml');
  const table = readFileSync(path, 'utf8');
  writeFileSync(path, table.replaceAll('Kaiser Permanente', 'Lakeside Permanente'));
  const { stdout } = await inFolder(
    'templates',
    'preview',
    '--folder',
    'templates',
    '-n',
    '60',
    '--domains',
    'Healthcare',
    '--json',
  );
  writeFileSync(path, table);
  expect(stdout).toContain('Lakeside Permanente');
  expect(stdout).not.toContain('Kaiser Permanente');
});

test('explain finds a record by identifier and by number, and tells the text of the dataset', async () => {
  expect((await inFolder('generate', 'workplace', '-n', '20', '-q', '-f', 'jsonl', '-o', 'set')).code).toBe(0);
  const row = JSON.parse(
    readFileSync(join(folder, 'set/data/responses/test/part-00000.jsonl'), 'utf8').split('\n')[0] ?? '',
  );
  const { code, stdout } = await inFolder('templates', 'explain', row.response_id, '--dataset', 'set', '--json');
  expect(code).toBe(0);
  const { key, texts } = JSON.parse(stdout);
  expect(key).toBe(row.response_id);
  expect(texts.map((text: { text: string }) => text.text)).toEqual([row.q23_text, row.q24_text, row.q25_text]);
  expect((await inFolder('templates', 'explain', '0', '--dataset', 'set')).stdout).toMatch(/^resp_[\s\S]*\.yaml:\d+/);
  for (const unknown of ['resp_nothing', '20'])
    expectFault(await inFolder('templates', 'explain', unknown, '--dataset', 'set'), 2, [
      `no record '${unknown}'`,
      'identifier',
    ]);
});

test('capacity, stats and diff answer as text and as JSON', async () => {
  const capacity = JSON.parse(
    (await runCli(['templates', 'capacity', '--rows', '100000', '--coverage', '200', '--json'])).stdout,
  );
  expect(capacity.cells[0]).toMatchObject({
    question: expect.any(String),
    derivations: expect.stringMatching(/^\d+$/),
  });
  expect(capacity.coverage.records).toBe(200);
  expect((await runCli(['templates', 'stats'])).stdout.split('\n').length).toBeGreaterThan(3);
  expect(JSON.parse((await runCli(['templates', 'stats', '--json'])).stdout).rows.length).toBeGreaterThan(2);

  const same = await inFolder(
    'templates',
    'diff',
    '--folder',
    'templates',
    '--against',
    'templates',
    '-n',
    '30',
    '--json',
  );
  expect(JSON.parse(same.stdout)).toMatchObject({ texts: 90, changed: 0, examples: [] });
  cpSync(templates, join(folder, 'other'), { recursive: true });
  const other = join(folder, 'other/workplace/organisations.yaml');
  writeFileSync(other, readFileSync(other, 'utf8').replace(/short: \[[^\]]*\]/g, 'short: [Elsewhere]'));
  const diff = await inFolder(
    'templates',
    'diff',
    '--folder',
    'templates',
    '--against',
    'other',
    '-n',
    '30',
    '--show',
    '1',
    '--json',
  );
  const { changed, examples, hashes } = JSON.parse(diff.stdout);
  expect(changed).toBeGreaterThan(0);
  expect(examples).toHaveLength(1);
  expect(hashes[0]).not.toBe(hashes[1]);
});
