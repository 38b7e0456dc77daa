import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, taggedHash } from '../../src/core/canonical-json.ts';

test('keys are sorted at every depth and there are no spaces', () => {
  expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'x"y' })).toBe('{"a":"x\\"y","b":[1,{"c":true,"d":null}]}');
});

test('the text reads back as the same value, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
    }),
  );
});

test.each([
  ['NaN', { a: [Number.NaN] }, '$.a[0] is NaN'],
  ['infinity', { a: Infinity }, '$.a is Infinity'],
  ['undefined', { a: undefined }, '$.a is undefined'],
  ['a hole', new Array(1), '$[0] is undefined'],
  ['a date', { a: new Date(0) }, '$.a is a Date'],
  ['a map', new Map(), '$ is a Map'],
  ['a big integer', 1n, '$ is bigint'],
])('%s is refused with its path', (_, value, message) => {
  expect(() => canonicalJson(value)).toThrow(message);
});

test('a hash is of the tag and the value', () => {
  const hash = taggedHash('config.1', { b: 1, a: 2 });
  expect(hash).toBe('sha256:50bd315b79250b76bb7f27080907b8c1eb61369941dc672618850247563d0da3');
  expect(taggedHash('config.1', { a: 2, b: 1 })).toBe(hash);
  expect(taggedHash('config.2', { a: 2, b: 1 })).not.toBe(hash);
});
