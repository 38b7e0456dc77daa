import type { CellMetric } from '../metric.ts';
import { once } from '../once.ts';
import type { Sample } from '../sample.ts';

/** How often each opener, the first three words of a text, occurs; texts without words have none. */
const openersOf = once((sample: Sample): readonly number[] => {
  const counts = new Map<string, number>();
  for (const { words } of sample.readings) {
    if (words.length === 0) continue;
    const opener = words.slice(0, 3).join(' ');
    counts.set(opener, (counts.get(opener) ?? 0) + 1);
  }
  return [...counts.values()];
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

export const OPENERS: readonly CellMetric[] = [
  {
    id: 'distinct-openers-3',
    title: 'distinct first three words',
    unit: 'share',
    scope: 'cell',
    about: 'number of different first three words over the number of texts',
    compute: (sample) => openersOf(sample).length / sum(openersOf(sample)),
  },
  {
    id: 'top-opener-3',
    title: 'most frequent first three words',
    unit: 'share',
    scope: 'cell',
    about: 'share of texts that begin with the most frequent first three words',
    compute: (sample) => openersOf(sample).reduce((most, n) => Math.max(most, n), 0) / sum(openersOf(sample)),
  },
];
