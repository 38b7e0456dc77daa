import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { resolveJob } from '../../src/runtime/config.ts';
import { generateDataset } from '../../src/runtime/generate.ts';
import { verifyDataset } from '../../src/runtime/verify.ts';
import { runCli } from '../cli/run-cli.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import './read-dataset.ts';

const folder = makeTemporaryFolder();
const good = join(folder, 'good');
const TRAIN = 'data/responses/train/part-00000.csv';

beforeAll(async () => {
  await generateDataset(resolveJob({ pack: 'workplace', count: 200, seed: 8, shardRows: 100 }), good, {
    workers: 1,
    batchRows: 100,
  });
});

/** A copy of the good dataset with something done to it. */
function spoil(name: string, work: (at: (path: string) => string) => void): string {
  const path = join(folder, name);
  cpSync(good, path, { recursive: true });
  work((file) => join(path, file));
  return path;
}

function edit(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

test('a good dataset is good, every row of it', async () => {
  expect(await verifyDataset(good, 200)).toMatchObject({ replayed: 200, issues: [] });
});

test.each<readonly [string, (at: (path: string) => string) => void, readonly object[]]>([
  ['a changed byte', (at) => edit(at(TRAIN), 'resp_', 'Resp_'), [{ path: TRAIN, fault: 'changed' }]],
  [
    'a longer file',
    (at) => writeFileSync(at(TRAIN), '\n', { flag: 'a' }),
    [{ path: TRAIN, fault: 'changed', detail: expect.stringContaining('in the manifest') }],
  ],
  ['a missing file', (at) => rmSync(at(TRAIN)), [{ path: TRAIN, fault: 'missing' }]],
  ['a card that was edited', (at) => edit(at('README.md'), /^---/, '--- '), [{ path: 'README.md', fault: 'changed' }]],
  [
    'a manifest that was edited',
    (at) => edit(at('manifest.json'), '"seed": 8', '"seed": 9'),
    [{ path: 'manifest.json', fault: 'changed' }],
  ],
  ['sums that are gone', (at) => rmSync(at('SHA256SUMS')), [{ path: 'SHA256SUMS', fault: 'missing' }]],
  [
    'a part file that no run wrote',
    (at) => cpSync(at(TRAIN), at('data/responses/train/part-00007.csv')),
    [{ path: 'data/responses/train/part-00007.csv', fault: 'stray' }],
  ],
])('verify finds %s', async (name, work, issues) => {
  expect((await verifyDataset(spoil(name.replaceAll(' ', '-'), work), 0)).issues).toMatchObject(issues);
});

test('--replay finds a row that was edited, though hash and manifest agree', async () => {
  const path = spoil('forged', (at) => {
    const text = readFileSync(at(TRAIN), 'utf8');
    const [header, first = '', ...rest] = text.split('\n');
    writeFileSync(at(TRAIN), [header, first.replace(/(\d{4}-\d{2}-\d{2}),(\w+)$/, '$1,Thriving_'), ...rest].join('\n'));
  });
  const { issues } = await verifyDataset(path, 200);
  expect(issues.map(({ path: file, fault }) => [file, fault])).toEqual([
    [TRAIN, 'changed'],
    [TRAIN, 'row-differs'],
  ]);
});

test('--replay names rows that are gone and files that cannot be read', async () => {
  const path = spoil('cut', (at) =>
    writeFileSync(at(TRAIN), `${readFileSync(at(TRAIN), 'utf8').split('\n').slice(0, 3).join('\n')}\nresp_,"open`),
  );
  const faults = (await verifyDataset(path, 200)).issues.map(({ fault }) => fault);
  expect(faults.slice(0, 2)).toEqual(['changed', 'unreadable']);
  expect(faults.filter((fault) => fault === 'row-missing').length).toBeGreaterThan(50);
});

test('another version of the templates is told, not guessed at', async () => {
  const path = spoil('other', (at) => edit(at('manifest.json'), /"templates": "\w{12}/, '"templates": "000000000000'));
  await expect(verifyDataset(path, 5)).rejects.toMatchObject({ code: 'other-templates', exitCode: 1 });
});

test('the command prints the faults, and exits with 1', async () => {
  expect(await runCli(['verify', good, '--replay', '3'])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^good: \d+ files, 3 rows made again\n$/),
    stderr: '',
  });
  const path = spoil('told', (at) => rmSync(at(TRAIN)));
  const plain = await runCli(['verify', path]);
  expect(plain).toEqual({
    code: 1,
    stdout: expect.stringMatching(/^missing {2}data[^\n]+\n1 fault in \d+ files\n$/),
    stderr: '',
  });
  const json = await runCli(['verify', path, '--json']);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout).issues).toMatchObject([{ path: TRAIN, fault: 'missing' }]);
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken/manifest.json'), '{');
  expect((await runCli(['verify', join(folder, 'broken')])).stderr).toMatch(
    /^fabula: .*manifest.json: the manifest cannot be read; .+\n$/,
  );
});
