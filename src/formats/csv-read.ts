import { DatasetError } from '../core/errors.ts';
import type { Cell, Column } from '../core/record.ts';
import { type CsvScan, scanCsvRecord } from './csv-scan.ts';
import { readText } from './read-text.ts';
import type { SourceRow, TableSource } from './table-format.ts';
import { typedCell } from './typed-cell.ts';

const LONGEST_RECORD = 1 << 24;

/** One record of a CSV file: null where a cell is empty without quotes. */
interface CsvRecord {
  /** The line it starts on, from 1. */
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

function fault(code: string, what: string, hint: string, at: string): DatasetError {
  return new DatasetError(code, `${what} (${at}).`, { hint, at });
}

/** The place `path:line:column` of a position inside a record. */
function placeOf(path: string, line: number, before: string): string {
  const lines = before.split(/\r\n|\r|\n/);
  return `${path}:${line + lines.length - 1}:${(lines.at(-1) ?? '').length + 1}`;
}

/** Streams the records of a CSV file, the header among them; blank lines come as one empty cell. */
async function* readCsvRecords(path: string): AsyncGenerator<CsvRecord> {
  let text = '';
  let line = 1;
  const scan: CsvScan = { end: 0, lines: 0, fault: undefined, cells: [] };
  function* take(final: boolean): Generator<CsvRecord> {
    let start = 0;
    while (start < text.length && scanCsvRecord(text, start, final, scan)) {
      if (scan.fault !== undefined) {
        const at = placeOf(path, line, text.slice(start, scan.end));
        if (scan.fault === 'open-quote') {
          throw fault(
            'csv-open-quote',
            'A quoted cell is never closed',
            'Close it, or write a quote inside it twice.',
            at,
          );
        }
        throw fault('csv-stray-text', 'Text follows a closing quote', 'Write a quote inside a cell twice.', at);
      }
      yield { line, cells: scan.cells };
      line += scan.lines;
      start = scan.end;
    }
    text = text.slice(start);
    if (text.length > LONGEST_RECORD) {
      throw fault(
        'csv-record-too-long',
        'A row is longer than 16 MiB',
        'Look for a quote that is never closed.',
        `${path}:${line}`,
      );
    }
  }
  for await (const piece of readText(path)) {
    text += piece;
    yield* take(false);
  }
  yield* take(true);
}

async function* toRows(
  records: AsyncGenerator<CsvRecord>,
  path: string,
  width: number,
  types: readonly (Column | undefined)[],
): AsyncGenerator<SourceRow> {
  for await (const { line, cells } of records) {
    if (cells.length !== width) {
      if (cells.length === 1 && cells[0] === null) continue;
      const what = `A row has ${cells.length} cells and the header has ${width}`;
      throw fault('csv-ragged-row', what, 'Quote cells that hold commas or line breaks.', `${path}:${line}`);
    }
    const values: Cell[] = cells.map((cell, i) => {
      const column = types[i];
      return cell === null || column === undefined ? cell : typedCell(cell, column.type);
    });
    yield { line, values };
  }
}

/** Opens a CSV file with a header; `columns` give the types of cells by name, all others are texts. */
export async function openCsv(path: string, columns: readonly Column[] = []): Promise<TableSource> {
  const records = readCsvRecords(path);
  const first = await records.next();
  if (first.done) throw fault('csv-no-header', 'The file is empty', 'Give the file a header row.', `${path}:1`);
  const names = first.value.cells.map((cell) => cell ?? '');
  const types = names.map((name) => columns.find((column) => column.name === name));
  return { columns: names, rows: toRows(records, path, names.length, types) };
}
