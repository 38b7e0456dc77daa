import { UsageError } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import { augmentTable } from '../runtime/tables/augment.ts';
import type { AugmentFlags } from './commands/augment.ts';
import { wholeNumber } from './options.ts';
import { openPrinter } from './print.ts';

/** Runs `fabula augment`. */
export async function runAugment(path: string, flags: AugmentFlags): Promise<void> {
  const printer = openPrinter({ json: flags.json });
  const factor = Number(flags.factor);
  if (!(factor >= 1 && factor <= 100))
    throw new UsageError('factor', `'${flags.factor}' is not a number from 1 to 100`, {
      at: '--factor',
      hint: 'for instance --factor 2',
    });
  const result = await augmentTable({
    path,
    target: flags.target,
    group: flags.group,
    folds: wholeNumber('folds', flags.folds, 2, 100),
    factor,
    neighbours: wholeNumber('neighbours', flags.neighbours, 1, 100),
    seed: wholeNumber('seed', flags.seed, 0, Number.MAX_SAFE_INTEGER),
    out: flags.out,
  });
  if (printer.json) return printer.data(result);
  if (result.texts.length > 0)
    printer.note(`new rows have no text in ${result.texts.join(', ')}: nothing stands between two texts`);
  for (const file of result.files)
    printer.line(
      `${file.path}  ${plural(file.rows, 'row')}${file.added > 0 ? `, ${formatCount(file.added)} new` : ''}`,
    );
}
