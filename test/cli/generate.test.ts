import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { expectFault, runCli } from './run-cli.ts';

const folder = makeTemporaryFolder();
const inFolder = (...words: string[]) => runCli(words, { cwd: folder });

test('a folder is written whole, and its path is all that stdout says', async () => {
  const { code, stdout, stderr } = await inFolder('generate', 'workplace', '-n', '40', '--seed', '4');
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'out/workplace\n' });
  expect(stderr).toMatch(/^40 rows in \d+\.\d s \([\d.]+ kB\), seed 4\n/);
  expect(stderr).toMatch(/^train +32$/m);
  expect(stderr).not.toContain('\u001b');
  for (const path of stderr.match(/out\/\S+/g) ?? []) expect(existsSync(join(folder, path)), path).toBe(true);
  for (const name of ['manifest.json', 'croissant.json', 'datapackage.json', 'SHA256SUMS', 'provenance.intoto.json'])
    expect(existsSync(join(folder, 'out/workplace', name)), name).toBe(true);
});

test('--quiet leaves the path, --json the facts', async () => {
  expect(await inFolder('generate', 'workplace', '-n', '5', '--out', 'quiet', '--quiet')).toEqual({
    code: 0,
    stdout: 'quiet\n',
    stderr: '',
  });
  const { code, stdout, stderr } = await inFolder('generate', 'workplace', '-n', '5', '--out', 'json', '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({ path: 'json', asked: 5, rows: 5, missing: 0, rejected: {} });
  expect(result.jobHash).toBe(JSON.parse(readFileSync(join(folder, 'json/manifest.json'), 'utf8')).jobHash);
});

test('one file and the stream are the same rows, and the ending says the format', async () => {
  const file = await inFolder('generate', 'workplace', '-n', '30', '--single-file', 'rows.jsonl', '--view', 'survey');
  expect(file).toMatchObject({ code: 0, stdout: 'rows.jsonl\n' });
  expect(file.stderr).toMatch(/^30 rows \(/);
  const stream = await inFolder('generate', 'workplace', '-n', '30', '--stdout', '-f', 'jsonl', '--view', 'survey');
  expect(stream).toEqual({ code: 0, stdout: readFileSync(join(folder, 'rows.jsonl'), 'utf8'), stderr: '' });
  expect(Object.keys(JSON.parse(stream.stdout.split('\n')[0] ?? ''))).toHaveLength(36);
});

test('--labeler says who labels, and --no-auto-label leaves the labels empty and says so', async () => {
  const rows = async (...words: string[]) => {
    const { stdout, stderr } = await inFolder('generate', 'workplace', '-n', '40', '--stdout', '-f', 'jsonl', ...words);
    const tiers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).risk_tier as string | null);
    return { tiers, stderr, texts: stdout.replace(/"risk_tier":[^,}]*/g, '') };
  };
  const truth = await rows('--labeler', 'truth');
  const none = await rows('--no-auto-label');
  const heuristic = await rows('--labeler', 'heuristic');
  expect(new Set(none.tiers)).toEqual(new Set([null]));
  expect(none.stderr).toBe('no row is labelled (--labeler none), so nothing stands in risk_tier\n');
  expect(none).toEqual(await rows('--labeler', 'none'));
  expect(truth.stderr + heuristic.stderr).toBe('');
  expect(heuristic.tiers).not.toEqual(truth.tiers);
  expect(heuristic.tiers.filter((tier, i) => tier === truth.tiers[i]).length).toBeGreaterThan(20);
  expect([none.texts, heuristic.texts]).toEqual([truth.texts, truth.texts]);
});

test('a labeler that is not there, or two words against each other, are told at the flag', async () => {
  const words = ['generate', 'workplace', '-n', '5', '--stdout'];
  expectFault(await inFolder(...words, '--labeler', 'heurstic'), 2, [/--labeler: .*did you mean 'heuristic'/]);
  expectFault(await inFolder(...words, '--labeler', 'truth', '--no-auto-label'), 2, [/exclude each other/]);
});

test('a config names pack and folder, and flags override it', async () => {
  writeFileSync(
    join(folder, 'config.yaml'),
    'pack: workplace\ncount: 12\nseed: 3\nout: from-config\nsplits: {train: 0.5, test: 0.5}\n',
  );
  expect(await inFolder('generate', '--config', 'config.yaml', '--quiet')).toMatchObject({
    code: 0,
    stdout: 'from-config\n',
  });
  const { config, splits } = JSON.parse(readFileSync(join(folder, 'from-config/manifest.json'), 'utf8'));
  expect(config).toMatchObject({ count: 12, seed: 3 });
  expect(config).not.toHaveProperty('out');
  expect(splits).toEqual([
    { name: 'train', rows: 6 },
    { name: 'test', rows: 6 },
  ]);
  expect(await inFolder('generate', '-c', 'config.yaml', '-q', '-o', 'from-flag', '-n', '9')).toMatchObject({
    code: 0,
    stdout: 'from-flag\n',
  });
  expect(JSON.parse(readFileSync(join(folder, 'from-flag/manifest.json'), 'utf8')).config).toMatchObject({
    count: 9,
    seed: 3,
  });
});

test('the demo shows a text of every tier and says where everything is', async () => {
  const { code, stdout, stderr } = await inFolder('demo');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const tier of ['Crisis', 'At_Risk', 'Mixed', 'Safe', 'Thriving'])
    expect(stdout).toMatch(new RegExp(`^${tier} `, 'm'));
  for (const [path] of stdout.matchAll(/^out\/demo\/\S+/gm)) expect(existsSync(join(folder, path)), path).toBe(true);
});

test('packs are listed and described', async () => {
  const list = await runCli(['packs', 'list', '--json']);
  expect(JSON.parse(list.stdout)).toEqual([
    expect.objectContaining({ id: 'workplace', columns: 37, views: ['default', 'survey', 'trainer'] }),
    expect.objectContaining({ id: 'students', columns: 41, views: ['default', 'reference', 'wide'] }),
  ]);
  expect((await runCli(['packs', 'list'])).stdout).toMatch(/^pack .*\nworkplace .*\nstudents .*\n$/);
  const described = JSON.parse((await runCli(['packs', 'describe', 'workplace', '--json'])).stdout);
  expect(described.table.columns).toHaveLength(37);
  expect(Object.keys(described.settings)).toContain('tiers');
  expect((await runCli(['packs', 'describe', 'workplace'])).stdout).toMatch(/^risk_tier +string +Crisis At_Risk/m);
});
