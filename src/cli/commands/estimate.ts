import type { Command } from 'commander';
import type { GenerateOptions } from './generate.ts';

/** Adds `fabula estimate`: the same words as generate, and nothing is sent. */
export function addEstimate(program: Command): void {
  program
    .command('estimate')
    .summary('what a run with a model would cost')
    .description('Builds the prompts of a run from its own texts, counts them and prices them. Nothing is sent.')
    .argument('[pack]', 'which domain, such as workplace')
    .option('-n, --count <rows>', 'rows wanted (default 1000)')
    .option('-s, --seed <number>', 'seed (default 42)')
    .option('-c, --config <file>', 'YAML config; flags override it')
    .option('--use-llm <uses>', 'rewrite, expand, label, judge, or several')
    .option('--provider <name>', 'openai, anthropic, compatible, local or mock')
    .option('--model <name>', "the provider's name of the model")
    .option('--base-url <url>', 'address of the server')
    .option('--llm-share <share>', 'share of the rows, 0 to 1 (default 1)')
    .option('--rows-per-call <n>', 'rows that one call serves (default 10)')
    .option('--batch-api', 'at the price of the batch service')
    .option('--assume-price <in/out>', 'price in dollars a million tokens, where none is known: 2.50/10')
    .option('--prices <file>', 'YAML file of prices')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fabula estimate workplace -n 50000 --use-llm rewrite --model gpt-5-mini
  fabula estimate workplace -n 50000 --use-llm rewrite --model claude-haiku-4-5 --llm-share 0.2 --batch-api`,
    )
    .action(async (pack: string | undefined, options: GenerateOptions) =>
      (await import('../run-estimate.ts')).runEstimate(pack, options),
    );
}
