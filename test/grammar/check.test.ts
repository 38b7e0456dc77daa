import { describe, expect, test } from 'vitest';
import { checkTemplates, RULE_GROUPS } from '../../src/grammar/check.ts';
import { loadLexicon } from '../../src/grammar/lexicon.ts';
import { readPackSource } from '../../src/grammar/read-source.ts';
import type { TemplateFault } from '../../src/grammar/source.ts';
import { BASE_PACK } from '../faults/templates/base-pack.ts';
import { PLANTED, type PlantedFault } from '../faults/templates/planted.ts';

const lexicon = loadLexicon('templates/lexicon/english.yaml');
/** Every role of the small pack must find a story. */
const records = [{ role: 'cook' }, { role: 'clerk' }];

function check(files: Readonly<Record<string, string>>, plannedRows = 2): readonly TemplateFault[] {
  const faults: TemplateFault[] = [];
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  const source = readPackSource('small', list, faults);
  return source ? [...faults, ...checkTemplates(source, lexicon, { plannedRows, records })] : faults;
}

function plant({ file, from, to }: PlantedFault): Readonly<Record<string, string>> {
  const text = BASE_PACK[file] ?? '';
  expect(text, `${file} holds what the fault replaces`).toContain(from);
  return { ...BASE_PACK, [file]: text.replace(from, () => to) };
}

function placeOf({ file, to, at }: PlantedFault, files: Readonly<Record<string, string>>): string {
  const where = at?.file ?? file;
  const words = at?.line ?? to;
  const line = (files[where] ?? '').split('\n').findIndex((text) => text.includes(words)) + 1;
  expect(line, `${where} holds "${words}"`).toBeGreaterThan(0);
  return `${where}:${line}`;
}

test('the sound pack has no fault', () => {
  expect(check(BASE_PACK)).toEqual([]);
});

describe('the check finds', () => {
  test.each(PLANTED.map((planted) => [planted.fault, planted] as const))('%s', (_, planted) => {
    const files = plant(planted);
    const found = check(files, planted.plannedRows);
    const rules = found.map(({ rule }) => rule);
    expect(rules).toContain(planted.rule);
    expect(found.filter(({ rule }) => rule === planted.rule).map(({ at }) => at)).toContain(placeOf(planted, files));
    expect(rules.filter((rule) => rule !== planted.rule && !planted.also?.includes(rule))).toEqual([]);
    for (const { message, hint } of found) expect([message, hint].join('')).toMatch(/^[^\n]+$/);
  });
});

test('every rule has a planted fault', () => {
  const rules = RULE_GROUPS.flatMap((group) => Object.keys(group.rules));
  const planted = new Set(PLANTED.map(({ rule }) => rule));
  expect(rules.filter((rule) => !planted.has(rule))).toEqual([]);
  expect(new Set(rules).size).toBe(rules.length);
});

test('findings come by file and line', () => {
  const found = check({
    ...BASE_PACK,
    'north/leak.yaml': (BASE_PACK['north/leak.yaml'] ?? '')
      .replace('rain makes', 'rain  makes')
      .replace('I put', 'The man put'),
    'north/ask.yaml': (BASE_PACK['north/ask.yaml'] ?? '').replace('one [dry', 'The [dry'),
  });
  expect(found.map(({ rule, at }) => [rule, at])).toEqual([
    ['value-capital', 'north/ask.yaml:7'],
    ['value-capital', 'north/leak.yaml:12'],
    ['double-space', 'north/leak.yaml:18'],
  ]);
});

test('phrases of the caller are forbidden too, where their question asks for it', () => {
  const source = readPackSource(
    'small',
    Object.entries(BASE_PACK).map(([path, text]) => ({ path, text })),
    [],
  );
  if (!source) throw new Error('the base pack cannot be read');
  const find = (questions?: readonly string[]) =>
    checkTemplates(source, lexicon, {
      plannedRows: 2,
      phrases: [{ rule: 'unsafe-pipe', pattern: /\bpipe\b/, ...(questions ? { questions } : {}) }],
    }).map(({ rule, at }) => `${rule} ${at}`);
  expect(find()).toEqual(['unsafe-pipe north/ask.yaml:7', 'unsafe-pipe north/leak.yaml:8']);
  expect(find(['q23'])).toEqual(['unsafe-pipe north/ask.yaml:7']);
});

test('a near name is suggested, and all that is wrong is told at once', () => {
  const found = check({
    ...BASE_PACK,
    'north/leak.yaml': (BASE_PACK['north/leak.yaml'] ?? '')
      .replace('burst] in {room}', 'burst] in {rom}')
      .replace('{boss} told', '{bos} told'),
  });
  expect(found.map(({ message, hint }) => [message, hint])).toEqual([
    ['nothing is called {rom} in north', "did you mean 'room'?"],
    ['nothing is called {bos} in north', "did you mean 'boss'?"],
  ]);
});
