import { existsSync, realpathSync } from 'node:fs';
import { UsageError } from '../core/errors.ts';

/** Throws `UsageError` where the file to write, or what it links to, is one of those that are read. */
export function assertOtherFile(path: string, read: readonly string[]): void {
  if (!existsSync(path)) return;
  const real = realpathSync(path);
  if (read.some((source) => existsSync(source) && realpathSync(source) === real))
    throw new UsageError('same-file', `${path} is the file that is read`, { at: '--out', hint: 'name another file' });
}
