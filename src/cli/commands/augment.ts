import type { Command } from 'commander';

/** Adds `fabula augment`. */
export function addAugment(program: Command): void {
  program
    .command('augment')
    .summary('add rows between rows, to training data alone')
    .description(
      'Makes small classes as large as the largest by SMOTE: new rows stand between a row and one of its nearest neighbours of the class. Only training rows are touched: the training split of a dataset folder, or the training part of each fold of a file.',
    )
    .argument('<path>', 'a dataset folder, or a CSV, JSON Lines or Parquet file')
    .requiredOption('--target <column>', 'column of the classes')
    .requiredOption('-o, --out <folder>', 'folder to write: train.csv, or fold-1/train.csv, fold-1/test.csv and so on')
    .option('--group <column>', 'rows of one value of it stay in one fold')
    .option('--folds <n>', 'folds that a file is split into', '5')
    .option('--factor <n>', 'how large each class becomes: this many times the largest', '1')
    .option('--neighbours <n>', 'nearest rows that a new row may stand toward', '5')
    .option('-s, --seed <number>', 'same seed, same rows', '42')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fabula augment out/students --target skill_level --factor 2 -o out/students-augmented
  fabula augment rows.csv --target grade --group student_id --folds 5 -o folds`,
    )
    .action(async (path: string, flags: AugmentFlags) => (await import('../run-augment.ts')).runAugment(path, flags));
}

export interface AugmentFlags {
  readonly target: string;
  readonly out: string;
  readonly group?: string;
  readonly folds: string;
  readonly factor: string;
  readonly neighbours: string;
  readonly seed: string;
  readonly json?: boolean;
}
