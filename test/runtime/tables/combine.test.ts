import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { combineTables } from '../../../src/runtime/tables/combine.ts';

const folder = mkdtempSync(join(tmpdir(), 'fabula-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, rows: readonly string[]) => {
  const path = join(folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
};
const text = (i: number) => `we walked to the pond on day ${i} and counted every single duck near it`;
const synthetic = write('synthetic.csv', [
  'id,text,score',
  ...Array.from({ length: 90 }, (_, i) => `s${i},${text(i)},${i}`),
]);
const real = write('real.csv', [
  'id,text,school',
  ...Array.from({ length: 30 }, (_, i) => `r${i},${text(1000 + i)},north`),
  `r30,${text(3).toUpperCase()},north`,
]);
const out = join(folder, 'mixed.csv');
const job = { synthetic, real, out, textColumn: 'text', dedupe: 'exact', ratio: undefined, seed: 1 } as const;
const rowsOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n').slice(1);

describe('two files made one', () => {
  test('hold every row once, the real one of two with the same words', async () => {
    const result = await combineTables(job);
    expect(result).toMatchObject({
      rows: 120,
      synthetic: { rows: 90, duplicates: 1, leftOut: 0, taken: 89 },
      real: { rows: 31, duplicates: 0, taken: 31 },
      onlyInOne: ['score', 'school'],
    });
    const rows = rowsOf(out);
    expect(readFileSync(out, 'utf8').split('\n')[0]).toBe('id,text,score,school,source');
    expect(rows.filter((row) => row.endsWith(',synthetic'))).toHaveLength(89);
    expect(rows.some((row) => row.startsWith('s3,'))).toBe(false);
    expect(rows.find((row) => row.startsWith('r0,'))).toBe(`r0,${text(1000)},,north,real`);
  });

  test('hold a ratio, with as many rows as it allows, the same ones for a seed', async () => {
    const result = await combineTables({ ...job, ratio: 0.5 });
    expect([result.synthetic.taken, result.real.taken]).toEqual([31, 31]);
    const first = readFileSync(out, 'utf8');
    await combineTables({ ...job, ratio: 0.5 });
    expect(readFileSync(out, 'utf8')).toBe(first);
    await combineTables({ ...job, ratio: 0.5, seed: 2 });
    expect(readFileSync(out, 'utf8')).not.toBe(first);
    const few = await combineTables({ ...job, ratio: 0.1 });
    expect(few.real.taken / few.rows).toBeCloseTo(0.1, 2);
    expect(few.synthetic.taken).toBe(88);
  });

  test('near duplicates go too, where they are asked for', async () => {
    const near = write('near.csv', [
      'id,text',
      `n0,${text(1).replace('near it', 'over there')}`,
      'n1,nothing alike at all here',
    ]);
    const exact = await combineTables({ ...job, real: near });
    expect(exact.rows).toBe(92);
    const { rows } = await combineTables({ ...job, real: near, dedupe: 'near' });
    expect(rows).toBeLessThan(92);
    expect(rowsOf(out).some((row) => row.startsWith('n1,'))).toBe(true);
  });

  test('keep what a synthetic file says of its source', async () => {
    const own = write('own.csv', ['id,text,source', 'a,one thing that happened,template_expansion']);
    await combineTables({ ...job, synthetic: own });
    expect(rowsOf(out)[0]).toBe('a,one thing that happened,template_expansion,');
  });

  test('name a column that is not there', async () => {
    await expect(combineTables({ ...job, textColumn: 'txt' })).rejects.toMatchObject({
      code: 'unknown-column',
      hint: "did you mean 'text'?",
    });
  });
});
