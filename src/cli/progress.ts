import { stderr } from 'node:process';
import { systemClock } from '../core/clock.ts';
import { formatCount } from '../core/format.ts';

export interface Progress {
  /** Shows how far it is (without a total: how many); `aside` is a word more, such as what was spent. */
  update(state: {
    readonly rows: number;
    readonly total?: number;
    readonly resumed: number;
    readonly aside?: string;
  }): void;
  /** Takes the bar away. */
  end(): void;
}

const EVERY_MS = 100;
const PIPED_EVERY_MS = 5000;
const BAR = 28;
const CLEAR_LINE = '\r\u001b[2K';

/** Opens a progress display of rows (or another unit) on stderr: a bar with rate and time left on a terminal, a plain line now and then when piped. */
export function openProgress(options: { readonly quiet: boolean; readonly unit?: string }): Progress {
  const unit = options.unit ?? 'rows';
  const terminal = stderr.isTTY === true && process.env.TERM !== 'dumb';
  const started = systemClock.elapsedMs();
  let shown = started;
  let drawn = false;
  return {
    update({ rows, total, resumed, aside }) {
      const now = systemClock.elapsedMs();
      if (options.quiet || now - shown < (terminal ? EVERY_MS : PIPED_EVERY_MS)) return;
      shown = now;
      const rate = (rows - resumed) / Math.max((now - started) / 1000, 0.001);
      const far = total === undefined ? '' : ` of ${formatCount(total)}`;
      const left = total === undefined ? '' : timeLeft((total - rows) / rate);
      const figures = `${formatCount(rows)}${far} ${unit}, ${formatCount(Math.round(rate))} ${unit}/s${left}${aside ? `, ${aside}` : ''}`;
      if (!terminal) {
        stderr.write(`${figures}\n`);
        return;
      }
      const width = stderr.columns || 80;
      const line =
        total === undefined ? figures.slice(0, width - 1) : renderBar(rows / Math.max(1, total), figures, width);
      stderr.write(`${CLEAR_LINE}${line}`);
      drawn = true;
    },
    end() {
      if (drawn) stderr.write(CLEAR_LINE);
      drawn = false;
    },
  };
}

/** One line of at most `width` columns: the bar where there is room for it, and the figures. */
export function renderBar(share: number, figures: string, width: number): string {
  const full = Math.round(BAR * Math.min(1, share));
  const line = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${figures}`;
  return line.length < width ? line : figures.slice(0, Math.max(0, width - 1));
}

/** ", 3 min 20 s left", or nothing where it cannot be told. */
export function timeLeft(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '';
  const whole = Math.ceil(seconds);
  if (whole < 60) return `, ${whole} s left`;
  if (whole < 3600) return `, ${Math.floor(whole / 60)} min ${whole % 60} s left`;
  return `, ${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min left`;
}
