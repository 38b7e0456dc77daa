import { CommanderError } from 'commander';
import { FabulaError } from '../core/errors.ts';

const BUG = 70;

/** Writes an error to stderr as one line and its hint (or as JSON) and returns the exit code. */
export function reportError(error: unknown, json: boolean): number {
  const { code, message, hint, at, exitCode } = describe(error);
  if (json) process.stderr.write(`${JSON.stringify({ error: { code, message, hint, at } })}\n`);
  else process.stderr.write(`fabula: ${at && !message.includes(at) ? `${at}: ` : ''}${message}; ${hint.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())}\n`);
  if (exitCode === BUG && error instanceof Error && process.env.FABULA_DEBUG) process.stderr.write(`${error.stack}\n`);
  return exitCode;
}

function describe(error: unknown): { code: string; message: string; hint: string; at: string | undefined; exitCode: number } {
  if (error instanceof FabulaError) return { code: error.code, message: error.message.replace(/\.$/, ''), hint: error.hint, at: error.at, exitCode: error.exitCode };
  if (error instanceof CommanderError) {
    const [first = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
    return { code: error.code, message: first, hint: suggestion.replace(/^\(|\)$/g, '') || 'see fabula --help', at: undefined, exitCode: 2 };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'bug', message: `this should not happen: ${message}`, hint: 'run it again with FABULA_DEBUG=1 and report what it prints', at: undefined, exitCode: BUG };
}
