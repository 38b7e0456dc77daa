import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One run of the command line, start-up included. */
export interface RunFigure {
  readonly rows: number;
  readonly format: string;
  readonly workers: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly peakMb: number;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs `fabula generate` as a user would and takes the best of `rounds`. */
export function measureRun(rows: number, format: string, workers: number, rounds: number): RunFigure {
  const folder = mkdtempSync(join(tmpdir(), 'fabula-bench-'));
  const peakFile = join(folder, 'peak');
  let seconds = Number.POSITIVE_INFINITY;
  let peakMb = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      const run = spawnSync(
        process.execPath,
        [
          '--import',
          join(root, 'bench', 'peak.ts'),
          join(root, 'bin', 'fabula.js'),
          'generate',
          'workplace',
          '-n',
          String(rows),
          '-f',
          format,
          '--workers',
          String(workers),
          '--out',
          join(folder, 'out'),
          '--force',
          '--quiet',
        ],
        { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, FABULA_BENCH_PEAK: peakFile } },
      );
      if (run.status !== 0) throw new Error(`generate ended with ${run.status}`);
      seconds = Math.min(seconds, (performance.now() - started) / 1000);
      peakMb = Math.max(peakMb, Number(readFileSync(peakFile, 'utf8')));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    rows,
    format,
    workers,
    seconds: Math.round(seconds * 100) / 100,
    rowsPerSecond: Math.round(rows / seconds),
    peakMb: Math.round(peakMb),
  };
}
