import type { Command } from 'commander';
import { UsageError } from '../core/errors.ts';

/**
 * Refuses an option whose value was left out, so that the next option would be taken for it: `--view --seed 5`.
 * @throws UsageError `missing-value`
 */
export function assertValuesGiven(command: Command, words: readonly string[]): void {
  const optionOf = (word: string) => command.options.find(({ long, short }) => word === long || word === short);
  for (let i = 0; i < words.length && words[i] !== '--'; i++) {
    const option = optionOf(words[i] as string);
    if (!option?.required) continue;
    const next = words[++i];
    if (next !== undefined && optionOf(next))
      throw new UsageError('missing-value', `option '${option.flags}' has no value: '${next}' is the next option`, {
        hint: `write ${words[i - 1]} and its value, or leave it out`,
      });
  }
}
