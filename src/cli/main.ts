import { Command, CommanderError } from 'commander';
import { UsageError } from '../core/errors.ts';
import { nearHint } from '../core/nearest-name.ts';
import { TOOL_VERSION } from '../runtime/version.ts';
import { commands } from './commands.ts';
import { assertValuesGiven } from './missing-value.ts';
import { reportError } from './report-error.ts';

const NO_COMMAND = 2;

/** Builds the command line; each command loads its own modules only when it runs. */
function createProgram(): Command {
  const program = new Command('fabula')
    .description('Writes labelled text corpora whose truth is known: facts first, text second, same seed, same bytes.')
    .version(TOOL_VERSION, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText(
      'after',
      `
Examples:
  fabula generate workplace --count 50000 --seed 42       a corpus, offline, in seconds
  fabula generate workplace --count 100 --stdout | head   rows to look at
  fabula templates preview workplace --tiers Crisis       texts to read
  fabula verify out/workplace --replay 20                 prove a dataset

Exit codes: 0 good, 1 the dataset failed its checks, 2 usage, config or templates,
3 a provider or a budget stopped it (--resume goes on), 4 store or disk, 70 a bug.
"fabula help <command>" says more.`,
    );
  for (const add of commands) add(program);
  for (const command of [program, ...walk(program)])
    command
      .helpOption('-h, --help', 'show this help')
      .showSuggestionAfterError(true)
      .exitOverride()
      .configureOutput({ outputError: () => {} });
  return program;
}

function* walk(command: Command): Generator<Command> {
  for (const child of command.commands) {
    yield child;
    yield* walk(child);
  }
}

/** The commands that the words name, from the program on, as far as they do: of `templates check` all three. */
function commandsOf(program: Command, words: readonly string[]): readonly Command[] {
  const named = [program];
  for (const word of words) {
    const child = named.at(-1)?.commands.find((entry) => entry.name() === word);
    if (!child) break;
    named.push(child);
  }
  return named;
}

/** `fabula help nonsense` would show the help of everything. */
function assertHelpKnows(program: Command, [first, name]: readonly string[]): void {
  const names = program.commands.map((command) => command.name());
  if (first !== 'help' || name === undefined || name.startsWith('-') || names.includes(name)) return;
  throw new UsageError('unknown-command', `unknown command '${name}'`, { hint: nearHint(name, names) });
}

/** Runs the command line; resolves to the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const program = createProgram();
  const named = commandsOf(program, words);
  try {
    assertHelpKnows(program, words);
    assertValuesGiven(named.at(-1) as Command, words);
    await program.parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // The help itself was the answer: to no command at all, or to a group without one.
    if (error instanceof CommanderError && error.code === 'commander.help') return NO_COMMAND;
    return reportError(error, words.includes('--json'), named.map((command) => command.name()).join(' '));
  }
}

const words = process.argv.slice(2);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that stops early (`| head`) is no fault of ours.
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : reportError(error, words.includes('--json')));
});
process.stderr.on('error', () => {});
process.on('uncaughtException', (error) => process.exit(reportError(error, words.includes('--json'))));

process.exitCode = await main(words);
