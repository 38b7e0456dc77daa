/**
 * Makes the sheet of a blind reading (docs/readings.md) and counts what the reader marked.
 *
 *   npm run blind-reading -- sheet --pack workplace --column q24_text --seed 104 --people people.json --out reading
 *   npm run blind-reading -- score --out reading
 *
 * `people.json` is a list of texts that people wrote; ten of them are taken. `sheet` writes reading/sheet.md, which is all
 * that the reader sees, and reading/key.json. The reader writes reading/marks.jsonl, a line for each text:
 * {"text": 1, "by": "person", "faults": [{"quote": "...", "why": "...", "clear": true}]}.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCountPermutation } from '../src/core/permutation.ts';
import { openStream } from '../src/core/random.ts';
import { sentencesOf } from '../src/language/words.ts';
import { resolveJob } from '../src/runtime/config.ts';
import { openRecords } from '../src/runtime/generate.ts';
import { loadPack } from '../src/runtime/load-pack.ts';

const OURS = 30;
const THEIRS = 10;
/** Rows that ours are drawn from: as many as the gates are measured on, so that no story is in its first round. */
const ROWS = 50_000;
/** Texts of each tier (design: 4 Crisis, 6 At_Risk, 8 Mixed, 7 Safe, 5 Thriving); packs without tiers draw from all. */
const OF_TIER: Readonly<Record<string, number>> = { Crisis: 4, At_Risk: 6, Mixed: 8, Safe: 7, Thriving: 5 };

const BRIEF = `# Forty answers

These are answers to an open question, in no order. Some are people's and some are a generator's; how many of each is
not said. Read each by itself, slowly, as a stranger who knows nothing but its words. Say of each what you take it
for, as if you had met it alone among the answers to a form: "person" or "generator". Then list every place where
something is wrong: what does not follow from what was said, contradicts it or leans on something nobody told; "they",
"it" or "that" with no owner; "but", "so" and "because" that join what they cannot join; a word or a turn nobody would
use there; an end that does not come out of the text. Mark a fault "clear": true where you are sure that a person
would not have left it so, and false where a person might have. Careless typing, spelling and punctuation are no
faults. Be as exact with every text, and invent nothing.

Write marks.jsonl beside this file, a line for each text:
{"text": 1, "by": "person", "faults": [{"quote": "the words", "why": "in a few words", "clear": true}]}
`;

interface Entry {
  readonly ours: boolean;
  readonly row: number;
  readonly label: string;
  readonly text: string;
}

interface Mark {
  readonly text: number;
  readonly by: 'person' | 'generator';
  readonly faults: readonly { readonly clear: boolean }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pack: { type: 'string', default: 'workplace' },
    column: { type: 'string', default: 'q24_text' },
    seed: { type: 'string', default: '104' },
    people: { type: 'string' },
    out: { type: 'string', default: 'reading' },
  },
});

async function writeSheet(): Promise<void> {
  const { people, seed, out } = values;
  if (people === undefined) throw new Error('a reading needs texts of people: --people people.json');
  const entries = shuffled([...(await ours()), ...theirs(people)], Number(seed) + 1);
  mkdirSync(out, { recursive: true });
  const sheet = entries.map(({ text }, i) => `## ${i + 1}\n\n${text}\n`).join('\n');
  writeFileSync(join(out, 'sheet.md'), `${BRIEF}\n${sheet}`);
  writeFileSync(join(out, 'key.json'), JSON.stringify(entries, null, 1));
}

async function ours(): Promise<readonly Entry[]> {
  const { pack: id, column, seed } = values;
  const pack = loadPack(id);
  const { columns } = pack.pack.table;
  const at = columns.findIndex(({ name }) => name === column);
  const label = columns.findIndex(({ name }) => name === pack.pack.labels[0]);
  const record = await openRecords(pack, resolveJob({ pack: id, count: ROWS, seed: Number(seed) }));
  const left: Record<string, number> = { ...OF_TIER };
  const found: Entry[] = [];
  const order = openCountPermutation(openStream(Number(seed), 'blind-reading', id), ROWS);
  for (let n = 0; found.length < OURS && n < ROWS; n++) {
    const row = order.at(n);
    const made = record(row)?.row;
    if (!made) continue;
    const tier = String(made[label]);
    if (tier in OF_TIER && (left[tier] as number)-- <= 0) continue;
    found.push({ ours: true, row, label: tier, text: String(made[at]) });
  }
  return found;
}

function theirs(path: string): readonly Entry[] {
  const texts = JSON.parse(readFileSync(path, 'utf8')) as readonly string[];
  return shuffled(texts, Number(values.seed))
    .slice(0, THEIRS)
    .map((text) => ({ ours: false, row: -1, label: 'person', text }));
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const order = openCountPermutation(openStream(seed, 'blind-reading', 'order'), items.length);
  return items.map((_, i) => items[order.at(i)] as T);
}

function printScore(): void {
  const entries = JSON.parse(readFileSync(join(values.out, 'key.json'), 'utf8')) as readonly Entry[];
  const marks = readFileSync(join(values.out, 'marks.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Mark);
  const byText = new Map(marks.map((mark) => [mark.text, mark]));
  for (const who of [true, false]) {
    const group = entries.flatMap((entry, i) => (entry.ours === who ? [{ entry, mark: byText.get(i + 1) }] : []));
    const missing = group.filter(({ mark }) => !mark).length;
    const sentences = group.reduce((sum, { entry }) => sum + sentencesOf(entry.text).length, 0);
    const faults = group.flatMap(({ mark }) => mark?.faults ?? []);
    const clear = faults.filter((fault) => fault.clear).length;
    const texts = group.filter(({ mark }) => mark?.faults.some((fault) => fault.clear)).length;
    const taken = group.filter(({ mark }) => mark?.by === 'person').length;
    const per100 = (n: number) => ((100 * n) / sentences).toFixed(1);
    console.log(
      `${who ? 'ours' : "people's"}: ${taken} of ${group.length} taken for a person's; ${clear} clear faults in ${texts} texts and ` +
        `${sentences} sentences, ${per100(clear)} in 100 (all faults: ${per100(faults.length)})${missing > 0 ? `; ${missing} not marked` : ''}`,
    );
  }
}

if (positionals[0] === 'sheet') await writeSheet();
else if (positionals[0] === 'score') printScore();
else throw new Error('say sheet or score');
