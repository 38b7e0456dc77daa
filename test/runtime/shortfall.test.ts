import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { expectFault, runCli } from '../cli/run-cli.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import { rowsOf } from './read-dataset.ts';

const folder = makeTemporaryFolder();
const config = join(folder, 'leftover.yaml');
const generate = (...words: string[]) => runCli(['generate', '--config', config, ...words], { cwd: folder });

/** Whoever names the first organisation leaves square brackets in the text, as a template that was not filled in would. */
beforeAll(() => {
  writeFileSync(
    config,
    `pack: workplace
count: 150
seed: 5
domains: [Business]
organisations:
  - {name: "Acme [West]", short: ["Acme [West]"], domain: Business, employees: 900}
  - {name: Norden Freight, domain: Business, employees: 900}
`,
  );
});

test('a candidate that fails its check goes to rejected/, and another one is tried', async () => {
  const { code, stdout } = await generate('--out', 'retried', '--candidates', '1000', '--json');
  expect(code).toBe(0);
  const { rows, missing, rejected } = JSON.parse(stdout);
  expect({ rows, missing }).toEqual({ rows: 150, missing: 0 });
  expect(rejected.leftover).toBeGreaterThan(0);
  const lines = readFileSync(join(folder, 'retried/rejected/part-00000.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(rejected.leftover);
  for (const { key, candidate, rejection, texts } of lines) {
    expect({ key, candidate, rejection }).toMatchObject({
      key: expect.stringMatching(/^resp_/),
      candidate: expect.any(Number),
      rejection: { reason: 'leftover' },
    });
    expect(texts.join(' ')).toMatch(/acme \[west\]/i);
  }
  const texts = (await rowsOf(join(folder, 'retried/data'))).map((row) => row.slice(32, 35).join(' '));
  expect(texts.filter((text) => text.includes('['))).toEqual([]);
});

test('with one candidate the run ends with exit code 1; the others are written, and can be accepted later', async () => {
  const failed = await generate('--out', 'short', '--candidates', '1', '--quiet');
  expectFault(failed, 1, [
    /\d+ of 150 records failed their checks; all others are written/,
    'rejected/',
    '--on-shortfall partial',
  ]);
  const missing = Number(/(\d+) of 150/.exec(failed.stderr)?.[1]);
  expect(await rowsOf(join(folder, 'short/data'))).toHaveLength(150 - missing);

  const accepted = await generate('--out', 'short', '--candidates', '1', '--on-shortfall', 'partial', '--resume');
  expect(accepted.code).toBe(0);
  expect(accepted.stderr).toMatch(new RegExp(`${missing} rows? (is|are) missing.*rejected`));
  expect(readdirSync(join(folder, 'short'))).not.toContain('.fabula');
  expect(JSON.parse(readFileSync(join(folder, 'short/manifest.json'), 'utf8')).counts).toMatchObject({
    asked: 150,
    written: 150 - missing,
    missing,
  });
  expect((await runCli(['verify', join(folder, 'short'), '--replay', '20'])).code).toBe(0);
});

test('one file and a stream fall short in the same way', async () => {
  expectFault(await generate('--single-file', 'short.csv', '--candidates', '1', '--quiet'), 1, [
    'short.csv',
    'of 150 records failed their checks',
    '--on-shortfall partial',
  ]);
  const stream = await generate('--stdout', '--candidates', '1');
  expect(stream.code).toBe(1);
  expect(stream.stderr).toMatch(/^fabula: \d+ of 150 records failed[^\n]+\n$/);
  expect(stream.stdout).toBe(readFileSync(join(folder, 'short.csv'), 'utf8'));
  const partial = await generate('--stdout', '--candidates', '1', '--on-shortfall', 'partial');
  expect({ code: partial.code, stdout: partial.stdout }).toEqual({ code: 0, stdout: stream.stdout });
  expect(partial.stderr).toMatch(/missing: every candidate failed/);
});
