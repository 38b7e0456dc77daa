import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import type { WordList, WordLists } from '../../language/word-list.ts';
import { parseKept } from '../kept.ts';

const entries = z.array(z.string().min(1));
const file = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/),
  z.strictObject({
    origin: z.string().min(10),
    match: z.enum(['word', 'stem']),
    words: entries,
    phrases: entries.default([]),
  }),
);

/**
 * Reads the word lists of a folder of YAML files (by default those that ship): all, or the files that hold any of `names`,
 * since parsing takes longer than looking. Throws UsageError with the file and the entry that is wrong.
 */
export function readWordLists(names?: readonly string[], folder: string = shippedLists()): WordLists {
  const lists: Record<string, WordList> = Object.create(null);
  for (const name of readdirSync(folder)
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()) {
    const path = join(folder, name);
    if (names && !names.some((list) => holds(path, list))) continue;
    const read = file.safeParse(parseYaml(path));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new UsageError('word-lists', issue?.message ?? 'it is no file of word lists', {
        at: `${path}: ${issue?.path.join('.')}`,
        hint: 'give each list its origin, match (word or stem), words and phrases',
      });
    }
    for (const [list, content] of Object.entries(read.data)) {
      if (list in lists)
        throw new UsageError('word-lists', `the list '${list}' stands in two files`, { at: path, hint: 'rename one' });
      lists[list] = content;
    }
  }
  return lists;
}

function holds(path: string, list: string): boolean {
  return `\n${readFileSync(path, 'utf8')}`.includes(`\n${list}:`);
}

function parseYaml(path: string): unknown {
  try {
    return parseKept(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new UsageError('word-lists', 'the file is not YAML', { at: path, hint: (cause as Error).message, cause });
  }
}

function shippedLists(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'lists');
}
