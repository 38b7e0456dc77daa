import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DatasetSummary } from '../../src/core/dataset.ts';
import { describeDataset } from '../../src/stages/describe.ts';

const BINS = new Array<number>(48).fill(0);

const summary: DatasetSummary = {
  title: 'Tiny answers',
  description: 'Answers of nobody.',
  warning: 'Some texts are sad.',
  packId: 'tiny',
  packVersion: '1',
  toolVersion: '0.1.0',
  templateHash: 'a'.repeat(64),
  lexiconHash: 'b'.repeat(64),
  job: { pack: 'tiny', count: 3, seed: 7 },
  jobHash: `sha256:${'c'.repeat(64)}`,
  seed: 7,
  asked: 3,
  format: { id: 'csv', extension: '.csv', mediaType: 'text/csv' },
  view: 'default',
  labels: ['mood'],
  texts: ['answer'],
  table: {
    name: 'answers',
    columns: [
      { name: 'id', type: 'string', description: 'Key.' },
      { name: 'score', type: 'integer', minimum: 1, maximum: 4, description: 'Score.' },
      { name: 'answer', type: 'string', description: 'Text.' },
      { name: 'day', type: 'date', description: 'Day.' },
      { name: 'mood', type: 'string', enum: ['low', 'high'], description: 'Label.' },
    ],
  },
  labelTable: undefined,
  truthTable: { name: 'answers_truth', columns: [{ name: 'id', type: 'string', description: 'Key.' }] },
  splits: [
    { name: 'train', rows: 2 },
    { name: 'holdout', rows: 1 },
  ],
  strata: { mood: { low: 1, high: 2 } },
  groupKey: 'family_id',
  tally: {
    rows: 3,
    values: { mood: { low: 1, high: 2 } },
    means: { low: { score: [2, 1] }, high: { score: [7, 2] } },
    lengths: {
      low: { answer: { count: 1, sum: 40, min: 40, max: 40, inside: 1, bins: BINS.map((_, i) => (i === 1 ? 1 : 0)) } },
    },
    voices: { plain: 3 },
    stories: { 'q1/story': 3 },
    rejected: { leftover: 1 },
    missing: 0,
    splits: [2, 1],
  },
  files: [
    { path: 'data/answers/train/part-00000.csv', rows: 2, bytes: 100, sha256: 'd'.repeat(64) },
    { path: 'data/answers/holdout/part-00000.csv', rows: 1, bytes: 50, sha256: 'e'.repeat(64) },
    { path: 'truth/answers_truth/part-00000.csv', rows: 3, bytes: 60, sha256: 'f'.repeat(64) },
  ],
  examples: [{ id: 'x1', score: 2, answer: '<script>alert("no")</script> & more', day: '2026-01-01', mood: 'low' }],
  run: {
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:01.000Z',
    seconds: 1,
    workers: 2,
    node: 'v24.0.0',
    resumedShards: 0,
  },
};

function written(of: DatasetSummary): Map<string, string> {
  return new Map(describeDataset(of).map(({ path, text }) => [path, text]));
}

const files = written(summary);
const text = (path: string) => files.get(path) as string;
const jsonOf = (path: string) => JSON.parse(text(path));

test('every description is there and ends with a line end', () => {
  expect([...files.keys()].sort()).toEqual([
    'README.md',
    'SHA256SUMS',
    'croissant.json',
    'datapackage.json',
    'manifest.json',
    'provenance.intoto.json',
    'reports/report.html',
    'reports/report.json',
  ]);
  for (const [path, body] of files) expect(body.endsWith('\n'), path).toBe(true);
});

describe('the card', () => {
  const front = parse(text('README.md').split('---\n')[1] as string);

  test('names every split with its files, a holdout too', () => {
    expect(front.configs[0].data_files).toEqual([
      { split: 'train', path: 'data/answers/train/*.csv' },
      { split: 'holdout', path: 'data/answers/holdout/*.csv' },
    ]);
    expect(front.tags).toContain('synthetic');
  });

  test('says that no row describes a real person, and gives the warning', () => {
    expect(text('README.md')).toContain('no real person');
    expect(text('README.md')).toContain(summary.warning);
  });
});

test("Croissant's split pattern finds the split again in what it found", () => {
  const pattern = JSON.stringify(jsonOf('croissant.json')).match(/"regex":"(\^(?:[^"\\]|\\.)*)"/)?.[1];
  const regex = new RegExp(JSON.parse(`"${pattern}"`));
  const once = regex.exec('data/answers/holdout/part-00000.csv')?.[1];
  expect(once).toBe('holdout');
  expect(regex.exec(once as string)?.[1]).toBe('holdout');
});

test('the data package holds hash and size of its files', () => {
  const resources = jsonOf('datapackage.json').resources as { hash?: string | string[]; path: string | string[] }[];
  expect(JSON.stringify(resources)).toContain('d'.repeat(64));
  expect(JSON.stringify(resources)).toContain('data/answers/holdout/part-00000.csv');
});

test('the manifest lists every file but itself, the provenance and the sums', () => {
  const listed = jsonOf('manifest.json').files.map((file: { path: string }) => file.path);
  for (const { path } of summary.files) expect(listed).toContain(path);
  for (const path of ['README.md', 'croissant.json', 'datapackage.json', 'reports/report.html'])
    expect(listed).toContain(path);
  expect(text('SHA256SUMS')).toMatch(/^[0-9a-f]{64} {2}manifest\.json$/m);
});

describe('the report', () => {
  test('escapes what stands in the rows', () => {
    expect(text('reports/report.html')).not.toContain('<script>');
    expect(text('reports/report.html')).toContain('&lt;script&gt;');
  });

  test('fetches nothing', () => {
    expect(text('reports/report.html')).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

test('the clock changes only the run of the manifest, the provenance and the sums', () => {
  const later = written({
    ...summary,
    run: { ...summary.run, startedAt: '2027-01-01T00:00:00.000Z', seconds: 9, workers: 1 },
  });
  for (const [path, body] of files) {
    if (path === 'manifest.json') {
      const { run: _a, ...before } = JSON.parse(body);
      const { run: _b, ...after } = JSON.parse(later.get(path) as string);
      expect(after).toEqual(before);
    } else if (!['provenance.intoto.json', 'SHA256SUMS'].includes(path)) expect(later.get(path), path).toBe(body);
  }
  expect(later.get('manifest.json')).not.toBe(text('manifest.json'));
});
