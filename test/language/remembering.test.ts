import { expect, test } from 'vitest';
import { remembering } from '../../src/language/remembering.ts';

test('a word is asked for once, whatever the answer is, until too many are known', () => {
  const asked: string[] = [];
  const lengthOf = remembering((word) => {
    asked.push(word);
    return word === '' ? undefined : word.length;
  });
  expect([lengthOf('cat'), lengthOf(''), lengthOf('cat'), lengthOf('')]).toEqual([3, undefined, 3, undefined]);
  expect(asked).toEqual(['cat', '']);
  for (let i = 0; i < 100_000; i++) lengthOf(`word ${i}`);
  asked.length = 0;
  expect(lengthOf('cat')).toBe(3);
  expect(asked).toEqual(['cat']);
});
