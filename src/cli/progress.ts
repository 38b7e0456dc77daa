import { stderr } from 'node:process';
import { systemClock } from '../core/clock.ts';
import { formatCount } from './print.ts';

export interface Progress {
  update(state: { readonly rows: number; readonly total: number; readonly resumed: number }): void;
  end(): void;
}

const EVERY_MS = 100;
const PIPED_EVERY_MS = 5000;
const WIDTH = 28;

/** Opens a progress display on stderr: a bar with rate and time left on a terminal, a plain line now and then when piped. */
export function openProgress(options: { readonly quiet: boolean }): Progress {
  const started = systemClock.elapsedMs();
  let shown = started;
  let drawn = false;
  return {
    update({ rows, total, resumed }) {
      if (options.quiet) return;
      const now = systemClock.elapsedMs();
      if (now - shown < (stderr.isTTY ? EVERY_MS : PIPED_EVERY_MS) && !(stderr.isTTY && rows === total)) return;
      shown = now;
      const seconds = (now - started) / 1000;
      const rate = (rows - resumed) / Math.max(seconds, 0.001);
      const left = rate > 0 ? (total - rows) / rate : Number.POSITIVE_INFINITY;
      const figures = `${formatCount(rows)} of ${formatCount(total)} rows, ${formatCount(Math.round(rate))} rows/s, ${timeLeft(left)} left`;
      if (!stderr.isTTY) {
        stderr.write(`${figures}\n`);
        return;
      }
      const full = Math.round((WIDTH * rows) / Math.max(1, total));
      stderr.write(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${figures}`);
      drawn = true;
    },
    end() {
      if (drawn) stderr.write('\r\u001b[2K');
    },
  };
}

function timeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'unknown time';
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
