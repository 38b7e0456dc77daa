import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CACHE, ENTRY, expectFault, runCli } from '../cli/run-cli.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { hashesOf } from './read-dataset.ts';

const folder = makeTemporaryFolder();
const WORDS = [
  'generate',
  'workplace',
  '--count',
  '1200',
  '--seed',
  '9',
  '--shard-rows',
  '120',
  '--batch-size',
  '50',
  '--workers',
  '1',
  '--trace',
];
let whole: Readonly<Record<string, string>>;

const generate = (out: string, ...more: string[]) => runCli([...WORDS, '--quiet', '--out', join(folder, out), ...more]);
const journalOf = (out: string) => join(folder, out, '.fabula/shards.jsonl');
const shardsIn = (out: string) =>
  existsSync(journalOf(out)) ? readFileSync(journalOf(out), 'utf8').split('\n').length - 1 : 0;

/** Starts a run and kills it, as a power cut would, when `moment` has come. */
async function killWhen(out: string, moment: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [ENTRY, ...WORDS, '--quiet', '--out', join(folder, out)], {
    env: { ...process.env, FABULA_CACHE: CACHE, NODE_OPTIONS: '' },
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)));
  const watch = setInterval(() => moment() && child.kill('SIGKILL'), 1);
  const signal = await ended;
  clearInterval(watch);
  expect(signal, 'the run was killed before it came to its end').toBe('SIGKILL');
}

beforeAll(async () => {
  expect((await generate('whole')).code).toBe(0);
  whole = hashesOf(join(folder, 'whole'));
});

test('a run in one go leaves no journal and no temporary file', () => {
  const names = readdirSync(join(folder, 'whole'), { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => /(^|\/)\./.test(name))).toEqual([]);
  expect(Object.keys(whole)).toHaveLength(10 * 5);
});

describe('killed and resumed, the dataset is the same to the byte', () => {
  test.each([
    ['before the first shard is whole', (out: string) => existsSync(join(folder, out, 'data/responses/train'))],
    ['after the first shard', (out: string) => shardsIn(out) >= 1],
    ['after the fifth shard', (out: string) => shardsIn(out) >= 5],
    [
      'while a later part file is open',
      (out: string) => existsSync(join(folder, out, 'data/responses/test/.part-00003.csv.tmp')),
    ],
  ])('%s', async (when, moment) => {
    const out = when.replaceAll(' ', '-');
    await killWhen(out, () => moment(out));
    const done = shardsIn(out);
    expectFault(await runCli(['verify', join(folder, out)]), 2, ['holds no manifest.json', 'interrupted', '--resume']);
    expectFault(await generate(out), 2, ['exists and is not empty', 'go on with --resume']);
    const resumed = await runCli([
      ...WORDS.map((word) => (word === '50' ? '77' : word)),
      '--out',
      join(folder, out),
      '--resume',
      '--json',
    ]);
    expect(resumed.stderr).toBe('');
    expect(JSON.parse(resumed.stdout)).toMatchObject({ asked: 1200, rows: 1200, missing: 0 });
    expect(JSON.parse(readFileSync(join(folder, out, 'manifest.json'), 'utf8')).run.resumedShards).toBe(done);
    expect(hashesOf(join(folder, out))).toEqual(whole);
  });

  test('after a journal whose last line is torn, and a part file that is cut short', async () => {
    await killWhen('torn', () => shardsIn('torn') >= 4);
    const lines = readFileSync(journalOf('torn'), 'utf8').trimEnd().split('\n');
    writeFileSync(journalOf('torn'), `${lines.slice(0, -1).join('\n')}\n${lines.at(-1)?.slice(0, 40)}`);
    const cut = join(folder, 'torn/data/responses/train/part-00001.csv');
    writeFileSync(cut, readFileSync(cut).subarray(0, 1000));
    const stray = join(folder, 'torn/data/responses/train/.part-00009.csv.tmp');
    appendFileSync(stray, 'left by the kill');
    expect((await generate('torn', '--resume')).code).toBe(0);
    expect(hashesOf(join(folder, 'torn'))).toEqual(whole);
  });
});

test('Ctrl-C stops a run tidily: exit code 130, one line, nothing torn, and it can be resumed', async () => {
  const out = join(folder, 'stopped');
  const child = spawn(process.execPath, [ENTRY, ...WORDS, '--out', out], {
    env: { ...process.env, FABULA_CACHE: CACHE, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const watch = setInterval(() => {
    if (shardsIn('stopped') < 2) return;
    clearInterval(watch);
    child.kill('SIGINT');
  }, 1);
  const code = await new Promise((done) => child.on('close', done));
  expect({ code, stderr }).toEqual({
    code: 130,
    stderr: 'fabula: stopped by SIGINT; a dataset folder goes on with the same command and --resume\n',
  });
  expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect((await generate('stopped', '--resume')).code).toBe(0);
  expect(hashesOf(out)).toEqual(whole);
});

test('a run with another config is not resumed, and the difference is shown', async () => {
  await killWhen('changed', () => shardsIn('changed') >= 1);
  const resume = (...more: string[]) => runCli([...WORDS, ...more, '--out', join(folder, 'changed'), '--resume']);
  expectFault(await resume('--seed', '10'), 2, ['--seed: ', 'seed was 9, is now 10', '--force']);
  expectFault(await resume('--tiers', 'Crisis'), 2, ['settings.tiers.Crisis was', 'is now 1', '--force']);
  expect((await generate('changed', '--resume')).code).toBe(0);
  expectFault(await generate('changed', '--resume'), 2, ['is complete', 'nothing to resume']);
});
