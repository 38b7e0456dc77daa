import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PromptError } from '../core/errors.ts';
import { hashBytes } from '../core/hash.ts';
import { nearHint } from '../core/nearest-name.ts';
import { assertPortable } from './output-schema.ts';
import type { JsonSchema } from './provider.ts';

/** A prompt of `prompts/`: its texts, what has to be filled in, and the shape of the answer. */
export interface Prompt {
  readonly id: string;
  readonly version: number;
  readonly path: string;
  readonly variables: readonly string[];
  readonly output: { readonly name: string; readonly schema: JsonSchema };
  /** sha256 of the file. */
  readonly hash: string;
  /** The texts with the variables filled in. Throws PromptError for one that is missing or unknown. */
  fill(values: Readonly<Record<string, string>>): { readonly system: string; readonly user: string };
}

interface FrontMatter {
  readonly id?: unknown;
  readonly version?: unknown;
  readonly variables?: unknown;
  readonly output?: unknown;
}

/** Reads `<folder>/<id>.md`. Throws PromptError, with the place, for anything that is not as docs/models.md says. */
export function loadPrompt(folder: string, id: string): Prompt {
  const path = join(folder, `${id}.md`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new PromptError('no-prompt', `there is no prompt ${path}`, {
      hint: 'put it there, or leave --prompts out to use those that ship',
      cause,
    });
  }
  return parsePrompt(text, path, id);
}

/** Parses the text of a prompt file. */
export function parsePrompt(text: string, path: string, id: string): Prompt {
  const found = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'));
  if (!found)
    throw fault(path, 'it has no front matter', 'begin with --- lines around id, version, variables and output');
  let front: FrontMatter;
  try {
    front = (parse(found[1] as string) ?? {}) as FrontMatter;
  } catch (cause) {
    throw fault(path, `its front matter is not YAML: ${(cause as Error).message.split('\n')[0]}`, 'mend the YAML');
  }
  if (front.id !== id)
    throw fault(path, `its id is ${JSON.stringify(front.id)}`, `write id: ${id}, as the file is named`);
  if (!Number.isInteger(front.version))
    throw fault(path, 'it has no version', 'write version: 1; raise it when the text changes');
  const variables = (Array.isArray(front.variables) ? front.variables : []).map(String);
  const body = found[2] as string;
  const parts = /^# system\n([\s\S]*?)^# user\n([\s\S]*)$/m.exec(body);
  if (!parts) throw fault(path, 'it has no two parts', 'write a part under "# system" and one under "# user"');
  const [, system, user] = parts as unknown as [string, string, string];
  const used = new Set([...body.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].map((match) => match[1] as string));
  for (const name of used)
    if (!variables.includes(name))
      throw fault(
        path,
        `it uses {{${name}}}, which is not among its variables`,
        nearHint(name, variables, 'list it under variables'),
      );
  for (const name of variables)
    if (!used.has(name))
      throw fault(path, `it never uses its variable '${name}'`, `write {{${name}}} where it belongs`);
  const schema = front.output as JsonSchema | undefined;
  if (!schema || typeof schema !== 'object')
    throw fault(path, 'it has no output schema', 'write output: with a JSON schema');
  assertPortable(schema, path);
  return {
    id,
    version: Number(front.version),
    path,
    variables,
    output: { name: id, schema },
    hash: hashBytes(text),
    fill(values) {
      const missing = variables.find((name) => values[name] === undefined);
      if (missing)
        throw fault(path, `nothing was given for {{${missing}}}`, 'this is a fault of the program: report it');
      const put = (part: string) =>
        part.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (_, name: string) => values[name] as string).trim();
      return { system: put(system), user: put(user) };
    },
  };
}

function fault(path: string, what: string, hint: string): PromptError {
  return new PromptError('prompt', `the prompt cannot be used: ${what}`, { at: path, hint });
}
