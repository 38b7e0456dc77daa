import type { Command } from 'commander';

/** Adds `fabula label`, a group of commands about labels; each is added by a function of its own. */
export function addLabel(program: Command): void {
  const label = program
    .command('label')
    .summary('compare labels')
    .description('For labels of the same rows that come from different hands: how far they agree.')
    .addHelpText('after', '\nExamples:\n  fabula label agree mine.csv yours.csv --column tier --on id');
  addAgree(label);
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
    .action(async (a: string, b: string, options: AgreeFlags) =>
      (await import('../run-label-agree.ts')).runLabelAgree(a, b, options),
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
