import type { Command } from 'commander';

/** Adds `fabula doctor`. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('whether a model can be used from here')
    .description(
      'Looks for keys, reaches the endpoint, finds the model and its price, and makes one small call under a cap of one cent. Without a provider it looks at all of them and calls nothing.',
    )
    .option('--provider <name>', 'openai, anthropic, compatible, local or mock')
    .option('--model <name>', 'model to look for and to call')
    .option('--base-url <url>', 'address of the server')
    .option('--assume-price <in/out>', 'price in dollars a million tokens, where none is known')
    .option('--no-call', 'make no call')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fabula doctor
  fabula doctor --provider openai --model gpt-5-mini
  fabula doctor --provider compatible --base-url http://localhost:11434/v1 --model llama3.2`,
    )
    .action(async (options: DoctorOptions) => (await import('../run-doctor.ts')).runDoctor(options));
}

export interface DoctorOptions {
  readonly provider?: string;
  readonly model?: string;
  readonly baseUrl?: string;
  readonly assumePrice?: string;
  readonly call?: boolean;
  readonly json?: boolean;
}
