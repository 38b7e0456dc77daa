import type { Command } from 'commander';

/** Adds `fabula combine`. */
export function addCombine(program: Command): void {
  program
    .command('combine')
    .summary('make one file of synthetic and real rows')
    .description(
      'Writes the rows of a synthetic and a real file as one, in a ratio, without texts that stand twice, with a column that says where each row is from.',
    )
    .argument('<synthetic>', 'a CSV, JSON Lines or Parquet file')
    .argument('<real>', 'another')
    .requiredOption('-o, --out <file>', 'file to write: .csv, .jsonl or .parquet')
    .option('--ratio <share>', 'share of real rows, as 0.2 (default: all rows of both)')
    .option('-t, --text-column <name>', 'column of the texts that duplicates are found by')
    .option('--dedupe <how>', 'exact: the same words; near: most runs of five words; none', 'exact')
    .option('-s, --seed <number>', 'which rows are left out for the ratio', '42')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fabula combine pupils.csv lessons.csv -t response --ratio 0.2 -o mixed.csv
  fabula combine synthetic.jsonl real.jsonl -t text --dedupe near -o mixed.parquet`,
    )
    .action(async (synthetic: string, real: string, flags: CombineFlags) =>
      (await import('../run-combine.ts')).runCombine(synthetic, real, flags),
    );
}

export interface CombineFlags {
  readonly out: string;
  readonly ratio?: string;
  readonly textColumn?: string;
  readonly dedupe: string;
  readonly seed: string;
  readonly json?: boolean;
}
