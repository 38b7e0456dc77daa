import { availableParallelism } from 'node:os';
import { UsageError } from '../core/errors.ts';

/** A number as typed; what is not one stays text, so that the config check can name it. */
export function numberOrText(text: string): number | string {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** "Crisis,Safe" -> names; "Crisis=0.5,Safe=0.5" -> weights. */
export function namesOrWeights(text: string): readonly string[] | Readonly<Record<string, number | string>> {
  const parts = text.split(',').map((part) => part.trim()).filter(Boolean);
  if (!parts.some((part) => part.includes('='))) return parts;
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', value = ''] = part.split('=');
      if (!Number.isFinite(Number(value)) || value.trim() === '') throw new UsageError('weights', `'${part}' is not name=weight`, { hint: 'write weights as Crisis=0.5,Safe=0.5' });
      return [name.trim(), Number(value)];
    }),
  );
}

/** "80/10/10" -> train, validation, test; "60/20/15/5" adds holdout; "train=0.9,test=0.1" names them. */
export function splitShares(text: string): Readonly<Record<string, number | string>> {
  if (text.includes('=')) return namesOrWeights(text) as Readonly<Record<string, number>>;
  const names = ['train', 'validation', 'test', 'holdout'];
  const shares = text.split('/').map(Number);
  if (shares.some((share) => !Number.isFinite(share)) || shares.length > names.length)
    throw new UsageError('splits', `'${text}' is no list of shares`, { hint: 'write 80/10/10, 60/20/15/5 or train=0.9,test=0.1' });
  return Object.fromEntries(shares.map((share, i) => [names[i] as string, share / 100]));
}

/** Number of worker threads: as given, or one for each core. */
export function workersOf(given: string | undefined): number {
  if (given === undefined) return availableParallelism();
  const workers = Number(given);
  if (!Number.isInteger(workers) || workers < 1 || workers > 256) throw new UsageError('workers', `workers '${given}' is not a whole number from 1 to 256`, { hint: 'leave it out to use every core' });
  return workers;
}

/** A whole number of an option that is not part of the config. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(name, `${name} '${text}' is not a whole number from ${least} to ${most.toLocaleString('en-US')}`, { hint: `give --${name} such a number` });
  return value;
}
