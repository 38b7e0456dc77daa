import { describe, expect, test } from 'vitest';
import { openTextModel, type TextModel } from '../../src/statistics/text-model.ts';

const NUMBERS: TextModel = {
  kind: 'numbers',
  outputs: ['joy', 'fear'],
  terms: ['good', 'bad', 'day', 'good day'],
  inverseFrequency: [1, 5, 2, 2],
  weights: [
    [0.3, -0.6, 0, 0.6],
    [-0.3, 0.9, 0.15, 0],
  ],
  intercepts: [0.5, 0.2],
};

describe('a text model of numbers', () => {
  test('adds the weights of the terms by their share of the text to the intercept', () => {
    // TF-IDF 1 (good), 2 (day), 2 (good day): of length 3, so the shares are 1/3, 2/3, 2/3.
    const { values } = openTextModel(NUMBERS)(['good', 'day', 'x']);
    expect(values[0]).toBeCloseTo(0.5 + 0.3 / 3 + (0.6 * 2) / 3, 12);
    expect(values[1]).toBeCloseTo(0.2 - 0.3 / 3 + (0.15 * 2) / 3, 12);
  });

  test('counts a term that comes twice twice, and no pair across an unknown word', () => {
    // TF-IDF 2 (good), 2 (day): of length the root of 8.
    const { values } = openTextModel(NUMBERS)(['good', 'x', 'good', 'x', 'day']);
    expect(values[0]).toBeCloseTo(0.5 + (0.3 * 2) / Math.sqrt(8), 12);
  });

  test('knows the share of the words that it has as terms, pairs left out', () => {
    const read = openTextModel(NUMBERS);
    expect(read(['good', 'day', 'x', 'y']).known).toBe(0.5);
    expect(read([]).known).toBe(0);
  });

  test('gives out nothing beyond its range', () => {
    const read = openTextModel({ ...NUMBERS, range: [0.15, 0.9] });
    expect(read(['good', 'day']).values).toEqual([0.9, expect.closeTo(0.2, 12)]);
    expect(read(['good']).values[1]).toBe(0.15);
  });

  test('names the terms that weighed most, whichever way', () => {
    const read = openTextModel(NUMBERS)(['good', 'day', 'bad']);
    // TF-IDF 1, 2, 5, 2: of length the root of 34.
    const weights = [-0.6 * 5, 0.6 * 2, 0.3].map((weight) => expect.closeTo(weight / Math.sqrt(34), 12));
    expect(read.reasons(0, 3)).toEqual([
      { term: 'bad', weight: weights[0] },
      { term: 'good day', weight: weights[1] },
      { term: 'good', weight: weights[2] },
    ]);
    expect(read.reasons(0, 1)).toHaveLength(1);
  });

  test('a text without a known word is its intercept, with no reasons', () => {
    const read = openTextModel(NUMBERS)(['x', '__proto__']);
    expect(read.values).toEqual([0.5, 0.2]);
    expect(read.reasons(0, 3)).toEqual([]);
  });
});

test('a text model of categories gives probabilities by softmax', () => {
  const model: TextModel = {
    kind: 'categories',
    outputs: ['low', 'high'],
    terms: ['good'],
    inverseFrequency: [7],
    weights: [[-Math.log(3)], [0]],
    intercepts: [0, 0],
  };
  const read = openTextModel(model);
  expect(read(['good']).values).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12)]);
  expect(read(['x']).values).toEqual([0.5, 0.5]);
  const far = openTextModel({ ...model, intercepts: [2000, 0] });
  expect(far(['x']).values).toEqual([1, 0]);
});
