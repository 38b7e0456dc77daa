import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { augmentTable } from '../../../src/runtime/tables/augment.ts';

const folder = mkdtempSync(join(tmpdir(), 'fabula-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'rows.csv');
// Two classes on two sides of 50, forty rows of one and ten of the other, ten pupils.
writeFileSync(
  file,
  `id,pupil,text,height,count,level\n${Array.from({ length: 50 }, (_, i) => {
    const large = i < 40;
    return `r${i},p${i % 10},a text of five words,${(large ? 10 : 80) + (i % 10) / 4},${large ? 1 : 5 + (i % 3)},${large ? 'a' : 'b'}`;
  }).join('\n')}\n`,
);
const job = {
  path: file,
  target: 'level',
  group: 'pupil',
  folds: 5,
  factor: 1,
  neighbours: 3,
  seed: 1,
  out: join(folder, 'out'),
};
const table = (path: string) => {
  const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [names[i], cell])));
};

describe('rows are added', () => {
  test('to the training part of each fold alone, until the classes are alike', async () => {
    const { files, numbers, texts } = await augmentTable(job);
    expect([numbers, texts]).toEqual([['height', 'count'], ['text']]);
    expect(files).toHaveLength(10);
    for (let fold = 1; fold <= 5; fold++) {
      const train = table(join(job.out, `fold-${fold}`, 'train.csv'));
      const test_ = table(join(job.out, `fold-${fold}`, 'test.csv'));
      const size = (level: string) => train.filter((row) => row.level === level).length;
      expect(size('b')).toBe(size('a'));
      expect(test_.every(({ augmented }) => augmented === 'False')).toBe(true);
      const pupils = new Set(test_.map(({ pupil }) => pupil));
      expect(train.some(({ pupil }) => pupils.has(pupil))).toBe(false);
      for (const { height, count, level, text } of train.filter(({ augmented }) => augmented === 'True')) {
        expect(level).toBe('b');
        expect(text).toBe('');
        expect(Number(height)).toBeGreaterThanOrEqual(80);
        expect(Number(height)).toBeLessThanOrEqual(82.25);
        expect([5, 6, 7]).toContain(Number(count));
      }
    }
  });

  test('to every class, where more are asked for, the same ones for a seed', async () => {
    await augmentTable({ ...job, factor: 2 });
    const path = join(job.out, 'fold-1', 'train.csv');
    const first = readFileSync(path, 'utf8');
    const rows = table(path);
    expect(rows.filter(({ augmented, level }) => augmented === 'True' && level === 'a').length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    await augmentTable({ ...job, factor: 2 });
    expect(readFileSync(path, 'utf8')).toBe(first);
  });

  test('not where there are fewer groups than folds, or no such column', async () => {
    await expect(augmentTable({ ...job, folds: 11 })).rejects.toMatchObject({
      code: 'few-groups',
      hint: expect.stringContaining('10'),
    });
    await expect(augmentTable({ ...job, target: 'levle' })).rejects.toMatchObject({ code: 'unknown-column' });
  });
});
