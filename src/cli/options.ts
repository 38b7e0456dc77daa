import { availableParallelism } from 'node:os';
import { UsageError } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';

/** A number as typed; what is not one stays text, so that the config check can name it. */
export function numberOrText(text: string): number | string {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** "a, b" -> a and b; throws `UsageError` at the flag where nothing is left. */
export function listOf(flag: string, text: string): readonly string[] {
  const list = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (list.length > 0) return list;
  throw new UsageError('empty-list', 'the list is empty', { at: flag, hint: 'write it as a,b,c' });
}

/** "Crisis,Safe" -> names; "Crisis=0.5,Safe=0.5" -> weights. `flag` is where an error says it stands. */
export function namesOrWeights(flag: string, text: string): readonly string[] | Readonly<Record<string, number>> {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (!parts.some((part) => part.includes('='))) return parts;
  const weights: Record<string, number> = {};
  for (const part of parts) {
    const [name = '', value = '', ...rest] = part.split('=').map((side) => side.trim());
    if (name === '' || value === '' || rest.length > 0 || !Number.isFinite(Number(value)))
      throw new UsageError('weights', `'${part}' is not name=weight`, { at: flag, hint: `write it as a=0.75,b=0.25` });
    if (name in weights)
      throw new UsageError('weights', `${name} is named twice`, { at: flag, hint: 'name each once' });
    weights[name] = Number(value);
  }
  return weights;
}

/** `--set skills=empathy,resilience --set balanced=true` -> settings of the pack; a comma makes a list. */
export function packSettings(given: readonly string[] | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (given ?? []).map((text) => {
      const at = text.indexOf('=');
      if (at <= 0)
        throw new UsageError('set', `'${text}' is not setting=value`, {
          at: '--set',
          hint: 'for instance --set skills=empathy,resilience',
        });
      const value = text.slice(at + 1);
      return [text.slice(0, at), value.includes(',') ? namesOrWeights('--set', value) : wordValue(value)];
    }),
  );
}

function wordValue(text: string): unknown {
  return text === 'true' ? true : text === 'false' ? false : numberOrText(text);
}

/** "80/10/10" -> train, validation, test; "60/20/15/5" adds holdout; "train=0.9,test=0.1" names them. */
export function splitShares(text: string): Readonly<Record<string, number>> {
  if (text.includes('=')) return namesOrWeights('--split', text) as Readonly<Record<string, number>>;
  const names = ['train', 'validation', 'test', 'holdout'];
  const parts = text.split('/').map((part) => part.trim());
  if (parts.length > names.length || parts.some((part) => part === '' || !Number.isFinite(Number(part))))
    throw new UsageError('splits', `'${text}' is no list of shares`, {
      at: '--split',
      hint: 'write 80/10/10, 60/20/15/5 or train=0.9,test=0.1',
    });
  return Object.fromEntries(parts.map((part, i) => [names[i] as string, Number(part) / 100]));
}

/** Number of worker threads: as given, or one for each core. */
export function workersOf(given: string | undefined): number {
  return given === undefined ? availableParallelism() : wholeNumber('workers', given, 1, 256);
}

/** A whole number of an option that is not part of the config. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(name, `'${text}' is not a whole number from ${least} to ${formatCount(most)}`, {
      at: `--${name}`,
      hint: `for instance --${name} ${Math.min(most, Math.max(least, 20))}`,
    });
  return value;
}

/** An amount of dollars as whole micro-dollars, from `least` on; undefined where none is given. */
export function dollarsOf(flag: string, text: string | undefined, least = 0): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Math.floor(Number(text.replace(/^\$/, '')) * 1e6);
  if (!(value >= least && Number.isFinite(value)))
    throw new UsageError('budget', `'${text}' is not an amount of dollars${least > 0 ? ' above zero' : ''}`, {
      at: flag,
      hint: `for instance ${flag} 2.50`,
    });
  return value;
}
