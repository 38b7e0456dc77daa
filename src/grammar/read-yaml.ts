import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { nearHint } from '../core/nearest-name.ts';
import type { TemplateFault } from './source.ts';

/** A YAML file with the line of every node, so that a fault can name its place. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  /** The line of the node at `path`, or of its nearest parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Parses the YAML documents of a file, parted by `---`; a document with syntax errors comes back as faults. */
export function readYaml(file: string, text: string, faults: TemplateFault[]): readonly YamlFile[] {
  const lines = new LineCounter();
  const documents: readonly Document[] = [...parseAllDocuments(text, { lineCounter: lines })];
  return documents.flatMap((document) => {
    for (const error of document.errors.slice(0, 3))
      faults.push({
        rule: 'yaml',
        severity: 'error',
        at: `${file}:${error.linePos?.[0].line ?? 1}`,
        message: (error.message.split('\n')[0] as string).replace(/ at line \d+, column \d+:?$/, ''),
        hint: 'mend the YAML; quote every pattern with double quotes',
      });
    return document.errors.length > 0 ? [] : [yamlFile(file, document, lines)];
  });
}

function yamlFile(file: string, document: Document, lines: LineCounter): YamlFile {
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length ? document.getIn(path.slice(0, length), true) : document.contents;
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  return { file, data: document.toJS(), lineOf };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
}

/** Checks a YAML file against a zod shape; faults name file, line, key and a cure. */
export function checkShape<T>(source: YamlFile, shape: z.ZodType<T>, faults: TemplateFault[]): T | undefined {
  const result = shape.safeParse(source.data);
  if (result.success) return result.data;
  const known = shape instanceof Object && 'shape' in shape ? Object.keys(shape.shape as object) : [];
  for (const issue of result.error.issues as readonly Issue[]) faults.push(faultOf(source, deepest(issue, []), known));
  return undefined;
}

/** The most telling issue of a failed union: the branch that got furthest. */
function deepest(issue: Issue, prefix: readonly PropertyKey[]): Issue {
  const path = [...prefix, ...issue.path];
  const branches = (issue.errors ?? []).flat().map((inner) => deepest(inner, path));
  const best = branches.sort((a, b) => b.path.length - a.path.length || rank(a) - rank(b))[0];
  return best && (best.path.length > path.length || best.code === 'unrecognized_keys' || best.code === 'too_small')
    ? best
    : { ...issue, path };
}

function rank(issue: Issue): number {
  return issue.code === 'invalid_type' ? 1 : 0;
}

function faultOf(source: YamlFile, issue: Issue, known: readonly string[]): TemplateFault {
  const where = issue.path.map(String).join('.');
  const key = issue.keys?.[0];
  const at = `${source.file}:${source.lineOf(key === undefined ? issue.path : [...issue.path, key])}`;
  if (key !== undefined) {
    return {
      rule: 'unknown-key',
      severity: 'error',
      at,
      message: `unknown key '${key}'${where ? ` in ${where}` : ''}`,
      hint: nearHint(key, known, 'take it out; docs/template-syntax.md lists the keys'),
    };
  }
  return {
    rule: 'shape',
    severity: 'error',
    at,
    message: `${where || 'the file'} ${issue.message.replace(/^Invalid input: /, '')}`,
    hint: 'docs/template-syntax.md shows the shape of every file',
  };
}
