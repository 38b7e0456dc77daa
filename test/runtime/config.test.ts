import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PACKS } from '../../src/packs/registry.ts';
import { configJsonSchema, readConfigFile, resolveJob } from '../../src/runtime/config.ts';
import { makeTemporaryFolder } from '../formats/temporary-folder.ts';
import './read-dataset.ts';

const folder = makeTemporaryFolder();
const EXAMPLE = 'examples/workplace.yaml';

function fileOf(yaml: string) {
  const path = join(folder, 'config.yaml');
  writeFileSync(path, yaml);
  return readConfigFile(path);
}

test('flags go over the file, the file over the defaults', () => {
  const file = fileOf('pack: workplace\ncount: 7\nseed: 1\nlabels: none\nout: there\n');
  expect(file.out).toBe('there');
  expect(resolveJob({ seed: 2 }, file)).toMatchObject({
    pack: 'workplace',
    count: 7,
    seed: 2,
    labels: 'none',
    format: 'csv',
    shardRows: 50_000,
  });
});

test('the same settings in another order are the same job', () => {
  const one = resolveJob({ pack: 'workplace', tiers: { Safe: 0.5, Crisis: 0.5 }, domains: ['Business', 'Healthcare'] });
  const two = resolveJob({ domains: ['Healthcare', 'Business'], tiers: { Crisis: 0.5, Safe: 0.5 }, pack: 'workplace' });
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
});

test('a split without rows is no split', () => {
  expect(resolveJob({ pack: 'workplace', splits: { train: 1, test: 0 } }).splits).toEqual([
    { name: 'train', share: 1 },
  ]);
});

test('the line of a setting is the line of its key', () => {
  const { lineOf } = fileOf(
    '# why\npack: workplace\ntiers:\n  # half\n  Crisis: 0.5\norganisations:\n  - name: A\n\n    domain: Business\n',
  );
  expect(
    [
      'pack',
      'tiers',
      'tiers.Crisis',
      'organisations',
      'organisations.0',
      'organisations.0.domain',
      'organisations.0.none',
      'none',
    ].map(lineOf),
  ).toEqual([2, 3, 5, 6, 7, 9, 7, undefined]);
});

describe('the published schema', () => {
  const committed = readFileSync('schemas/config.schema.json', 'utf8');
  const schema = JSON.parse(committed) as { properties: Record<string, Record<string, unknown>>; required: string[] };

  test('is the one the code writes (npm run schema)', () => {
    expect(committed).toBe(`${JSON.stringify(configJsonSchema(PACKS), null, 2)}\n`);
  });

  test('describes every setting, and its defaults are those of a run', () => {
    const { splits: _shares, settings: _own, ...shared } = resolveJob({ pack: 'workplace' });
    const settings = Object.assign({}, ...PACKS.map(({ id }) => resolveJob({ pack: id }).settings));
    expect(Object.keys(schema.properties).sort()).toEqual(
      [...Object.keys(shared), 'splits', 'out', 'llm', ...Object.keys(settings)].sort(),
    );
    for (const [key, property] of Object.entries(schema.properties)) {
      expect(property.description, key).toMatch(/\.$/);
      if (property.default !== undefined && key !== 'splits')
        expect({ ...shared, ...settings }).toHaveProperty(key, property.default);
    }
    expect(schema.required).toEqual(['pack']);
  });

  test('knows every key and word of the example config', () => {
    const config = parse(readFileSync(EXAMPLE, 'utf8')) as Record<string, unknown>;
    for (const [key, value] of Object.entries(config)) {
      expect(Object.keys(schema.properties), key).toContain(key);
      const { enum: words, type } = schema.properties[key] ?? {};
      if (words) expect(words).toContain(value);
      if (typeof type === 'string' && !words) expect(jsonTypeOf(value), key).toBe(type);
    }
  });
});

function jsonTypeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

test('the example config is sound, and names the schema for editors', () => {
  expect(readFileSync(EXAMPLE, 'utf8')).toContain('$schema=../schemas/config.schema.json');
  const file = readConfigFile(EXAMPLE);
  expect(file.out).toBe('out/half-in-crisis');
  expect(resolveJob({}, file)).toMatchObject({
    count: 5000,
    format: 'jsonl',
    settings: { ideation: false, tiers: { Crisis: 0.5, Mixed: 0 } },
  });
});
