import { join } from 'node:path';
import { z } from 'zod';
import { checkSettings, evalsFolder, readSettings, settingsFault } from './settings-file.ts';

/** The range of a metric over texts that people wrote. */
export interface HumanBand {
  /** Which texts, in a few words. */
  readonly title: string;
  readonly low: number;
  readonly high: number;
}

const value = z.union([z.number(), z.tuple([z.number(), z.number()])], 'is neither a number nor [lowest, highest]');
const shape = z.strictObject({
  references: z.record(z.string(), z.strictObject({ title: z.string(), origin: z.string() })),
  bands: z.record(z.string(), z.record(z.string(), value)),
});

function readReferences(path: string) {
  const source = readSettings(path, 'it ships with the package; install it again');
  const keys = (at: readonly PropertyKey[]) => (at.length === 0 ? ['references', 'bands'] : ['title', 'origin']);
  return { source, ...checkSettings(source, shape, keys, 'write bands as {metric: {reference: [low, high]}}') };
}

const HUMAN = join(evalsFolder(), 'human.yaml');

/** The names of all references. Throws UsageError with file and line. */
export function referenceNames(path = HUMAN): readonly string[] {
  return Object.keys(readReferences(path).references);
}

/**
 * Reference bands by metric, the one to show first; see evals/human.yaml. Only those of the reference `only`, where it is
 * named: other people's texts may be of another kind. Throws UsageError with file and line.
 */
export function readHumanBands(only?: string, path = HUMAN): Readonly<Record<string, readonly HumanBand[]>> {
  const { source, references, bands } = readReferences(path);
  return Object.fromEntries(
    Object.entries(bands).map(([metric, byReference]) => [
      metric,
      Object.entries(byReference)
        .filter(([reference]) => only === undefined || reference === only)
        .map(([reference, band]): HumanBand => {
          const title = references[reference]?.title;
          if (title === undefined)
            throw settingsFault(source, ['bands', metric, reference], `there is no reference '${reference}'`, 'add it');
          const [low, high] = typeof band === 'number' ? [band, band] : band;
          return { title, low, high };
        }),
    ]),
  );
}
