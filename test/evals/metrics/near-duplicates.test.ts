import { expect, test } from 'vitest';
import { judge } from './measure.ts';

test('one changed word at the end of twelve: 7 shingles of 9, so both texts have a partner', async () => {
  const texts = [
    'we were told on a friday that the unit would close in june',
    'We were told, on a Friday, that the unit would close in May.',
    'nobody asked me about the rota until the week before the audit began',
  ];
  const { value, findings } = await judge('near-duplicates', texts);
  expect(value).toBeCloseTo(2 / 3, 9);
  expect(findings?.[0]).toEqual({ id: 't0', excerpt: `0.80 like t1: ${texts[0]}` });
});
