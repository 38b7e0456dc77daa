import { expect, test } from 'vitest';
import * as errors from '../../src/core/errors.ts';

const { FabulaError, ...KINDS } = errors;

test.each([
  ['UsageError', 2],
  ['PackError', 2],
  ['PromptError', 2],
  ['ProviderError', 3],
  ['BudgetError', 3],
  ['StoreError', 4],
  ['DatasetError', 1],
] as const)('%s ends the command line with %i', (kind, exitCode) => {
  const cause = new Error('below');
  const error = new KINDS[kind]('some-code', 'It broke.', { hint: 'Mend it.', at: 'a.yaml:3:1', cause });
  expect(error).toBeInstanceOf(FabulaError);
  expect(error).toMatchObject({
    name: kind,
    code: 'some-code',
    message: 'It broke.',
    hint: 'Mend it.',
    exitCode,
    cause,
  });
  expect(error.at).toBe('a.yaml:3:1');
});

test('every kind has an exit code in this table', () => {
  expect(Object.keys(errors)).toHaveLength(8);
});

test('an error without a cause has none', () => {
  expect('cause' in new errors.UsageError('x', 'y', { hint: 'z' })).toBe(false);
});
