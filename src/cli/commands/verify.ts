import type { Command } from 'commander';

/** Adds `fabula verify`. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('prove that a dataset is what its manifest says')
    .description(
      'Recomputes the hash of every file; with --replay, makes rows again from seed and config and compares them.',
    )
    .argument('<folder>', 'a dataset folder')
    .option('-r, --replay <rows>', 'rows to make again, drawn at random', '0')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExamples:\n  fabula verify out/workplace\n  fabula verify out/workplace --replay 100')
    .action(async (folder: string, options: { replay: string; json?: boolean }) => {
      const [{ verifyDataset }, { openPrinter }, { plural }, { wholeNumber }] = await Promise.all([
        import('../../runtime/verify.ts'),
        import('../print.ts'),
        import('../../core/format.ts'),
        import('../options.ts'),
      ]);
      const printer = openPrinter({ json: options.json });
      const result = await verifyDataset(folder, wholeNumber('replay', options.replay, 0, 1_000_000));
      if (printer.json) printer.data(result);
      else {
        for (const { path, fault, detail } of result.issues) printer.line(`${printer.red(fault)}  ${path}  ${detail}`);
        const replayed = result.replayed > 0 ? `, ${plural(result.replayed, 'row')} made again` : '';
        printer.line(
          result.issues.length === 0
            ? `${printer.green('good')}: ${plural(result.files, 'file')}${replayed}`
            : `${plural(result.issues.length, 'fault')} in ${plural(result.files, 'file')}${replayed}`,
        );
      }
      if (result.issues.length > 0) process.exitCode = 1;
    });
}
