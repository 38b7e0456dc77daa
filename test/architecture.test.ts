import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each room of src/ may import besides itself; a room that is not here fails the test until a line is written. */
const TOOLS = ['packs', 'grammar', 'language', 'statistics', 'llm', 'store', 'formats', 'audit'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  ...Object.fromEntries(TOOLS.map((tool) => [tool, tool === 'packs' ? ['core', 'grammar'] : ['core']])),
  stages: ['core', ...TOOLS],
  pipeline: ['core', 'stages', ...TOOLS],
  runtime: ['core', 'pipeline', 'stages', ...TOOLS],
  evals: ['core', 'runtime', 'pipeline', ...TOOLS],
  ...Object.fromEntries(
    ['cli', 'http', 'queue', 'index'].map((door) => [
      door,
      ['core', 'runtime', 'pipeline', 'stages', 'evals', ...TOOLS],
    ]),
  ),
};

/** Libraries that only some rooms may use; a folder stands for all below it. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['formats'],
  'better-sqlite3': ['store'],
  'node:sqlite': ['store'],
  openai: ['llm'],
  '@anthropic-ai/sdk': ['llm'],
  commander: ['cli'],
  fastify: ['http'],
  bullmq: ['queue'],
};

/** Words that make data depend on the moment or the machine, and the files that may say them. */
const FORBIDDEN: readonly (readonly [word: RegExp, allowed: readonly string[]])[] = [
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, ['core/random.ts']],
  [/\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/, ['core/clock.ts']],
  [/\bprocess\.env\b/, ['runtime.ts', 'runtime/', 'cli/']],
  [/\bconsole\./, ['runtime.ts', 'runtime/', 'cli/']],
];

interface Import {
  readonly specifier: string;
  /** True where it costs nothing at run time. */
  readonly typeOnly: boolean;
}

/** The same text with comments blanked out; strings and templates are kept, because import paths are strings. */
function withoutComments(code: string): string {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;
  return code.replace(token, (found) => (found.startsWith('/') ? ' ' : found));
}

function importsOf(code: string): Import[] {
  const statement =
    /\b(?:import|export)\s+(type\s)?(?:[\w*${}\s,]+?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...withoutComments(code).matchAll(statement)].map(([, type, from, called]) => ({
    specifier: from ?? called ?? '',
    typeOnly: type !== undefined,
  }));
}

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] as string) : path.replace(/\.ts$/, '');
}

/** A stage is one file, or one file and the folder of its name. */
function stageOf(path: string): string {
  return (path.split('/')[1] as string).replace(/\.ts$/, '');
}

/** Every breach of the rules by one file of src/, as sentences; `path` is relative to src/. */
function breachesOf(path: string, code: string): string[] {
  const room = roomOf(path);
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined) return [`src/${path}: the room "${room}" has no line in MAY_IMPORT`];
  const breaches: string[] = [];
  for (const { specifier, typeOnly } of importsOf(code)) {
    if (specifier.startsWith('.')) {
      const target = relative(resolve('src'), resolve('src', dirname(path), specifier))
        .split(sep)
        .join('/');
      const wanted = roomOf(target);
      const sibling = room === 'stages' && wanted === 'stages' && stageOf(path) !== stageOf(target);
      if (target.startsWith('..')) {
        if (!target.endsWith('package.json')) breaches.push(`src/${path} imports ${specifier}, outside src/`);
      } else if (sibling || (wanted !== room && !allowed.includes(wanted))) {
        breaches.push(`src/${path} imports ${target}: ${room} may not import ${wanted}`);
      }
    } else if (!typeOnly) {
      const rooms = ONLY_IN[specifier];
      if (rooms !== undefined && !rooms.includes(room))
        breaches.push(`src/${path} imports ${specifier}, which belongs to ${rooms}`);
    }
  }
  const bare = withoutComments(code);
  for (const [word, files] of FORBIDDEN) {
    const found = word.exec(bare)?.[0];
    const excused = files.some((file) => (file.endsWith('/') ? path.startsWith(file) : path === file));
    if (found !== undefined && !excused)
      breaches.push(`src/${path} says ${found}, which only ${files.join(' and ')} may`);
  }
  return breaches;
}

function sourceFiles(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.ts') && statSync(join('src', path)).isFile())
    .sort();
}

test('every file of src/ keeps the dependency rule', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap((path) => breachesOf(path, readFileSync(join('src', path), 'utf8')))).toEqual([]);
});

test('DuckDB is loaded only when it is needed', () => {
  const eager = sourceFiles().filter((path) =>
    /^import (?!type)[^;]*from '@duckdb\/node-api'/m.test(readFileSync(join('src', path), 'utf8')),
  );
  expect(eager).toEqual([]);
});

describe('the rule sees', () => {
  test.each([
    ['core importing a tool', 'core/x.ts', `import { a } from '../grammar/a.ts';`],
    ['a type import upwards', 'core/x.ts', `import type { A } from '../packs/a.ts';`],
    ['a tool importing another', 'grammar/x.ts', `import {\n  a,\n  type B,\n} from '../formats/a.ts';`],
    ['grammar importing packs', 'grammar/x.ts', `export * from '../packs/a.ts';`],
    ['a stage importing a stage', 'stages/x.ts', `import { vary } from './vary.ts';`],
    ['a stage importing the pipeline', 'stages/x.ts', `import '../pipeline.ts';`],
    ['a tool importing the runtime lazily', 'store/x.ts', `const a = await import('../runtime.ts');`],
    ['the pipeline importing the runtime', 'pipeline.ts', `import { a } from './runtime.ts';`],
    ['the runtime importing the command line', 'runtime.ts', `import a, { b } from './cli/main.ts';`],
    ['an import from outside src', 'core/x.ts', `import { a } from '../../test/a.ts';`],
    ['a room nobody named', 'utils/x.ts', ''],
    ['DuckDB outside formats', 'stages/x.ts', `const a = await import('@duckdb/node-api');`],
    ['Math.random', 'stages/x.ts', 'const a = Math.random();'],
    ['Date.now', 'formats/x.ts', 'const a = Date.now();'],
    ['the date of today', 'packs/x.ts', 'const a = new Date();'],
    ['process.env', 'llm/x.ts', 'const a = process.env.KEY;'],
    ['console', 'stages/x.ts', `console.log('a');`],
  ])('%s', (_, path, code) => {
    expect(breachesOf(path, code)).toHaveLength(1);
  });

  test.each([
    ['packs importing grammar', 'packs/workplace/x.ts', `import { a } from '../../grammar/a.ts';`],
    ['a file of its own room', 'packs/workplace/x.ts', `import { a } from '../define-pack.ts';`],
    ['a stage importing a tool', 'stages/x.ts', `import { a } from '../formats/a.ts';`],
    ['a stage importing its own folder', 'stages/describe.ts', `import { a } from './describe/card.ts';`],
    ['words in a comment', 'core/x.ts', `// Math.random\n/* import { a } from '../cli/a.ts' */`],
    ['the clock', 'core/clock.ts', 'Date.now()'],
    ['the command line', 'cli/commands/x.ts', `import { a } from '../../runtime.ts';\nconsole.log(process.env.A);`],
  ])('nothing wrong in %s', (_, path, code) => {
    expect(breachesOf(path, code)).toEqual([]);
  });
});
