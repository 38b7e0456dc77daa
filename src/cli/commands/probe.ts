import type { Command } from 'commander';

/** Adds `fabula probe`. */
export function addProbe(program: Command): void {
  program
    .command('probe')
    .summary('how learnable a dataset is')
    .description(
      'Learns a column from others over folds of rows, and over folds that keep groups together: what models make of it, what they go by, and what a leak between related rows adds.',
    )
    .argument('<path>', 'a dataset folder, or a CSV, JSON Lines or Parquet file')
    .optionsGroup('What is learned (a dataset of ours knows it by itself):')
    .option('--target <column>', 'the column to learn: numbers, or classes')
    .option('--features <list>', 'columns to learn it from, or all')
    .option('--text <list>', 'columns of texts to learn it from')
    .option('--group <list>', 'rows that share a value of a column stay in one fold')
    .option('--task <kind>', 'regression or classification (default: by the cells)')
    .optionsGroup('How:')
    .option('--folds <n>', 'folds', '5')
    .option('--models <list>', 'of ridge, logistic, forest, boosted (default: those that suit)')
    .option('-s, --seed <number>', 'seed of the folds', '1')
    .option('--rows <n>', 'rows to learn from at most, drawn by seed', '5000')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fabula probe out/workplace
  fabula probe out/workplace --target risk_tier --features q1,q2,q3 --models logistic,boosted
  fabula probe reviews.csv --target stars --text review --group shop
  fabula probe pupils.parquet --target score --features all --group student_id --folds 10`,
    )
    .action(async (path: string, options: ProbeFlags) =>
      (await import('../run-probe.ts')).runProbeCommand(path, options),
    );
}

export interface ProbeFlags {
  readonly target?: string;
  readonly features?: string;
  readonly text?: string;
  readonly group?: string;
  readonly task?: string;
  readonly folds: string;
  readonly models?: string;
  readonly seed: string;
  readonly rows: string;
  readonly json?: boolean;
}
