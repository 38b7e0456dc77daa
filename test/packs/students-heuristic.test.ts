import { beforeAll, describe, expect, test } from 'vitest';
import { TABLE } from '../../src/packs/students/columns.ts';
import { SKILLS, scoreColumn } from '../../src/packs/students/skills.ts';
import type { ProducedRecord } from '../../src/pipeline.ts';
import { resolveJob } from '../../src/runtime/config.ts';
import { openRecords } from '../../src/runtime/generate.ts';
import { readLabelModel } from '../../src/runtime/open-completion.ts';
import { openHeuristic } from '../../src/stages/label.ts';
import { pearson } from '../../src/statistics/correlation.ts';
import { realPack } from './real-pack.ts';

/** Not one of the seeds that the heuristic was fitted or measured on (scripts/fit-labelers.ts). */
const SEED = 4711;
const ROWS = 3000;
const at = (name: string) => TABLE.columns.findIndex((column) => column.name === name);

describe('the heuristic of pupils', () => {
  let texts: readonly string[] = [];
  let truth: readonly (readonly number[])[] = [];
  let levels: readonly string[] = [];
  const heuristic = openHeuristic(readLabelModel('students'));
  const readings = (of: readonly string[]) => of.map((text) => heuristic([text]).map(({ value }) => value as number));

  beforeAll(async () => {
    const record = await openRecords(realPack('students'), resolveJob({ pack: 'students', count: ROWS, seed: SEED }));
    const rows = Array.from({ length: ROWS }, (_, i) => (record(i) as ProducedRecord).row);
    texts = rows.map((row) => row[at('response')] as string);
    truth = rows.map((row) => SKILLS.map((skill) => row[at(scoreColumn(skill))] as number));
    levels = rows.map((row) => row[at('skill_level')] as string);
  });

  test.each(SKILLS.map((skill, k) => [skill, k] as const))(
    'reads %s: r of .75 and more, off by .08 at most',
    (_, k) => {
      const found = readings(texts).map((scores) => scores[k] as number);
      const own = truth.map((scores) => scores[k] as number);
      expect(pearson(found, own)).toBeGreaterThanOrEqual(0.75);
      const off = found.reduce((sum, score, i) => sum + Math.abs(score - (own[i] as number)), 0) / ROWS;
      expect(off).toBeLessThanOrEqual(0.08);
    },
  );

  test('reads the text and nothing else: with texts exchanged nothing is left', () => {
    const exchanged = readings([...texts.slice(1), texts[0] as string]);
    for (const k of SKILLS.keys())
      expect(
        Math.abs(
          pearson(
            exchanged.map((scores) => scores[k] as number),
            truth.map((scores) => scores[k] as number),
          ),
        ),
      ).toBeLessThan(0.08);
  });

  test.each([
    ['high', 0.6, 0.66],
    ['medium', 0.49, 0.52],
    ['developing', 0.36, 0.42],
  ])('gives level %s a mean between %f and %f', (level, low, high) => {
    const scores = readings(texts.filter((_, i) => levels[i] === level)).flat();
    const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
    expect(mean).toBeGreaterThan(low);
    expect(mean).toBeLessThan(high);
  });
});
