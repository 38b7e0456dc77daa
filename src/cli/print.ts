import { stderr, stdout } from 'node:process';
import { formatCount } from '../core/format.ts';

/** What the command line may write: data to stdout, everything else to stderr. */
export interface Printer {
  readonly quiet: boolean;
  readonly json: boolean;
  readonly color: boolean;
  /** A line of the answer. */
  line(text?: string): void;
  /** The answer as JSON. */
  data(value: unknown): void;
  /** A remark for the person watching; silent with --quiet and --json. */
  note(text: string): void;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
}

/** Opens a printer; colours only on a terminal, and not with NO_COLOR. */
export function openPrinter(options: {
  readonly quiet?: boolean | undefined;
  readonly json?: boolean | undefined;
}): Printer {
  const quiet = options.quiet ?? false;
  const json = options.json ?? false;
  const color = stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  const paint = (code: number) => (text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    quiet,
    json,
    color,
    line: (text = '') => void stdout.write(`${text}\n`),
    data: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    note: (text) => {
      if (!quiet && !json) stderr.write(`${text}\n`);
    },
    bold: paint(1),
    dim: paint(2),
    red: paint(31),
    green: paint(32),
  };
}

/** Lays rows out in columns, the first row as head. Numbers are set flush right. */
export function renderTable(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell)));
  const numeric = (rows[1] ?? []).map((cell) => typeof cell === 'number');
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => (numeric[i] ? cell.padStart(widths[i] as number) : cell.padEnd(widths[i] as number)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Breaks text into lines of at most `width`, each behind `indent`. */
export function wrap(text: string, width: number, indent: string): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, indent))
    .join('\n');
}

function wrapLine(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width - indent.length) {
      lines.push(indent + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, indent + line].join('\n');
}
