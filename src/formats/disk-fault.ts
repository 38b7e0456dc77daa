import { FabulaError, StoreError } from '../core/errors.ts';

const FAULTS: Readonly<Record<string, readonly [code: string, what: string, hint: string]>> = {
  ENOSPC: [
    'disk-full',
    'the disk is full',
    'Free some space or choose another folder; a run resumes where it stopped.',
  ],
  EDQUOT: [
    'disk-full',
    'the disk quota is used up',
    'Free some space or choose another folder; a run resumes where it stopped.',
  ],
  EACCES: ['no-permission', 'permission is denied', 'Choose a folder you own or change its permissions.'],
  EPERM: ['no-permission', 'permission is denied', 'Choose a folder you own or change its permissions.'],
  EROFS: ['disk-read-only', 'the disk is read-only', 'Choose a folder on a disk that can be written.'],
  ENOENT: ['path-missing', 'there is no such file or folder', 'Check the path.'],
  ENOTDIR: ['not-a-folder', 'part of the path is a file, not a folder', 'Check the path.'],
  EEXIST: ['not-a-folder', 'a file stands where a folder should be', 'Choose another folder or move the file away.'],
  EISDIR: ['not-a-file', 'it is a folder, not a file', 'Check the path.'],
};

/** DuckDB reports the operating system's words, not its code. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  if (/no space left on device/i.test(cause.message)) return 'ENOSPC';
  if (/permission denied/i.test(cause.message)) return 'EACCES';
  if (/read-only file system/i.test(cause.message)) return 'EROFS';
  if (/no such file or directory|no files found/i.test(cause.message)) return 'ENOENT';
  return undefined;
}

/**
 * The StoreError to throw for a fault of the disk while `doing` ("write", "read") the file at `path`.
 * Errors of ours, and errors that are not the disk's, come back unchanged.
 */
export function diskFault(cause: unknown, doing: string, path: string): unknown {
  if (cause instanceof FabulaError) return cause;
  const code = codeOf(cause);
  const fault = code === undefined ? undefined : FAULTS[code];
  if (fault === undefined) return cause;
  return new StoreError(fault[0], `Cannot ${doing} ${path}: ${fault[1]}.`, { hint: fault[2], at: path, cause });
}
