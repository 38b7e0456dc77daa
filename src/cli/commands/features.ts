import type { Command } from 'commander';

/** Adds `fabula features`. */
export function addFeatures(program: Command): void {
  program
    .command('features')
    .summary('turn the texts of any file to numbers')
    .description(
      'Reads a CSV, JSON Lines or Parquet file and writes, row by row, the features of one column of texts: word classes, readability, sentiment, keywords; and whether the text is English.',
    )
    .argument('[file]', 'a CSV, JSON Lines or Parquet file')
    .option('-t, --text-column <name>', 'its column of texts')
    .option('-o, --out <file>', 'file to write: .csv, .jsonl or .parquet (default: CSV on standard output)')
    .option('-s, --set <list>', 'reference, core, extended, all, or names of features', 'core')
    .option('-p, --profile <name>', 'fast, balanced or deep: how many taggers have a say', 'balanced')
    .option('--threads <n>', 'worker threads (default: one for each core)')
    .option('--keep', 'put all columns of the file before the numbers')
    .option('--id-column <list>', 'put only these columns before the numbers')
    .option('--list', 'show every feature, what it is and where it comes from')
    .option('--json', 'print what was written, or the list, as JSON')
    .option('-q, --quiet', 'no progress and no remarks')
    .addHelpText(
      'after',
      `
Examples:
  fabula features reviews.csv --text-column review -o reviews-features.csv --id-column id
  fabula features rows.jsonl -t text --set reference | head
  fabula features rows.parquet -t text --set all --keep -o all.parquet
  fabula features rows.csv -t text --set flesch_reading_ease,vader_compound --profile fast
  fabula features --list`,
    )
    .action(async (file: string | undefined, options: FeaturesFlags) =>
      (await import('../run-features.ts')).runFeatures(file, options),
    );
}

export interface FeaturesFlags {
  readonly textColumn?: string;
  readonly out?: string;
  readonly set: string;
  readonly profile: string;
  readonly threads?: string;
  readonly keep?: boolean;
  readonly idColumn?: string;
  readonly list?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}
