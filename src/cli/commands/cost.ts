import type { Command } from 'commander';

/** Adds `fabula cost`. */
export function addCost(program: Command): void {
  program
    .command('cost')
    .summary('what models have cost')
    .description('Adds up the ledger: every attempt at a call is a row of it, also those that failed.')
    .option('--by <what>', 'run, model, purpose, status, day or pack', 'run')
    .option('--sql <query>', 'any SELECT over the store (tables: ledger, result, budget, run)')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fabula cost
  fabula cost --by model
  fabula cost --sql "SELECT model, status, COUNT(*), SUM(uusd)/1e6 AS dollars FROM ledger GROUP BY 1, 2"`,
    )
    .action(async (options: CostOptions) => (await import('../run-cost.ts')).runCost(options));
}

export interface CostOptions {
  readonly by: string;
  readonly sql?: string;
  readonly json?: boolean;
}
