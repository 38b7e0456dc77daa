import { UsageError } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import { nearHint } from '../core/nearest-name.ts';
import { formatOfPath } from '../formats/formats.ts';
import { combineTables, DEDUPES } from '../runtime/tables/combine.ts';
import type { CombineFlags } from './commands/combine.ts';
import { wholeNumber } from './options.ts';
import { openPrinter } from './print.ts';

/** Runs `fabula combine`. */
export async function runCombine(synthetic: string, real: string, flags: CombineFlags): Promise<void> {
  const printer = openPrinter({ json: flags.json });
  const dedupe = DEDUPES.find((name) => name === flags.dedupe);
  if (!dedupe)
    throw new UsageError('unknown-dedupe', `there is no way '${flags.dedupe}' to find duplicates`, {
      at: '--dedupe',
      hint: nearHint(flags.dedupe, DEDUPES),
    });
  formatOfPath(flags.out);
  if ([synthetic, real].includes(flags.out))
    throw new UsageError('same-file', `${flags.out} is a file that is read`, {
      at: '--out',
      hint: 'name another file',
    });
  const result = await combineTables({
    synthetic,
    real,
    out: flags.out,
    textColumn: flags.textColumn,
    dedupe,
    ratio: flags.ratio === undefined ? undefined : shareOf('--ratio', flags.ratio),
    seed: wholeNumber('seed', flags.seed, 0, Number.MAX_SAFE_INTEGER),
  });
  if (printer.json) return printer.data(result);
  for (const which of ['synthetic', 'real'] as const) {
    const { rows, duplicates, leftOut, taken } = result[which];
    const lost = [
      duplicates > 0 ? `${plural(duplicates, 'duplicate')}` : '',
      leftOut > 0 ? `${formatCount(leftOut)} left out for the ratio` : '',
    ].filter(Boolean);
    printer.note(
      `${which}: ${formatCount(taken)} of ${plural(rows, 'row')}${lost.length > 0 ? ` (${lost.join(', ')})` : ''}`,
    );
  }
  if (result.onlyInOne.length > 0) printer.note(`in one file only: ${result.onlyInOne.join(', ')}`);
  printer.line(result.path);
}

function shareOf(flag: string, text: string): number {
  const value = Number(text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : text);
  if (text.trim() !== '' && value > 0 && value < 1) return value;
  throw new UsageError('share', `'${text}' is not a share between 0 and 1`, {
    at: flag,
    hint: `for instance ${flag} 0.2`,
  });
}
