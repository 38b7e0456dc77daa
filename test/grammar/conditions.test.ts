import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Conditions, canHold, isHeld } from '../../src/grammar/conditions.ts';
import type { When } from '../../src/grammar/source.ts';

function held(conditions: Conditions, number: number, attributes: Readonly<Record<string, string>>): boolean {
  const holds = new Int32Array(conditions.words);
  conditions.evaluate(attributes, holds);
  return isHeld(holds, number);
}

test('no condition is number 0, which always holds', () => {
  const conditions = new Conditions();
  expect(conditions.numberOf({})).toBe(0);
  conditions.numberOf({ role: ['nurse'] });
  expect(held(conditions, 0, {})).toBe(true);
});

test('the same condition has the same number, in whatever order it is written', () => {
  const conditions = new Conditions();
  const number = conditions.numberOf({ role: ['nurse', 'aide'], shift: ['night'] });
  expect(conditions.numberOf({ shift: ['night'], role: ['aide', 'nurse'] })).toBe(number);
  expect(conditions.numberOf({ shift: ['night'], role: ['aide'] })).not.toBe(number);
});

test('all keys must hold, and a list means any of', () => {
  const conditions = new Conditions();
  const number = conditions.numberOf({ role: ['nurse', 'aide'], shift: ['night'] });
  expect(held(conditions, number, { role: 'aide', shift: 'night' })).toBe(true);
  expect(held(conditions, number, { role: 'aide', shift: 'day' })).toBe(false);
  expect(held(conditions, number, { role: 'clerk', shift: 'night' })).toBe(false);
  expect(held(conditions, number, { role: 'aide' })).toBe(false);
});

test('an attribute that is decided elsewhere is not asked', () => {
  const conditions = new Conditions();
  const number = conditions.numberOf({ tier: ['Safe'], role: ['nurse'] }, ['tier']);
  expect(held(conditions, number, { tier: 'Crisis', role: 'nurse' })).toBe(true);
  expect(conditions.numberOf({ tier: ['Safe'] }, ['tier'])).toBe(0);
});

test('a condition that is numbered after the first record is asked of the next', () => {
  const conditions = new Conditions();
  conditions.numberOf({ role: ['nurse'] });
  held(conditions, 0, { role: 'nurse' });
  const late = conditions.numberOf({ shift: ['night'] });
  expect(held(conditions, late, { shift: 'day' })).toBe(false);
  expect(held(conditions, late, { shift: 'night' })).toBe(true);
});

test('a hundred conditions each hold for their own value alone', () => {
  const conditions = new Conditions();
  const numbers = Array.from({ length: 100 }, (_, i) => conditions.numberOf({ role: [`role${i}`] }));
  const holds = new Int32Array(conditions.words);
  numbers.forEach((_, i) => {
    conditions.evaluate({ role: `role${i}` }, holds);
    expect(numbers.flatMap((number, k) => (isHeld(holds, number) ? [k] : []))).toEqual([i]);
  });
});

const VALUES = ['a', 'b', 'c'];
const when: fc.Arbitrary<When> = fc.dictionary(
  fc.constantFrom('x', 'y', 'z'),
  fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1 }),
);
const record = fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.constantFrom(...VALUES, 'd'));

test('what is held agrees with asking each condition by hand', () => {
  const property = fc.property(
    fc.array(when, { maxLength: 80 }),
    fc.array(record, { minLength: 1, maxLength: 5 }),
    (list, records) => {
      const conditions = new Conditions();
      const numbers = list.map((entry) => conditions.numberOf(entry));
      const holds = new Int32Array(conditions.words);
      for (const attributes of records) {
        conditions.evaluate(attributes, holds);
        const byHand = list.map((entry) =>
          Object.entries(entry).every(([key, values]) => values.includes(attributes[key] ?? '')),
        );
        expect(numbers.map((number) => isHeld(holds, number))).toEqual(byHand);
      }
    },
  );
  fc.assert(property);
});

test('a condition can hold as long as nothing known is against it', () => {
  const night: When = { tier: ['Safe', 'Mixed'], shift: ['night'] };
  expect(canHold(night, {})).toBe(true);
  expect(canHold(night, { tier: 'Mixed' })).toBe(true);
  expect(canHold(night, { tier: 'Crisis' })).toBe(false);
  expect(canHold(night, { tier: 'Safe', shift: 'day' })).toBe(false);
});
