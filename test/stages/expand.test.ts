import { describe, expect, test } from 'vitest';
import { loadPrompt } from '../../src/llm/prompts.ts';
import { type Draft, draftText, retellingQuestion } from '../../src/stages/expand.ts';

const rewrite = loadPrompt('prompts', 'rewrite');
const model = { name: 'm', temperature: undefined };
const text =
  'In March, at Mayo, six of us lost our desks over a weekend. My boss said it was only for a month. I still work in the hall and I am tired of it.';
const draft: Draft = { index: 7, texts: [draftText('q24', text, [100, 300], ['Mayo'])] };
const good =
  'At Mayo last March they took the desks of six of us over one weekend. Only for a month, said my boss. I am tired of it, since I still work in the hall.';

function read(answer: unknown, drafts: readonly Draft[] = [draft], whole = true) {
  const content = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return retellingQuestion('rewrite', rewrite, drafts, model).read(content, whole);
}

const rows = (...texts: readonly string[]) => ({ rows: texts.map((told, id) => ({ id, texts: [told] })) });

test('the question names what has to stay and how long a text may be', () => {
  const { request } = retellingQuestion('rewrite', rewrite, [draft], model);
  expect(request.user).toContain('"keep":["Mayo","March","six"]');
  expect(request.user).toContain('"min":');
  expect(request.maxOutputTokens).toBeGreaterThan(50);
  expect(request.system).not.toContain('{{');
});

test('a good retelling is taken, with the marks of a keyboard', () => {
  expect(read(rows(good)).value).toEqual([[{ text: good }]]);
  expect(read(rows(good.replace("'", '\u2019'))).value?.[0]?.[0]).toHaveProperty('text');
});

describe('a retelling is not taken where it', () => {
  test.each([
    ['loses a name', good.replace('At Mayo last', 'Last'), 'facts'],
    ['loses a number', good.replace('six of us', 'some of us'), 'facts'],
    ['invents a number', good.replace('over one weekend', 'over one weekend, twelve days early'), 'facts'],
    ['invents a name', good.replace('my boss', 'my boss Carla'), 'facts'],
    ['is far too short', 'At Mayo last March, six of us.', 'length'],
    ['is the same text', text, 'unchanged'],
    [
      'tells another story',
      'At Mayo last March six of us won the quiz at the party, and everyone there danced on tables until late, it was the best of nights for all.',
      'content',
    ],
    ['breaks a safety rule', good.replace('I am tired of it', 'I want to kill myself over it'), 'unsafe'],
    ['gives an address', good.replace('in the hall', 'in the hall, me@example.org'), 'personal'],
    ['shows a slot', good.replace('my boss', '{boss}'), 'leftover'],
    [
      'turns the feeling round',
      good.replace('I am tired of it', 'I love it, it is great, wonderful, amazing fun, happy days'),
      'tone',
    ],
  ])('%s', (_, told, fault) => {
    expect(read(rows(told)).value?.[0]?.[0]).toMatchObject({ fault });
  });
});

test('21: missing, doubled and strange rows: the valid ones are taken', () => {
  const drafts = [draft, { ...draft, index: 8 }];
  const answer = {
    rows: [
      { id: 5, texts: [good] },
      { id: 1, texts: [good] },
      { id: 1, texts: ['second'] },
      { id: 'x', texts: [good] },
    ],
  };
  const { value } = read(answer, drafts);
  expect(value?.[0]?.[0]).toMatchObject({ fault: 'missing' });
  expect(value?.[1]?.[0]).toEqual({ text: good });
});

test('19: whole rows of a torn answer are taken, and none is a fault', () => {
  const torn = JSON.stringify(rows(good, good)).slice(0, -40);
  expect(read(torn, [draft, draft], false).value?.map(([first]) => first && 'text' in first)).toEqual([true, false]);
  expect(read('{"rows": [{"id": 0, "te', [draft], false).fault).toContain('rows');
  expect(read('{"answer": 1}').fault).toContain('rows');
});
