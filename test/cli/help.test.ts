import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const folder = makeTemporaryFolder();

test.concurrent.each([
  [''],
  ['generate'],
  ['verify'],
  ['eval'],
  ['eval compare'],
  ['eval list'],
  ['probe'],
  ['label'],
  ['label agree'],
  ['combine'],
  ['augment'],
  ['features'],
  ['demo'],
  ['templates'],
  ['templates check'],
  ['templates preview'],
  ['templates explain'],
  ['templates capacity'],
  ['templates stats'],
  ['templates diff'],
  ['packs'],
  ['packs list'],
  ['packs describe'],
])('"fabula %s --help" prints examples of itself on stdout', async (command) => {
  const { code, stdout, stderr } = await runCli([...command.split(' ').filter(Boolean), '--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`Usage: fabula ${command}`.trim());
  expect(stdout).toContain(`Examples:\n  fabula ${command}`.trim());
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
});

test('the first examples of the help name commands that are there', async () => {
  const { stdout } = await runCli(['--help']);
  const commands = new Set([...stdout.matchAll(/^ {2}(\w+) .*/gm)].map(([, name]) => name));
  for (const [, name] of stdout.matchAll(/^ {2}fabula (\w+)/gm)) expect(commands).toContain(name);
});

test.concurrent.each([[[]], [['templates']], [['packs']], [['label']]])(
  '%j alone gets the help on stderr and exit code 2',
  async (words) => {
    const { code, stdout, stderr } = await runCli(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: fabula/);
    expect(stderr).not.toContain('fabula: ');
  },
);

test('the version is the one of package.json', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.concurrent.each(['--help', '--version', 'generate --help'])('"fabula %s" loads no heavy module', async (words) => {
  const name = words.replaceAll(' ', '');
  const list = join(folder, `${name}.txt`);
  const hook = join(folder, `${name}.mjs`);
  writeFileSync(
    hook,
    `import { registerHooks } from 'node:module';
import { appendFileSync } from 'node:fs';
registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); } });`,
  );
  const { code } = await runCli(words.split(' '), { nodeOptions: ['--import', pathToFileURL(hook).href] });
  expect(code).toBe(0);
  const loaded = readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'));
  expect(loaded.some((url) => url.endsWith('src/cli/main.ts'))).toBe(true);
  expect(loaded.filter((url) => /node_modules\/(?!commander\/)/.test(url))).toEqual([]);
  expect(loaded.filter((url) => /src\/(grammar|packs|stages)\//.test(url))).toEqual([]);
});
