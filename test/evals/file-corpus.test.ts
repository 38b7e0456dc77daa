import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FileSource, readFileCorpus } from '../../src/evals/file-corpus.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();
const path = join(folder, 'a.csv');
writeFileSync(
  path,
  'id,text,more,mood,stars,site\n1,One here.,Two.,bad,1,A\n2,,,good,5,A\n3,"Three, and more.",,good,10,B\n4,Four.,,,2,B\n',
);
const source = (rest: Partial<FileSource>): FileSource => ({ path, textColumns: ['text'], cellColumns: [], ...rest });

test('texts come by column, rows without any are left out and counted', async () => {
  const { corpus, empty } = await readFileCorpus(source({ textColumns: ['text', 'more'], cellColumns: ['site'] }));
  expect(corpus.ids).toEqual(['row 2', 'row 4', 'row 5']);
  expect(corpus.texts).toEqual([
    ['One here.', 'Three, and more.', 'Four.'],
    ['Two.', '', ''],
  ]);
  expect(corpus.cells).toEqual(['A', 'B', 'B']);
  expect(empty).toBe(1);
});

test('labels are in the order given, by number, or in none that means anything', async () => {
  expect(await readFileCorpus(source({ labelColumn: 'mood', labelOrder: ['good', 'fair', 'bad'] }))).toMatchObject({
    labels: ['good', 'bad'],
    ordered: true,
    corpus: { labels: ['bad', 'good', ''] },
  });
  expect(await readFileCorpus(source({ labelColumn: 'stars' }))).toMatchObject({
    labels: ['1', '2', '10'],
    ordered: true,
  });
  expect(await readFileCorpus(source({ labelColumn: 'mood' }))).toMatchObject({
    labels: ['bad', 'good'],
    ordered: false,
  });
});

test.each([
  ['an unknown text column', { textColumns: ['txt'] }, "no column 'txt'", "did you mean 'text'?", '--text-column'],
  ['an unknown label column', { labelColumn: 'modo' }, "no column 'modo'", "did you mean 'mood'?", '--label-column'],
  ['an unknown cell column', { cellColumns: ['zone'] }, "no column 'zone'", 'it has: id, text', '--cell-columns'],
  [
    'a label outside the order',
    { labelColumn: 'mood', labelOrder: ['bod', 'good'] },
    "the label 'bad'",
    "by 'bod'",
    '--label-order',
  ],
] as const)('%s is told at its flag', async (_, rest, message, hint, at) => {
  const fault = expect.objectContaining({
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
    at,
  });
  await expect(readFileCorpus(source(rest))).rejects.toEqual(fault);
});

test('a file without texts and a label of one value are faults of the data', async () => {
  const none = join(folder, 'none.csv');
  writeFileSync(none, 'text,mood\n,bad\n  ,bad\n');
  await expect(readFileCorpus(source({ path: none }))).rejects.toThrow('has no text in text');
  writeFileSync(none, 'text,mood\n');
  await expect(readFileCorpus(source({ path: none }))).rejects.toMatchObject({ hint: 'the file has no rows' });
  writeFileSync(none, 'text,mood\nx,bad\n');
  await expect(readFileCorpus(source({ path: none, labelColumn: 'mood' }))).rejects.toThrow('1 label(s)');
});
