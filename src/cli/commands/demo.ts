import type { Command } from 'commander';

/** Adds `fabula demo`. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .summary('2,000 rows, five texts, a report')
    .description(
      'Writes a corpus of 2,000 workplace responses to out/demo, prints one text of each tier and says where everything is.',
    )
    .option('-o, --out <folder>', 'dataset folder, replaced if it is there', 'out/demo')
    .option('-s, --seed <number>', 'another seed, other rows', '42')
    .addHelpText('after', '\nExamples:\n  fabula demo\n  fabula demo --seed 7')
    .action(async (options: { out: string; seed: string }) => (await import('../run-demo.ts')).runDemo(options));
}
