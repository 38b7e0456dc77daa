import { CommanderError } from 'commander';
import { FabulaError } from '../core/errors.ts';
import { diskFault } from '../formats/disk-fault.ts';

const BUG = 70;

/** Writes an error to stderr as one line, "fabula: place: what; hint" (or as JSON), and returns the exit code. `command` is what was typed, for the hint on a wrong option. */
export function reportError(error: unknown, json: boolean, command = 'fabula'): number {
  const { code, message, hint, at, exitCode } = describe(diskFault(error, 'write', 'the output'), command);
  if (json) process.stderr.write(`${JSON.stringify({ error: { code, message, hint, at } })}\n`);
  else {
    const place = at && !message.includes(at) ? `${at}: ` : '';
    process.stderr.write(`fabula: ${oneLine(`${place}${lowerFirst(message)}; ${lowerFirst(hint)}`)}\n`);
  }
  if (exitCode === BUG && error instanceof Error && process.env.FABULA_DEBUG) process.stderr.write(`${error.stack}\n`);
  return exitCode;
}

interface Described {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly at: string | undefined;
  readonly exitCode: number;
}

function describe(error: unknown, command: string): Described {
  if (error instanceof FabulaError) {
    const { code, message, hint, at, exitCode } = error;
    return { code, message: withoutStop(message), hint: withoutStop(hint), at, exitCode };
  }
  if (error instanceof CommanderError) {
    const [first = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
    const hint = suggestion.replace(/^\(|\)$/g, '').replace(/^Did you mean (.*)\?$/, "did you mean '$1'?");
    return {
      code: error.code.replace('commander.', ''),
      message: withoutStop(first),
      hint: hint || `see ${command} --help`,
      at: undefined,
      exitCode: 2,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'bug',
    message: `this should not happen: ${message}`,
    hint: 'run it again with FABULA_DEBUG=1 and report what it prints',
    at: undefined,
    exitCode: BUG,
  };
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function lowerFirst(text: string): string {
  return text.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
