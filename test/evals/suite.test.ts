import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/core/errors.ts';
import { readHumanBands } from '../../src/evals/human.ts';
import { readSuite, suiteNames } from '../../src/evals/suite.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();

const GOOD = `suite: mine
about: A suite of mine.
pack: workplace
rows: 10
seeds: [1, 2]
columns: [q24_text]
cells: [domain]
tokens: 200
label: {column: risk_tier, order: [Crisis, Thriving]}
figures:
  named: {title: named, about: Says the name., column: q24_text, words: [org]}
gates:
  - {metric: gzip-ratio, per: cell, op: "<=", must: 3, aim: 2}
  - {metric: mtld, per: cell, op: between, must: [60, 110]}
  - {metric: named, per: pack, op: ">=", must: 0.8}
`;

/** The same with a trend along a column, a metric of cells for each value of it, and the people beside it. */
const TREND = GOOD.replace('column: q24_text, words: [org]', 'trend: {of: mtld, along: risk_tier}')
  .replace('named, per: pack', 'named, per: corpus')
  .replace('mtld, per: cell', 'mtld, per: corpus, by: risk_tier')
  .replace('tokens: 200', 'tokens: 200\nreference: reviews');

function faultOf(from: string | RegExp, to: string, good = GOOD): UsageError {
  const text = good.replace(from, to);
  expect(text).not.toBe(good);
  const path = join(folder, 'suite.yaml');
  writeFileSync(path, text);
  try {
    readSuite(path);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('no fault was found');
}

test('a suite that extends another keeps what it does not replace', () => {
  const [full, quick] = [readSuite('workplace'), readSuite('workplace-quick')];
  expect(quick.gates).toEqual(full.gates);
  expect(quick.pack).toEqual({ ...full.pack, rows: 5000, seeds: [201] });
  expect(quick.tokens).toBe(6000);
});

test('every suite that ships can be read, and every human band stands for a metric of one of them', () => {
  const suites = suiteNames().map((name) => readSuite(name));
  expect(suites.map(({ id }) => id)).toEqual(['corpus', 'students', 'students-quick', 'workplace', 'workplace-quick']);
  const metrics = suites.flatMap(({ gates }) => gates.map(({ metric }) => metric));
  expect(Object.keys(readHumanBands()).filter((metric) => !metrics.includes(metric))).toEqual([]);
  expect(readHumanBands()['gzip-ratio']?.[0]).toEqual({
    title: 'three public first-person corpora',
    low: 2.56,
    high: 2.86,
  });
});

test('a good suite comes back as it was written', () => {
  const path = join(folder, 'good.yaml');
  writeFileSync(path, GOOD);
  const suite = readSuite(path);
  expect(suite.pack).toEqual({ id: 'workplace', rows: 10, seeds: [1, 2], config: {} });
  expect(suite.gates[0]).toEqual({
    metric: 'gzip-ratio',
    per: 'cell',
    op: '<=',
    must: 3,
    aim: 2,
    severity: 'error',
    seeds: 'all',
  });
});

test.each([
  ['a misspelt key', 'rows: 10', 'rwos: 10', 4, "unknown key 'rwos'", "did you mean 'rows'?"],
  ['a misspelt key of a gate', 'aim: 2', 'iam: 2', 13, "unknown key 'iam'", "did you mean 'aim'?"],
  ['an unknown metric', 'gzip-ratio', 'gzip-ration', 13, "no metric 'gzip-ration'", "did you mean 'gzip-ratio'?"],
  ['a wrong scope', 'ratio, per: cell', 'ratio, per: labels', 13, 'measured per cell', 'write per: cell'],
  ['an unknown operator', 'op: "<="', 'op: "<"', 13, '"<" is not known', "did you mean '<='?"],
  ['a bound without operator', 'op: "<=", ', '', 13, 'the bound has no operator', 'add op'],
  ['an operator without bound', 'must: 3, aim: 2', 'severity: error', 13, 'the operator has no bound', 'add must'],
  ['one number for a band', 'must: [60, 110]', 'must: 60', 14, 'does not go with between', 'write [lowest, highest]'],
  ['a band backwards', '[60, 110]', '[110, 60]', 14, 'runs backwards', 'write [lowest, highest]'],
  ['an aim that is easier', 'aim: 2', 'aim: 4', 13, 'the aim is easier', 'swap aim and must'],
  ['an unknown text column', '[q24_text]', '[q42_text]', 6, "no text column 'q42_text'", "did you mean 'q24_text'?"],
  ['an unknown cell column', '[domain]', '[domian]', 7, "no column 'domian'", "did you mean 'domain'?"],
  ['an unknown label column', 'column: risk_tier', 'column: risk', 9, "no column 'risk'", 'use one of'],
  ['missing seeds', 'seeds: [1, 2]\n', '', 3, 'seeds is missing', 'says seeds'],
  [
    'a share that counts by two things',
    'words: [org]',
    'words: [org], beat: open',
    11,
    'beat and words',
    'give it one of',
  ],
  ['a share without a column', 'column: q24_text, ', '', 11, 'words and column go together', 'name the text column'],
  [
    'literal words without others',
    'column: q24_text, words: [org]',
    'beat: open, literal: [here]',
    11,
    'literal adds to words',
    'as well',
  ],
  ['no gates', /gates:\n(.*\n)*/, 'gates: []\n', 12, 'gates is an empty list', 'evals/suites/workplace.yaml'],
  ['a wrong type', 'tokens: 200', 'tokens: many', 8, 'tokens', 'evals/suites/workplace.yaml'],
  ['broken YAML', 'seeds: [1, 2]', 'seeds: [1, 2', 6, '', 'mend the YAML'],
] as const)('%s is told with its line and a cure', (_, from, to, line, message, hint) => {
  const fault = faultOf(from, to);
  expect(fault.at).toBe(`${join(folder, 'suite.yaml')}:${line}`);
  expect(fault.message).toContain(message);
  expect(fault.hint).toContain(hint);
});

test('a suite may follow a metric of cells along a column', () => {
  const path = join(folder, 'trend.yaml');
  writeFileSync(path, TREND);
  const { figures, gates, reference } = readSuite(path);
  expect(figures.named?.trend).toEqual({ of: 'mtld', along: 'risk_tier' });
  expect(gates[1]).toMatchObject({ metric: 'mtld', per: 'corpus', by: 'risk_tier' });
  expect(reference).toBe('reviews');
});

test.each([
  ['a trend of no metric', 'of: mtld', 'of: mtdl', 12, "no metric of cells 'mtdl'", "did you mean 'mtld'?"],
  ['a trend of a whole corpus', 'of: mtld', 'of: leftovers', 12, "no metric of cells 'leftovers'", 'use one of'],
  ['a trend along nothing', 'along: risk_tier', 'along: risk_teir', 12, "'risk_teir'", "did you mean 'risk_tier'?"],
  ['a trend along a text', 'along: risk_tier', 'along: q24_text', 12, 'no column with a list of values', 'use one of'],
  ['a misspelt key of a trend', 'along: risk', 'alnog: risk', 12, "unknown key 'alnog'", "did you mean 'along'?"],
  ['a group by nothing', 'by: risk_tier', 'by: tier', 15, "no column with a list of values 'tier'", 'risk_tier'],
  ['a group of cells', 'corpus, by:', 'cell, by:', 15, 'by: risk_tier does not go with it', 'per corpus'],
  [
    'an unknown reference',
    'reference: reviews',
    'reference: review',
    9,
    "no reference 'review'",
    "did you mean 'reviews'?",
  ],
] as const)('%s is told with its line and a cure', (_, from, to, line, message, hint) => {
  const fault = faultOf(from, to, TREND);
  expect(fault.at).toBe(`${join(folder, 'suite.yaml')}:${line}`);
  expect(fault.message).toContain(message);
  expect(fault.hint).toContain(hint);
});

test('a suite that judges a file has no figures of rows', () => {
  const fault = faultOf('pack: workplace\n', '', GOOD.replace(/ {2}- \{metric: named.*\n/, ''));
  expect(fault.message).toContain('named needs the rows of a pack');
});

test('a reference that is named is the only one', () => {
  const bands = readHumanBands('reviews');
  expect(bands['gzip-ratio']).toEqual([{ title: '7,160 employee reviews', low: 2.6, high: 2.9 }]);
  expect(bands['brotli-ratio']).toEqual([]);
});

test('a suite that is not there is told with the nearest name', () => {
  expect(() => readSuite('worplace')).toThrow(
    expect.objectContaining({ message: "there is no suite 'worplace'", hint: "did you mean 'workplace'?" }),
  );
  expect(() => readSuite('./none.yaml')).toThrow('there is no file ./none.yaml');
});
