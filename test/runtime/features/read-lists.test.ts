import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FEATURES } from '../../../src/language/features/features.ts';
import { readWordLists } from '../../../src/runtime/features/read-lists.ts';
import { makeTemporaryFolder } from '../../formats/temporary-folder.ts';

const folder = makeTemporaryFolder();
const lists = readWordLists();

function folderWith(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'a.yaml'), content);
  return path;
}

test('every list has an origin, no entry twice, and a reader', () => {
  const read = new Set(['function_words', ...FEATURES.flatMap((feature) => feature.lists ?? [])]);
  for (const [name, { origin, words, phrases }] of Object.entries(lists)) {
    expect(origin.length).toBeGreaterThan(10);
    expect([name, new Set([...words, ...phrases]).size]).toEqual([name, words.length + phrases.length]);
    expect(read).toContain(name);
  }
});

test('the reference lists have the sizes of the reference', () => {
  const sizes = ['empathy', 'problem_solving', 'perseverance', 'social', 'cognitive'].map(
    (name) => lists[name]?.words.length,
  );
  expect(sizes).toEqual([21, 23, 21, 21, 19]);
});

test('no list comes from one whose licence forbids commercial use', () => {
  for (const { origin } of Object.values(lists)) expect(origin).not.toMatch(/liwc|nrc|emolex|mpqa|general inquirer/i);
});

test('the lists are in the package', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).files).toContain('lists');
});

test.each([
  ['no-origin', 'a: { match: word, words: [b] }', /a\.yaml: a\.origin/],
  ['other-match', 'a: { origin: made for a test, match: lemma, words: [b] }', /a\.match/],
  ['number', 'a: { origin: made for a test, match: word, words: [1] }', /a\.words\.0/],
  ['not-yaml', 'a: [', /a\.yaml/],
])('%s is told with file and place', (name, content, at) => {
  expect(() => readWordLists(undefined, folderWith(name, content))).toThrow(
    expect.objectContaining({ code: 'word-lists', at: expect.stringMatching(at) }),
  );
});
