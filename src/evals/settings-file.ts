import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { diskFault } from '../formats/disk-fault.ts';
import { readYaml, type YamlFile } from '../grammar/read-yaml.ts';
import type { TemplateFault } from '../grammar/source.ts';

/** The folder that holds suites, reference bands and baselines: beside src in a checkout, beside dist in the package. */
export function evalsFolder(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'evals');
}

/** A fault of a file that an author wrote, with its place. */
export function settingsFault(
  source: YamlFile,
  path: readonly PropertyKey[],
  message: string,
  hint: string,
): UsageError {
  return new UsageError('eval-settings', message, { at: `${source.file}:${source.lineOf(path)}`, hint });
}

/** Reads a YAML file of ours; throws UsageError with the line where it is not YAML, StoreError where it cannot be read. */
export function readSettings(path: string, missingHint: string): YamlFile {
  if (!existsSync(path)) throw new UsageError('no-file', `there is no file ${path}`, { at: path, hint: missingHint });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw diskFault(cause, 'read', path);
  }
  const faults: TemplateFault[] = [];
  const [source] = readYaml(path, text, faults);
  const [fault] = faults;
  if (source && !fault) return source;
  throw new UsageError('eval-settings', fault?.message ?? 'the file is not YAML', {
    at: fault?.at ?? path,
    hint: 'mend the YAML; quote an operator, as in op: "<="',
  });
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

/**
 * The content of a file in the given shape. Throws UsageError for the first fault, with its line; `keysAt` lists the keys
 * that are known at a path, `guide` says where the shape is written down.
 */
export function checkSettings<T>(
  source: YamlFile,
  shape: z.ZodType<T>,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
  guide: string,
): T {
  const result = shape.safeParse(source.data);
  if (result.success) return result.data;
  const issues = result.error.issues as readonly Issue[];
  // A misspelt key is often also a missing one: its name says more.
  const issue = issues.find(({ keys }) => keys) ?? (issues[0] as Issue);
  const more = issues.length > 1 ? ` (${issues.length - 1} more)` : '';
  const where = issue.path.map(String).join('.');
  const key = issue.keys?.[0];
  if (key !== undefined) {
    const hint = nearHint(key, keysAt(issue.path));
    throw settingsFault(source, [...issue.path, key], `unknown key '${key}'${where && ` in ${where}`}${more}`, hint);
  }
  const given = issue.path.reduce<unknown>((node, step) => (node as never)?.[step], source.data);
  if (issue.values) {
    const hint = nearHint(String(given), issue.values.map(String));
    throw settingsFault(source, issue.path, `${where} ${JSON.stringify(given)} is not known${more}`, hint);
  }
  const what = given === undefined ? 'is missing' : issue.message.replace(/^Invalid input: /, '');
  throw settingsFault(source, issue.path, `${where || 'the file'} ${what}${more}`, guide);
}

/** Throws UsageError at a place of a file where a name is not among the known ones, with the nearest of them. */
export function assertKnown(
  source: YamlFile,
  path: readonly PropertyKey[],
  what: string,
  name: string,
  known: readonly string[],
): void {
  if (known.includes(name)) return;
  const cure = nearHint(name, known, `use one of: ${known.slice(0, 40).join(', ')}`);
  throw settingsFault(source, path, `there is no ${what} '${name}'`, cure);
}
