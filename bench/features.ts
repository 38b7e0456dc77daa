import { spawnSync } from 'node:child_process';
import type { Profile } from '../src/language/analyse.ts';
import { featuresOf } from '../src/language/features/features.ts';
import { scoreVader } from '../src/language/vader.ts';
import { resolveJob } from '../src/runtime/config.ts';
import { readWordLists } from '../src/runtime/features/read-lists.ts';
import { openRecords } from '../src/runtime/generate.ts';
import { loadPack } from '../src/runtime/load-pack.ts';
import { openExtractor } from '../src/stages/extract.ts';

/** Texts a second of one way to turn texts to numbers, on one core. */
export interface FeatureFigure {
  readonly what: string;
  readonly textsPerSecond: number;
  readonly target: number | undefined;
}

const LENGTH = 400;
const ROUNDS = 3;
const RUNS: readonly (readonly [profile: Profile, set: string, texts: number, target?: number])[] = [
  ['fast', 'reference', 2000, 3500],
  ['balanced', 'reference', 2000, 2500],
  ['balanced', 'core', 2000],
  ['balanced', 'all', 1000],
  ['deep', 'reference', 150],
];

/** Different texts of the workplace pack, of about 400 characters each. */
async function openTexts(count: number): Promise<readonly string[]> {
  const record = await openRecords(
    loadPack('workplace'),
    resolveJob({ pack: 'workplace', count: 4 * count, seed: 11 }),
  );
  const texts: string[] = [];
  let open = '';
  for (let i = 0; texts.length < count; i++) {
    for (const cell of record(i)?.row ?? []) {
      if (typeof cell !== 'string' || !cell.includes(' ') || cell.length < 60) continue;
      open = `${open} ${cell}`.trim();
      if (open.length < LENGTH) continue;
      texts.push(open.slice(0, LENGTH));
      open = '';
    }
  }
  return texts;
}

/** Measures every profile, and VADER beside the Python program it follows (where FABULA_BENCH_PYTHON or python3 has vaderSentiment): rounds alternate, the best of each counts. */
export async function measureFeatures(): Promise<readonly FeatureFigure[]> {
  const texts = await openTexts(ROUNDS * 2000);
  const lists = readWordLists();
  const runs: {
    readonly what: string;
    readonly target: number | undefined;
    readonly rate: (round: number) => number;
  }[] = [];
  for (const [profile, set, count, target] of RUNS) {
    const { read } = await openExtractor({ lists, features: featuresOf([set]), profile });
    runs.push({
      what: `${profile}, ${set}`,
      target,
      rate: (round) => rateOf(texts.slice(round * count, (round + 1) * count), read),
    });
  }
  const sample = texts.slice(0, 2000);
  runs.push({ what: 'VADER, ours', target: undefined, rate: () => rateOf(sample, scoreVader) });
  const python = process.env.FABULA_BENCH_PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import vaderSentiment']).status === 0)
    runs.push({ what: 'VADER, Python', target: undefined, rate: () => pythonRate(python, sample) });
  const best = runs.map(() => 0);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, { rate }] of runs.entries()) best[i] = Math.max(best[i] as number, rate(round));
  return runs.map(({ what, target }, i) => ({ what, textsPerSecond: Math.round(best[i] as number), target }));
}

function rateOf(texts: readonly string[], work: (text: string) => unknown): number {
  const started = performance.now();
  for (const text of texts) work(text);
  return (texts.length * 1000) / (performance.now() - started);
}

const PYTHON = `
import json, sys, time
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
texts = json.load(sys.stdin)
analyzer = SentimentIntensityAnalyzer()
started = time.perf_counter()
for text in texts: analyzer.polarity_scores(text)
print(len(texts) / (time.perf_counter() - started))
`;

function pythonRate(python: string, texts: readonly string[]): number {
  return Number(spawnSync(python, ['-c', PYTHON], { input: JSON.stringify(texts), encoding: 'utf8' }).stdout);
}

if (import.meta.main) console.table(await measureFeatures());
