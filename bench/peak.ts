import { writeFileSync } from 'node:fs';

/** Preloaded into a measured process: leaves its peak memory in the file that FABULA_BENCH_PEAK names. */
process.on('exit', () => {
  if (process.env.FABULA_BENCH_PEAK)
    writeFileSync(process.env.FABULA_BENCH_PEAK, String(process.resourceUsage().maxRSS / 1024));
});
