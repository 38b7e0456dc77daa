import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPrompt, parsePrompt } from '../../src/llm/prompts.ts';

const GOOD = `---
id: p
version: 1
variables: [rows]
output: {type: object, additionalProperties: false, required: [ok], properties: {ok: {type: boolean}}}
---
# system

Be brief.

# user

Rows: {{rows}}
`;

test('a prompt fills its variables', () => {
  const prompt = parsePrompt(GOOD, 'p.md', 'p');
  expect(prompt.fill({ rows: '[$1]' })).toEqual({ system: 'Be brief.', user: 'Rows: [$1]' });
  expect(() => prompt.fill({})).toThrow(/nothing was given for \{\{rows\}\}/);
});

test.each([
  ['no front matter', 'hello', /front matter/],
  ['another id', GOOD.replace('id: p', 'id: q'), /its id is "q"/],
  ['no version', GOOD.replace('version: 1\n', ''), /no version/],
  ['a variable that is not listed', GOOD.replace('Be brief.', 'Be {{rwos}}.'), /\{\{rwos\}\}.*not among/],
  ['a variable that is never used', GOOD.replace('[rows]', '[rows, tone]'), /never uses its variable 'tone'/],
  ['no user part', GOOD.replace('# user', '# other'), /two parts/],
  ['no output schema', GOOD.replace(/output:.*\n/, ''), /no output schema/],
  ['a schema that is not portable', GOOD.replace('required: [ok]', 'required: []'), /optional property/],
])('a prompt with %s is refused with its place', (_, text, message) => {
  try {
    parsePrompt(text, 'prompts/p.md', 'p');
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ name: 'PromptError', at: 'prompts/p.md', exitCode: 2 });
    expect((error as Error).message).toMatch(message);
  }
});

describe('the prompts that ship', () => {
  const names = readdirSync('prompts').map((name) => name.replace(/\.md$/, ''));
  test.each(names)('%s can be used', (name) => {
    expect(loadPrompt('prompts', name).version).toBeGreaterThan(0);
  });
});
