import type { Command } from 'commander';
import { UsageError } from '../../core/errors.ts';
import { nearestName } from '../../core/nearest-name.ts';

/** Adds `fabula label` and, below it, `fabula label agree`. */
export function addLabel(program: Command): void {
  const label = program
    .command('label')
    .summary('label the texts of any file, or compare labels')
    .description(
      'Puts labels behind the rows of a CSV, JSON Lines or Parquet file, in their order: a heuristic that reads the words, a model that reads the texts blind, or the hidden truth of a dataset of ours. Each label comes with its confidence, its origin and what spoke for it.',
    )
    .argument('[file]', 'a CSV, JSON Lines or Parquet file, or a dataset folder')
    .option('-l, --labeler <name>', 'heuristic, llm or truth', 'heuristic')
    .option('-p, --pack <name>', 'whose labels: workplace or students (default: by the file)')
    .option('-t, --text <list>', 'columns that a label is read from (default: the texts of the pack)')
    .option('-o, --out <file>', 'file to write: .csv, .jsonl or .parquet (default: CSV on standard output)')
    .option('--id <list>', 'put only these columns of the file before the labels (default: all)')
    .option('--any-language', 'label texts that are not English too')
    .option('--threads <n>', 'worker threads (default: one for each core)')
    .option('--json', 'print what was written as JSON')
    .option('-q, --quiet', 'no progress and no remarks')
    .optionsGroup('With --labeler llm:')
    .option('--votes <k>', 'draws a row: the majority or the mean counts', '1')
    .option('--provider <name>', 'openai, anthropic, compatible, local or mock (default: from the model)')
    .option('--model <name>', "the provider's name of the model, or a GGUF file for local")
    .option('--base-url <url>', 'address of the server, such as http://localhost:11434/v1')
    .option('--rows-per-call <n>', 'rows that one call serves (default 10; local 1)')
    .option('--temperature <t>', "0 to 2 (default: the model's own)")
    .option('--budget <dollars>', 'the most that the run may spend (default 1 for models that cost money)')
    .option('--budget-day <dollars>', 'the most that all runs may spend today (UTC)')
    .option('--dry-run', 'say what it would cost, and stop')
    .option('--max-fallback <share>', 'fail if the heuristic had to label more rows than this, as 5%')
    .option('--concurrency <n>', 'calls at once at most (default 16)')
    .option('--max-wait <seconds>', 'longest wait that a provider may ask for (default 120)')
    .option('--assume-price <in/out>', 'price in dollars a million tokens, where none is known: 2.50/10')
    .option('--prices <file>', 'YAML file of prices: model: {input: 2.50, output: 10}')
    .addHelpText(
      'after',
      `
Examples:
  fabula label answers.csv --pack workplace --text answer -o labelled.csv
  fabula label pupils.csv --pack students --text said --id pupil | head
  fabula label out/workplace --labeler truth -o truth.parquet
  fabula label answers.csv -p workplace -t answer -l llm --model gpt-5-mini --dry-run
  fabula label answers.csv -p workplace -t answer -l llm --provider mock --votes 3 -o voted.jsonl
  fabula label agree mine.csv yours.csv --column tier --on id`,
    )
    .allowExcessArguments()
    .action(async (file: string | undefined, options: LabelFlags) => {
      if (file === undefined) return label.help({ error: true });
      if (label.args.length > 1) throw tooMany(label.args);
      await (await import('../run-label.ts')).runLabel(file, options);
    });
  addAgree(label);
}

/** Several words: a slip in the name of the command below, or several files. */
function tooMany([first = '', ...more]: readonly string[]): UsageError {
  const meant = nearestName(first, ['agree']);
  return meant === undefined
    ? new UsageError('one-file', `${first} and ${more.join(', ')} are to be labelled at once`, {
        at: 'file',
        hint: 'label one file after the other',
      })
    : new UsageError('unknown-command', `unknown command '${first}'`, { hint: `did you mean '${meant}'?` });
}

function addAgree(label: Command): void {
  label
    .command('agree')
    .summary('how far two files of labels agree')
    .description(
      "Compares a column of two files, row by row or by an identifier. Categories: accuracy, Cohen's kappa, Krippendorff's alpha, a confusion matrix. Numbers: intraclass and other correlations, errors, Bland and Altman's limits of agreement.",
    )
    .argument('<a>', 'a CSV, JSON Lines or Parquet file')
    .argument('<b>', 'another, of any of these formats')
    .requiredOption('--column <name>', 'the column of labels')
    .option('--column-b <name>', 'what it is called in the second file')
    .option('--on <name>', 'identifier that rows are matched by (default: their order)')
    .option('--as <kind>', 'categories or numbers (default: by the cells)')
    .option('--order <list>', 'the categories in their order, lowest first')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fabula label agree mine.csv yours.csv --column tier --on id --order low,middle,high
  fabula label agree model.jsonl people.csv --column score --column-b stars --on id
  fabula label agree first.parquet second.parquet --column score --json`,
    )
    // An option that the command above has too, --json, is read there.
    .action(async (a: string, b: string, _: AgreeFlags, command: Command) =>
      (await import('../run-label-agree.ts')).runLabelAgree(a, b, command.optsWithGlobals<AgreeFlags>()),
    );
}

export interface AgreeFlags {
  readonly column: string;
  readonly columnB?: string;
  readonly on?: string;
  readonly as?: string;
  readonly order?: string;
  readonly json?: boolean;
}

export interface LabelFlags {
  readonly labeler: string;
  readonly pack?: string;
  readonly text?: string;
  readonly out?: string;
  readonly id?: string;
  readonly anyLanguage?: boolean;
  readonly threads?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly votes: string;
  readonly provider?: string;
  readonly model?: string;
  readonly baseUrl?: string;
  readonly rowsPerCall?: string;
  readonly temperature?: string;
  readonly budget?: string;
  readonly budgetDay?: string;
  readonly dryRun?: boolean;
  readonly maxFallback?: string;
  readonly concurrency?: string;
  readonly maxWait?: string;
  readonly assumePrice?: string;
  readonly prices?: string;
}
