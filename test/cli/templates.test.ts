import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { expectFault, runCli } from './run-cli.ts';

const folder = makeTemporaryFolder();
const templates = join(folder, 'templates');
const inFolder = (...words: string[]) => runCli(words, { cwd: folder });

beforeAll(() => {
  cpSync('templates', templates, { recursive: true });
});

/** What an author may do wrong, in a file of its own; `words` stand on the line that is told. */
interface Fault {
  readonly what: string;
  readonly file: string;
  readonly work: (text: string) => string;
  readonly words: string;
  readonly told: string;
}

const UNKNOWN_KEY: Fault = {
  what: 'an unknown key',
  file: 'workplace/business/q23/mixed',
  work: (text) => `${text}weigth: 3\n`,
  words: 'weigth: 3',
  told: "did you mean 'weight'?",
};

const FAULTS: readonly Fault[] = [
  {
    what: 'broken YAML',
    file: 'workplace/business/q23/calm',
    work: (text) => `${text}more: [1`,
    words: 'more: [1',
    told: 'mend the YAML',
  },
  UNKNOWN_KEY,
  {
    what: 'a wrong type',
    file: 'workplace/business/q25/calm',
    work: (text) => text.replace(/^question: .*/m, 'question: [1]'),
    words: 'question: [1]',
    told: 'expected string',
  },
  {
    what: 'a file of no kind',
    file: 'workplace/business/q25/mixed',
    work: () => 'nothing: 1\n',
    words: 'nothing: 1',
    told: 'the file does not say what it is',
  },
  {
    what: 'a name of nothing',
    file: 'workplace/tellings/q24',
    work: (text) => text.replace('"{two}."', '"{two} {nosuchthing}."'),
    words: '{nosuchthing}',
    told: 'nothing is called {nosuchthing}',
  },
];

/** Makes the mistake in the copied templates; returns its place and a way to mend it. */
function spoil({ file, work, words }: Fault): { readonly at: string; readonly mend: () => void } {
  const path = `${file}.yaml`;
  const whole = readFileSync(join(templates, path), 'utf8');
  const text = work(whole);
  expect(text).not.toBe(whole);
  writeFileSync(join(templates, path), text);
  const line = text.split('\n').findIndex((entry) => entry.includes(words)) + 1;
  return { at: `templates/${path}:${line}`, mend: () => writeFileSync(join(templates, path), whole) };
}

describe('a fault of an author is told with file and line', () => {
  test('by templates check, all of them at once, as text and as JSON', async () => {
    const spoilt = FAULTS.map((fault) => ({ ...fault, ...spoil(fault) }));
    const elsewhere = spoil({ ...UNKNOWN_KEY, file: 'students/problem_solving/developing-lower' });
    const [check, json] = await Promise.all([
      inFolder('templates', 'check', 'workplace', '--folder', 'templates'),
      inFolder('templates', 'check', 'students', '--folder', 'templates', '--json'),
    ]);
    for (const { mend } of [...spoilt, elsewhere]) mend();
    expect([check.code, check.stderr, json.code, json.stderr]).toEqual([1, '', 1, '']);
    const lines = check.stdout.split('\n');
    for (const { at, told } of spoilt) {
      const line = lines.find((entry) => entry.startsWith(`${at} `)) ?? '';
      expect(line).toMatch(/ error [\w-]+: .+; .+/);
      expect(line).toContain(told);
    }
    const { errors, warnings, faults } = JSON.parse(json.stdout);
    expect(faults).toHaveLength(errors + warnings);
    expect(faults.find(({ at }: { at: string }) => elsewhere.at.endsWith(at))).toMatchObject({ severity: 'error' });
    for (const fault of faults)
      expect(fault).toMatchObject({ at: expect.stringMatching(/\.yaml:\d+$/), hint: expect.any(String) });
  });

  test.each(FAULTS.map((fault) => [fault.what, fault] as const))(
    'by whatever reads templates: %s',
    async (_, fault) => {
      const { at, mend } = spoil(fault);
      const preview = await inFolder('templates', 'preview', '--folder', 'templates', '-n', '1');
      mend();
      expectFault(preview, 2, [`${at}: `, fault.told]);
    },
  );
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
  writeFileSync(path, table.replace(/short: \[[^\]]*\]/g, 'short: [Elsewhere]'));
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
  expect(stdout.includes('Elsewhere')).toBe(true);
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

test('repeats names the lines whose words come again, as text and as JSON', async () => {
  const run = ['templates', 'repeats', 'workplace', '--question', 'q23', '-n', '800', '--length', '5'];
  const { records, runs, again, lines } = JSON.parse((await runCli([...run, '--show', '3', '--json'])).stdout);
  expect(records).toBe(800);
  expect(lines).toHaveLength(3);
  expect(again).toBeLessThan(runs);
  const [first] = lines;
  const [file, line] = first.at.split(':');
  const words = readFileSync(join('templates/workplace', file), 'utf8').split('\n')[Number(line) - 1] as string;
  expect(words).toContain((first.worst.words as string).split(' ').find((word) => word.length > 3));
  const { stdout } = await runCli([...run, '--show', '2']);
  expect(stdout.split('\n')[1]).toContain(first.at);
  expect(stdout).toMatch(/\d+\.\d% of [\d,]+ runs of 5 words stand in the texts of 800 records more than once/);
  expectFault(await runCli(['templates', 'repeats', '--question', 'q9']), 2, ["no question 'q9'", 'q23, q24, q25']);
  expectFault(await runCli(['templates', 'repeats', '--length', '1']), 2, ['--length', '2 to 50']);
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
