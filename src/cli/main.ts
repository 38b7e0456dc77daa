import { Command, CommanderError } from 'commander';
import { commands } from './commands.ts';
import { reportError } from './report-error.ts';

/** Builds the command line; each command loads its own modules only when it runs. */
export function createProgram(): Command {
  const program = new Command('fabula')
    .description('Writes labelled text corpora whose truth is known: facts first, text second, same seed, same bytes.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show help for a command')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  program.addHelpText(
    'after',
    `
Examples:
  fabula generate workplace --count 50000 --seed 42       a corpus, offline, in seconds
  fabula generate workplace --count 100 --stdout | head   rows to look at
  fabula templates preview workplace --tiers Crisis       texts to read
  fabula verify out/workplace --replay 20                 prove a dataset`,
  );
  for (const add of commands) add(program);
  for (const command of walk(program)) command.exitOverride().configureOutput({ outputError: () => {} });
  return program;
}

function* walk(command: Command): Generator<Command> {
  for (const child of command.commands) {
    yield child;
    yield* walk(child);
  }
}

import { createRequire } from 'node:module';

const VERSION = (createRequire(import.meta.url)('../../package.json') as { version: string }).version;

/** Runs the command line; resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = createProgram();
  try {
    await program.parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return reportError(error, argv.includes('--json'));
  }
}

// A reader that stops early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
