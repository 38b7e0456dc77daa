import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/record.ts';
import { TABLE, VIEWS } from '../../src/packs/students/columns.ts';
import { parseStudentsConfig } from '../../src/packs/students/config.ts';
import { derive } from '../../src/packs/students/derive.ts';
import { SKILLS } from '../../src/packs/students/skills.ts';
import { resolveJob } from '../../src/runtime/config.ts';
import { openRealSampler } from './real-pack.ts';

const ROWS = 42_000;
const at = Object.fromEntries(TABLE.columns.map(({ name }, i) => [name, i])) as Record<string, number>;
const sampler = openRealSampler('students', { count: ROWS });
const samples = Array.from({ length: ROWS }, (_, i) => sampler.sample(i, 0));
const value = (row: readonly Cell[], name: string) => row[at[name] as number] as number;
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const of = (name: string, word: string) => samples.filter(({ row }) => row[at[name] as number] === word);

/** Means by level, half of the grade term added, as in the reference's table; and the skill whose rows are lifted. */
const TABLED: readonly (readonly [string, Readonly<Record<string, number>>, string | undefined])[] = [
  ['task_completion_rate', { high: 0.875, medium: 0.725, developing: 0.525 }, 'resilience'],
  ['time_efficiency', { high: 0.82, medium: 0.64, developing: 0.49 }, 'problem_solving'],
  ['retry_count', { high: 2, medium: 4, developing: 6 }, 'problem_solving'],
  ['recovery_rate', { high: 0.85, medium: 0.68, developing: 0.51 }, 'resilience'],
  ['distraction_resistance', { high: 0.85, medium: 0.65, developing: 0.5 }, 'self_regulation'],
  ['focus_duration', { high: 13, medium: 9, developing: 6 }, 'self_regulation'],
  ['collaboration_indicators', { high: 0.75, medium: 0.6, developing: 0.5 }, 'empathy'],
  ['leadership_indicators', { high: 0.69, medium: 0.49, developing: 0.34 }, undefined],
  ['event_count', { high: 16.5, medium: 13.5, developing: 9.5 }, undefined],
];

describe('behaviour', () => {
  test.each(TABLED)('%s has the means of the table at each level, to 3%%', (name, means, lifted) => {
    for (const [level, expected] of Object.entries(means)) {
      const rows = of('skill_level', level).filter(({ row }) => row[at.skill as number] !== lifted);
      expect(mean(rows.map(({ row }) => value(row, name))) / expected, level).toBeGreaterThan(0.97);
      expect(mean(rows.map(({ row }) => value(row, name))) / expected, level).toBeLessThan(1.03);
    }
  });

  test('the skill that an utterance is about lifts its own features', () => {
    const focus = (skill: string) =>
      mean(
        samples
          .filter(({ row }) => row[at.skill as number] === skill && row[at.skill_level as number] === 'high')
          .map(({ row }) => value(row, 'focus_duration')),
      );
    expect(focus('self_regulation') / focus('empathy')).toBeCloseTo(1.025, 1);
    expect(focus('self_regulation')).toBeGreaterThan(focus('empathy'));
  });

  test('and true scores of a pupil go together, within a level', () => {
    const rows = of('skill_level', 'medium').filter(({ row }) => row[at.skill as number] === 'empathy');
    const focus = rows.map(({ row }) => value(row, 'focus_duration'));
    const score = rows.map(({ labels }) => labels?.[0] as number);
    const [f, s] = [mean(focus), mean(score)];
    const covariance = mean(focus.map((x, i) => (x - f) * ((score[i] as number) - s)));
    const spread = (values: readonly number[], m: number) => Math.sqrt(mean(values.map((x) => (x - m) ** 2)));
    const r = covariance / (spread(focus, f) * spread(score, s));
    expect(r).toBeGreaterThan(0.2);
    expect(r).toBeLessThan(0.85);
  });
});

describe('true scores', () => {
  test.each([
    ['high', 0.62, 0.64],
    ['medium', 0.5, 0.51],
    ['developing', 0.38, 0.4],
  ])('of level %s have their mean over the four skills between %f and %f', (level, low, high) => {
    const all = of('skill_level', level).flatMap(({ labels }) => labels as number[]);
    expect(mean(all)).toBeGreaterThan(low);
    expect(mean(all)).toBeLessThan(high);
  });

  test('stand apart for the skill that an utterance is about', () => {
    for (const [k, skill] of SKILLS.entries()) {
      const rows = of('skill', skill).filter(({ row }) => row[at.skill_level as number] === 'high');
      const own = mean(rows.map(({ labels }) => labels?.[k] as number));
      const others = mean(rows.flatMap(({ labels }) => (labels as number[]).filter((_, i) => i !== k)));
      expect(own).toBeCloseTo(0.75, 1);
      expect(others).toBeCloseTo(0.591, 1);
      expect(own - others).toBeGreaterThan(0.1);
    }
  });
});

describe('pupils', () => {
  test('have one grade, one level and one split, and an utterance of each skill', () => {
    const pupils = Map.groupBy(samples, ({ row }) => row[at.student_id as number] as string);
    expect(pupils.size).toBe(ROWS / 4);
    for (const utterances of pupils.values()) {
      for (const name of ['grade', 'skill_level'])
        expect(new Set(utterances.map(({ row }) => row[at[name] as number])).size).toBe(1);
      expect(new Set(utterances.map(({ split }) => split)).size).toBe(1);
      expect(new Set(utterances.map(({ row }) => row[at.skill as number])).size).toBe(4);
    }
  });

  test('fill every cell of skill, level and grade alike', () => {
    const cells = Map.groupBy(samples, ({ row }) =>
      ['skill', 'skill_level', 'grade'].map((name) => row[at[name] as number]).join(' '),
    );
    expect(cells.size).toBe(84);
    for (const rows of cells.values()) expect(Math.abs(rows.length - ROWS / 84)).toBeLessThan(1);
  });
});

describe('settings', () => {
  test('a balanced run has whole cells, at least one row each', () => {
    const rows = (count: number, settings = {}) =>
      resolveJob({ pack: 'students', count, balanced: true, ...settings }).count;
    expect([20, 100, 1000, 5000].map((count) => rows(count))).toEqual([84, 84, 924, 4956]);
    expect(rows(10, { skills: ['empathy'], grades: [3], levels: ['high', 'developing'] })).toBe(10);
    expect(resolveJob({ pack: 'students', count: 20 }).count).toBe(20);
  });

  test.each([
    [{ skills: ['empaty'] }, 'skills', "did you mean 'empathy'?"],
    [{ grades: [9] }, 'grades', ''],
    [{ levels: [] }, 'levels', 'high'],
    [{ balanced: 'yes' }, 'balanced', ''],
  ])('%j is refused with its place and a cure', (config, place, hint) => {
    expect(() => parseStudentsConfig(config)).toThrow(
      expect.objectContaining({ at: place, hint: expect.stringContaining(hint) }),
    );
  });

  test('one name stands for a list of it', () => {
    expect(parseStudentsConfig({ skills: 'resilience', grades: '4' })).toMatchObject({
      skills: ['resilience'],
      grades: [4],
    });
  });
});

test('the reference view has the 38 columns of the reference file in its order', () => {
  const names = VIEWS.reference?.columns.map(({ name }) => name) ?? [];
  expect(names).toHaveLength(38);
  expect(names.join(' ')).toBe(
    'response skill skill_level grade source empathy_markers problem_solving_language perseverance_indicators ' +
      'social_processes cognitive_processes positive_sentiment negative_sentiment avg_sentence_length ' +
      'syntactic_complexity word_count unique_word_count noun_count verb_count adj_count adv_count readability_score ' +
      'task_completion_rate time_efficiency retry_count recovery_rate distraction_resistance focus_duration ' +
      'collaboration_indicators leadership_indicators event_count empathy_social_interaction problem_solving_cognitive ' +
      'self_regulation_focus resilience_recovery empathy_score problem_solving_score self_regulation_score ' +
      'resilience_score',
  );
});

test('derived features are what their formulas say, and the scenario is the middle of the id of the story', () => {
  const row: Cell[] = TABLE.columns.map(({ type }) => (type === 'string' ? '' : 0));
  const put = (name: string, cell: Cell) => {
    row[at[name] as number] = cell;
  };
  put('social_processes', 0.1);
  put('collaboration_indicators', 0.5);
  put('cognitive_processes', 0.2);
  put('time_efficiency', 0.6);
  put('retry_count', 25);
  put('distraction_resistance', 0.8);
  put('focus_duration', 6);
  put('recovery_rate', 0.7);
  put('perseverance_indicators', 0.05);
  derive(row, { texts: [{ schema: 'emp.bus.high-lower-seat' }] } as never);
  const read = (name: string) => row[at[name] as number];
  expect(read('empathy_social_interaction')).toBeCloseTo(0.26, 9);
  expect(read('problem_solving_cognitive')).toBeCloseTo(0.28, 9);
  expect(read('self_regulation_focus')).toBeCloseTo(0.6, 9);
  expect(read('resilience_recovery')).toBeCloseTo(0.44, 9);
  expect(read('scenario')).toBe('bus');
});
