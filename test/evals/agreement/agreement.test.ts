import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { categoryAgreement, kindsOf, numberAgreement } from '../../../src/evals/agreement/agreement.ts';
import { type LabelPair, matchLabels } from '../../../src/evals/agreement/match-labels.ts';
import { readColumns } from '../../../src/runtime/read-columns.ts';
import { makeTemporaryFolder } from '../../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();

async function columnsOf(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return readColumns([path]);
}

const pairsOf = (labels: readonly (readonly [LabelPair['a'], LabelPair['b']])[]): LabelPair[] =>
  labels.map(([a, b], row) => ({ a, b, placeA: `a:${row + 1}`, placeB: `b:${row + 1}` }));

describe('labels of two files', () => {
  test('are matched by their identifier, across formats, and what is left out is counted', async () => {
    const a = await columnsOf('a.csv', 'id,tier\n1,low\n2,high\n3,low\n4,\n5,low\n');
    const b = await columnsOf(
      'b.jsonl',
      '{"id":3,"mine":"high"}\n{"id":1,"mine":"low"}\n{"id":4,"mine":"low"}\n{"id":9,"mine":"low"}\n',
    );
    const { pairs, ...rest } = matchLabels(a, b, { column: 'tier', columnB: 'mine', on: 'id' });
    expect(pairs.map(({ a: first, b: second }) => [first, second])).toEqual([
      ['low', 'low'],
      ['low', 'high'],
    ]);
    expect(rest).toEqual({ onlyInA: 2, onlyInB: 1, unlabelled: 1 });
  });

  test('are matched by their order where there is no identifier', async () => {
    const a = await columnsOf('a.csv', 'x\n1\n2\n');
    const b = await columnsOf('b.csv', 'x\n3\n4\n');
    expect(matchLabels(a, b, { column: 'x', columnB: 'x' }).pairs.map((pair) => [pair.a, pair.b])).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
  });

  test.each([
    ['files of unequal length', 'id,x\n1,a\n', 'id,x\n1,a\n2,b\n', undefined, 'unequal-rows', '--on', '--on id'],
    [
      'an identifier that stands twice',
      'id,x\n1,a\n1,b\n',
      'id,x\n1,a\n2,b\n',
      'id',
      'bad-identifier',
      'a.csv:3',
      'all different',
    ],
    ['an empty identifier', 'id,x\n1,a\n', 'id,x\n1,a\n,b\n', 'id', 'bad-identifier', 'b.csv:3', 'all different'],
    ['files without a row in common', 'id,x\n1,a\n', 'id,x\n2,a\n', 'id', 'nothing-to-compare', '--on', 'both files'],
    ['labels that are all empty', 'id,x\n1,\n', 'id,x\n1,\n', 'id', 'nothing-to-compare', '--on', 'hold the labels'],
    ['an identifier that is not there', 'id,x\n1,a\n', 'id,x\n1,a\n', 'di', 'unknown-column', '--on', "'id'"],
  ])('are refused: %s', async (_, first, second, on, code, at, hint) => {
    const [a, b] = [await columnsOf('a.csv', first), await columnsOf('b.csv', second)];
    expect(() => matchLabels(a, b, { column: 'x', columnB: 'x', on })).toThrow(
      expect.objectContaining({ code, at: expect.stringContaining(at), hint: expect.stringContaining(hint) }),
    );
  });
});

describe('labels', () => {
  test('that are words are categories, few whole numbers are both, others are numbers', () => {
    expect(kindsOf(pairsOf([['low', 'high']]))).toEqual(['categories']);
    expect(kindsOf(pairsOf([['1', 5]]))).toEqual(['categories', 'numbers']);
    expect(kindsOf(pairsOf([['1.5', 2]]))).toEqual(['numbers']);
    expect(kindsOf(pairsOf(Array.from({ length: 40 }, (_, i) => [i, i + 1] as const)))).toEqual(['numbers']);
    expect(kindsOf(pairsOf([['true', 'false']]))).toEqual(['categories']);
    expect(kindsOf(pairsOf([[true, false]]))).toEqual(['categories']);
    expect(categoryAgreement(pairsOf([[true, 'false']]))).toMatchObject({
      categories: ['false', 'true'],
      ordered: false,
    });
  });

  test('without an order have no figures that need one', () => {
    const { ordered, linearKappa, quadraticKappa, alphaOrdinal, kappa } = categoryAgreement(
      pairsOf([
        ['low', 'low'],
        ['high', 'low'],
        ['high', 'high'],
      ]),
    );
    expect({ ordered, linearKappa, quadraticKappa, alphaOrdinal }).toEqual({
      ordered: false,
      linearKappa: null,
      quadraticKappa: null,
      alphaOrdinal: null,
    });
    // 2 of 3 equal, 4/9 by chance
    expect(kappa).toBeCloseTo((2 / 3 - 4 / 9) / (5 / 9), 12);
  });

  test('that are numbers keep their distances, and 2 and 2.0 are the same', () => {
    const { categories, confusion, accuracy } = categoryAgreement(
      pairsOf([
        ['1', '1.0'],
        ['2', '5'],
        ['2', '2.0'],
      ]),
    );
    expect(categories).toEqual(['1', '2', '3', '4', '5']);
    expect(confusion[1]).toEqual([0, 1, 0, 0, 1]);
    expect(accuracy).toBeCloseTo(2 / 3, 12);
  });

  test('that are not in the order given, or too many, are refused', () => {
    expect(() => categoryAgreement(pairsOf([['lwo', 'low']]), ['low', 'high'])).toThrow(
      expect.objectContaining({ at: '--order', hint: "did you mean 'low'?" }),
    );
    const many = pairsOf(Array.from({ length: 60 }, (_, i) => [`a${i}`, 'b'] as const));
    expect(() => categoryAgreement(many)).toThrow(expect.objectContaining({ code: 'too-many-values' }));
  });

  test('compared as numbers must be numbers', () => {
    expect(() =>
      numberAgreement(
        pairsOf([
          ['1', '2'],
          ['x', '3'],
        ]),
      ),
    ).toThrow(
      expect.objectContaining({ code: 'not-a-number', at: 'a:2', hint: expect.stringContaining('--as categories') }),
    );
  });

  test('that are numbers agree by hand', () => {
    const { mae, rmse, blandAltman, pearson, icc } = numberAgreement(
      pairsOf([
        [1, 2],
        [2, 3],
        [3, 4],
      ]),
    );
    expect({ mae, rmse, pearson, bias: blandAltman.bias.value, deviation: blandAltman.deviation }).toEqual({
      mae: 1,
      rmse: 1,
      pearson: 1,
      bias: expect.closeTo(-1, 12),
      deviation: expect.closeTo(0, 12),
    });
    expect(icc.consistency).toBeCloseTo(1, 12);
    expect(icc.agreement).toBeCloseTo(2 / 3, 12);
  });
});
