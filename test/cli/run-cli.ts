import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';

/** Parsed templates are kept here between tests, out of the user's own cache. */
export const CACHE = join(tmpdir(), 'fabula-test-cache');
mkdirSync(join(CACHE, 'fabula'), { recursive: true });

/** A cache folder of its own, with an empty store and the parsed templates of all tests in it. */
export function freshCache(parent: string): string {
  const folder = mkdtempSync(join(parent, 'cache-'));
  symlinkSync(join(CACHE, 'fabula'), join(folder, 'fabula'));
  return folder;
}

export const ENTRY = resolve('bin/fabula.js');

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `fabula` as a user would, both streams piped. */
export function runCli(
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly nodeOptions?: readonly string[] } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...(options.nodeOptions ?? []), ENTRY, ...words], {
      cwd: options.cwd,
      env: { ...process.env, FABULA_CACHE: CACHE, NODE_OPTIONS: '', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** Expects one line of the form "fabula: ...; hint" on stderr, nothing on stdout, and the exit code. */
export function expectFault(answer: Answer, code: number, words: readonly (string | RegExp)[]): void {
  expect(answer.stderr).toMatch(/^fabula: [^\n]+; [^\n]+\n$/);
  for (const word of words) expect(answer.stderr).toMatch(word);
  expect(answer.stdout).toBe('');
  expect(answer.code).toBe(code);
}
