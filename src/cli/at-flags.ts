import { UsageError } from '../core/errors.ts';
import type { RawConfig } from '../runtime/config.ts';

/** Settings and the flags that set them. */
const FLAGS: Readonly<Record<string, string>> = {
  pack: 'pack',
  count: '--count',
  seed: '--seed',
  format: '--format',
  view: '--view',
  labels: '--labels',
  labeler: '--labeler',
  style: '--style',
  splits: '--split',
  splitBy: '--split-by',
  tiers: '--tiers',
  domains: '--domains',
  skills: '--skills',
  levels: '--levels',
  grades: '--grades',
  balanced: '--balanced',
  roster: '--roster',
  ideation: '--no-ideation',
  until: '--until',
  trace: '--trace',
  shardRows: '--shard-rows',
  candidates: '--candidates',
  onShortfall: '--on-shortfall',
};

/** Does the work; a fault of a setting that was given as a flag is told at the flag. */
export async function atFlags<T>(flags: RawConfig, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const key = error instanceof UsageError ? (error.at?.split('.')[0] ?? '') : '';
    const flag = key in flags ? FLAGS[key] : undefined;
    if (!(error instanceof UsageError) || flag === undefined) throw error;
    const message = error.message.startsWith(`${key} `) ? error.message.slice(key.length + 1) : error.message;
    throw new UsageError(error.code, message, { at: flag, hint: error.hint, cause: error });
  }
}
