import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { writeFile } from '../formats/write-file.ts';
import { checkTemplates } from '../grammar/check.ts';
import { countDerivations } from '../grammar/count.ts';
import { parsePattern } from '../grammar/pattern.ts';
import { hashTemplateFiles, readPackSource, readTemplateFiles, type TemplateFile } from '../grammar/read-source.ts';
import type { PackSource, SourceSchema, SourceValue, TemplateFault } from '../grammar/source.ts';
import { sharedContent } from '../language/kept-facts.ts';
import { SAFETY_RULES } from '../language/safety.ts';
import type { Engine } from '../llm/engine.ts';
import type { Prompt } from '../llm/prompts.ts';
import type { Question } from '../llm/question.ts';
import { readObject } from '../llm/read-answer.ts';
import { openLexicon, templatesFolder } from './load-pack.ts';

/** Where new values are to go. */
export interface GrowPlace {
  readonly pack: string;
  readonly folder: string | undefined;
  readonly schema: string;
  readonly fact: string;
}

/** A story that can be grown, with all that a check of it needs. */
export interface GrowTarget {
  readonly files: readonly TemplateFile[];
  readonly source: PackSource;
  readonly schema: SourceSchema;
  readonly fact: string;
  readonly aspect: string;
  readonly values: readonly SourceValue[];
  readonly folder: string;
}

/** A proposed value and what became of it. */
interface Proposal {
  readonly text: string;
  /** Different texts that its alternations make. */
  readonly readings: number;
  /** Why it was not taken; undefined where it was. */
  readonly fault: string | undefined;
}

export interface GrowResult {
  readonly proposals: readonly Proposal[];
  /** A unified diff of the file; empty where nothing was taken. */
  readonly diff: string;
  readonly file: string;
  /** The file with the values that were taken. */
  readonly grown: string;
}

/** A new value may share this much of its content words with an old one. */
const MOST_SHARED = 0.75;
const MOST_CHARACTERS = 260;

/** Finds the story and the fact. Throws UsageError with the nearest names. */
export function openGrowTarget(place: GrowPlace): GrowTarget {
  const folder = join(place.folder ?? templatesFolder(), place.pack);
  const files = readTemplateFiles(folder);
  const faults: TemplateFault[] = [];
  const source = readPackSource(place.pack, files, faults);
  const broken = faults.find(({ severity }) => severity === 'error');
  if (!source || broken)
    throw new UsageError('templates', 'the templates have faults', { hint: 'run fabula templates check first' });
  const schema = source.schemas.find(({ id }) => id === place.schema);
  if (!schema)
    throw new UsageError('unknown-schema', `there is no schema '${place.schema}'`, {
      hint: nearHint(
        place.schema,
        source.schemas.map(({ id }) => id),
      ),
    });
  const values = schema.facts[place.fact];
  const kind = source.grammar.kinds[place.fact];
  const growable = Object.keys(schema.facts).filter((name) => (source.grammar.kinds[name]?.forms.length ?? 1) === 1);
  if (!values || !kind || kind.forms.length > 1)
    throw new UsageError('unknown-fact', `'${place.fact}' of ${schema.id} cannot be grown`, {
      at: '--fact',
      hint: nearHint(place.fact, growable),
    });
  return { files, source, schema, fact: place.fact, aspect: values[0]?.aspect ?? '', values, folder };
}

/** The question that asks for new values. */
function growQuestion(target: GrowTarget, prompt: Prompt, count: number, model: string): Question<readonly string[]> {
  const { schema, fact, aspect, source } = target;
  const people = source.people.map(({ name }) => `{${name}}`);
  const { system, user } = prompt.fill({
    count: String(count),
    kind: fact,
    clause: aspect,
    story: Object.entries(schema.facts)
      .map(([name, list]) => [`${name}:`, ...list.map((value) => `- ${value.forms['']}`)].join('\n'))
      .join('\n'),
    values: target.values.map((value) => `- ${value.forms['']}`).join('\n'),
    people: [...new Set(people)].join(' '),
  });
  return {
    prompt,
    purpose: 'grow',
    request: {
      model,
      system,
      user,
      temperature: undefined,
      maxOutputTokens: 128 + count * 110,
      output: prompt.output,
    },
    read(content) {
      const values = (readObject(content) as { values?: unknown } | undefined)?.values;
      return Array.isArray(values)
        ? { value: values.filter((value): value is string => typeof value === 'string').map(tidy) }
        : { fault: 'there is no list "values"' };
    },
  };
}

/** Asks for new values and holds each against the check of the templates, the safety rules and the values that are there. */
export async function grow(
  target: GrowTarget,
  engine: Engine,
  prompt: Prompt,
  count: number,
  model: string,
): Promise<GrowResult> {
  const outcome = await engine.ask(growQuestion(target, prompt, count, model));
  return judgeProposals(target, outcome.state === 'answered' ? outcome.value.slice(0, count) : []);
}

/** Judges proposed values; those that pass stand in `grown`. */
function judgeProposals(target: GrowTarget, texts: readonly string[]): GrowResult {
  const faults = new Map<string, string>();
  const taken: string[] = [];
  for (const text of texts) {
    const fault = plainFault(text, [...target.values.map((value) => value.forms[''] as string), ...taken]);
    if (fault) faults.set(text, fault);
    else taken.push(text);
  }
  const passed: string[] = [];
  const found = checkInPlace(target, taken);
  for (const [i, text] of taken.entries()) {
    const fault = found.get(i);
    if (fault) faults.set(text, fault);
    else passed.push(text);
  }
  const { grown, diff } = insert(target, passed);
  return {
    proposals: texts.map((text) => ({ text, readings: readingsOf(text), fault: faults.get(text) })),
    diff,
    file: target.schema.file,
    grown,
  };
}

/** Writes the grown file, whole or not at all. */
export async function applyGrowth(target: GrowTarget, { file, grown }: GrowResult): Promise<string> {
  const path = join(target.folder, file);
  const now = readTemplateFiles(target.folder);
  if (hashTemplateFiles(now) !== target.source.hash)
    throw new UsageError('templates-changed', 'the templates changed while the model worked', {
      at: path,
      hint: 'run it again: the answer is kept and costs nothing',
    });
  await writeFile(path, grown);
  return path;
}

function tidy(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[.;,]+$/, '')
    .trim();
}

function plainFault(text: string, known: readonly string[]): string | undefined {
  if (text.length < 8) return 'it is too short';
  if (text.length > MOST_CHARACTERS) return 'it is too long';
  if (/["\\\u2014\u2026]/.test(text)) return 'it has a mark that a pattern may not have';
  let readings: number;
  try {
    readings = readingsOf(text);
  } catch (error) {
    return `it is no pattern: ${(error as Error).message}`;
  }
  if (readings < 2) return 'it has no alternation';
  const near = known.find((other) => sharedContent(text, other) > MOST_SHARED);
  return near ? `it says the same as '${near}'` : undefined;
}

function readingsOf(text: string): number {
  try {
    return Number(countDerivations(parsePattern(text)));
  } catch {
    return 0;
  }
}

/** The first error of the check at each new line, by its place among them. */
function checkInPlace(target: GrowTarget, texts: readonly string[]): ReadonlyMap<number, string> {
  if (texts.length === 0) return new Map();
  const { grown, firstLine } = insert(target, texts);
  const files = target.files.map((file) => (file.path === target.schema.file ? { ...file, text: grown } : file));
  const faults: TemplateFault[] = [];
  const source = readPackSource(target.source.pack, files, faults);
  const phrases = SAFETY_RULES.map(({ name, pattern }) => ({ rule: `unsafe-${name}`, pattern }));
  if (source) faults.push(...checkTemplates(source, openLexicon(), { phrases }));
  const found = new Map<number, string>();
  for (const { at, severity, message } of faults) {
    const place = Number(at.slice(at.lastIndexOf(':') + 1)) - firstLine;
    if (severity !== 'error' || !at.startsWith(`${target.schema.file}:`) || place < 0 || place >= texts.length)
      continue;
    if (!found.has(place)) found.set(place, message);
  }
  return found;
}

/** The file with values put behind the last one of the fact, and the diff. */
function insert(
  target: GrowTarget,
  texts: readonly string[],
): { readonly grown: string; readonly diff: string; readonly firstLine: number } {
  const { schema, values, fact, aspect, source, folder } = target;
  const text =
    target.files.find(({ path }) => path === schema.file)?.text ?? readFileSync(join(folder, schema.file), 'utf8');
  const lines = text.split('\n');
  const after = Math.max(...values.map(({ line }) => line));
  const indent = /^\s*/.exec(lines[after - 1] as string)?.[0] ?? '    ';
  const several = (source.grammar.kinds[fact]?.aspects.length ?? 1) > 1;
  const added = texts.map((value) =>
    several ? `${indent}- {${aspect}: ${JSON.stringify(value)}}` : `${indent}- ${JSON.stringify(value)}`,
  );
  const grown = [...lines.slice(0, after), ...added, ...lines.slice(after)].join('\n');
  const before = lines.slice(Math.max(0, after - 3), after);
  const behind = lines.slice(after, after + 3);
  const start = after - before.length + 1;
  const size = before.length + behind.length;
  const diff =
    added.length === 0
      ? ''
      : [
          `--- a/${schema.file}`,
          `+++ b/${schema.file}`,
          `@@ -${start},${size} +${start},${size + added.length} @@ ${schema.id}`,
          ...before.map((line) => ` ${line}`),
          ...added.map((line) => `+${line}`),
          ...behind.map((line) => ` ${line}`),
          '',
        ].join('\n');
  return { grown, diff, firstLine: after + 1 };
}
