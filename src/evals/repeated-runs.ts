import { hashText, mix } from '../core/random.ts';
import { placedWordsOf } from '../language/words.ts';

/** A text with the places in it that a line of the templates wrote. */
interface PlacedText {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly source: string }[];
}

/** How often the runs of words of one template line come again. */
interface LineRepeats {
  /** The line: file and number. */
  readonly at: string;
  /** Texts that it stands in. */
  readonly told: number;
  /** Runs that begin in its words, over all texts. */
  readonly runs: number;
  /** Those of them that come again, nearly always in another text. */
  readonly again: number;
  /** The run that comes most often, and how often. */
  readonly worst: { readonly words: string; readonly times: number };
}

/** Collects texts and says which template lines wrote the runs of words that come more than once. */
export interface RunCounter {
  add(text: PlacedText): void;
  /** Lines with a run that came again, those with most of them first, and the figures of all together. */
  report(): { readonly runs: number; readonly again: number; readonly lines: readonly LineRepeats[] };
}

/**
 * Counts runs of `length` words (n-grams, lower case, without punctuation), as the metric `ngram-reuse-8` does, but over
 * all texts together and twice in one text too, and lays each at the line that wrote its first word. Runs are told apart
 * by 53 bits of their hash: in a hundred million of them one pair or none falls together.
 */
export function openRunCounter(length: number): RunCounter {
  const keys: number[] = [];
  const owners: (string | undefined)[] = [];
  const firstRuns: number[] = [];
  const texts: string[] = [];
  const told = new Map<string, number>();
  return {
    add({ text, spans }) {
      for (const line of new Set(spans.map(({ source }) => source))) told.set(line, (told.get(line) ?? 0) + 1);
      firstRuns.push(keys.length);
      texts.push(text);
      const words = placedWordsOf(text);
      for (let i = 0; i + length <= words.length; i++) {
        const at = words[i]?.at as number;
        keys.push(keyOf(words.slice(i, i + length).map(({ word }) => word)));
        owners.push(spans.find(({ start, end }) => start <= at && at < end)?.source);
      }
    },
    report() {
      const times = timesOf(keys);
      const wordsAt = (run: number) => {
        const text = lastAtMost(firstRuns, run);
        const from = run - (firstRuns[text] as number);
        return placedWordsOf(texts[text] as string)
          .slice(from, from + length)
          .map(({ word }) => word)
          .join(' ');
      };
      const found = new Map(
        Array.from(told, ([at, count]) => [at, { at, told: count, runs: 0, again: 0, run: -1, most: 0 }]),
      );
      let again = 0;
      keys.forEach((key, run) => {
        const count = times.get(key) ?? 1;
        if (count > 1) again++;
        const line = found.get(owners[run] ?? '');
        if (line === undefined) return;
        line.runs++;
        if (count > 1) line.again++;
        if (count > line.most) Object.assign(line, { run, most: count });
      });
      return {
        runs: keys.length,
        again,
        lines: [...found.values()]
          .filter((line) => line.again > 0)
          .sort((a, b) => b.again - a.again || (a.at < b.at ? -1 : 1))
          .map(({ run, most, ...line }) => ({ ...line, worst: { words: wordsAt(run), times: most } })),
      };
    },
  };
}

/** A run as one number: 32 bits of one hash and 21 of another. */
function keyOf(words: readonly string[]): number {
  const text = words.join(' ');
  const hash = hashText(text);
  return (hash >>> 0) * 0x200000 + (mix(hash, hashText(text, 1)) >>> 11);
}

/** How often each number comes, of those that come more than once: sorted rather than counted, which takes a tenth of the memory. */
function timesOf(numbers: readonly number[]): ReadonlyMap<number, number> {
  const sorted = Float64Array.from(numbers).sort();
  const times = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from > 1) times.set(sorted[from] as number, to - from);
    from = to;
  }
  return times;
}

/** The place of the last number that is at most `value`, in a sorted list that begins at or below it. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
