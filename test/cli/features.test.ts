import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { expectFault, runCli } from './run-cli.ts';

const folder = makeTemporaryFolder();
const input = join(folder, 'in.csv');
writeFileSync(input, 'id,text\n1,My friend helped me.\n2,Das ist ein sehr schöner Tag und ich gehe nach Hause.\n');

test('numbers go to standard output, the remark on other languages to the other one', async () => {
  const answer = await runCli(['features', input, '-t', 'text', '--id-column', 'id', '--set', 'word_count,noun_ratio']);
  expect(answer.stdout).toMatch(/^id,word_count,noun_ratio,language_flag\n1,5,0.25,english\n2,12,[\d.]+,other\n$/);
  expect(answer.stderr).toMatch(/^1 text is not English/);
  expect(answer.code).toBe(0);
});

test('a file is written and told as JSON', async () => {
  const out = join(folder, 'out.jsonl');
  const answer = await runCli(['features', input, '-t', 'text', '--keep', '--set', 'n_tokens', '-o', out, '--json']);
  expect(JSON.parse(answer.stdout)).toMatchObject({ path: out, rows: 2, languages: { english: 1, other: 1 } });
  expect(readFileSync(out, 'utf8').split('\n')[0]).toBe(
    '{"id":"1","text":"My friend helped me.","n_tokens":4,"language_flag":"english"}',
  );
  expect(answer.stderr).toBe('');
});

test('the list names every feature with its source', async () => {
  const { stdout } = await runCli(['features', '--list', '--json']);
  const features = JSON.parse(stdout);
  expect(features.length).toBeGreaterThan(70);
  expect(features[0]).toMatchObject({ name: 'empathy_markers', set: 'reference', lists: ['empathy'], range: [0, 1] });
});

describe('a wrong call is one line with a place and a cure', () => {
  const binary = join(folder, 'binary.csv');
  writeFileSync(binary, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe, 0x00, 0x80]));
  const empty = join(folder, 'empty.csv');
  writeFileSync(empty, '');
  test.each<[string, readonly string[], number, readonly (string | RegExp)[]]>([
    ['no file', [], 2, [/name a CSV/]],
    ['no text column', [input], 2, ['--text-column', /it has|has: id, text/]],
    ['another column', [input, '-t', 'txt'], 2, [/did you mean 'text'/]],
    ['another set', [input, '-t', 'text', '--set', 'cor'], 2, [/did you mean 'core'/]],
    ['another profile', [input, '-t', 'text', '--profile', 'dep'], 2, [/did you mean 'deep'/]],
    ['no set', [input, '-t', 'text', '--set', ','], 2, ['--set']],
    ['no thread', [input, '-t', 'text', '--threads', '0'], 2, ['--threads']],
    ['two ways to keep', [input, '-t', 'text', '--keep', '--id-column', 'id'], 2, ['--keep']],
    ['another ending', [input, '-t', 'text', '-o', join(folder, 'out.xlsx')], 2, [/\.csv/]],
    ['its own file', [input, '-t', 'text', '-o', input], 2, [/the file that is read/]],
    ['a binary file', [binary, '-t', 'text'], 1, [/not UTF-8/]],
    ['an empty file', [empty, '-t', 'text'], 1, [/header/]],
    ['a missing file', [join(folder, 'none.csv'), '-t', 'text'], 4, [/no such file/]],
  ])('%s', async (_, words, code, parts) => expectFault(await runCli(['features', ...words]), code, parts));
});
