import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { expectFault, runCli } from './run-cli.ts';

const folder = makeTemporaryFolder();
const inFolder = (words: string) => runCli(words.split(' '), { cwd: folder });
const JUDGE = 'eval --file texts.csv --text-column text --workers 1 --only most-used-sentence exact-duplicates';

beforeAll(() => {
  const rows = Array.from({ length: 12 }, (_, i) => `It was a long day.,${i % 2 === 0 ? 'bad' : 'good'}`);
  writeFileSync(join(folder, 'texts.csv'), ['text,mood', ...rows, ''].join('\n'));
  writeFileSync(join(folder, 'fine.csv'), 'text,mood\nOne thing.,bad\nAnother matter.,good\n');
  writeFileSync(join(folder, 'broken.yaml'), 'suite: broken\nabout: x\ntokens: 100\ngatse: []\n');
});

test('a failed gate is told in a table, with its findings, and exits 1; result and page are written', async () => {
  const { code, stdout, stderr } = await inFolder(`${JUDGE} --out here`);
  expect(code).toBe(1);
  const lines = stdout.split('\n');
  expect(lines[0]).toMatch(/^ +metric +worst in +value +must$/);
  expect(lines[1]).toMatch(/^FAIL {2}uses of the most used sentence +text +12 +<= 10$/);
  expect(lines[2]).toMatch(/^FAIL {2}exact duplicates +text +11 +<= 0$/);
  expect(stdout).toContain('12 times: it was a long day');
  expect(stdout).toMatch(/\n2 failed, 0 passed; 12 texts in \d+ s\n/);
  expect(stdout).not.toContain('\u001b');
  expect(stderr).toContain(join('here', 'report.html'));
  const result = JSON.parse(readFileSync(join(folder, 'here', 'result.json'), 'utf8'));
  expect(result).toMatchObject({ form: 'fabula.eval.1', suite: 'corpus', judged: { path: 'texts.csv', rows: 12 } });
  expect(existsSync(join(folder, 'here', 'report.html'))).toBe(true);
});

test('--gate none and --gate regression let a failed gate pass; --json prints the result alone', async () => {
  const [none, regression] = await Promise.all([
    inFolder(`${JUDGE} --out none --gate none --json`),
    inFolder(`${JUDGE} --out regression --gate regression --quiet`),
  ]);
  expect([none.code, none.stderr, regression.code, regression.stderr]).toEqual([0, '', 0, '']);
  expect(JSON.parse(none.stdout).counts.fail).toBe(2);
});

test('texts that hold to every gate exit 0, and go side by side with those that do not', async () => {
  const fine = JUDGE.replace('texts.csv', 'fine.csv');
  const [good, bad] = await Promise.all([inFolder(`${fine} --out good`), inFolder(`${JUDGE} --out bad`)]);
  expect([good.code, bad.code]).toEqual([0, 1]);
  const compared = await inFolder('eval compare bad good');
  expect(compared.code).toBe(0);
  expect(compared.stdout).toMatch(/exact duplicates +text +1 +11 +0 +-11 +-\n/);
  const asJson = await inFolder('eval compare bad good --json');
  expect(JSON.parse(asJson.stdout)[1]).toMatchObject({ metric: 'exact-duplicates', before: 11, after: 0 });
});

test('a file that is not there is a fault of the disk', async () => {
  expectFault(await inFolder('eval --file none.csv --text-column text'), 4, ['none.csv', 'check the path']);
});

test('suites and metrics are listed with what they mean', async () => {
  const { code, stdout } = await inFolder('eval list');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^workplace +\d+ {2}Narratives/m);
  expect(stdout).toMatch(/^gzip-ratio {2}.*people 2\.56 to 2\.86/m);
  const { suites, metrics } = JSON.parse((await inFolder('eval list --json')).stdout);
  expect(suites.map(({ id }: { id: string }) => id)).toEqual([
    'corpus',
    'students',
    'students-quick',
    'workplace',
    'workplace-quick',
  ]);
  expect(metrics.map(({ id }: { id: string }) => id)).toContain('organisation-named');
});

test.concurrent.each([
  ['eval worplace', "no suite 'worplace'", "did you mean 'workplace'?"],
  ['eval broken.yaml', "broken.yaml:4: unknown key 'gatse'", "did you mean 'gates'?"],
  ['eval corpus', 'the suite corpus judges a file', '--file and --text-column'],
  ['eval workplace --file texts.csv --text-column text', '--file: ', 'judges the pack workplace'],
  ['eval --file texts.csv', '--file: no column of texts', '--text-column'],
  ['eval --file texts.csv --text-column txt', "--text-column: texts.csv has no column 'txt'", "did you mean 'text'?"],
  ['eval --file texts.txt --text-column text', 'texts.txt names no format', 'use one of'],
  ['eval --file texts.csv --text-column text --rows 5', '--rows is for a pack', 'leave it out'],
  ['eval --file texts.csv --text-column text --label-order a,b', '--label-order', 'name the column of labels'],
  ['eval --text-column text', '--text-column is for a file', '--file'],
  ['eval --rows 0', "--rows: '0' is not a whole number", '--rows 20'],
  ['eval --seeds 1,1', '--seeds: a seed is named twice', 'once'],
  ['eval --seeds 1,x', "--seeds: 'x' is not a whole number", ''],
  ['eval --columns q42_text', "--columns: 'q42_text'", "did you mean 'q24_text'?"],
  ['eval --only gzip-ration', "--only: there is no metric 'gzip-ration'", "did you mean 'gzip-ratio'?"],
  ['eval --gate msut', "--gate: 'msut'", "did you mean 'must'?"],
  ['eval --update-baseline --seeds 1', '--update-baseline: one seed', 'three seeds'],
  ['eval --update-baseline --baseline none', '--update-baseline and --baseline none', 'leave one out'],
  ['eval --baseline texts.csv', 'texts.csv is not a baseline', '--baseline none'],
  ['eval compare nowhere nowhere', 'there is no nowhere', 'fabula eval --out'],
  ['eval compare texts.csv texts.csv', 'is not a result of fabula eval', 'result.json'],
])('"%s" is a fault of use, told in one line', async (words, message, hint) => {
  const answer = await inFolder(words);
  expectFault(answer, 2, [message, hint]);
});
