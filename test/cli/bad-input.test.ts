import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { expectFault, runCli } from './run-cli.ts';

const folder = makeTemporaryFolder();
const inFolder = (words: readonly string[]) => runCli(words, { cwd: folder });

beforeAll(() => {
  writeFileSync(join(folder, 'a-file'), '');
  mkdirSync(join(folder, 'a-folder'));
});

type Row = readonly [words: string, code: number, ...parts: (string | RegExp)[]];

const FLAGS: readonly Row[] = [
  ['generate', 2, 'no pack is named', 'fabula generate workplace'],
  ['generate worplace', 2, "pack 'worplace'", "did you mean 'workplace'?"],
  ['generate workplace more', 2, 'too many arguments', 'see fabula generate --help'],
  ['generat', 2, "unknown command 'generat'", "did you mean 'generate'?"],
  ['help genrate', 2, "unknown command 'genrate'", "did you mean 'generate'?"],
  ['templates chek', 2, "unknown command 'chek'", "did you mean 'check'?"],
  ['generate workplace --cuont 5', 2, "unknown option '--cuont'", "did you mean '--count'?"],
  ['generate workplace --count', 2, '--count <rows>', 'argument missing', 'see fabula generate --help'],
  ['generate workplace --view --seed 5', 2, "'--view <name>' has no value", "'--seed' is the next", 'or leave it out'],
  ['eval -o --quiet', 2, "'-o, --out <folder>' has no value", "'--quiet' is the next"],
  ['generate workplace --tiers Crysis', 2, "--tiers: 'Crysis'", "did you mean 'Crisis'?"],
  ['generate workplace --tiers Crisis=0.5,Saef=0.5', 2, "--tiers: 'Saef'", "did you mean 'Safe'?"],
  ['generate workplace --tiers Crisis=-1,Safe=2', 2, '--tiers: the weight of Crisis is -1', '0 or more'],
  ['generate workplace --tiers Crisis=0.5,Safe=0.4', 2, '--tiers: ', 'sum to 0.9, not 1', 'scale them'],
  ['generate workplace --tiers Crisis=0.5,Safe', 2, "--tiers: 'Safe'", 'a=0.75,b=0.25'],
  ['generate workplace --tiers ,', 2, '--tiers: ', 'name at least one of: Crisis'],
  ['generate workplace --domains Helthcare', 2, "--domains: 'Helthcare'", "did you mean 'Healthcare'?"],
  ['generate workplace --view survay', 2, "--view: there is no view 'survay'", "did you mean 'survey'?"],
  ['generate workplace --format parket', 2, "--format: there is no format 'parket'", "did you mean 'parquet'?"],
  ['generate workplace --roster fictonal', 2, "--roster: 'fictonal'", "did you mean 'fictional'?"],
  ['generate workplace --labels sidcar', 2, '--labels: ', "'sidcar'", "did you mean 'sidecar'?"],
  ['generate workplace --split-by family', 2, "--split-by: 'family'", 'use one of: family_id, organization_name'],
  ['generate workplace --on-shortfall partail', 2, '--on-shortfall: ', "did you mean 'partial'?"],
  ['generate workplace --until 2025-02-30', 2, "--until: '2025-02-30' is not a day", 'YYYY-MM-DD'],
  ...['0', '-5', '1e12', '1.5', 'many', 'NaN'].map(
    (count): Row => [
      `generate workplace --count ${count}`,
      2,
      /--count: \S+ is not a whole number from 1 to 1,000,000,000; for instance 5000/,
    ],
  ),
  ['generate workplace --seed -1', 2, '--seed: -1 is not a whole number', 'for instance 42'],
  ['generate workplace --shard-rows 7', 2, '--shard-rows: 7 is not', 'for instance 50000'],
  ['generate workplace --candidates 0', 2, '--candidates: 0 is not', 'for instance 10'],
  ['generate workplace --split 80/10', 2, '--split: ', 'sum to 0.9, not 1', 'for instance 80/10/10'],
  ['generate workplace --split 80/ten/10', 2, "--split: '80/ten/10'", 'write 80/10/10'],
  ['generate workplace --split 50/20/10/10/10', 2, '--split: ', 'write 80/10/10'],
  ['generate workplace --split train=0.5,train=0.5', 2, '--split: train is named twice', 'once'],
  ['generate workplace --split ../up=1', 2, '--split: ', 'lower-case names', 'for instance'],
  ['generate workplace --workers 0', 2, "--workers: '0' is not a whole number from 1 to 256", '--workers 20'],
  ['generate workplace --batch-size x', 2, "--batch-size: 'x'", '--batch-size 20'],
  ['generate workplace --stdout --format parquet', 2, '--stdout: parquet', 'use csv or jsonl'],
  ['generate workplace --stdout --out here', 2, '--stdout and --out exclude each other', 'leave one out'],
  ['generate workplace --resume --force', 2, '--resume and --force exclude each other', 'leave one out'],
  ['generate workplace --single-file rows.csv --resume', 2, '--single-file and --resume', 'leave one out'],
  ['generate workplace --single-file rows.txt', 2, 'rows.txt names no format', 'use one of .csv, .jsonl, .parquet'],
  ['generate workplace --single-file rows.csvv', 2, 'rows.csvv', 'did you mean ".csv"?'],
  ['generate workplace --single-file rows.csv --format jsonl', 2, '--format: rows.csv', 'leave --format out'],
  ['generate workplace --single-file rows.csv --labels sidecar', 2, '--labels: sidecar', 'write a dataset folder'],
  ['generate workplace --single-file rows.csv --trace', 2, '--trace: traces', 'write a dataset folder'],
  ['generate workplace --single-file a-folder -f csv', 2, 'a-folder is a folder', '--out'],
  [
    'generate workplace -n 5 --single-file a-file/rows.csv',
    4,
    'a-file/rows.csv',
    'a file stands where a folder should be',
    'choose another folder',
  ],
  ['generate workplace -n 5 --out a-file', 4, 'a-file', 'not a folder', 'check the path'],
  ['generate workplace -n 5 --out a-file/below', 4, 'a-file/below', 'not a folder', 'check the path'],
  ['generate workplace --resume --out nothing', 2, 'no interrupted run is in nothing', 'leave --resume out'],
  ['generate --config none.yaml', 2, 'there is no config file none.yaml', 'check the path'],
  ['generate --config a-folder', 4, 'a-folder', 'it is a folder', 'check the path'],
  ['verify nowhere', 2, 'there is no folder nowhere', 'fabula generate'],
  ['verify a-folder', 2, 'a-folder holds no manifest.json', 'fabula generate'],
  ['verify a-folder --replay some', 2, "--replay: 'some'", '--replay 20'],
  ['demo --seed x', 2, '--seed: "x" is not', 'for instance 42'],
  ['packs describe wrokplace', 2, "pack 'wrokplace'", "did you mean 'workplace'?"],
  ['packs describe', 2, "missing required argument 'pack'", 'see fabula packs describe --help'],
  ['templates check wrokplace', 2, "pack 'wrokplace'", "did you mean 'workplace'?"],
  ['templates check --folder nowhere', 2, 'no template folder at nowhere/workplace', 'grammar.yaml'],
  ['templates preview --folder nowhere', 2, 'no template folder at nowhere/workplace', 'grammar.yaml'],
  ['templates preview --tiers Crysis', 2, "--tiers: 'Crysis'", "did you mean 'Crisis'?"],
  ['templates preview --count none', 2, '--count: "none" is not', 'for instance'],
  ['templates preview --question q42', 2, "no question 'q42'", 'use one of: q23, q24, q25'],
  ['templates explain resp_1 --dataset nowhere', 2, 'there is no folder nowhere', 'fabula generate'],
  ['templates diff', 2, "'--against <folder>' not specified", 'see fabula templates diff --help'],
  ['templates diff --against nowhere', 2, 'no template folder at nowhere/workplace', 'grammar.yaml'],
  ['templates capacity --rows 0', 2, "--rows: '0'", '--rows 20'],
];

describe('the command line refuses', () => {
  test.concurrent.each(FLAGS.map((row) => [row[0], row] as const))('fabula %s', async (_, [words, code, ...parts]) => {
    expectFault(await inFolder(words.split(' ')), code, parts);
  });

  test.concurrent.each(['--out', '--single-file', '--config'])('an empty %s', async (flag) => {
    expectFault(await inFolder(['generate', 'workplace', flag, '']), 2, [`${flag}: the path is empty`]);
  });

  test('and none of that left anything behind', () => {
    expect(
      readdirSync(folder)
        .filter((name) => !name.endsWith('.yaml'))
        .sort(),
    ).toEqual(['a-file', 'a-folder']);
    expect(readdirSync(join(folder, 'a-folder'))).toEqual([]);
  });
});

const CONFIGS: readonly (readonly [what: string, yaml: string, ...parts: (string | RegExp)[]])[] = [
  ['broken YAML', 'pack: workplace\ncount: [1\nseed: 4\n', ':3: ', 'mend the YAML'],
  ['a key twice', 'pack: workplace\ncount: 1\ncount: 2\n', ':3: ', 'unique', 'mend the YAML'],
  ['an alias of nothing', 'pack: *none\n', ': unresolved alias', 'mend the YAML'],
  ['a list', '- pack: workplace\n', ':1: ', 'not a table of settings', 'count: 5000'],
  ['no pack', 'count: 5\n', ': no pack is named', 'name one'],
  ['an unknown pack', 'count: 5\npack: worplace\n', ':2: ', "did you mean 'workplace'?"],
  [
    'an unknown setting',
    'pack: workplace\n\nideaton: false\n',
    ":3: unknown setting 'ideaton'",
    "did you mean 'ideation'?",
  ],
  [
    'a wrong type',
    'pack: workplace\n# why\ncount: many\n',
    ':3: count "many" is not a whole number',
    'for instance 5000',
  ],
  ['a wrong type of the pack', 'pack: workplace\nideation: maybe\n', ':2: ideation "maybe"', 'config.schema.json'],
  [
    'neither list nor table',
    'pack: workplace\nseed: 1\ntiers: 5\n',
    ':3: tiers 5',
    'for instance tiers: [Crisis, Safe]',
  ],
  [
    'an unknown format',
    'pack: workplace\nformat: parket\n',
    ":2: there is no format 'parket'",
    "did you mean 'parquet'?",
  ],
  ['an unknown view', 'pack: workplace\nview: survay\n', ':2: ', "did you mean 'survey'?"],
  [
    'weights that sum to less',
    'pack: workplace\nseed: 1\ntiers:\n  Crisis: 0.5\n',
    ':3: ',
    'sum to 0.5, not 1',
    'scale them',
  ],
  ['a negative weight', 'pack: workplace\ntiers:\n  Safe: 2\n  Crisis: -1\n', ':4: ', 'the weight of Crisis is -1'],
  ['a negative share', 'pack: workplace\nsplits:\n  train: 2\n  test: -1\n', ':4: ', 'shares of 0 or more'],
  ['shares that sum to less', 'pack: workplace\n\nsplits: {train: 0.5}\n', ':3: ', 'sum to 0.5, not 1'],
  [
    'an unknown key of an organisation',
    'pack: workplace\norganisations:\n  - name: A\n    domain: Business\n    emploees: 3\n',
    ":5: unknown setting 'emploees'",
    "did you mean 'employees'?",
  ],
  [
    'an unknown domain of an organisation',
    'pack: workplace\norganisations:\n  - name: A\n    domain: Busines\n    employees: 3\n',
    ':4: ',
    "did you mean 'Business'?",
  ],
  [
    'a missing key of an organisation',
    'pack: workplace\norganisations:\n  - name: A\n    employees: 3\n',
    ':3: ',
    'organisations.0.domain',
  ],
  [
    'a domain without organisation',
    'pack: workplace\norganisations:\n  - {name: A, domain: Business, employees: 3}\n',
    ':2: ',
    'no organisation is of the domain',
    'add one',
  ],
  ['an out that is no folder', 'pack: workplace\nout: 5\n', ':2: out 5', 'out/survey'],
];

describe('a config file is refused for', () => {
  test.concurrent.each(CONFIGS.map((row) => [row[0], row] as const))('%s', async (_, [what, yaml, ...parts]) => {
    const name = `${what.replaceAll(' ', '-')}.yaml`;
    writeFileSync(join(folder, name), yaml);
    expectFault(await inFolder(['generate', '--config', name]), 2, [`fabula: ${name}`, ...parts]);
  });

  test('a fault of a flag is told at the flag, though the file has the setting too', async () => {
    writeFileSync(join(folder, 'both.yaml'), 'pack: workplace\ncount: 5\n');
    expectFault(await inFolder(['generate', '--config', 'both.yaml', '--count', '0']), 2, [/^fabula: --count: 0/]);
  });
});

describe('a folder in use is', () => {
  const manifest = '{"manifestVersion":1}';
  const plant = (name: string, files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, path, '..'), { recursive: true });
      writeFileSync(join(folder, name, path), text);
    }
  };
  const generate = (name: string, ...more: string[]) =>
    inFolder(['generate', 'workplace', '-n', '5', '--quiet', '--out', name, ...more]);

  test('not written over without --force', async () => {
    plant('used', { 'manifest.json': manifest });
    expectFault(await generate('used'), 2, ['used exists and is not empty', '--force']);
    expectFault(await generate('used', '--resume'), 2, ['used is complete', '--force']);
    expect(readFileSync(join(folder, 'used/manifest.json'), 'utf8')).toBe(manifest);
  });

  test('not cleared of files that are not ours, with --force either', async () => {
    plant('mixed', { 'manifest.json': manifest, 'thesis.doc': 'mine' });
    expectFault(await generate('mixed', '--force'), 2, ['thesis.doc', 'choose another folder']);
    plant('project', { 'README.md': 'my project', 'data/precious.csv': 'mine' });
    expectFault(await generate('project', '--force'), 2, ['no part of a dataset', 'choose another folder']);
    expect(existsSync(join(folder, 'mixed/thesis.doc'))).toBe(true);
    expect(readFileSync(join(folder, 'project/data/precious.csv'), 'utf8')).toBe('mine');
  });

  test('replaced with --force, with what a killed run left', async () => {
    plant('old', { 'manifest.json': manifest, '.README.md.tmp': 'torn', 'data/responses/train/part-00077.csv': 'old' });
    expect(await generate('old', '--force')).toEqual({ code: 0, stdout: 'old\n', stderr: '' });
    expect(existsSync(join(folder, 'old/data/responses/train/part-00077.csv'))).toBe(false);
    expect(existsSync(join(folder, 'old/.README.md.tmp'))).toBe(false);
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full disk is exit code 4', () => {
  test.each(['/dev/full', 'link.csv'])('for --single-file %s, which is not replaced', async (path) => {
    if (path === 'link.csv') symlinkSync('/dev/full', join(folder, path));
    const words = ['generate', 'workplace', '-n', '5', '-f', 'csv', '--single-file', path];
    expectFault(await inFolder(words), 4, [path, 'the disk is full', 'free some space']);
    expect(existsSync('/dev/full')).toBe(true);
  });

  test('for standard output', async () => {
    const words = ['-c', `"${process.execPath}" bin/fabula.js packs list > /dev/full`];
    const { spawnSync } = await import('node:child_process');
    const { status, stderr } = spawnSync('sh', words, { encoding: 'utf8' });
    expect(stderr).toMatch(/^fabula: [^\n]*the disk is full; [^\n]+\n$/);
    expect(status).toBe(4);
  });
});

test('--json and --stdout exclude each other', async () => {
  const { code, stderr } = await runCli(['generate', 'workplace', '--stdout', '--json']);
  expect({ code, error: JSON.parse(stderr).error.code }).toEqual({ code: 2, error: 'flags' });
});

test('with --json the error is JSON', async () => {
  const { code, stdout, stderr } = await runCli(['generate', 'workplace', '--count', '0', '--json']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(JSON.parse(stderr)).toEqual({
    error: {
      code: 'setting',
      at: '--count',
      message: '0 is not a whole number from 1 to 1,000,000,000',
      hint: 'for instance 5000',
    },
  });
});
