import { join } from 'node:path';
import { z } from 'zod';
import { checkSettings, evalsFolder, readSettings } from './settings-file.ts';

/** How often people begin a text with each of some words (evals/first-words.yaml). */
export interface FirstWords {
  /** Share of texts by first word, in small letters. */
  readonly shares: ReadonlyMap<string, number>;
  /** Spellings that count as another word. */
  readonly same: ReadonlyMap<string, string>;
}

const shape = z.strictObject({
  origin: z.string(),
  shares: z.record(z.string(), z.number().min(0).max(1)),
  same: z.record(z.string(), z.string()).default({}),
});

let known: FirstWords | undefined;

/** The reference table, read once. */
export function firstWords(): FirstWords {
  if (known) return known;
  const source = readSettings(join(evalsFolder(), 'first-words.yaml'), 'it ships with the package; install it again');
  const { shares, same } = checkSettings(source, shape, () => Object.keys(shape.shape), 'write shares as word: 0.1');
  known = { shares: new Map(Object.entries(shares)), same: new Map(Object.entries(same)) };
  return known;
}
