import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertPortable, schemaIssues } from '../../src/llm/output-schema.ts';
import { readObject, wholeItems } from '../../src/llm/read-answer.ts';

test.each([
  ['as it is', '{"a": 1}'],
  ['in a fence', '```json\n{"a": 1}\n```'],
  ['with talk around it', 'Here you are: {"a": 1} I hope it helps {'],
  ['with a trailing comma', '{"a": 1,}'],
])('an object %s is read', (_, text) => {
  expect(readObject(text)).toEqual({ a: 1 });
});

test.each(['', 'no', '[1]', '{"a": '])('%s holds no object', (text) => {
  expect(readObject(text)).toBeUndefined();
});

test('any object is read out of any prose without braces', () => {
  const prose = fc.string().map((text) => text.replace(/[{}`"\\]/g, ''));
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
      prose,
      prose,
      (value, before, after) => {
        // Only own, plain keys come back from JSON.
        const plain = JSON.parse(JSON.stringify(value));
        expect(readObject(`${before}${JSON.stringify(value)}${after}`)).toEqual(plain);
      },
    ),
  );
});

test('whole items are taken out of a torn list', () => {
  expect(wholeItems('{"rows": [{"id": 0, "texts": ["a } b"]}, {"id": 1, "texts": ["c')).toEqual([
    { id: 0, texts: ['a } b'] },
  ]);
  expect(wholeItems('nothing')).toEqual([]);
});

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['n', 'kind', 'tags'],
  properties: {
    n: { type: 'integer', minimum: 1, maximum: 5 },
    kind: { type: 'string', enum: ['a', 'b'] },
    tags: { type: 'array', maxItems: 2, items: { type: ['string', 'null'], maxLength: 3 } },
  },
};

test('what breaks a schema is said in words', () => {
  expect(schemaIssues({ n: 3, kind: 'a', tags: ['x', null] }, schema)).toEqual([]);
  expect(schemaIssues({ n: 9, kind: 'c', tags: ['long one', 'b', 'c'] }, schema)).toEqual([
    '$.n is above 5',
    '$.kind is not one of a, b',
    '$.tags has more than 2 items',
  ]);
  expect(schemaIssues({ n: 1.5, kind: 'a' }, schema)).toEqual(['$.n is number, not integer', '$.tags is missing']);
});

test.each([
  ['an optional property', { ...schema, required: ['n'] }],
  ['an open object', { ...schema, additionalProperties: true }],
  ['a root that is a list', { type: 'array', items: { type: 'string' } }],
  [
    'a keyword that not all take',
    { ...schema, properties: { ...schema.properties, n: { type: 'integer', pattern: '1' } } },
  ],
  [
    'a tuple',
    { ...schema, properties: { ...schema.properties, tags: { type: 'array', items: [{ type: 'string' }] } } },
  ],
  ['two types', { ...schema, properties: { ...schema.properties, n: { type: ['integer', 'string'] } } }],
])('a schema with %s is not portable', (_, broken) => {
  expect(() => assertPortable(broken, 'p.md')).toThrow(/output schema/);
  expect(() => assertPortable(schema, 'p.md')).not.toThrow();
});
