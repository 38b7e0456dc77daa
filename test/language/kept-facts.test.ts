import { expect, test } from 'vitest';
import { factFault, findPersonal, keptFacts, sharedContent } from '../../src/language/kept-facts.ts';

const TEXT = "Early in March, at Mayo, six of us met Priya's team for 40 minutes. I'm on the board with Dr. Lee.";

test('numbers from three on and names are facts; sentence starts and titles are none', () => {
  expect(keptFacts(TEXT, ['Mayo', 'Mayo Clinic'])).toEqual({
    numbers: ['six', '40'],
    names: ['Mayo', 'March', 'Priya', 'Lee'],
  });
  expect(keptFacts('Nobody came. HR said OK to one of us.')).toEqual({ numbers: [], names: [] });
});

test.each([
  ["It was March at Mayo when 6 of us saw Priya and Dr. Lee's people, for 40 minutes.", undefined],
  ['In March at Mayo six of us saw Priya and Lee.', 'the number 40 is missing'],
  ['In March six of us saw Priya and Lee for 40 minutes.', "'Mayo' is missing"],
  ['In March at Mayo six of us saw Priya and Lee for 40 minutes, twelve days on.', 'the number 12 is new'],
  ['In March at Mayo six of us saw Priya and Lee for 40 minutes with Carlos.', "the name 'Carlos' is new"],
])('%s', (retold, fault) => {
  expect(factFault(keptFacts(TEXT, ['Mayo']), retold)).toBe(fault);
});

test.each([
  ['write to me@example.org', 'me@example.org'],
  ['see https://example.org', 'https://'],
  ['call 555-123-4567 after six', '555-123-4567 '],
  ['my number is 123-45-6789', '123-45-6789'],
  ['follow @someone', '@someone'],
  ['it took 12 weeks and 400 calls', undefined],
])('personal data in "%s"', (text, found) => {
  expect(findPersonal(text)?.trim()).toBe(found?.trim());
});

test('a retelling shares content words with its text, another story does not', () => {
  expect(
    sharedContent('my laptop was wiped and my files were gone', 'they wiped the laptop, so the files are gone'),
  ).toBeGreaterThan(0.7);
  expect(sharedContent('my laptop was wiped and my files were gone', 'the cafeteria opened late on Sunday')).toBe(0);
});
