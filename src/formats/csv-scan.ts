const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;

/** Where a scan of one record ended and what it found; filled anew by every call, so that scanning makes few objects. */
export interface CsvScan {
  /** Just after the record and its line end; at the fault where there is one. */
  end: number;
  /** How many lines the record takes. */
  lines: number;
  fault: 'open-quote' | 'stray-text' | undefined;
  cells: (string | null)[];
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

/** The index of the quote that closes the cell opened at `open`; -1 when it is not in the text yet. */
function closingQuote(text: string, open: number, final: boolean): number {
  for (let i = text.indexOf('"', open + 1); i >= 0; i = text.indexOf('"', i + 2)) {
    if (i + 1 === text.length) return final ? i : -1;
    if (text.charCodeAt(i + 1) !== QUOTE) return i;
  }
  return -1;
}

/**
 * Reads one CSV record of `text` from `start` into `scan` and returns true, or false when the record goes on beyond
 * the text and more is to come (`final` false). Line ends are `\n`, `\r\n` or `\r`; quotes inside an unquoted cell are kept.
 */
export function scanCsvRecord(text: string, start: number, final: boolean, scan: CsvScan): boolean {
  const cells: (string | null)[] = [];
  let at = start;
  scan.fault = undefined;
  scan.cells = cells;
  scan.lines = 1;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at, final);
      if (close < 0) {
        scan.fault = final ? 'open-quote' : undefined;
        scan.end = at;
        return final;
      }
      const cell = text.slice(at + 1, close);
      cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
      scan.lines += countNewlines(text, at, close);
      at = close + 1;
    } else {
      const from = at;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === COMMA || code === NEWLINE || code === RETURN) break;
      }
      cells.push(at === from ? null : text.slice(from, at));
    }
    if (at === text.length) {
      scan.end = at;
      return final;
    }
    const code = text.charCodeAt(at);
    if (code === COMMA) at++;
    else if (code === NEWLINE || code === RETURN) {
      if (code === RETURN && at + 1 === text.length && !final) return false;
      scan.end = code === RETURN && text.charCodeAt(at + 1) === NEWLINE ? at + 2 : at + 1;
      return true;
    } else {
      scan.fault = 'stray-text';
      scan.end = at;
      return true;
    }
  }
}
