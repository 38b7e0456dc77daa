import { DatasetError } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';
import type { Cell, Column } from '../core/record.ts';
import { readText } from './read-text.ts';
import type { SourceRow, TableSource } from './table-format.ts';

const LONGEST_LINE = 1 << 24;

type JsonObject = Readonly<Record<string, unknown>>;

/** One line of a JSON Lines file. */
interface JsonlRecord {
  /** From 1. */
  readonly line: number;
  readonly value: JsonObject;
}

function parseLine(text: string, path: string, line: number): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const position = /position (\d+)/.exec(message)?.[1] ?? (message.includes('end of JSON') ? text.length : undefined);
    const at = `${path}:${line}${position === undefined ? '' : `:${Number(position) + 1}`}`;
    const hint = 'Write one JSON object per line, without line breaks inside it.';
    throw new DatasetError('jsonl-not-json', `A line is not JSON (${at}).`, { hint, at, cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const at = `${path}:${line}`;
    throw new DatasetError('jsonl-not-an-object', `A line is JSON but not an object (${at}).`, {
      hint: 'Write each row as an object with the column names as keys.',
      at,
    });
  }
  return value as JsonObject;
}

/** Streams the objects of a JSON Lines file; blank lines are passed over. */
async function* readJsonlRecords(path: string): AsyncGenerator<JsonlRecord> {
  let rest = '';
  let line = 0;
  for await (const piece of readText(path)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line++;
      if (text.trim() !== '') yield { line, value: parseLine(text, path, line) };
    }
    if (rest.length > LONGEST_LINE) {
      const at = `${path}:${line + 1}`;
      throw new DatasetError('jsonl-line-too-long', `A line is longer than 16 MiB (${at}).`, {
        hint: 'Write one JSON object per line; a JSON array is not JSON Lines.',
        at,
      });
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, value: parseLine(rest, path, line + 1) };
}

function toCell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return JSON.stringify(value);
}

function toRow({ line, value }: JsonlRecord, names: readonly string[], path: string): SourceRow {
  const known = new Set(names);
  for (const key of Object.keys(value)) {
    if (known.has(key)) continue;
    const near = nearestName(key, names);
    const at = `${path}:${line}`;
    throw new DatasetError('jsonl-unknown-key', `The key "${key}" is not in the first line (${at}).`, {
      hint:
        near === undefined
          ? 'Put every key in the first line, with null where there is no value.'
          : `Did you mean "${near}"?`,
      at,
    });
  }
  return { line, values: names.map((name) => (Object.hasOwn(value, name) ? toCell(value[name]) : null)) };
}

/**
 * Opens a JSON Lines file; its columns are those given and then the other keys of the first line.
 * A key left out is a missing value; a nested value comes as its JSON text.
 */
export async function openJsonl(path: string, columns: readonly Column[] = []): Promise<TableSource> {
  const records = readJsonlRecords(path);
  const first = await records.next();
  const keys = first.done ? [] : Object.keys(first.value.value);
  const names = [...new Set([...columns.map(({ name }) => name), ...keys])];
  async function* rows(): AsyncGenerator<SourceRow> {
    if (first.done) return;
    try {
      yield toRow(first.value, names, path);
      for await (const record of records) yield toRow(record, names, path);
    } finally {
      // A reader that stops at the first row has not begun the loop: the file is closed here.
      await records.return(undefined);
    }
  }
  return { columns: names, rows: rows() };
}
