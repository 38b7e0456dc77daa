import { describe, expect, test } from 'vitest';
import type { CompiledGrammar } from '../src/grammar/plan.ts';
import { findLeftover, findUnsafe } from '../src/language/safety.ts';
import type { Sampler } from '../src/packs/pack.ts';
import { workplace } from '../src/packs/workplace/index.ts';
import { openPipeline, type ProducedRecord, type RejectedRecord } from '../src/pipeline.ts';
import { openRealSampler, realGrammar } from './packs/real-pack.ts';

const COUNT = 3000;
const grammar = realGrammar('workplace');
const NOTHING_MORE = { fill: () => {}, label: () => {} };
const open = (
  options: {
    readonly seed?: number;
    readonly candidates?: number;
    readonly trace?: boolean;
    readonly sampler?: Sampler;
    readonly count?: number;
    readonly compiled?: CompiledGrammar;
  } = {},
) => {
  const { seed = 42, candidates = 4, trace = false, count = COUNT, compiled = grammar } = options;
  const sampler = options.sampler ?? openRealSampler('workplace', { count, seed });
  return openPipeline({
    pack: workplace,
    grammar: compiled,
    sampler,
    seed,
    candidates,
    style: 'natural',
    trace,
    completion: NOTHING_MORE,
  });
};

const rejected: RejectedRecord[] = [];
const pipeline = open();
const records = Array.from({ length: COUNT }, (_, i) => pipeline.produce(i, rejected)).filter(
  (record) => record !== undefined,
);
const plain = (record: ProducedRecord | undefined) =>
  record && { row: record.row, truth: record.truth, split: record.sample.split };

describe('3,000 records of the workplace pack', () => {
  test('are all there, and few candidates were turned down', () => {
    expect(records).toHaveLength(COUNT);
    expect(rejected.length).toBeLessThan(COUNT * 0.01);
  });

  test('show nothing of their templates, and begin with a word', () => {
    for (const { texts } of records)
      for (const text of texts) {
        expect(findLeftover(text)).toBeUndefined();
        expect(text).toMatch(/^(?:[-*] ?)?['"(]?[A-Za-z0-9]/);
        expect(text.trim()).toBe(text);
      }
  });

  test('break no safety rule where they speak of distress', () => {
    for (const { texts, sample } of records)
      if (sample.sensitive) for (const text of texts) expect(findUnsafe(text)).toBeUndefined();
  });

  test('tell of dark thoughts where the record has them, with help that was found or not, and nowhere else', () => {
    const level = workplace.truthColumns.columns.findIndex(({ name }) => name === 'si_level');
    const traced = open({ trace: true });
    let dark = 0;
    for (const [i, { sample }] of records.entries()) {
      if (!sample.sensitive) continue;
      const kinds = traced.produce(i, [])?.narration.texts.flatMap(({ spans }) => spans.map(({ kind }) => kind));
      const isDark = sample.truth[level] !== 'none';
      if (isDark) dark++;
      expect(kinds?.includes('dark')).toBe(isDark);
      expect(kinds?.includes('help')).toBe(isDark);
    }
    expect(dark).toBeGreaterThan(5);
  });

  test('have lengths inside the band of their tier, at least 95 in 100 of them', () => {
    const lengths = records.flatMap(({ narration }) =>
      narration.texts.map(({ text, band }) => text.length >= band[0] && text.length <= band[1]),
    );
    expect(lengths.filter(Boolean).length / lengths.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each(workplace.texts.map(({ column }, i) => [column, i] as const))('never say the same %s twice', (_, i) => {
    expect(new Set(records.map(({ texts }) => texts[i])).size).toBe(COUNT);
  });

  test('hold their texts in the text columns and their stories in the truth', () => {
    const at = workplace.texts.map(({ column }) => workplace.table.columns.findIndex(({ name }) => name === column));
    for (const { row, texts, truth, sample, narration } of records.slice(0, 300)) {
      expect(at.map((column) => row[column])).toEqual(texts);
      expect(row).toHaveLength(workplace.table.columns.length);
      expect(truth.slice(0, sample.truth.length)).toEqual(sample.truth);
      const stories = narration.texts.flatMap(({ schema, arc }) => [schema, arc]);
      expect(truth.slice(sample.truth.length)).toEqual([narration.voice.name, ...stories]);
      expect(stories.every(Boolean)).toBe(true);
    }
  });

  test('differ in the seed', () => {
    const other = open({ seed: 43 });
    const same = Array.from({ length: 100 }, (_, i) => other.produce(i, [])?.texts[1]).filter((text) =>
      records.some(({ texts }) => texts[1] === text),
    );
    expect(same).toEqual([]);
  });
});

describe('a record is the same', () => {
  test('whatever came before it', () => {
    const fresh = open();
    for (const i of [2999, 7, 1500, 0, 7]) expect(plain(fresh.produce(i, []))).toEqual(plain(records[i]));
    expect(plain(open().produce(1234, []))).toEqual(plain(records[1234]));
  });

  test('whichever story was compiled before it: what domains share names the people of the domain', () => {
    const fresh = open({ compiled: realGrammar('workplace') });
    const sensitive = [...records.keys()].filter((i) => records[i]?.sample.sensitive).reverse();
    for (const i of sensitive) expect(plain(fresh.produce(i, []))).toEqual(plain(records[i]));
  });

  test('with the trace and without, and the trace points at its words', () => {
    const traced = open({ trace: true });
    for (let i = 0; i < 100; i++) {
      const record = traced.produce(i, []);
      expect(plain(record)).toEqual(plain(records[i]));
      for (const { spans, text } of record?.narration.texts ?? []) {
        expect(spans.length).toBeGreaterThan(0);
        for (const { start, end, source } of spans) {
          expect(text.slice(start, end).trim()).not.toBe('');
          expect(source).toMatch(/\.yaml:\d+$/);
        }
      }
    }
  });
});

describe('a candidate that fails its checks', () => {
  const sampler = openRealSampler('workplace', { count: 10 });
  /** A sampler whose first `bad` candidates no story fits. */
  const failing = (bad: number): Sampler => ({
    ...sampler,
    sample(index, candidate) {
      const sample = sampler.sample(index, candidate);
      return candidate < bad
        ? {
            ...sample,
            story: { ...sample.story, attributes: { ...sample.story.attributes, role: 'nobody', tier: 'None' } },
          }
        : sample;
    },
  });

  test('gives way to the next one of the same record', () => {
    const turnedDown: RejectedRecord[] = [];
    const record = open({ sampler: failing(2) }).produce(5, turnedDown);
    expect(record?.sample.key).toBe(sampler.sample(5, 2).key);
    expect(record?.row.slice(0, 5)).toEqual(sampler.sample(5, 2).row.slice(0, 5));
    expect(turnedDown.map(({ index, candidate, rejection }) => [index, candidate, rejection.reason])).toEqual([
      [5, 0, 'empty'],
      [5, 1, 'empty'],
    ]);
  });

  test('leaves the record out when there is no next one', () => {
    const turnedDown: RejectedRecord[] = [];
    expect(open({ sampler: failing(9), candidates: 3 }).produce(5, turnedDown)).toBeUndefined();
    expect(turnedDown).toHaveLength(3);
    expect(turnedDown[0]?.texts).toEqual(['', '', '']);
  });
});

describe('a draft', () => {
  const every = () => true;

  test('that nothing retold is the record that is made without drafts', () => {
    const fresh = open();
    for (const i of [0, 7, 1500]) {
      const draft = fresh.produce(i, [], every) as ProducedRecord;
      expect(fresh.retell(draft, [undefined, undefined, undefined])).toEqual([false, false, false]);
      expect(plain(draft)).toEqual(plain(records[i]));
    }
  });

  test('takes retold texts, and keeps its own where one fails the checks', () => {
    const fresh = open();
    const draft = fresh.produce(7, [], every) as ProducedRecord;
    const retold = ['A plain thing that changed.', 'It said {slot} on the door.', undefined];
    expect(fresh.retell(draft, retold)).toEqual([true, false, false]);
    const at = (name: string) => workplace.table.columns.findIndex((column) => column.name === name);
    expect(draft.row[at('q23_text')]).toMatch(/plain thing/i);
    for (const name of ['q24_text', 'q25_text']) expect(draft.row[at(name)]).toBe(records[7]?.row[at(name)]);
  });

  test('whose own text fails the checks is to be made anew', () => {
    const fresh = open();
    const draft = fresh.produce(7, [], every) as ProducedRecord;
    const [first, ...rest] = draft.narration.texts;
    const spoilt = {
      ...draft,
      narration: { ...draft.narration, texts: [{ ...first, text: 'Left {over}.' }, ...rest] },
    };
    expect(fresh.retell(spoilt as ProducedRecord, [undefined, undefined, undefined])).toBeUndefined();
  });
});
