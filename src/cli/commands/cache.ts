import type { Command } from 'commander';

/** Adds `fabula cache` and what is below it. */
export function addCache(program: Command): void {
  const cache = program
    .command('cache')
    .summary('answers of models that are kept')
    .description(
      'The store of answers: one SQLite file, in FABULA_CACHE or the user cache folder. What is in it is never paid for again.',
    )
    .addHelpText(
      'after',
      `
Examples:
  fabula cache stats
  fabula cache list --failed
  fabula cache export answers.jsonl
  fabula cache verify --salvage`,
    );
  const run = async () => import('../run-cache.ts');
  cache
    .command('stats')
    .description('How much is kept, and what it cost.')
    .option('--json', 'print as JSON')
    .action(async (options: CacheOptions) => (await run()).runStats(options));
  cache
    .command('list')
    .description('Kept answers, the newest first.')
    .option('--purpose <name>', 'only of rewrite, expand, label, judge or grow')
    .option('--failed', 'only those that came to nothing')
    .option('-n, --limit <n>', 'how many', '20')
    .option('--json', 'print as JSON')
    .action(async (options: CacheOptions) => (await run()).runList(options));
  cache
    .command('show')
    .argument('<key>', 'the key, or enough of its beginning')
    .description('One answer and every attempt at it.')
    .option('--json', 'print as JSON')
    .action(async (key: string, options: CacheOptions) => (await run()).runShow(key, options));
  cache
    .command('prune')
    .description('Takes answers out, so that they are asked for again. The ledger stays whole.')
    .option('--older-than <age>', 'such as 30d or 12h')
    .option('--failed', 'only those that came to nothing')
    .option('--purpose <name>', 'only of one purpose')
    .option('--all', 'everything')
    .option('--json', 'print as JSON')
    .action(async (options: CacheOptions) => (await run()).runPrune(options));
  cache
    .command('export')
    .argument('<file>', 'JSONL file to write')
    .description('Writes all answers to a file, to carry them to another machine.')
    .option('--json', 'print as JSON')
    .action(async (file: string, options: CacheOptions) => (await run()).runExport(file, options));
  cache
    .command('import')
    .argument('<file>', 'JSONL file of an export')
    .description('Takes in the answers of an export; known ones stay as they are.')
    .option('--json', 'print as JSON')
    .action(async (file: string, options: CacheOptions) => (await run()).runImport(file, options));
  cache
    .command('verify')
    .description('Checks the file and that the money adds up; exits 4 if something is wrong.')
    .option('--salvage', 'set a damaged file aside and keep every row that can be read')
    .option('--json', 'print as JSON')
    .action(async (options: CacheOptions) => (await run()).runVerify(options));
}

export interface CacheOptions {
  readonly json?: boolean;
  readonly purpose?: string;
  readonly failed?: boolean;
  readonly limit?: string;
  readonly olderThan?: string;
  readonly all?: boolean;
  readonly salvage?: boolean;
}
