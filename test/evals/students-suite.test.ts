import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHumanBands } from '../../src/evals/human.ts';
import { runSuite } from '../../src/evals/run.ts';
import { readSuite, type Suite } from '../../src/evals/suite.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();
const students = readSuite('students');
/** The gates on the sound of talk over a whole column, for a file. */
const { pack: _pack, label: _label, ...rest } = students;
const talk: Suite = {
  ...rest,
  figures: {},
  gates: students.gates.filter(
    ({ metric, per, op, by }) =>
      per === 'corpus' &&
      op !== undefined &&
      by === undefined &&
      !['distinct-texts', 'safety-hits', 'rarity-by-grade'].includes(metric),
  ),
};

const PATH = join(import.meta.dirname, 'corpora/talk.csv');

/** Names of the gates that texts in a CSV file fail. */
async function failures(path: string): Promise<readonly string[]> {
  const result = await runSuite(talk, { workers: 1, file: { path, textColumns: ['text'], cellColumns: [] } });
  return result.gates.filter(({ verdict }) => verdict === 'fail').map(({ metric }) => metric);
}

/** The texts of talk.csv, each changed. */
async function failuresOf(name: string, change: (line: string) => string): Promise<readonly string[]> {
  const [head, ...lines] = readFileSync(PATH, 'utf8').trim().split('\n');
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, [head, ...lines.map(change), ''].join('\n'));
  return failures(path);
}

test('talk as children talk passes every gate on its sound', async () => {
  expect(talk.gates.length).toBeGreaterThan(15);
  expect(await failures(PATH)).toEqual([]);
});

test.each<[what: string, change: (line: string) => string, failed: readonly string[]]>([
  [
    'a filler before every line',
    (line) => line.replace('"', '"Um, like, '),
    ['talk-like', 'talk-um', 'first-words-gap'],
  ],
  ['no break-offs', (line) => line.replaceAll(' - ', ' '), ['break-offs']],
  ['we for I', (line) => line.replace(/\b(?:I|my|me|us)\b/gi, 'we'), ['talk-i', 'talk-we']],
  ['because left out', (line) => line.replace(/'?(?:because|cause)\b/gi, 'as'), ['talk-because']],
  ['no word twice', (line) => line.replace(/\b(\w+),? \1\b/g, '$1'), ['talk-doubled']],
  ['one sentence a text', (line) => line.replace(/[.?!] +/g, ', '), ['sentence-length-cv']],
  ['a slot left over', (line) => line.replace('marbles', '{toys}'), ['leftovers-of-talk']],
  ['long words', (line) => line.replace(/\b(?:it|this|that)\b/gi, 'contraption'), ['letters-per-word']],
])('%s fails', async (what, change, failed) => {
  expect(await failuresOf(what.replaceAll(' ', '-'), change)).toEqual(expect.arrayContaining([...failed]));
});

test("every rate of talk is held within a factor of 1.6 of the pupils'", () => {
  const bands = readHumanBands(students.reference);
  const rates = students.gates.filter(({ metric, op }) => /^talk-|^break-offs$/.test(metric) && op === 'between');
  expect(rates).toHaveLength(13);
  for (const { metric, must } of rates) {
    const people = bands[metric]?.[0]?.low as number;
    const [low, high] = must as readonly [number, number];
    expect(low / people, metric).toBeCloseTo(1 / 1.6, 3);
    expect(high / people, metric).toBeCloseTo(1.6, 3);
  }
});
