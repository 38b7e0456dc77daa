import { describe, expect, test } from 'vitest';
import { readBlind } from '../../../src/evals/labels/blind-reader.ts';
import { giveaways } from '../../../src/evals/labels/giveaways.ts';
import { classesOf, type LabelledText } from '../../../src/evals/labels/labelled-text.ts';
import { readBack } from '../../../src/evals/labels/read-back.ts';
import { tierOrder } from '../../../src/evals/labels/tier-order.ts';
import { trainTestProbe } from '../../../src/evals/labels/train-test-probe.ts';
import { scoreVader } from '../../../src/language/vader.ts';

const LABELS = ['Low', 'High'];

function times(count: number, text: string, label: string): LabelledText[] {
  return Array.from({ length: count }, () => ({ text, label }));
}

test('a label that nobody named is refused, with the labels there are', () => {
  const texts = [...times(1, 'a', 'Low'), ...times(1, 'b', 'Middle')];
  expect(() => classesOf(texts, LABELS)).toThrow('Text 2 has the label "Middle"');
  expect([...classesOf(texts, ['Middle', 'Low'])]).toEqual([1, 0]);
});

describe('tier order', () => {
  const three = ['Low', 'Middle', 'High'];
  const texts: LabelledText[] = [
    ...['It was the worst.', 'It was bad.'].map((text) => ({ text, label: 'Low' })),
    ...['It was bad.', 'It was a day.'].map((text) => ({ text, label: 'Middle' })),
    ...['It was a day.', 'It was good.', 'It was great.'].map((text) => ({ text, label: 'High' })),
  ];

  test('gives the mean sentiment of each label and the chances between them', () => {
    const order = tierOrder(texts, three);
    const mean = (...all: string[]) => all.reduce((sum, text) => sum + scoreVader(text).compound, 0) / all.length;
    expect(order.means[0]).toBeCloseTo(mean('It was the worst.', 'It was bad.'), 12);
    expect(order.means[1]).toBeCloseTo(mean('It was bad.', 'It was a day.'), 12);
    expect(order.means[2]).toBeCloseTo(mean('It was a day.', 'It was good.', 'It was great.'), 12);
    expect(order.isMonotone).toBe(true);
    expect(order.extremes).toBe(1);
    // 4 pairs with one tie; 6 pairs with one tie
    expect(order.neighbours).toEqual([3.5 / 4, 5.5 / 6]);
  });

  test('is broken where labels change places', () => {
    const order = tierOrder(texts, ['Middle', 'Low', 'High']);
    expect(order.isMonotone).toBe(false);
    expect(order.neighbours[0]).toBe(0.5 / 4);
  });

  test('is not called monotone where a label has no text', () => {
    const order = tierOrder(texts, [...three, 'Best']);
    expect(order.isMonotone).toBe(false);
    expect(order.extremes).toBeNaN();
  });

  test('reads at most 2,000 texts of a label', () => {
    let read = 0;
    const counted = Array.from({ length: 2300 }, (_, i) => ({
      label: i < 300 ? 'Low' : 'High',
      get text() {
        read++;
        return 'It was a day.';
      },
    }));
    tierOrder([...counted, ...times(200, 'It was a day.', 'High')], LABELS);
    expect(read).toBeLessThan(2300);
    expect(read).toBeGreaterThan(2000);
  });
});

describe('a giveaway', () => {
  // 20 texts a label. "ward" 8 of Low only; "cake" 20 of High and 1 of Low (precision 20/21);
  // "team" 19 of High and 1 of Low (precision .95); "quiet" 6 of High only (recall .3)
  const texts = Array.from({ length: 20 }, (_, i) => [
    { label: 'Low', text: `Word${i} the ${i < 8 ? 'Ward, ward' : ''} ${i === 9 ? 'cake team' : ''}` },
    { label: 'High', text: `the cake ${i < 19 ? 'team' : ''} ${i < 6 ? 'quiet' : ''}` },
  ]).flat();

  test('is a word above both limits, with its figures', () => {
    expect(giveaways(texts, LABELS)).toEqual([
      { word: 'ward', label: 'Low', precision: 1, recall: 0.4, texts: 8 },
      { word: 'cake', label: 'High', precision: 20 / 21, recall: 1, texts: 21 },
    ]);
  });
});

describe('reading back', () => {
  test('is perfect where each label has its own word', () => {
    const reading = readBack([...times(10, 'the ward', 'Low'), ...times(20, 'the cake', 'High')], LABELS);
    expect(reading.confusion).toEqual([
      [5, 0],
      [0, 10],
    ]);
    expect([reading.texts, reading.macroF1, reading.kappa]).toEqual([15, 1, 1]);
  });

  test('is guessing where all texts are the same: all read as one label', () => {
    const reading = readBack([...times(10, 'the day', 'Low'), ...times(10, 'the day', 'High')], LABELS);
    expect(reading.accuracy).toBe(0.5);
    expect(reading.macroF1).toBeCloseTo(1 / 3, 12);
    expect(reading.kappa).toBe(0);
  });
});

describe('the blind reader', () => {
  const training = [...times(10, 'a long night on the ward', 'Low'), ...times(10, 'cake with the team', 'High')];
  const texts: LabelledText[] = [
    { text: 'a night on the ward', label: 'Low', group: 'Healthcare' },
    { text: 'cake', label: 'High', group: 'Business' },
    { text: 'cake with the team', label: 'Low', group: 'Healthcare' },
    { text: 'the team and a long night', label: 'High', group: 'Business' },
    { text: 'the team', label: 'High', group: 'Healthcare' },
  ];
  const blind = readBlind(training, texts, LABELS);

  test('reads all texts and each group', () => {
    expect(blind.all.confusion).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(blind.all.accuracy).toBe(0.6);
    expect(blind.all.f1).toEqual([0.5, 2 / 3]);
    expect(blind.all.withinOne).toBe(1);
    expect(blind.groups.map(({ group, reading }) => [group, reading.confusion])).toEqual([
      [
        'Business',
        [
          [0, 0],
          [1, 1],
        ],
      ],
      [
        'Healthcare',
        [
          [1, 1],
          [0, 1],
        ],
      ],
    ]);
  });

  test('names the rows that it would relabel, the surest first', () => {
    expect(blind.relabelled.map(({ row, intended, perceived }) => [row, intended, perceived])).toEqual([
      [2, 'Low', 'High'],
      [3, 'High', 'Low'],
    ]);
    const [first, second] = blind.relabelled.map(({ probability }) => probability);
    expect(first).toBeGreaterThan(second as number);
    expect(second).toBeGreaterThan(0.5);
    expect(first).toBeLessThan(1);
  });

  test('names 200 rows at most, and no group where there is none', () => {
    const wrong = readBlind(training, [...times(150, 'cake', 'Low'), ...times(150, 'ward', 'High')], LABELS);
    expect(wrong.all.accuracy).toBe(0);
    expect(wrong.relabelled).toHaveLength(200);
    expect(wrong.groups).toEqual([]);
  });

  test('reads more texts than it holds at a time', () => {
    const many = readBlind(training, [...times(2500, 'ward', 'Low'), ...times(1600, 'cake', 'High')], LABELS);
    expect(many.all.confusion).toEqual([
      [2500, 0],
      [0, 1600],
    ]);
  });

  test('does not know a word that fewer than 5 texts have', () => {
    const confusionWith = (cakes: number) => {
      const learned = [...times(6, 'the day', 'Low'), ...times(cakes, 'the day cake', 'High')];
      return readBlind(learned, times(3, 'the day cake', 'High'), LABELS).all.confusion;
    };
    expect(confusionWith(4)[1]).toEqual([3, 0]);
    expect(confusionWith(5)[1]).toEqual([0, 3]);
  });
});

describe('the probe within one corpus', () => {
  test('reads a fifth of each label', () => {
    const reading = trainTestProbe(
      [...times(50, 'a long night', 'Low'), ...times(100, 'cake for all', 'High')],
      LABELS,
    );
    expect(reading.confusion).toEqual([
      [10, 0],
      [0, 20],
    ]);
    expect(reading.f1).toEqual([1, 1]);
  });

  test('takes the first label where texts say nothing, since labels weigh the same', () => {
    const reading = trainTestProbe([...times(50, 'a day', 'Low'), ...times(100, 'a day', 'High')], LABELS);
    expect(reading.confusion).toEqual([
      [10, 0],
      [20, 0],
    ]);
    expect(reading.macroF1).toBeCloseTo(0.25, 12);
  });
});
