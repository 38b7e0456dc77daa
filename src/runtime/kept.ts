import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { hashBytes } from '../core/hash.ts';

/**
 * What `make` gives, kept as JSON in the user's cache under `name`, which must tell all that it is made from.
 * A cache that cannot be read or written costs a fraction of a second and nothing else.
 */
export function kept<Value>(name: string, make: () => Value): Value {
  const root = process.env.FABULA_CACHE ?? process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const path = join(root, 'fabula', `${name}.json`);
  const known = read<Value>(path);
  if (known?.name === name) return known.value;
  const value = make();
  write(path, { name, value });
  return value;
}

/** The data of a YAML text: kept, since parsing takes twenty times as long as reading JSON. */
export function parseKept(text: string): unknown {
  return kept(`yaml-${hashBytes(text).slice(0, 24)}`, () => parse(text) as unknown);
}

interface Kept<Value> {
  readonly name: string;
  readonly value: Value;
}

function read<Value>(path: string): Kept<Value> | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Kept<Value>;
  } catch {
    return undefined;
  }
}

function write(path: string, content: Kept<unknown>): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}.tmp`, JSON.stringify(content));
    renameSync(`${path}.${process.pid}.tmp`, path);
  } catch {
    // It is made again next time.
  }
}
