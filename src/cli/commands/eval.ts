import type { Command } from 'commander';

/** Adds `fabula eval`. */
export function addEval(program: Command): void {
  const evaluate = program
    .command('eval')
    .summary('judge texts against gates and what people write')
    .description(
      'Measures a pack on fixed seeds, or any file of texts, cell by cell; prints a table, writes JSON and a page with charts; exits 1 on a failed gate.',
    )
    .argument('[suite]', 'a suite that ships, or the path of one (default: workplace, with --file: corpus)')
    .optionsGroup('What is judged:')
    .option('--rows <n>', 'rows to make for each seed')
    .option('--seeds <list>', 'seeds, such as 101,102,103')
    .option('--columns <list>', 'text columns, such as q24_text')
    .option('--sample-tokens <n>', "words of a cell's sample")
    .option('--only <metrics...>', 'only these metrics')
    .option('--no-grammar', 'leave out the grammar checker, which is slow')
    .optionsGroup('A file instead of a pack:')
    .option('--file <file>', 'a CSV, JSON Lines or Parquet file')
    .option('--text-column <list>', 'its column of texts, or several')
    .option('--label-column <name>', 'its column of labels')
    .option('--label-order <list>', 'the labels in their order, lowest first')
    .option('--cell-columns <list>', 'columns whose values make the cells')
    .optionsGroup('What fails the run:')
    .option('--gate <what>', 'all, must, regression or none', 'all')
    .option('--baseline <file>', 'baseline to compare with, or none (default: the committed one)')
    .option('--update-baseline', 'write the figures of this run as the baseline')
    .optionsGroup('How and where to:')
    .option('-o, --out <folder>', 'folder for result.json and report.html (default eval-results/<suite>)')
    .option('--workers <n>', 'worker threads (default: one for each core)')
    .option('--json', 'print the result as JSON')
    .option('-q, --quiet', 'no progress and no remarks')
    .addHelpText(
      'after',
      `
Examples:
  fabula eval
  fabula eval students
  fabula eval workplace --rows 10000 --seeds 101 --no-grammar
  fabula eval --only gzip-ratio self-bleu-4 --columns q24_text
  fabula eval --file reviews.csv --text-column review --label-column stars
  fabula eval --file a.csv --text-column text --label-column mood --label-order bad,fair,good
  fabula eval --update-baseline
  fabula eval compare eval-results/before eval-results/workplace
  fabula eval list`,
    )
    .action(async (suite: string | undefined, options: EvalFlags) =>
      (await import('../run-eval.ts')).runEval(suite, options),
    );
  evaluate
    .command('compare')
    .summary('two runs side by side')
    .description(
      'Shows the means of two runs and the difference over the cells that both have, with a bootstrap interval.',
    )
    .argument('<before>', 'result.json, or the folder that holds it')
    .argument('<after>', 'result.json, or the folder that holds it')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExamples:\n  fabula eval compare eval-results/before eval-results/workplace')
    .action(async (before: string, after: string, options: { json?: boolean }, command: Command) =>
      (await import('../run-eval.ts')).runCompare(before, after, { ...command.optsWithGlobals(), ...options }),
    );
  evaluate
    .command('list')
    .summary('suites and metrics, with what each means')
    .description('Lists the suites that ship, and every metric: what it measures and what people score.')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExamples:\n  fabula eval list\n  fabula eval list --json')
    .action(async (options: { json?: boolean }, command: Command) =>
      (await import('../run-eval.ts')).runList({ ...command.optsWithGlobals(), ...options }),
    );
}

export interface EvalFlags {
  readonly rows?: string;
  readonly seeds?: string;
  readonly columns?: string;
  readonly sampleTokens?: string;
  readonly only?: readonly string[];
  readonly grammar: boolean;
  readonly file?: string;
  readonly textColumn?: string;
  readonly labelColumn?: string;
  readonly labelOrder?: string;
  readonly cellColumns?: string;
  readonly gate: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly out?: string;
  readonly workers?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}
